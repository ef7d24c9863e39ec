"""Sweeps: many scenarios, their progress and results."""

SWEEP: dict[str, tuple[str, str]] = {
    "sweep.missing": (
        "没有这个文件，应为批量推演文件（TOML）",
        "is not there; expected a sweep's file (TOML)",
    ),
    "sweep.choice": (
        "“{value}”不在约定之列，应为 {known}",
        "'{value}' is not known; expected {known}",
    ),
    "sweep.each": (
        "这项工作不能逐一变动 {value}，可用 {known}",
        "this duty can't vary {value} in turn; expected {known}",
    ),
    "sweep.each.calendar": (
        "日程不能逐一变动 {value}（撤并以日期为准，此前的蹲点照计），可用 {known}；"
        "推演撤并，用 --sweep 文件，每个情景一项：[axes] "
        '"mergers.add" = [[{{station_id = "编号", merged_on = {day}}}]]',
        "a calendar can't vary {value} in turn (a closure has its day, and visits before it "
        "count); expected {known}; for closures use a --sweep file with an entry for each: [axes] "
        '"mergers.add" = [[{{station_id = "an id", merged_on = {day}}}]]',
    ),
    "sweep.empty": (
        "没有要变动的内容，应在 [axes] 下列出各项取值，或用 each 指明逐一变动什么",
        "nothing is varied; expected values under [axes], or each",
    ),
    "sweep.no_axes": (
        "“{value}” 不是表，应为 [axes]，其下列出各项取值",
        "'{value}' is no table; expected [axes] with lists of values below it",
    ),
    "sweep.no_values": (
        "取值是 “{value}”，应为至少有一个值的列表",
        "found '{value}', expected a list of at least one value",
    ),
    "sweep.clash": (
        "与 {other} 变动的是同一处，应只留一个",
        "changes what {other} changes too; expected one of them",
    ),
    "sweep.lengths": (
        '各项取值的个数不同（{value}），shape = "list" 时应相同',
        'the lists have different lengths ({value}); expected the same with shape = "list"',
    ),
    "sweep.many": (
        "共有 {value} 个情景，最多应为 {most} 个",
        "there are {value} scenarios; expected {most} at most",
    ),
    "sweep.only": (
        "只用于 --duty {duty}，应去掉",
        "is for --duty {duty} only; expected without it",
    ),
    "sweep.lacks": (
        "--duty {duty} 须给出联系方案的文件夹，如 --plan out/2019",
        "--duty {duty} goes by plans in force; expected their folder, as --plan out/2019",
    ),
    "sweep.one": (
        "应给出 --sweep 文件或 --each 其中之一",
        "expected either a file with --sweep, or --each",
    ),
    "sweep.failed": (
        "推演这个情景时出错（{value}）；请把情景和数据交给维护者",
        "planning this scenario failed ({value}); please give the maintainers scenario and data",
    ),
    "sweep.no_start": (
        "推演用的进程无法启动（见上方的错误）；"
        '在脚本中调用时，应放在 if __name__ == "__main__": 之下',
        "the processes to plan with don't start (see the error above); in a script, the call must "
        'stand under if __name__ == "__main__":',
    ),
    "sweep.died": (
        "推演这个情景的进程两次意外终止（可能内存不足）",
        "the process that planned this scenario died twice (perhaps out of memory)",
    ),
    "sweep.scheduler.extra": (
        "缺少程序库 {value}，应先安装附加组件 cluster：pip install -e .[cluster]",
        "the library {value} is missing; expected the extra `cluster`: pip install -e .[cluster]",
    ),
    "sweep.scheduler.dead": (
        "{seconds} 秒内无法连接 Dask 调度器 “{value}”，应为正在运行的地址，如 tcp://127.0.0.1:8786",
        "no Dask scheduler answers at '{value}' within {seconds} s; expected the address of one "
        "that runs, such as tcp://127.0.0.1:8786",
    ),
    "sweep.scheduler.idle": (
        "Dask 调度器 “{value}” 在 {seconds} 秒内没有计算节点，应至少有一个（dask worker）",
        "the Dask scheduler '{value}' has no worker within {seconds} s; expected at least one "
        "(dask worker)",
    ),
    "sweep.scheduler.version": (
        "有的计算节点没有同一版本的 planner（{value}），应都为 {version}",
        "some workers don't have the same version of planner ({value}); expected {version} on all",
    ),
    "sweep.scheduler.lost": (
        "与 Dask 调度器 “{value}” 的连接中断；已完成的都已记下，再次运行同一命令即可继续",
        "the Dask scheduler '{value}' is gone; what was finished is kept, and the same command "
        "goes on from there",
    ),
    "sweep.working": ("正在推演", "Planning scenarios"),
    "sweep.kept": (
        "已中断；完成的 {number} 个情景记在 {journal}，再次运行同一命令即可继续",
        "Stopped; the {number} finished scenarios are kept in {journal}, and the same command goes "
        "on from there",
    ),
    "sweep.done": (
        "{number} 个情景：各项均达最优值（待复核）{settled}，可行 {feasible}，"
        "无可行方案 {infeasible}，"
        "出错 {error}；用时 {seconds} 秒，已写入 {file}",
        "{number} scenarios: settled (every bound met, not re-checked) {settled}, feasible "
        "{feasible}, without a plan {infeasible}, failed {error}; {seconds} s, written to {file}",
    ),
    "sweep.shown": ("各情景与基准方案之比", "The scenarios against the baseline"),
    "sweep.shown.scenario": ("情景", "scenario"),
    "sweep.shown.status": ("结果", "result"),
    "sweep.shown.cost": ("费用（元）", "cost (yuan)"),
    "sweep.shown.changes": ("改动", "changed"),
    "sweep.shown.new": ("新增", "new"),
    "sweep.shown.difference": ("首先变化的目标，或原因", "first goal to differ, or why not"),
    "sweep.shown.baseline": ("基准", "baseline"),
    "sweep.shown.settled": ("已达最优值", "settled"),
    "sweep.shown.feasible": ("可行", "feasible"),
    "sweep.shown.infeasible": ("无可行方案", "no plan"),
    "sweep.shown.error": ("出错", "error"),
    "help.sweep": (
        "批量推演：逐个情景编制方案，汇成一张表，一个情景一行。中断后再次运行同一命令即可继续。"
        "某个情景无可行方案或出错，仅在表中记为一行。",
        "Plan many scenarios and write one table, a row a scenario. Run again, an interrupted "
        "sweep goes on. A scenario without a plan, or that fails, is a row that says why.",
    ),
    "help.sweep.duty": (
        "推演哪项工作：pairing 结对联系，calendar 蹲点日程（并列费用），postings 锻炼，"
        "exchange 双向交流；其 --plan、--from、--postings、--in-force 与各自的命令相同。",
        "Which duty: pairing, calendar (with its cost), postings or exchange; --plan, --from, "
        "--postings and --in-force are those of its own command.",
    ),
    "help.sweep.plan": (
        "calendar：联系方案的文件夹，可注明启用日期；可重复给出。",
        "calendar: the folder of a plan in force, perhaps from a day on; once or more.",
    ),
    "help.sweep.from": ("calendar：日程从哪天起。", "calendar: the first day."),
    "help.sweep.postings": (
        "exchange：先计入的锻炼方案的文件夹。",
        "exchange: the folder of a training plan that is counted first.",
    ),
    "help.sweep.file": (
        "批量推演文件：[axes] 下与情景文件用词相同，只是每个值换成一列取值；shape 为 grid"
        "（全部组合）、list（逐列对应）或 single（每次只变一处）。",
        "The sweep's file: under [axes] the words of a scenario with a list of values in place of "
        "each value; shape is grid (all combinations), list (side by side) or single (one change "
        "at a time).",
    ),
    "help.sweep.each": (
        "逐一变动：village_duty 各处室轮流驻村，closure 方案中的司法所逐个撤销，any_closure "
        "所有司法所逐个撤销。",
        "In turn: each department goes on village_duty; each station of the plan closes (closure), "
        "or each of all stations (any_closure).",
    ),
    "help.sweep.out": (
        "结果写到哪个 .csv 文件；给文件夹时写其中的 sweep.csv。",
        "The .csv file to write; in a folder, its sweep.csv.",
    ),
    "help.sweep.scenario": (
        "基准情景文件：先作这些变动，再推演。",
        "A scenario's file to start from: its changes hold in every scenario.",
    ),
    "help.sweep.workers": (
        "用几个进程；不给时每个处理器核心一个。",
        "How many processes; without it, one for each core.",
    ),
    "help.sweep.scheduler": (
        "Dask 调度器的地址，如 tcp://127.0.0.1:8786：改用该集群推演。",
        "The address of a Dask scheduler, such as tcp://127.0.0.1:8786: use that cluster instead.",
    ),
}
