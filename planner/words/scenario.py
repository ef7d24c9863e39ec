"""Scenarios and comparisons: what is changed, and what that changed."""

SCENARIO: dict[str, tuple[str, str]] = {
    "beside.twice": (
        "同一份方案写了两次，应各写一次",
        "is there twice, expected every plan once",
    ),
    "beside.stranger": (
        "所比较的方案没有一份是据此编制的（sha256 不符），应为编制时所用的数据或政策参数",
        "none of the plans was made from this (by its sha256), expected the data or the policy "
        "that one was made from",
    ),
    "beside.years": (
        "注意：两份方案年度不同，一份是 {before} 年，一份是 {after} 年",
        "Note: the plans are of different years, {before} and {after}",
    ),
    "beside.no_unit": (
        "注意：两份方案没有共同的单位，应是不同数据集的方案",
        "Note: the plans have no unit in common; they seem to be of different datasets",
    ),
    "beside.parts": (
        "注意：两份方案编制的部分不同，缺少的部分没有目标值可比",
        "Note: the plans were not made of the same parts; a missing part has no goals to compare",
    ),
    "beside.tables_unknown": (
        "注意：数据表不同；用 --data 给出各自的数据，可列出不同的行和列",
        "Note: the tables differ; give both datasets with --data to see which rows and columns",
    ),
    "beside.policy_unknown": (
        "注意：政策参数不同；用 --policy 给出各自的文件，可列出不同的参数",
        "Note: the policies differ; give their files with --policy to see which figures",
    ),
    "beside.title": ("{before} → {after}", "{before} → {after}"),
    "beside.with": ("{plan}（情景：{scenario}）", "{plan} (scenario: {scenario})"),
    "beside.same_input": ("数据和政策参数相同", "The input is the same"),
    "beside.differs": ("{place}：{before} → {after}", "{place}: {before} → {after}"),
    "beside.differs.scenario": ("{place}：{before} → {after}", "{place}: {before} → {after}"),
    "beside.added.scenario": ("{place}：改为 {after}", "{place}: set to {after}"),
    "beside.removed.scenario": ("{place}：不再改为 {before}", "{place}: no more set to {before}"),
    "beside.removed": ("{place}：去掉 {before}", "{place}: without {before}"),
    "beside.added": ("{place}：新增 {after}", "{place}: with {after}"),
    "beside.differs.file": (
        "{place} 不同（sha256 {before} → {after}）",
        "{place} differs (sha256 {before} → {after})",
    ),
    "beside.removed.file": (
        "{place}：只有原方案用到（sha256 {before}）",
        "{place}: used by the first plan only (sha256 {before})",
    ),
    "beside.added.file": (
        "{place}：只有现方案用到（sha256 {after}）",
        "{place}: used by the second plan only (sha256 {after})",
    ),
    "beside.pairing.counts": (
        "结对：保留 {kept}，调换 {moved}，新增 {new}，取消 {dropped}",
        "Pairings: {kept} kept, {moved} moved, {new} new, {dropped} dropped",
    ),
    "beside.pairing.moved": (
        "{unit}（{unit_id}）：由{from_station}（{from_id}）调换为{to_station}（{to_id}）",
        "{unit} ({unit_id}): from {from_station} ({from_id}) to {to_station} ({to_id})",
    ),
    "beside.pairing.new": (
        "{unit}（{unit_id}）：新增{to_station}（{to_id}）",
        "{unit} ({unit_id}): {to_station} ({to_id}) is new",
    ),
    "beside.pairing.dropped": (
        "{unit}（{unit_id}）：取消{from_station}（{from_id}）",
        "{unit} ({unit_id}): {from_station} ({from_id}) is dropped",
    ),
    "beside.pairing.cities": ("各市结对数：{cities}", "Pairings by city: {cities}"),
    "beside.calendar.counts": (
        "行程：不变 {kept}，调整 {moved}，新增 {new}，取消 {dropped}",
        "Trips: {kept} kept, {moved} moved, {new} new, {dropped} dropped",
    ),
    "beside.calendar.moved": (
        "{unit}（{unit_id}）：由 {from_when} 周赴{from_station}调整为 {to_when} 周赴{to_station}",
        "{unit} ({unit_id}): from week {from_when} at {from_station} to week {to_when} at "
        "{to_station}",
    ),
    "beside.calendar.new": (
        "{unit}（{unit_id}）：新增 {to_when} 周赴{to_station}",
        "{unit} ({unit_id}): week {to_when} at {to_station} is new",
    ),
    "beside.calendar.dropped": (
        "{unit}（{unit_id}）：取消 {from_when} 周赴{from_station}",
        "{unit} ({unit_id}): week {from_when} at {from_station} is dropped",
    ),
    "beside.calendar.cities": ("各月行程数：{cities}", "Trips by month: {cities}"),
    "beside.postings.counts": (
        "派出锻炼：不变 {kept}，调整 {moved}，新派 {new}，不派 {dropped}",
        "Postings: {kept} kept, {moved} moved, {new} new, {dropped} dropped",
    ),
    "beside.postings.moved": (
        "{unit}（{unit_id}）：由 {from_when} 批赴{from_station}（{from_id}）调整为 {to_when} 批赴"
        "{to_station}（{to_id}）",
        "{unit} ({unit_id}): from the batch of {from_when} at {from_station} ({from_id}) to that "
        "of {to_when} at {to_station} ({to_id})",
    ),
    "beside.postings.new": (
        "{unit}（{unit_id}）：新派，{to_when} 批赴{to_station}（{to_id}）",
        "{unit} ({unit_id}): goes now, with the batch of {to_when} to {to_station} ({to_id})",
    ),
    "beside.postings.dropped": (
        "{unit}（{unit_id}）：不派（原为 {from_when} 批赴{from_station}（{from_id}））",
        "{unit} ({unit_id}): stays (was with the batch of {from_when} at {from_station} "
        "({from_id}))",
    ),
    "beside.postings.cities": ("各市接收人数：{cities}", "People by city: {cities}"),
    "beside.exchange.counts": (
        "双向交流：不变 {kept}，调整 {moved}，新增 {new}，取消 {dropped}",
        "Exchanges: {kept} kept, {moved} moved, {new} new, {dropped} dropped",
    ),
    "beside.exchange.moved": (
        "{unit}（{unit_id}）{posting}：由 {from_when} 起赴{from_station}（{from_id}）调整为 "
        "{to_when} 起赴{to_station}（{to_id}）",
        "{unit} ({unit_id}), {posting}: from {from_station} ({from_id}), from {from_when} on, to "
        "{to_station} ({to_id}), from {to_when} on",
    ),
    "beside.exchange.new": (
        "{unit}（{unit_id}）{posting}：新增，{to_when} 起赴{to_station}（{to_id}）",
        "{unit} ({unit_id}), {posting}: {to_station} ({to_id}) from {to_when} on is new",
    ),
    "beside.exchange.dropped": (
        "{unit}（{unit_id}）{posting}：取消（原为 {from_when} 起赴{from_station}（{from_id}））",
        "{unit} ({unit_id}), {posting}: {from_station} ({from_id}) from {from_when} on is dropped",
    ),
    "beside.exchange.cities": ("各市接收人数：{cities}", "People by city: {cities}"),
    "beside.more_rows": (
        "……另有 {count} 行变动；用 --json 可取得全部",
        "… and {count} more; --json has all of them",
    ),
    "beside.cost": (
        "费用（元）：{before} → {after}（{difference}）",
        "Cost (yuan): {before} → {after} ({difference})",
    ),
    "beside.cost.units": ("分处室：", "By unit:"),
    "beside.cost.months": ("分月：", "By month:"),
    "beside.cost.one": (
        "{name} {before} → {after}（{difference}）",
        "{name} {before} → {after} ({difference})",
    ),
    "beside.cost_gone": (
        "注意：按 {after} 的数据无法计算原日程的费用：{names}",
        "Note: the first calendar's cost can't be counted by the data of {after}: {names}",
    ),
    "beside.no_cost": (
        "注意：方案文件夹没有记费用；用 --data 给出各自的数据，可列出费用",
        "Note: the folders say no cost; give both datasets with --data to see it",
    ),
    "beside.own_cost": (
        "注意：两份日程的费用各按自己的数据和标准计算；用 --data 给出各自的数据，可按同一口径比较",
        "Note: each calendar's cost is by its own data and rates; give both datasets with --data "
        "to compare like with like",
    ),
    "beside.city": ("{city} {before} → {after}", "{city} {before} → {after}"),
    "beside.before": ("原值", "before"),
    "beside.after": ("现值", "after"),
    "beside.difference": ("增减", "change"),
    "beside.better": ("较好", "better"),
    "beside.worse": ("较差", "worse"),
    "beside.first": ("最先不同的目标", "first to differ"),
    "beside.one_only": ("只有一份方案有此目标", "a goal of one plan only"),
    "beside.open": ("未全部达到最优值", "a bound not met"),
    "help.compare": (
        "比较同一项工作的方案（结对、日程、锻炼、交流，由文件夹自行识别）：与第一份相比，哪些行"
        "保留、调换、新增、取消，各项目标的增减，日程的费用，数据和政策参数有哪些不同；"
        "不写任何文件。",
        "Compare plans of one duty (pairings, calendars, postings, exchanges: the folders tell) "
        "with the first one: rows kept, moved, new and dropped, every goal's change, a calendar's "
        "cost, and which input differs; writes nothing.",
    ),
    "help.compare.others": (
        "与之比较的方案文件夹，一个或几个。",
        "The folders to compare it with.",
    ),
    "help.compare.data": (
        "方案所据的数据，可重复给出；给出时列出不同的行和列。",
        "The data that plans were made from, once or more: to see which rows and columns differ.",
    ),
    "help.compare.policy": (
        "方案所据的政策参数文件，可重复给出；通知的默认值不必给出。",
        "The policy files that plans were made with, once or more; not needed for the notice's.",
    ),
    "work.comparing": ("正在比较……", "Comparing…"),
    "scenario.missing": (
        "没有这个文件，应为 TOML 情景文件",
        "no such file, expected a scenario in TOML",
    ),
    "scenario.differs": (
        "与方案所用的情景不是同一份（sha256 与 summary.json 所记不符），"
        "应为编制该方案的命令写出的那一份",
        "is not the scenario the plan was made with (its sha256 is not that of summary.json), "
        "expected the one that was written with it",
    ),
    "scenario.made": ("情景：{name}", "Scenario: {name}"),
    "help.scenario": (
        "情景文件（TOML）：在数据和政策参数上作哪些改动；随方案存为 scenario.toml，"
        "audit、verify、why 自动按它核对。",
        "A scenario (TOML): what to change in the data and the policy; it is kept with the plan as "
        "scenario.toml, by which audit, verify and why judge the plan.",
    ),
    "scenario.no_name": (
        '情景没有名称，应写明 name = "……"',
        'the scenario has no name, expected name = "…"',
    ),
    "scenario.no_path": (
        "“{step}”之下已是一个值，不能再往下写",
        "there is a value at '{step}' already, nothing can stand below it",
    ),
    "scenario.table": (
        "没有“{value}”这个表，应为下列之一：{known}",
        "there is no table '{value}', expected one of: {known}",
    ),
    "scenario.table_near": (
        "没有“{value}”这个表，是否应为 {near}？",
        "there is no table '{value}', expected perhaps {near}",
    ),
    "scenario.verb": (
        "此处不能写“{value}”，应为下列之一：{known}",
        "'{value}' can't stand here, expected one of: {known}",
    ),
    "scenario.verb_near": (
        "此处不能写“{value}”，是否应为 {near}？",
        "'{value}' can't stand here, expected perhaps {near}",
    ),
    "scenario.column": (
        "没有“{value}”这一列，应为下列之一：{known}",
        "there is no column '{value}', expected one of: {known}",
    ),
    "scenario.column_near": (
        "没有“{value}”这一列，是否应为 {near}？",
        "there is no column '{value}', expected perhaps {near}",
    ),
    "scenario.id": (
        "{file} 中没有编号“{value}”，其中有：{known}",
        "{file} has no identifier '{value}', it has: {known}",
    ),
    "scenario.id_near": (
        "{file} 中没有编号“{value}”，是否应为“{near}”？",
        "{file} has no identifier '{value}', expected perhaps '{near}'",
    ),
    "scenario.not_table": (
        "发现“{value}”，应为一组“列 = 值”",
        "found '{value}', expected a table of keys and values",
    ),
    "scenario.not_list": (
        '发现“{value}”，应为编号的列表，如 ["D03"]',
        "found '{value}', expected a list of identifiers such as [\"D03\"]",
    ),
    "scenario.not_entries": (
        "发现“{value}”，应为若干条，每条一节 [[…]]",
        "found '{value}', expected entries, each a section [[…]]",
    ),
    "scenario.not_value": (
        "发现“{value}”，应为单个值",
        "found '{value}', expected a single value",
    ),
    "scenario.empty": (
        "这一条是空的，应至少写明一列",
        "this entry is empty, expected at least one column",
    ),
    "scenario.set_id": (
        "编号不能改，应去掉原有的一行再新增一行",
        "an identifier can't be set, expected the row removed and a new one added",
    ),
    "scenario.twice": (
        "“{value}”写了两次，应只写一次",
        "'{value}' is there twice, expected it once",
    ),
    "scenario.exists": (
        "编号“{value}”在 {place} 已有，应改用 set，或换一个新编号",
        "the identifier '{value}' is at {place} already, expected `set` for it or a new one",
    ),
    "scenario.removed": (
        "“{value}”在本情景中已去掉，不能同时又用到它，应只留其一",
        "this very scenario removes '{value}', which can't be used here too; expected one of both",
    ),
    "scenario.no_row": (
        "{file} 中没有符合的行，应至少符合一行",
        "no row of {file} has these cells, expected at least one",
    ),
    "scenario.no_cell": (
        "{file} 的这一列没有“{value}”，其中有：{known}",
        "this column of {file} has no '{value}', it has: {known}",
    ),
    "scenario.no_cell_near": (
        "{file} 的这一列没有“{value}”，是否应为“{near}”？",
        "this column of {file} has no '{value}', expected perhaps '{near}'",
    ),
    "scenario.follows": (
        "“{value}”去掉后，有 {count} 行随之去掉：{rows}",
        "with '{value}' go {count} row(s) that name it: {rows}",
    ),
    "scenario.orphans.departments": (
        "“{value}”离任后，{names} 没有分管领导，应在同一情景中改由他人分管，"
        '如 [departments.set.{first}] leader_id = "……"',
        "'{value}' leaves and {names} would have no leader in charge, expected another one "
        'in the same scenario, as [departments.set.{first}] leader_id = "…"',
    ),
    "scenario.orphans.cadres": (
        "“{value}”撤销后，{names} 没有处室，应在同一情景中改到其他处室，"
        '如 [cadres.set.{first}] department_id = "……"',
        "with '{value}' removed, {names} would have no department, expected another one in the "
        'same scenario, as [cadres.set.{first}] department_id = "…"',
    ),
}
