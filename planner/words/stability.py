"""A plan in force, the fewest changes to it, and the exchange curve."""

STABILITY: dict[str, tuple[str, str]] = {
    "goal.stability": ("对现行方案的改动", "changes to the plan in force"),
    "loss.stability": ("对现行方案多改 {amount}", "changes to the plan in force: {amount} more"),
    "gain.stability": ("对现行方案少改 {amount}", "changes to the plan in force: {amount} fewer"),
    "goal.displaced": ("处室现行结对被占位", "departments' pairings displaced"),
    "loss.displaced": (
        "多占处室现行结对的位置 {amount}",
        "departments' pairings displaced: {amount} more",
    ),
    "gain.displaced": (
        "少占处室现行结对的位置 {amount}",
        "departments' pairings displaced: {amount} fewer",
    ),
    "gives.displaced": (
        "占了处室现行结对的位置（权重 {amount}）",
        "displaces departments' pairings in force (weight {amount})",
    ),
    "gives.displaced.none": (
        "不占处室现行结对的位置",
        "displaces no department's pairing in force",
    ),
    "stability.lacking": (
        "目标次序中有 stability，但没有给出现行方案，应以 --in-force 指明，或从次序中去掉它",
        "the goals name stability, but no plan in force is given; expected one (--in-force), or an "
        "order without stability",
    ),
    "in_force.missing": (
        "没有这个文件，应为以前写出的方案文件夹或 plan.csv",
        "no such file; expected the folder of an earlier plan or a plan.csv",
    ),
    "in_force.year": (
        "现行方案是 {value} 年的，应为 {year} 年",
        "the plan in force is of {value}; expected {year}",
    ),
    "in_force.twice": (
        "这个结对在第 {first} 行已有，应只列一次",
        "row {first} has this pairing already; expected it once",
    ),
    "in_force.kind": (
        "{unit}在数据表中不是 {value}，应与数据表一致",
        "{unit} is no {value} in the tables; expected what they say",
    ),
    "in_force.other": (
        "{total} 个结对中有 {number} 个的单位或司法所不在数据表中（{names}），"
        "应为同一份数据的方案，至少一半结对对得上",
        "{number} of {total} pairings name a unit or station that the tables don't have ({names}); "
        "expected a plan of these data, at least half of whose pairings they know",
    ),
    "in_force.gone": (
        "“{value}”在今年名单中查不到，其现行的 {number} 个结对计入改动",
        "'{value}' is not in the tables any more; its pairings in force ({number}) count as "
        "changed",
    ),
    "curve.ends": (
        "{part}：现行 {total} 处，至少改动 {least} 处；改动 {most} 处，各项目标即与不受限制时相同",
        "{part}: {total} in force, {least} must change at least; with {most} changes every goal is "
        "as good as without a limit",
    ),
    "curve.flat": (
        "{part}：现行 {total} 处，至少改动 {least} 处，此时各项目标已与不受限制时相同",
        "{part}: {total} in force, {least} must change at least, and then every goal is as good as "
        "without a limit",
    ),
    "curve.one": (
        "  再多改动 1 处（{before}→{after}）：{gain}",
        "  one more change ({before} to {after}): {gain}",
    ),
    "curve.more": (
        "  改动由 {before} 处增至 {after} 处：{gain}",
        "  changes from {before} to {after}: {gain}",
    ),
    "curve.same": ("不随改动变化：{goals}", "the same at every point: {goals}"),
    "curve.settled": (
        "每一点的各项目标均达理论最优值，待复核",
        "every goal meets its bound at every point, not re-checked",
    ),
    "curve.open": (
        "带括号的数值未达理论最优值，括号内为理论最优值",
        "a value with a bound in brackets does not meet it",
    ),
    "curve.changed": ("改动", "changes"),
    "work.curve": ("正在求交换曲线……", "Solving the exchange curve…"),
    "help.curve": (
        "交换曲线：对现行方案每多改动一处，各项目标最多能好多少；每一点都逐项目标求解。",
        "The exchange curve: how good the goals can be with each number of changes to the plan in "
        "force; every point is solved goal by goal.",
    ),
    "help.curve.in_force": (
        "现行方案：以前写出的文件夹或其中的 plan.csv，可加一列 approval（批准权重）。",
        "The plan in force: a folder written before, or a plan.csv, perhaps with a column approval "
        "(a weight).",
    ),
    "help.curve.scenario": (
        "情景文件：先按它改动数据和政策，再求曲线。",
        "A scenario file: the data and the policy are changed by it first.",
    ),
    "help.curve.part": (
        "哪一部分的曲线；处室部分围绕同一现行方案下重排的厅领导方案。",
        "Whose curve; the departments' stands around the leaders' plan made beside the same plan "
        "in force.",
    ),
    "help.in_force": (
        "现行方案：以前写出的文件夹或其中的 plan.csv，可加一列 approval（批准权重）；新方案对它的"
        "改动最少，政策未排定 stability 的位置时排在 balance 之后。",
        "The plan in force: a folder written before, or a plan.csv, perhaps with a column approval "
        "(a weight). The new plan changes it least, after balance unless the policy places "
        "stability elsewhere.",
    ),
}
