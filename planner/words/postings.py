"""Postings and exchange: figures, faults, verdicts, plans, what falls due."""

POSTINGS: dict[str, tuple[str, str]] = {
    "policy.not_flag": (
        "发现 {value}，应为 true 或 false",
        "found {value}, expected true or false",
    ),
    "policy.no_start": (
        "至少应有一个开始日期，格式为 MM-DD",
        "found nothing, expected at least one day MM-DD",
    ),
    "policy.not_start": (
        "发现 {value}，应为每年都有的日期，格式为 MM-DD",
        "found {value}, expected a day of every year, written MM-DD",
    ),
    "policy.leap_start": (
        "发现 {value}，并非每年都有这一天，应为其他日期",
        "found {value}, which not every year has, expected another day",
    ),
    "policy.longer_than_most": (
        "发现 {months} 个月，不应超过 most_months 的 {most} 个月（三-3）",
        "found {months} months, expected at most the {most} of most_months (三-3)",
    ),
    "policy.no_batch": (
        "new_hire 为 {new_hire} 个月、after_joining 为 {after_joining} 个月，相差应不少于 {least} "
        "个月，否则新入职干部可能赶不上任何批次",
        "found new_hire {new_hire} and after_joining {after_joining}, expected at least {least} "
        "months between them: else a new hire may meet no batch",
    ),
    "postings.unborn": (
        "出生日期 {value} 晚于 {day}，应为更早的日期",
        "found a birth on {value}, expected one by {day}",
    ),
    "postings.joins_late": (
        "到厅日期 {value} 晚于规划期末 {last}，应不晚于规划期末",
        "found joining on {value}, expected no later than the plan's last day {last}",
    ),
    "postings.ambiguous_county": (
        "{count} 个设区市有“{value}”：{names}，应写明“设区市/县”",
        "{count} cities have {value}: {names}; expected city/county",
    ),
    "postings.near_county": (
        "籍贯“{value}”不是司法所表中县（市、区）的写法，应写作“{near}”",
        "the native county {value} is not written as the stations' counties are; expected {near}",
    ),
    "postings.unknown_county": (
        "籍贯“{value}”不在司法所表的县（市、区）中，不作回避",
        "the native county {value} is none of the stations' and keeps nobody from any station",
    ),
    "postings.chief_sent": (
        "{person}是司法所所长，所长只能跟班学习",
        "{person} is a chief, expected an attachment",
    ),
    "postings.cadre_attached": (
        "{person}是厅机关干部，应为锻炼或挂职",
        "{person} is a cadre, expected training or a secondment",
    ),
    "postings.not_at_a_station": (
        "接收单位 {value} 不是司法所，锻炼和挂职应到司法所",
        "found {value}, which is no station, expected a station",
    ),
    "postings.attached_to_station": (
        "接收单位 {value} 是司法所，跟班学习应到处室或市局",
        "found the station {value}, expected a department or a city",
    ),
    "postings.host_gone": (
        "接收所 {value} 自 {day} 起撤并，不再占用名额，人员仍计为在外",
        "the host {value} is gone from {day}: no place is taken there, the person stays away",
    ),
    "postings.same_start": (
        "与第 {first} 行人员和开始日期相同，应只有一行",
        "the same person and start as in row {first}, expected one row",
    ),
    "postings.overlap": (
        "{person}的两次下派重叠：第 {first} 行到 {end} 才结束，应在其后开始",
        "{person} is away by row {first} until {end}, expected a later start",
    ),
    "postings.too_long": (
        "结束日期 {value} 超过 {most} 个月（三-3），应不晚于 {last}",
        "found an end on {value}, over {most} months (三-3), expected {last} at the latest",
    ),
    "postings.graded_early": (
        "到 {end} 才期满，期满前不应有考核等次",
        "the posting lasts until {end}, expected no grade before its end",
    ),
    "postings.no_route": (
        "锻炼应写明路径：A（无基层工作经历）或 B（新入职）",
        "found no route, expected A (no grassroots experience) or B (newly hired)",
    ),
    "postings.route": (
        "发现路径 {value}，只有锻炼有路径，应留空",
        "found route {value}, expected none: only training has a route",
    ),
    "postings.other_length": (
        "结束日期 {value}，路径 {route} 为 {months} 个月，通常到 {last}",
        "the end is {value}; route {route} has {months} months, to {last}",
    ),
    "postings.second_chief": (
        "司法所 {value} 已有所长（第 {first} 行），一所只有一位所长",
        "the station {value} has a chief in row {first}, expected one chief a station",
    ),
    "postings.host_twice": (
        "司法所 {value} 已在第 {first} 行，应只有一行",
        "the station {value} stands in row {first} already, expected one row",
    ),
    "postings.apart_alone": (
        "{person}写了两次，甲、乙应为两人",
        "found {person} twice, expected two people",
    ),
    "postings.no_place": (
        "写了层级而没有写地方，应同时填写或同时留空",
        "found a level without a place, expected both or neither",
    ),
    "postings.no_level": (
        "写了地方而没有写层级，应同时填写或同时留空",
        "found a place without a level, expected both or neither",
    ),
    "postings.department_for_cadre": (
        "{person}是厅机关干部，不派往处室，层级应为司法所、县或市",
        "{person} is a cadre and goes to no department, expected a station, county or city",
    ),
    "postings.station_for_chief": (
        "{person}是所长，跟班学习到处室，层级应为处室",
        "{person} is a chief and goes to a department, expected the level department",
    ),
    "postings.no_batch": (
        "{value} 不是任何批次的开始日期，各批次为：{batches}",
        "found {value}, which begins no batch, expected one of {batches}",
    ),
    "postings.require_what": (
        "指定应写明下派类别（锻炼、挂职或跟班学习）",
        "found no posting, expected which one is required",
    ),
    "postings.both": (
        "同一下派既指定又否定：第 {first} 行已否定",
        "required here and forbidden in row {first}, expected one decision",
    ),
    "postings.may_not": (
        "{person}不能按指定派出：{why}",
        "{person} may not go as required: {why}",
    ),
    "postings.may_not.on": ("{start} {why}（{code}）", "{start}: {why} ({code})"),
    "postings.no_host": (
        "指定的地方没有可接收{person}的司法所",
        "no station there may host {person}, expected a place with one that may",
    ),
    "postings.no_plan": (
        "文件夹中没有 postings.csv，应为 planner postings 写出的文件夹",
        "has no postings.csv, expected a folder that `planner postings` wrote",
    ),
    "postings.added.person_id": (
        "方案中的“{value}”在干部表中查不到，这一行不计入",
        "the plan names '{value}', who is no cadre any more: the row does not count",
    ),
    "postings.added.host_id": (
        "方案中的接收所“{value}”在司法所表中查不到，不占用名额，人员仍计为在外",
        "the plan's host '{value}' is not in the tables any more: it counts for no place, the "
        "person is away",
    ),
    "postings.over_share": (
        "处室 {department} 到 {day} 已有 {count} 人在外，超过上限 {bound} 人，不再新派",
        "{count} of {department} are away on {day}, over {bound}: nobody is added there",
    ),
    "postings.over_hosts": (
        "处室 {department} 到 {day} 已有 {count} 位所长跟班学习，超过上限 {bound} 人，不再新增",
        "{count} chiefs are attached to {department} on {day}, over {bound}: nobody is added there",
    ),
    "postings.over_places": (
        "司法所 {station} 到 {day} 已接收 {count} 人，超过名额 {bound} 人，不再新派",
        "{count} are at {station} on {day}, over its {bound} places: nobody is added there",
    ),
    "events.no_posting": (
        "下派台账没有{person}自 {start} 开始的下派，应为其中一次的人员和开始日期",
        "no posting of {person} begins on {start}, expected the person and start of one",
    ),
    "events.before_start": (
        "日期 {value} 早于开始日期 {start}，应不早于开始日期",
        "found {value}, expected none before the start on {start}",
    ),
    "events.after_return": (
        "期满返回之后不应再有 {what}",
        "found {what} after the return, expected only the assessment and the filing",
    ),
    "events.recalled_late": (
        "提前召回日期 {value} 晚于结束日期 {end}，应在结束以前",
        "found a recall on {value}, expected one by the end on {end}",
    ),
    "events.assessed_early": (
        "考核日期 {value} 早于期满日期 {end}，应在期满以后（三-2）",
        "found an assessment on {value}, expected none before the end on {end} (三-2)",
    ),
    "events.no_until": (
        "延长应写明延至哪一天",
        "found no day until which it is extended, expected one",
    ),
    "events.until_early": (
        "延至 {value} 不晚于原结束日期 {end}，应晚于原结束日期",
        "found {value}, expected a day after the end on {end}",
    ),
    "events.training_extended": (
        "锻炼时间由通知规定，不得延长（三-2）",
        "found training extended, expected the length that the notice has (三-2)",
    ),
    "events.extended_too_far": (
        "延至 {value} 合计超过 {most} 个月（三-3），应不晚于 {last}",
        "found {value}, over {most} months in all (三-3), expected {last} at the latest",
    ),
    "help.eligible": (
        "逐人说明能否下基层锻炼、挂职、跟班学习：结论、条款、理由、限制和起止日期。",
        "Say of everyone whether they may be posted or exchanged: verdict, reasons, until when.",
    ),
    "help.eligible.on": (
        "按哪一天判断（YYYY-MM-DD，默认年度 1 月 1 日）。",
        "The day that is judged (YYYY-MM-DD; 1 January of the year by default).",
    ),
    "help.postings": (
        "编制几年内分期分批下基层锻炼的方案：先定人员和批次，再定接收所。",
        "Plan the postings for training of some years: who goes when, then where.",
    ),
    "help.exchange": (
        "编制一年的双向交流方案：干部挂职、所长跟班学习。",
        "Plan a year's two-way exchange: secondments of cadres, attachments of chiefs.",
    ),
    "help.exchange.postings": (
        "先计入这份锻炼方案的人员。",
        "Count the people of this plan of postings first.",
    ),
    "help.due": (
        "列出到期和即将到期的事项：转接关系、期满、考核、备案、年度考核、归档、资格期满。",
        "List what is due: relations, returns, assessments, filings, appraisals, dossiers, lapses.",
    ),
    "help.due.on": ("截至哪一天（YYYY-MM-DD）。", "The day as it stands (YYYY-MM-DD)."),
    "help.due.year": (
        "按哪一年的规定年度判断（默认为 --on 所在年度）。",
        "The plan year (that of --on by default).",
    ),
    "help.supervision": (
        "汇总监督考核所需数字：按人、按单位列出应蹲、已蹲、补报、下派和等次；只供评判，不下结论。",
        "List by person and unit the days owed and done, late entries, postings and grades: "
        "for people to judge, no verdict.",
    ),
    "help.supervision.filed": (
        "本年度的备案文件夹，据以统计补报；可给多个。不给则补报无从得知，留空。",
        "A filing of the year, by which late entries are known; once or more. Blank without one.",
    ),
    "help.dossier": (
        "为到司法所锻炼、挂职的每名干部生成考核材料归档页（Word），供考核、签字后归入个人档案。",
        "Write a dossier page (Word) for every cadre posted to a station, to be graded and signed.",
    ),
    "work.supervision": ("正在汇总监督考核数字……", "Counting for supervision…"),
    "supervision.counted": (
        "截至 {on}：{units} 个单位、{people} 人，应蹲 {owed} 天，已蹲 {done} 天",
        "on {on}: {units} units, {people} people, {owed} days owed, {done} done",
    ),
    "supervision.late": ("备案后补报 {late} 条", "{late} entries came after their filing"),
    "supervision.unknown": (
        "未给 --filed，补报无从得知，留空",
        "late entries can't be known without --filed: left blank",
    ),
    "dossier.by.county": ("接收地县（市、区）司法局", "the county bureau"),
    "dossier.by.department": (
        "厅机关（听取县（市、区）司法局意见）",
        "the department, on the county bureau's opinion",
    ),
    "dossier.until": ("{what}（延至 {until}）", "{what} (until {until})"),
    "dossier.written": (
        "{pages} 份归档页已写入 {folder}",
        "{pages} dossier pages written to {folder}",
    ),
    "work.eligible": ("正在逐人判断……", "Judging everyone…"),
    "work.postings": ("正在编制、复核并审计下派方案……", "Making, proving, auditing the postings…"),
    "work.exchange": ("正在编制、复核并审计交流方案……", "Making, proving, auditing the exchange…"),
    "work.due": ("正在清理到期事项……", "Looking for what is due…"),
    "postings.judged": (
        "{people} 人：符合 A {a} 人、B {b} 人，待补数据 {undecided} 人，不符合 {no} 人；"
        "符合而暂不能派出 {blocked} 人",
        "{people} people: {a} by A, {b} by B, {undecided} undecided, {no} not; "
        "{blocked} of those who may go are kept back",
    ),
    "postings.tables_written": ("已写入 {folder}（{names}）", "Written to {folder} ({names})"),
    "postings.written": (
        "{rows} 人的下派方案已写入 {folder}（{file}、summary.json、proof.json、audit.csv、"
        "policy.toml）",
        "{rows} postings written to {folder} ({file}, summary.json, proof.json, audit.csv, "
        "policy.toml)",
    ),
    "postings.joint": (
        "人员、批次和接收所一并编制：接收所不够先定的名单，或目标次序不能分步",
        "all was planned at once: the hosts do not suffice for the names settled first, or the "
        "goals' order does not settle names first",
    ),
    "postings.gap": (
        "未证最优：“{goal}”距理论最优值 {gap}，其后各项以此为限；可用 --time-limit 放宽求解时间",
        "not proved to be the best: {goal} is {gap} from its bound, later goals stand on that; "
        "--time-limit allows more time",
    ),
    "postings.due": (
        "{number} 件事项，其中逾期 {overdue} 件",
        "{number} things, {overdue} overdue",
    ),
    "postings.why.who": ("{person}：", "{person}:"),
    "postings.why.had": (
        "下派台账：{start} 至 {end} 到{host}{posting}",
        "on the register: {posting} at {host} from {start} to {end}",
    ),
    "postings.why.may": (
        "{start}：符合路径 {route}，{stations} 个所可以接收",
        "{start}: may go by route {route}; {stations} stations may host them",
    ),
    "postings.why.kept": (
        "{start}：符合路径 {route}，但{why}，不能派出",
        "{start}: meets route {route}, but is kept back: {why}",
    ),
    "postings.why.no": (
        "{start}：不符合条件（{clause}）：{why}",
        "{start}: may not go ({clause}): {why}",
    ),
    "postings.why.undecided": (
        "{start}：数据不全，不能判断：{why}",
        "{start}: undecided: {why}",
    ),
    "postings.why.goes": (
        "本方案安排：{start} 至 {end} 到{host}（{city}{county}）锻炼，路径 {route}，"
        "该所需求指数 {need}",
        "the plan: at {host} ({city} {county}) from {start} to {end}, route {route}; "
        "the station's need is {need}",
    ),
    "postings.why.stays": ("本方案没有安排派出", "the plan does not send them"),
    "postings.why.full": (
        "{start} 未安排：其他人已用满名额：{rule}（{what}）",
        "not on {start}: others fill the limit: {rule} ({what})",
    ),
    "postings.why.batch": ("如改为 {start} 派出：{loss}", "from {start} instead: {loss}"),
    "postings.why.stay": ("如不派出：{loss}", "without going: {loss}"),
    "postings.why.no_plan": ("没有可行方案：{why}", "there is no plan: {why}"),
    "postings.why.at_most": (
        "{loss}（求解器未能证明，代价或许更小）",
        "{loss} (not proved: it may cost less)",
    ),
    "postings.why.at_least": (
        "{loss}（接收所不够，代价还会更大）",
        "{loss} (the hosts do not suffice for these names: it costs more)",
    ),
    "postings.why.this_batch": ("本方案正是 {start} 派出", "the plan sends them on {start}"),
    "postings.why.unpriced": (
        "本方案的人员、批次和接收所是一并编制的，改派的代价未能算出",
        "the plan was made all at once: what another batch costs could not be told",
    ),
    "postings.why.hosts": (
        "人员和批次不变，代价最小的 {number} 个其他接收所：",
        "The names being as they are, the cheapest other hosts ({number}):",
    ),
    "postings.why.host": ("  {station}，{place}：{loss}", "  {station}, {place}: {loss}"),
    "postings.why.no_other_host": (
        "人员和批次不变，没有其他接收所可选",
        "the names being as they are, no other host is possible",
    ),
    "postings.why.hosts_cross": (
        "接收所的名额逐日不同，不能一次算出其他接收所的代价",
        "the hosts' places differ by the day: the prices of other hosts can't be told at once",
    ),
    "postings.why.here": (
        "本方案安排在{station}，{place}；如改到别处：{loss}",
        "the plan has them at {station}, {place}; elsewhere: {loss}",
    ),
    "postings.why.there": (
        "可改到{station}，{place}：{loss}",
        "could go to {station}, {place}, instead: {loss}",
    ),
    "postings.why.must": (
        "人员和批次不变，只能到{station}：{why}",
        "the names being as they are, it must be {station}: {why}",
    ),
    "postings.why.taken": (
        "人员和批次不变，不能到{station}：{why}",
        "not {station}, the names being as they are: {why}",
    ),
    "postings.why.unfit": (
        "{station}按规定不能接收此人（接收意向、在岗人员、撤并、名额、回避或已有决定）",
        "{station} may not host them (offers, staff, mergers, places, recusal or a decision)",
    ),
    "postings.why.no_such": (
        "“{value}”既不是批次的开始日期（{starts}），也不是司法所编号",
        "{value} is neither a batch's first day ({starts}) nor a station's id",
    ),
    "loss.lapsed": ("错过资格者增加 {amount} 人", "people whose chance lapses: {amount} more"),
    "gain.lapsed": ("错过资格者减少 {amount} 人", "people whose chance lapses: {amount} fewer"),
    "loss.sent": ("派出减少 {amount} 人", "people sent: {amount} fewer"),
    "gain.sent": ("派出增加 {amount} 人", "people sent: {amount} more"),
    "loss.waiting": ("共多等候 {amount} 批", "batches waited: {amount} more"),
    "gain.waiting": ("共少等候 {amount} 批", "batches waited: {amount} fewer"),
    "loss.elders": ("年长者等候增加 {amount}", "elders' waiting: {amount} more"),
    "gain.elders": ("年长者等候减少 {amount}", "elders' waiting: {amount} less"),
    "loss.turn": ("名单取舍次序靠后", "the lot of names is worse"),
    "gain.turn": ("名单取舍次序靠前", "the lot of names is better"),
    "postings.why.nobody": (
        "查无干部“{value}”，应为干部编号或名称",
        "no cadre is called {value}, expected an id or a name",
    ),
    "postings.why.several": (
        "有几位干部叫“{value}”：{names}，应写编号",
        "several cadres are called {value}: {names}; expected an id",
    ),
    "postings.why.open": ("{what}？（缺少数据，无法判定）", "{what}? (datum missing, not known)"),
    "postings.why.nothing": ("无", "nothing"),
    "postings.reason.A:joined": ("路径 A：到厅时间未到", "route A: not long enough in post"),
    "postings.reason.A:age": ("路径 A：超过年龄", "route A: above the age"),
    "postings.reason.A:grassroots": (
        "路径 A：已有基层工作经历",
        "route A: has grassroots experience",
    ),
    "postings.reason.B:joined": ("路径 B：不是新入职", "route B: not newly hired"),
    "postings.reason.B:age": ("路径 B：超过年龄", "route B: above the age"),
    "postings.reason.B:justice": (
        "路径 B：已有司法行政工作经历",
        "route B: has judicial experience",
    ),
    "postings.reason.cadre": ("不是厅机关干部", "not a cadre of the department"),
    "postings.reason.chief": ("不是所长", "not a chief"),
    "postings.block.village_duty": ("承担驻村任务", "on village duty"),
    "postings.block.away": ("期间另有下派", "away by another posting"),
    "postings.block.left": ("期间离厅", "leaves in that time"),
    "postings.block.absent": ("期间离岗", "absent in that time"),
    "postings.block.hold": ("暂缓派出", "on hold"),
    "postings.block.pin": ("已决定不派出", "ruled out by decision"),
    "postings.block.host": ("没有可接收的司法所", "no station may host them"),
    "part.postings": ("锻炼", "postings"),
    "part.exchange": ("交流", "exchange"),
    "goal.lapsed": ("错过资格人数", "lapsed"),
    "goal.sent": ("派出人数", "sent"),
    "goal.waiting": ("等候批次", "batches waited"),
    "goal.elders": ("年长者等候", "elders' waiting"),
    "goal.turn": ("名单取舍值", "lot of names"),
    "goal.exchanges": ("交流人数", "exchanges"),
    "goal.swaps": ("双向对调数", "swaps"),
}
