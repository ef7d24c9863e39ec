"""Sentences of the commands: progress, results, what went wrong."""

COMMANDS: dict[str, tuple[str, str]] = {
    "engine.not_nested": (
        "现行规则 {rules} 相互交叉，不能用 flow 求解，应为 auto 或 cpsat",
        "the rules {rules} cut across the others, which the flow can't do; expected auto or cpsat",
    ),
    "standing.unknown": (
        "沿用的方案中有 “{value}”，数据表中没有，应先重做这一部分",
        "the standing plan names '{value}', which the tables don't have; "
        "make that part again first",
    ),
    "solver.no_answer": (
        "求解器 {solver} 在限定时间内没有答案（{status}）；这不等于无可行方案，请放宽 --time-limit",
        "the solver {solver} gave no answer in time ({status}); this does not mean that there "
        "is no plan: give it more with --time-limit",
    ),
    "solver.failed": (
        "求解器 {solver} 出错（{status}）",
        "the solver {solver} failed ({status})",
    ),
    "out.unwritable": (
        "无法写入（{value}），应为可以写入的文件夹",
        "cannot be written to ({value}); expected a folder that can",
    ),
    "leaders.not_asked": (
        "只有 --part departments 才沿用现有的厅领导方案",
        "only --part departments takes the leaders' plan as it stands",
    ),
    "leaders.missing": (
        "没有现成的厅领导方案，应先运行 --part leaders，或用 --leaders 指明文件",
        "no leaders' plan stands here; run --part leaders first, or name its file with --leaders",
    ),
    "standing.year": (
        "沿用的方案是 {value} 年的，应为 {year} 年",
        "the standing plan is of {value}; expected {year}",
    ),
    "work.reading": ("正在读取数据……", "Reading the data…"),
    "work.planning": ("正在读取数据、求解并审计……", "Reading, solving, auditing…"),
    "work.auditing": ("正在审计……", "Auditing…"),
    "check.clean": (
        "数据合格（{warnings} 条提示）：厅领导 {leaders} 人，处室 {departments} 个，"
        "司法所 {stations} 个，历年联系 {history} 条，申报 {wishes} 条，回避 {recusals} 条，"
        "指定与否定 {pins} 条",
        "The data is sound ({warnings} warnings): {leaders} leaders, {departments} departments, "
        "{stations} stations, {history} rows of history, {wishes} wishes, "
        "{recusals} recusals, {pins} pins",
    ),
    "plan.audited": (
        "独立审计：{findings} 项全部符合",
        "Independent audit: all {findings} rules and goals hold",
    ),
    "plan.written": (
        "{pairs} 个结对已写入 {folder}（plan.csv、summary.json、proof.json、audit.csv、"
        "policy.toml）",
        "{pairs} pairings written to {folder} (plan.csv, summary.json, proof.json, audit.csv, "
        "policy.toml)",
    ),
    "audit.clean": (
        "审计通过：{rules} 项全部符合",
        "The audit is clean: all {rules} rules and goals hold",
    ),
    "audit.broken": ("审计发现 {number} 处不符：", "The audit found {number} violations:"),
    "audit.violation": (
        "{rule}（{clause}）：{statement}；{said}",
        "{rule} ({clause}): {statement}; {said}",
    ),
    "rule.stated": ("{zh}", "{en}"),
    "audit.claimed": (
        "方案写作 {claimed}，按各行重算为 {counted}",
        "claimed: {claimed}, counted from the rows: {counted}",
    ),
    "audit.claimed_of": (
        "{part}部分写作 {claimed}，按各行重算为 {counted}",
        "{part}, claimed: {claimed}, counted from the rows: {counted}",
    ),
    "audit.off": ("相差 {amount}；{witness}", "off by {amount}; {witness}"),
    "template.written": (
        "空白表和默认政策参数已写入 {folder}",
        "Empty tables and the default policy written to {folder}",
    ),
    "template.there": (
        "已经有这个文件，不会覆盖；应为没有数据的文件夹",
        "is there already and is not written over; expected a folder without data",
    ),
    "template.group.pairing": ("—— 对口联系 ——", "—— pairing ——"),
    "template.group.days": ("—— 蹲点调研 ——", "—— days at the stations ——"),
    "template.group.postings": ("—— 下派与交流 ——", "—— postings and exchange ——"),
    "template.group.outcomes": ("—— 成效 ——", "—— outcomes ——"),
    "template.required": ("必需", "required"),
    "template.optional": ("选填表", "optional"),
    "template.blank": ("，可不填", ", may be blank"),
    "template.also": ("也可写作：{names}", "also read: {names}"),
    "template.id": ("编号", "an identifier"),
    "template.text": ("文字", "text"),
    "template.ref": ("编号或名称", "an identifier or a name"),
    "template.area": ("文字，不含 /", "text without /"),
    "template.place": ("编号或名称", "an identifier or a name"),
    "template.note": ("文字", "text"),
    "template.date": ("日期，如 2019-03-01", "a date such as 2019-03-01"),
    "template.whole": ("整数", "a whole number"),
    "template.flag": ("是/否", "true/false"),
    "template.degrees": ("度（WGS-84）", "degrees (WGS-84)"),
    "template.topics": ("主题，用 ; 分隔", "topics joined by ;"),
    "template.topic": ("一个主题", "one topic"),
    "usage.MissingParameter": ("缺少这个参数，用 --help 看用法", "is missing; see --help"),
    "usage.NoSuchOption": ("没有这个选项，用 --help 看用法", "there is no such option; see --help"),
    "usage.BadParameter": ("取值有误，应为 {expected}", "has a wrong value; expected {expected}"),
    "usage.BadOptionUsage": ("缺少取值，用 --help 看用法", "needs a value; see --help"),
    "usage.other": (
        "命令用法不对，用 --help 看有哪些命令和参数",
        "the call is wrong; see --help for the commands and their arguments",
    ),
    "usage.help": ("显示本说明。", "Show this message."),
    "usage.value": ("另一种值，用 --help 看用法", "another value; see --help"),
    "usage.from": ("不小于 {low} 的数", "a number from {low} on"),
    "usage.between": ("{low} 到 {high} 的整数", "a whole number from {low} to {high}"),
    "help.app": (
        "厅机关干部下沉司法所：年度对口联系方案的编制与审计（赣司人字〔2018〕62号）。"
        "先用 check 检查数据，再用 plan 编制方案，用 audit 审计任何一份方案。",
        "The yearly pairing of leaders and departments with judicial offices: check the data, make "
        "the plan, audit any plan.",
    ),
    "help.check": (
        "检查数据：一次列出全部错误和提示，不写任何文件。",
        "Check a dataset: all faults and warnings at once; writes nothing.",
    ),
    "help.plan": (
        "编制一年的方案：逐项目标求最优，证明并独立审计后写出 plan.csv、summary.json、"
        "proof.json、audit.csv，要么全部写出，要么一个不写。"
        "退出码：0 完成；2 输入有误；3 无可行方案；4 审计不符。",
        "Make a year's plan: every goal met in order, proved and audited; then write plan.csv, "
        "summary.json, proof.json and audit.csv, all or none. Exit codes: 0 done, 2 bad input, "
        "3 no plan exists, 4 violation.",
    ),
    "help.audit": (
        "审计一份方案：只看写出的各行和数据表，逐条核对规则和目标值；有不符时退出码为 4。",
        "Audit a plan from its rows and the tables alone; exit code 4 where a rule is broken.",
    ),
    "help.template": (
        "列出数据表及其中英文表头；加 --out 写出空白表和默认政策参数。",
        "List the tables and their headers in both languages; with --out, write them empty.",
    ),
    "help.data": (
        "数据：CSV 文件夹或一个 .xlsx 工作簿。",
        "The dataset: a folder of CSV files or one .xlsx.",
    ),
    "help.folder": ("方案所在的文件夹。", "The folder of the plan."),
    "help.year": ("方案年度。", "The plan year."),
    "help.check.year": (
        "方案年度；给出时，该年及以后的历年联系算错误，并提示该年可疑之处（不可能满足的申报、"
        "有代价的指定等）。",
        "The plan year; when given, history of that year or later is a fault, and what is odd in "
        "that year is said (wishes that can't be met, pins with a price, …).",
    ),
    "help.out": ("方案写到哪个文件夹。", "The folder to write the plan to."),
    "help.policy": (
        "政策参数文件；不给则用通知的默认值。",
        "The policy file; the notice's figures without it.",
    ),
    "help.part": (
        "编制哪一部分；另一部分沿用 --out 文件夹中现有的方案。",
        "Which part to make; the other stays as it stands in the --out folder.",
    ),
    "help.plan.crosswalk": (
        "司法所沿革表（CSV）：历年联系、申报、回避、指定和现行方案中的原编号按承接所计。",
        "What became of stations (CSV): what stands under an old id binds its successor.",
    ),
    "help.leaders": (
        "与 --part departments 同用：沿用哪份厅领导方案（plan.csv）。",
        "With --part departments: the leaders' plan to take as it stands (a plan.csv).",
    ),
    "help.engine": (
        "求解引擎；auto 自动选择，flow 够用时用 flow。",
        "The engine; auto uses the flow wherever that is enough.",
    ),
    "help.time_limit": (
        "每一部分搜索的时间上限（秒）；到时给出已有的最好方案及其差距。不给时按固定的搜索量，"
        "在任何机器上停在同一处。",
        "Seconds that the search of each part may take; then the best plan so far, with its gap. "
        "Without it, a fixed amount of search that ends at the same place on any machine.",
    ),
    "help.quiet": ("除错误外什么都不显示。", "Print nothing but errors."),
    "help.json": ("以 JSON 显示结果。", "Print the result as JSON."),
    "help.lang": ("语言：zh 中文，en 英文。", "The language: zh Chinese, en English."),
    "help.template.out": (
        "把空白表写到哪个文件夹，或哪个工作簿（.xlsx）。",
        "The folder, or the workbook (.xlsx), to write the empty tables to.",
    ),
    "work.pricing": ("正在计算代价……", "Pricing…"),
    "work.repairs": (
        "正在寻找可形成方案的调整，可能要两三分钟（按 Ctrl+C 可停止）……",
        "Looking for what would make a plan possible; up to some three minutes (Ctrl+C ends it)…",
    ),
    "work.verifying": ("正在核实证明……", "Verifying the proof…"),
    "proof.missing": (
        "没有这个文件，无从核实；应为 planner plan 写出的方案文件夹",
        "is not there, so nothing can be verified; expected a folder that `planner plan` wrote",
    ),
    "proof.unreadable": (
        "无法读取，应为 planner plan 写出的证明（整数乘子，绝对值不超过 2^39）",
        "cannot be read; expected the proof that `planner plan` writes "
        "(whole multipliers up to 2^39)",
    ),
    "proof.fails": (
        "方案的证明重算不符（{failures}），没有写出任何文件；请把数据交给维护者",
        "the plan's proof does not add up ({failures}), and nothing was written; "
        "please give the maintainers the data",
    ),
    "verify.optimal": (
        "{part}：{number} 项目标逐项重算相符，方案最优",
        "{part}: all {number} goals re-added; the plan is optimal",
    ),
    "verify.partly": (
        "{part}：{number} 项目标中前 {proved} 项重算相符；从 “{goal}” 起凭求解器 {prover} 所报"
        "（数值 {value}，理论最优值 {bound}）",
        "{part}: the first {proved} of {number} goals re-added; from '{goal}' on it is the word of "
        "{prover} (value {value}, bound {bound})",
    ),
    "verify.met": (
        "{part}：{number} 项目标均达最优值，其中前 {proved} 项逐项重算相符；从 “{goal}” 起最优值是"
        "求解器 {prover} 所报，没有可以重算的证明，summary.json 因此记为 feasible",
        "{part}: all {number} goals at their bounds, of which the first {proved} are re-added; "
        "from '{goal}' on the bound is the word of {prover}, with nothing to re-add, and so "
        "summary.json says feasible",
    ),
    "verify.fails.quotas": (
        "{part}：证明不成立：数量规定（quotas）不符；如编制时用了 --policy，请同样给出",
        "{part}: the proof fails: rules on numbers (quotas) do not hold; if the plan was made with "
        "--policy, give the same one",
    ),
    "verify.fails": ("{part}：证明不成立（{failures}）", "{part}: the proof fails ({failures})"),
    "help.verify": (
        "核实一份方案的证明：不用求解器，只用整数，对全部可选结对重算；不成立时退出码为 4。",
        "Verify a plan's proof: no solver, whole numbers only, over all allowed pairs; "
        "exit code 4 where it fails.",
    ),
}
