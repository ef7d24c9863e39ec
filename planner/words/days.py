"""Sentences of days: the tables' faults, the ledger, the filing, the calendar, the cost."""

DAYS: dict[str, tuple[str, str]] = {
    # every table
    "days.repeated": (
        "与第 {first} 行重复，应只留一行",
        "this repeats row {first}, expected only one of them",
    ),
    # cadres
    "days.left_early": (
        "离厅日期 {value} 早于到厅日期 {joined}，应不早于该日",
        "left on {value}, before joining on {joined}; expected that day or later",
    ),
    "days.joins_later": (
        "到厅日期 {value} 在 {year} 年之后，当年无蹲点任务",
        "joins on {value}, after {year}: nothing is owed for that year",
    ),
    "days.over_headcount": (
        "{unit} 名册有干部 {value} 人，多于编制人数 {headcount} 人",
        "{unit} has {value} cadres in the roster, more than its headcount of {headcount}",
    ),
    "days.no_cadres": (
        "{unit} 在干部表中没有人",
        "{unit} has nobody in the table of cadres",
    ),
    "days.village_twice": (
        "驻村扶贫已在 {place} 登记为全年，此行不再增加",
        "village duty is said for the whole year at {place}; this row adds nothing",
    ),
    # visits
    "days.visits_overlap": (
        "{value} 的这次蹲点与第 {first} 行日期重叠；一天只计一个所，应分开日期",
        "this visit of {value} overlaps with row {first}; a day counts at one station, "
        "expected separate days",
    ),
    "days.visit_early": (
        "{value} 尚未到厅（到厅日期 {joined}），应不早于该日",
        "{value} is before joining on {joined}, expected that day or later",
    ),
    "days.visit_late": (
        "{value} 已离厅（离厅日期 {left}），应不晚于该日",
        "{value} is after leaving on {left}, expected that day or earlier",
    ),
    "days.visit_away": (
        "{value} 当时离岗（{cause}，见 {place}），应核对日期",
        "{value} is away then ({cause}, see {place}), expected other days",
    ),
    "days.visit_merged": (
        "司法所“{value}”自 {day} 起已撤并，应为承接所 {near}",
        "the station '{value}' is merged from {day} on, expected its successor {near}",
    ),
    "days.visit_closed": (
        "司法所“{value}”自 {day} 起已撤销且无承接所，应核对日期或司法所",
        "the station '{value}' is closed from {day} on without a successor, "
        "expected another day or station",
    ),
    "days.visit_long": (
        "一次蹲点 {value} 天，应不超过 {most} 天；更长的应登记为锻炼挂职",
        "a visit of {value} days, expected at most {most}; what is longer is a posting",
    ),
    "days.visit_bureau": (
        "{value} 为厅级非领导干部，通知未要求其蹲点天数",
        "{value} is of bureau rank: the notice asks no days of them",
    ),
    "days.before_notice": (
        "{value} 早于通知施行之日 {since}，应不早于该日",
        "{value} is before the notice is in force ({since}), expected that day or later",
    ),
    "days.visit_future": (
        "{value} 晚于统计截止日 {on}，其后的天数暂不计",
        "{value} is after {on}, up to which days are counted: later ones do not count yet",
    ),
    "days.visit_elsewhere": (
        "“{value}”不是其对口联系的司法所，天数不计；对口联系的是：{own}",
        "'{value}' is not an own station, its days do not count; own ones are: {own}",
    ),
    "days.visit_holiday": (
        "自 {value} 起的这次蹲点没有一个工作日",
        "this visit from {value} on has no working day",
    ),
    "days.visit_village": (
        "{value} 当时承担驻村扶贫任务",
        "{value} is on village duty then",
    ),
    # absences, moves, mergers
    "days.absences_overlap": (
        "{value} 的这次离岗与第 {first} 行日期重叠，应分开日期",
        "this absence of {value} overlaps with row {first}, expected separate days",
    ),
    "days.absent_early": (
        "离岗始于 {value}，早于到厅日期 {joined}，应不早于该日",
        "an absence from {value} on, before joining on {joined}; expected that day or later",
    ),
    "days.absent_late": (
        "离岗始于 {value}，晚于离厅日期 {left}，应不晚于该日",
        "an absence from {value} on, after leaving on {left}; expected that day or earlier",
    ),
    "days.leader_village": (
        "{value} 是厅领导，离岗事由不应为驻村",
        "{value} is a leader, expected another cause than village duty",
    ),
    "days.moved_nowhere": (
        "调出处室“{value}”就是其此后所在的处室，应填写调出的处室",
        "the department left, '{value}', is the one he then is in; expected the one before",
    ),
    "days.moved_twice": (
        "{value} 当日的调动与第 {first} 行重复，一天应只有一次调动",
        "a move on {value} as in row {first}, expected one move a day",
    ),
    "days.moved_early": (
        "调动日期 {value} 不晚于到厅日期 {joined}，应晚于该日",
        "moved on {value}, not after joining on {joined}; expected a later day",
    ),
    "days.moved_late": (
        "调动日期 {value} 晚于离厅日期 {left}，应不晚于该日",
        "moved on {value}, after leaving on {left}; expected that day or earlier",
    ),
    "days.merged_twice": (
        "司法所“{value}”已在第 {first} 行撤并，一个所应只有一行",
        "the station '{value}' is merged in row {first} already, expected one row a station",
    ),
    "days.circle": (
        "撤并关系成环：{value}，应有一个所最终保留或撤销",
        "the mergers go in a circle: {value}; expected one that stays or closes",
    ),
    "days.successor_gone": (
        "承接所“{value}”自 {day} 起已撤并，应为当时仍在的所",
        "the successor '{value}' is gone itself from {day} on, expected one that stands then",
    ),
    # working days, days that do not suit
    "days.day_twice": (
        "日期 {value} 已在第 {first} 行，应只留一行",
        "the date {value} is in row {first} already, expected it once",
    ),
    "days.day_unchanged": (
        "{value} 本来如此，此行不改变任何一天",
        "{value} is so anyway: this row changes nothing",
    ),
    "days.blocked_elsewhen": (
        "此行没有 {year} 年的日期",
        "no day of this row is in {year}",
    ),
    "days.guessed": (
        "{year} 年的放假安排尚未公布或未收录，工作日按周一至周五并扣除固定节日推算；"
        "公布后请填写工作日表",
        "the working days of {year} are not known: they are a guess (Monday to Friday without the "
        "fixed holidays); fill in the table of working days once they are announced",
    ),
    "days.attached_unpaid": (
        "有跟班学习人员而误餐补助标准 attached_meal 为 0，补助按 0 元计",
        "chiefs are attached and attached_meal is 0: their allowance is counted as nothing",
    ),
    # arguments
    "days.no_plan": (
        "文件夹中没有 plan.csv，应为 planner plan 写出的文件夹",
        "there is no plan.csv in this folder, expected one that planner plan wrote",
    ),
    "days.plan_year": (
        "方案是 {value} 年的，应为 {year} 年",
        "the plan is of {value}, expected {year}",
    ),
    "days.plan_outside": (
        "方案启用日期 {value} 不在 {year} 年内，应为当年的日期",
        "the plan holds from {value}, expected a day of {year}",
    ),
    "days.plan_twice": (
        "自 {value} 起已有方案 {first}，同一日期应只有一个方案",
        "the plan {first} holds from {value} already, expected one plan from a date",
    ),
    "days.plan_lacks": (
        "方案中的“{value}”在数据表中没有，应为其中的单位或司法所",
        "the plan names '{value}', which the tables lack; expected a unit or station of theirs",
    ),
    "days.on_outside": (
        "日期 {value} 不在 {first} 与 {last} 之间，应在其间",
        "{value} is not from {first} to {last}, expected a day of these",
    ),
    "days.out_filed": (
        "文件夹中已有备案（filing.json），备案不得改写，应另给一个文件夹",
        "a filing (filing.json) lies in this folder and is never written again; "
        "expected another folder",
    ),
    "days.out_foreign": (
        "文件夹中有非本命令写出的文件“{value}”，不予覆盖，应另给一个文件夹",
        "'{value}' in this folder was not written by this command and is not replaced; "
        "expected another folder",
    ),
    "days.out_input": (
        "是输入数据所在的文件夹，应另给一个文件夹",
        "this is a folder of the input, expected another one",
    ),
    "days.no_filing": (
        "不是备案文件夹（缺少 {value} 或内容不完整），应为 planner filing 写出的文件夹",
        "no filing lies here ({value} is missing or not whole), "
        "expected a folder that planner filing wrote",
    ),
    "days.filed_year": (
        "所给备案是 {value} 年的，应为 {year} 年",
        "the filing is of {value}, expected one of {year}",
    ),
    "days.filed_later": (
        "所给备案是第 {value} 半年的，应不晚于第 {half} 半年",
        "the filing is of half {value}, expected half {half} or an earlier one",
    ),
    "days.filed_changed": (
        "{value} 与 filing.json 记载的校验值不符，备案文件已被改动",
        "{value} does not have the digest that filing.json gives: the filing was changed",
    ),
    "days.no_calendar": (
        "不是日程文件夹（缺少 {value} 或内容不完整），应为 planner calendar 写出的文件夹",
        "no calendar lies here ({value} is missing or not whole), "
        "expected a folder that planner calendar wrote",
    ),
    "days.calendar_other": (
        "日程所依据的输入与现在不同（{value}），应按现有数据重新编制日程",
        "the calendar was made from other inputs ({value}); make it again from these",
    ),
    "days.trip_lacks": (
        "日程中的“{value}”在数据表中没有，应为其中的人员或司法所",
        "the calendar names '{value}', which the tables lack; "
        "expected a person or station of theirs",
    ),
    # names
    "days.status.exempt": ("不作要求", "exempt"),
    "days.status.met": ("已完成", "met"),
    "days.status.impossible": ("当年已无法完成", "impossible"),
    "days.status.behind": ("进度滞后", "behind"),
    "days.status.on_pace": ("进度正常", "on pace"),
    "days.cause.rank": ("厅级非领导干部", "bureau rank"),
    "days.cause.out": ("未到厅、已离厅或不在任", "not in post"),
    "days.cause.village": ("本人驻村扶贫", "village duty"),
    "days.cause.department": ("所在处室承担驻村扶贫任务", "the department's village duty"),
    "days.cause.posting": ("下基层锻炼或挂职", "posting"),
    "days.cause.leave": ("长期请假", "long leave"),
    "days.clause.rank": ("三-1：处级及以下干部", "三-1: cadres at division level and below"),
    "days.clause.out": ("三-1：厅机关干部", "三-1: cadres of the department"),
    "days.clause.village": ("三-1：承担驻村扶贫工作任务的除外", "三-1: but for village duty"),
    "days.clause.department": (
        "三-1：承担驻村扶贫工作任务的除外",
        "三-1: but for village duty",
    ),
    "days.clause.posting": ("三-2：在司法所锻炼", "三-2: posted to a station"),
    "days.clause.leave": ("政策参数 days.excuses", "policy days.excuses"),
    "days.change.added": ("补报", "added"),
    "days.change.removed": ("撤销", "removed"),
    "days.change.changed": ("更正", "changed"),
    # the commands
    "help.days": (
        "统计全年应蹲天数、已完成天数、进度和基层负担。",
        "Count what everybody owes in a year, what is done, the pace, and the stations' burden.",
    ),
    "help.days.plan": (
        "启用的结对方案文件夹，可加启用日期（DIR@2019-07-01，默认当年 1 月 1 日）；可给多个。",
        "A folder with the pairing in force, from a date on (DIR@2019-07-01; 1 January without "
        "one); once or more.",
    ),
    "help.filing": (
        "编制半年蹲点备案：备案表、各处室文书和汇总；已备案的不再改写，补报列为更正。",
        "File a half-year: tables, each department's papers and a summary. A filing is never "
        "written again; late entries are shown as corrections.",
    ),
    "help.filing.half": ("半年：1 上半年，2 下半年。", "The half: 1 or 2."),
    "help.filing.on": (
        "统计截止日；默认为半年末，最晚为次年 3 月 31 日。",
        "The day up to which is counted; the half's end without it, 31 March of the next year "
        "at the latest.",
    ),
    "help.filing.filed": (
        "此前的备案文件夹：列出其后补报、撤销和更正的记录。",
        "An earlier filing: what was added, removed or changed since is listed.",
    ),
    "help.filing.templates": (
        "文书模板文件夹；没有的用内置模板。",
        "A folder of templates for the papers; those of the house where it lacks one.",
    ),
    "help.calendar": (
        "编制全年蹲点日程：每人、每所、每周；各项目标逐级最优，并复核、审计。",
        "Make the visit calendar of a year: who goes where in which week, the goals in order, "
        "proved and audited.",
    ),
    "help.calendar.from": (
        "自何日起安排，如 2019-07-01；此前的蹲点视为已完成；默认 1 月 1 日。",
        "The first day, such as 2019-07-01; visits before it are done; 1 January without it.",
    ),
    "help.cost": (
        "按处室和月份测算差旅和误餐补助经费。",
        "Count the cost of travel, and of attached chiefs' meals, by unit and month.",
    ),
    "help.cost.calendar": (
        "按此蹲点日程测算，代替蹲点记录。",
        "A calendar whose trips are counted instead of the visits.",
    ),
    "help.days.out": ("结果文件夹。", "The folder for the results."),
    "help.days.on": (
        "统计截止日，如 2019-06-30；默认年末。",
        "The day up to which is counted, such as 2019-06-30; the year's end without it.",
    ),
    "work.days": ("正在计算蹲点天数……", "Counting days…"),
    "work.filing": ("正在编制备案……", "Making the filing…"),
    "work.calendar": ("正在编制、复核并审计蹲点日程……", "Making, proving, auditing the calendar…"),
    "work.cost": ("正在测算经费……", "Counting the cost…"),
    "days.counted": (
        "截至 {on}：应蹲点 {people} 人 {owed} 天，已完成 {done} 天；{met} 人已完成，"
        "{on_pace} 人进度正常，{behind} 人滞后，{impossible} 人当年已无法完成，{exempt} 人不作要求",
        "By {on}: {people} people owe {owed} days and have {done}; {met} have met it, "
        "{on_pace} are on pace, {behind} behind, {impossible} can't make it any more, "
        "{exempt} are exempt",
    ),
    "days.filed": (
        "第 {half} 个半年的备案（截至 {on}）：{people} 人，记录 {lines} 条，计入 {counted} 天，"
        "更正 {corrections} 条",
        "Half {half}, up to {on}: {people} people, {lines} lines, {counted} days count, "
        "{corrections} corrections",
    ),
    "days.filing_written": (
        "备案已写入 {folder}（filing.csv、filing_people.csv、filing.json、各处室文书和汇总）",
        "The filing is written to {folder} (filing.csv, filing_people.csv, filing.json, the "
        "departments' papers and the summaries)",
    ),
    "days.cost": (
        "全年经费 {total} 元：伙食 {meals}，市内交通 {local}，住宿 {lodging}，"
        "城际交通 {fares}，跟班误餐补助 {attached}",
        "{total} yuan in the year: meals {meals}, local travel {local}, lodging {lodging}, "
        "fares {fares}, attached chiefs' meals {attached}",
    ),
    "days.cost.examples": (
        "各项标准均为示例，未经确认；请在 policy.toml 的 [cost] 中填写本单位标准",
        "All rates are examples that nobody has confirmed; fill in your own in [cost] of "
        "policy.toml",
    ),
    "days.cost.some_examples": (
        "标准 {names} 仍为示例值，未见确认；请在 policy.toml 的 [cost] 中核对",
        "The rates {names} are still the example's, which nobody has confirmed; check them in "
        "[cost] of policy.toml",
    ),
    "days.cost.own_rates": (
        "按政策参数中本单位填写的标准测算",
        "Counted by the office's own rates in the policy",
    ),
    "days.cost.written": (
        "经费测算已写入 {folder}（cost.csv）",
        "The cost is written to {folder} (cost.csv)",
    ),
    "days.calendar.written": (
        "{trips} 次蹲点已写入 {folder}（calendar.csv、trips.xlsx、每人一份 .ics、"
        "summary.json、proof.json、audit.csv）",
        "{trips} trips written to {folder} (calendar.csv, trips.xlsx, an .ics a person, "
        "summary.json, proof.json, audit.csv)",
    ),
    "days.calendar.short": (
        "{people} 人共 {days} 天无法在日程中补足：{names}",
        "{people} people can't make {days} days of their need: {names}",
    ),
    "days.calendar.to_meet": ("要全部补足：", "For every need to be met:"),
    "work.remedies": ("正在查找可行的调整……", "Looking for changes that help…"),
    "days.calendar.few_weeks": (
        "其中 {people} 人可用的周数少于所需次数（离岗、不宜安排或没有对口联系的司法所）：{names}",
        "of these {people} have fewer weeks than trips (absent, days that do not suit, or no "
        "station of their own): {names}",
    ),
    "days.calendar.full.trips_a_month": (
        "每人每月次数（trips_a_month）已达上限：{names}",
        "the rule trips_a_month is at its bound: {names}",
    ),
    "days.calendar.full.visitors": (
        "司法所每周接待人数（visitors）已达上限：{names}",
        "the rule visitors is at its bound: {names}",
    ),
    "days.calendar.full.load": (
        "司法所每月接待次数（load）已达上限：{names}",
        "the rule load is at its bound: {names}",
    ),
    "part.calendar": ("蹲点日程", "calendar"),
    "part.weeks": ("周次", "weeks"),
    "goal.met": ("应蹲天数补足", "days met"),
    "goal.first_half": ("上半年完成天数", "first half's days"),
    "goal.visited": ("有人前往的单位与所", "units and stations visited"),
    "goal.burden": ("基层接待负担", "burden"),
    "goal.journeys": ("行程数", "journeys"),
    "goal.weeks_tie": ("周次并列取舍值", "tie of the weeks"),
    "days.no_days": (
        "不是蹲点统计文件夹（缺少 {value} 或内容不完整），应为 planner days 写出的文件夹",
        "no count of days lies here ({value} is missing or not whole), expected a folder that "
        "planner days wrote",
    ),
    "days.why.nobody": (
        "查无此人“{value}”，应为厅领导或干部的编号或名称",
        "there is no '{value}', expected the id or the name of a leader or a cadre",
    ),
    "days.why.several": (
        "有几人名为“{value}”，应给出编号：{names}",
        "several have the name '{value}', expected an id of: {names}",
    ),
    "days.why.month": (
        "“{value}”不是日程中的月份，应在 {known} 之间",
        "'{value}' is no month of the calendar, expected one of {known}",
    ),
    "days.why.owed": (
        "{name}（{person}，{unit}）{year} 年应蹲点 {owed} 天：按 {months} 个月计",
        "{name} ({person}, {unit}) owes {owed} days in {year}: {months} months count",
    ),
    "days.why.excused": (
        "不计入的月份：{cause}（{clause}）",
        "months that do not count: {cause} ({clause})",
    ),
    "days.why.counts": (
        "{start} 至 {end} 在{station}：{days} 天，计入 {counted} 天",
        "{start} to {end} at {station}: {days} days, {counted} count",
    ),
    "days.why.elsewhere": (
        "{start} 至 {end} 在{station}：{days} 天，不是对口联系的司法所，不计入",
        "{start} to {end} at {station}: {days} days, not an own station, they do not count",
    ),
    "days.why.future": (
        "{start} 至 {end} 在{station}：{days} 天，尚未到期",
        "{start} to {end} at {station}: {days} days, yet to come",
    ),
    "days.why.stands": (
        "截至 {on}：已完成 {done} 天，尚差 {short} 天，尚可安排 {left} 个工作日，"
        "最迟开始日期 {last}；{status}",
        "by {on}: {done} days made, {short} short, {left} working days left, last start {last}; "
        "{status}",
    ),
    "days.why.trip": (
        "安排 {start_date} 至 {end_date}（{week}）到{station}，{days} 天",
        "planned from {start_date} to {end_date} ({week}) at {station}, {days} days",
    ),
    "days.why.no_trip": ("日程中没有安排", "nothing is planned"),
    "days.why.goes": (
        "{name} 在 {month} 已有安排",
        "{name} goes in {month} as it is",
    ),
    "days.why.no_option": (
        "{name} 在 {month} 没有可安排的周次（已无应补天数、离岗、不宜安排或没有对口联系的司法所）",
        "{name} has no week in {month} (nothing owed, absent, days that do not suit, or no own "
        "station)",
    ),
    "days.why.impossible": (
        "{name} 在 {month} 的任何安排都不符合规则",
        "no trip of {name} in {month} keeps the rules",
    ),
    "days.why.free": (
        "{name} 改在 {month}（{week}，{station}）：各项目标值均不变，可互换",
        "{name} in {month} instead ({week}, {station}): no goal changes, it is as good",
    ),
    "days.why.price": (
        "{name} 改在 {month}（{week}，{station}）的代价：{losses}",
        "{name} in {month} instead ({week}, {station}) costs: {losses}",
    ),
    "loss.met": ("补足的应蹲天数减少 {amount} 天", "days met: {amount} fewer"),
    "gain.met": ("补足的应蹲天数增加 {amount} 天", "days met: {amount} more"),
    "loss.first_half": ("上半年完成减少 {amount} 天", "days of the first half: {amount} fewer"),
    "gain.first_half": ("上半年完成增加 {amount} 天", "days of the first half: {amount} more"),
    "loss.visited": (
        "有人前往的单位与所减少 {amount} 对",
        "units and stations visited: {amount} fewer",
    ),
    "gain.visited": (
        "有人前往的单位与所增加 {amount} 对",
        "units and stations visited: {amount} more",
    ),
    "loss.burden": ("基层接待负担增加 {amount}", "burden: {amount} more"),
    "gain.burden": ("基层接待负担减少 {amount}", "burden: {amount} less"),
    "days.written": (
        "应蹲天数、蹲点台账、基层负担已写入 {folder}（obligations.csv、ledger.csv、burden.csv）",
        "Obligations, ledger and burden written to {folder} "
        "(obligations.csv, ledger.csv, burden.csv)",
    ),
}
