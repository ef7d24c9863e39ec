"""The what-if panel."""

PANEL: dict[str, tuple[str, str]] = {
    "panel.scenario": ("{year} 年情景推演", "what-if of {year}"),
    "panel.closed": (
        "（情景面板：运行本格后可操作）",
        "(the what-if panel: run this cell to use it)",
    ),
    "panel.quotas": ("配额", "Quotas"),
    "panel.duties": ("驻村扶贫的处室", "Departments on village duty"),
    "panel.weights": ("需求指数的权重", "Weights of the need index"),
    "panel.order": ("目标的先后", "Order of the goals"),
    "panel.pins": ("指定与否定", "Pairings required or forbidden"),
    "panel.up": ("前移：{goal}", "up: {goal}"),
    "panel.down": ("后移：{goal}", "down: {goal}"),
    "panel.off": ("停用：{goal}", "switch off: {goal}"),
    "panel.on": ("启用：{goal}", "switch on: {goal}"),
    "panel.least": ("{figure}：至少", "{figure}: at least"),
    "panel.most": ("{figure}：至多", "{figure}: at most"),
    "panel.unit": ("单位", "unit"),
    "panel.station": ("司法所", "station"),
    "panel.station.hint": (
        "输入编号或名称，或在地图上点选",
        "type an id or a name, or click the map",
    ),
    "panel.require": ("必须结对", "require"),
    "panel.forbid": ("不得结对", "forbid"),
    "panel.required": ("{unit} 必须联系 {station}", "{unit} must have {station}"),
    "panel.forbidden": ("{unit} 不得联系 {station}", "{unit} must not have {station}"),
    "panel.unpin": ("取消：{pin}", "take out: {pin}"),
    "panel.undo": ("↶ 撤销", "↶ undo"),
    "panel.reset": ("回到基准", "baseline"),
    "panel.file": ("情景文件", "scenario"),
    "panel.save": ("保存情景", "save"),
    "panel.folder": ("方案文件夹", "folder"),
    "panel.export": ("导出方案", "export"),
    "panel.no_name": ("没有给出能用的名称", "found no name that can be used"),
    "panel.saved": ("已写入 {place}", "{place} written"),
    "panel.waiting": (
        "正在求解……以下仍是改动前的设置所得的方案。",
        "Solving… Below is still the plan of the settings before.",
    ),
    "panel.unfound": (
        "仍在求解，短时间内没有求得方案……以下仍是改动前的设置所得的方案。",
        "Still solving: a short search found no plan… Below is still the plan of the settings "
        "before.",
    ),
    "panel.found": (
        "有方案，尚未证明最优；仍在求解……",
        "There is a plan, not yet proved to be the best; still solving…",
    ),
    "panel.settled": (
        "有方案：每项目标的值均达理论最优值，正在核验证明……",
        "There is a plan: every goal's value meets its bound. The proof is being checked…",
    ),
    "panel.picture": (
        "面板：左边是设置，右边是结果",
        "The panel: settings on the left, what they do on the right",
    ),
    "panel.proved": (
        "有方案：每项目标都已证明最优，证明和各项规则均已核验。",
        "There is a plan: every goal is proved optimal; the proof and every rule were checked.",
    ),
    "panel.open": (
        "有方案，但时限内未能证明每项目标都已最优。",
        "There is a plan, but not every goal could be proved in time.",
    ),
    "panel.refused": (
        "正在寻找可形成方案的调整……",
        "Looking for what would make a plan possible…",
    ),
    "panel.failed": ("求解时出错：{error}", "something went wrong: {error}"),
    "panel.not_yet": (
        "没有导出：现在的设置仍在求解，所显示的还不是它的方案",
        "not exported: the present settings are still being solved; what is shown is not their "
        "plan yet",
    ),
    "panel.kept": (
        "以下仍是上一个可行的方案。",
        "Below is still the last plan that could be made.",
    ),
    "panel.in_force": (
        "现行方案共 {total} 个结对：保留 {kept} 个，改动 {changed} 个",
        "Of {total} pairings in force {kept} are kept, {changed} changed",
    ),
    "panel.part": ("方案", "plan"),
    "panel.goal": ("目标", "goal"),
    "panel.dropped": ("不再联系", "no longer"),
    "panel.new": ("新联系", "new"),
    "panel.keep": ("＋ 留作对照", "＋ keep beside"),
    "panel.not_kept": ("仍在求解，尚无方案可留", "still solving: there is no plan to keep yet"),
    "panel.load": ("打开", "open"),
    "panel.opened": ("已打开 {place}", "{place} opened"),
    "panel.over": ("覆盖", "write over it"),
    "panel.there": ("已有 {place}，是否覆盖？", "{place} is there already: write over it?"),
    "panel.which_station": ("请输入司法所的编号或名称", "type a station's id or name"),
    "panel.no_station": ("没有与“{typed}”相符的司法所", "no station matches '{typed}'"),
    "panel.stations": (
        "与之相符的有 {number} 个：{named}；请写明是哪一个",
        "{number} stations match: {named}; say which",
    ),
    "panel.pin_here": ("（在面板中指定）", " (pinned here)"),
    "panel.pin_given": ("（数据中已有）", " (in the dataset)"),
    "panel.here": ("在面板中所作的指定", "a pin made here"),
    "panel.repair": ("采用", "do this"),
    "panel.changes": (
        "与基准相比：{units} 个单位变动（保留 {kept}、调整 {moved}、新增 {new}、取消 {dropped}）",
        "Against the baseline: {units} units change ({kept} kept, {moved} moved, {new} new, "
        "{dropped} dropped)",
    ),
    "panel.no_changes": ("与基准相比：没有变动", "Against the baseline: nothing changes"),
    "panel.settings": ("改动的设置：{settings}", "settings changed: {settings}"),
    "panel.exempts.pairing": ("对口联系", "being paired"),
    "panel.exempts.days": ("下沉天数", "the days"),
    "panel.better": ("更好", "better"),
    "panel.worse": ("变差", "worse"),
    "panel.no_verdict": ("不可比", "not comparable"),
    "panel.baseline": ("基准", "baseline"),
    "panel.kept_plans": ("留作对照的方案", "Plans kept beside each other"),
    "panel.alike": (
        "升降均按对照一方的数据和政策参数计算，同口径比较",
        "differences are by the data and policy of each plan, the baseline's valued alike",
    ),
    "panel.dead": (
        "内核已停止或重启：以下内容不再更新，请重新运行本格。",
        "The kernel has stopped: what is below is not kept up to date any more. Run the cell "
        "again.",
    ),
    "panel.late": (
        "内核尚未答复：以下可能不是当前设置的结果。",
        "The kernel has not answered yet: what is below may not be of the present settings.",
    ),
    "panel.unstarted": (
        "结果尚未显示：若片刻后仍是如此，请重新运行本格。",
        "The results are not shown yet: if they stay away, run the cell again.",
    ),
}
