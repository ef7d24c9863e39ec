"""Titles, axes and tooltips of the charts."""

CHARTS: dict[str, tuple[str, str]] = {
    "ground.unreadable": (
        "不是可用的 GeoJSON，应为含线或面的 GeoJSON（经纬度，WGS-84）",
        "found no GeoJSON, expected one with lines or areas in degrees (WGS-84)",
    ),
    "ground.empty": (
        "GeoJSON 中没有线或面，应至少有一条边界",
        "found no line or area in the GeoJSON, expected at least one",
    ),
    "chart.save": ("存为图片", "Save the picture"),
    "chart.png": ("存为 PNG 图片", "Save as PNG"),
    "chart.svg": ("存为 SVG 图片", "Save as SVG"),
    "map.title": (
        "{year} 年：{units} 个单位联系 {stations} 个司法所，覆盖 {counties} 个县（市、区）",
        "{year}: {units} units have {stations} stations in {counties} counties",
    ),
    "map.counts": (
        "{stations} 个司法所，{paired} 个有结对（厅领导 {leaders}，处室 {departments}）",
        "{stations} stations, {paired} paired ({leaders} by leaders, {departments} by departments)",
    ),
    "map.need": ("需求指数", "need index"),
    "map.unit": ("单位", "unit"),
    "map.station": ("司法所", "station"),
    "map.place": ("市 · 县（市、区）", "city · county"),
    "map.wish": ("申报志愿", "wish"),
    "map.rank": ("第 {rank} 志愿", "wish {rank}"),
    "map.fit": ("专长匹配", "fits expertise"),
    "map.minutes": ("单程（分钟）", "one way (minutes)"),
    "map.none": ("—", "—"),
    "balance.band": (
        "方框：按推荐的司法所数应有的结对数区间",
        "Frame: the pairings due by the nominated stations",
    ),
    "balance.pairings": ("结对数（个）", "pairings (number)"),
    "balance.city": ("市", "city"),
    "balance.due": ("应有区间", "band"),
    "balance.total": ("合计", "in all"),
    "balance.short": ("少 {off}", "{off} short"),
    "balance.over": ("多 {off}", "{off} over"),
    "counties.title": (
        "{year} 年首次覆盖 {first} 个县（市、区），有记录以来到过 {reached} 个，全省 {total} 个",
        "{year}: {first} counties for the first time; {reached} of {total} reached on record",
    ),
    "counties.line": (
        "折线：有记录以来累计到过的县（市、区）数",
        "Line: counties reached so far, on record",
    ),
    "counties.year": ("年份", "year"),
    "counties.number": ("县（市、区）数（个）", "counties (number)"),
    "counties.first": ("首次有结对", "for the first time on record"),
    "counties.again": ("此前有过", "had one before"),
    "counties.group": ("类别", "which"),
    "counties.reached": ("累计到过（个）", "reached so far (number)"),
    "need.title": (
        "入选的 {number} 个所需求指数中位数 {own}，全部推荐的所 {every}",
        "Median need: {own} of the {number} chosen, {every} of all nominated",
    ),
    "need.stations": ("推荐（个）", "nominated (number)"),
    "need.chosen": ("入选（个）", "chosen (number)"),
    "need.need": ("需求指数（0–100，每格 5）", "need index (0–100, by 5)"),
    "need.middle": ("需求指数（组中）", "need index (middle)"),
    "travel.title": (
        "路途最远的是{unit}，单程合计 {minutes} 分钟",
        "{unit} travels farthest: {minutes} minutes one way in all",
    ),
    "travel.minutes": ("单程时间之和（分钟）", "minutes one way, in all"),
    "travel.total": ("合计（分钟）", "in all (minutes)"),
    "travel.sums": (
        "每段为一个司法所；合计 {total} 分钟，最远的一所 {longest} 分钟",
        "Each piece is a station; {total} minutes in all, the farthest station {longest}",
    ),
    "wishes.title": (
        "处室申报 {asked} 个志愿，满足 {met} 个",
        "{met} of the departments' {asked} wishes are met",
    ),
    "wishes.column": (
        "第 {rank} 志愿（满足 {met}/{asked}）",
        "wish {rank} ({met} of {asked} met)",
    ),
    "wishes.department": ("处室", "department"),
    "wishes.rank": ("志愿", "wish"),
    "wishes.place": ("地点", "place"),
    "wishes.told": ("结果", "result"),
    "wishes.met": ("已满足", "met"),
    "wishes.barred": ("规则不允许", "barred by a rule"),
    "wishes.outweighed": ("让位于其他", "gave way"),
    "wishes.exempt": ("驻村，不参加结对", "on village duty"),
    "wishes.nominated": ("未推荐", "not nominated"),
    "wishes.recusal": ("须回避", "recused"),
    "wishes.rotation": ("近年已联系过", "had lately"),
    "wishes.forbid": ("已否定", "ruled out"),
    "wishes.travel_limit": ("路途超过上限", "too far"),
    "wishes.taken": ("已由其他单位结对", "taken by others"),
    "wishes.price": ("让位于更优先的目标", "other goals come first"),
    "wishes.free": ("目标值均不变，未选", "equally good, not chosen"),
    "wishes.impossible": ("任何方案都无法安排", "in no plan"),
    "prices.title": (
        "改选其他县的代价：{cells} 格中 {free} 格不需代价",
        "What another county would cost: {free} of {cells} cells are free",
    ),
    "prices.key": (
        "颜色：首先变差的目标；数字：变差多少；框内 0：目标值均不变；● 现方案；"
        "× 任何方案都无法安排；空白：不允许",
        "Colour: first goal worsened; figure: by how much; framed 0: equally good; "
        "● in the plan; × in no plan; blank: not allowed",
    ),
    "prices.worse": ("首先变差的目标", "first goal worsened"),
    "prices.by": ("变差", "by"),
    "prices.station": ("其中最省的司法所", "cheapest station there"),
    "compare.title": (
        "{units} 个单位有变动：调整 {moved} 个结对，新增 {new} 个，取消 {dropped} 个",
        "{units} units change: {moved} pairings moved, {new} new, {dropped} dropped",
    ),
    "compare.counts": (
        "保留 {kept} 个结对；箭头由原司法所指向新司法所",
        "{kept} pairings are kept; arrows point to the new station",
    ),
    "compare.state": ("变化", "change"),
    "compare.kept": ("保留", "kept"),
    "compare.moved": ("调整", "moved"),
    "compare.new": ("新增", "new"),
    "compare.dropped": ("取消", "dropped"),
    "compare.from": ("原司法所", "from"),
    "compare.to": ("新司法所", "to"),
    "axis.coverage": ("结对数（个）", "pairings (number)"),
    "axis.balance": ("各市均衡偏差（个）", "city imbalance (pairings)"),
    "axis.counties": ("覆盖县数（个）", "counties covered (number)"),
    "axis.stability": ("变动的结对（个）", "pairings changed (number)"),
    "axis.wishes": ("申报得分（分）", "wishes met (points)"),
    "axis.need": ("需求指数之和（点）", "need served (points)"),
    "axis.fit": ("专长匹配数（个）", "expertise fits (number)"),
    "axis.travel": ("单程时间之和（分钟）", "minutes one way"),
    "axis.visited": (
        "本次起到过的县（个）",
        "counties since the first year (number)",
    ),
    "sweep.title": (
        "改变“{axis}”：{scenarios} 个情景都有方案，{changed} 项目标有变化",
        "{axis}: all {scenarios} scenarios have a plan; {changed} goals change",
    ),
    "sweep.name": ("情景", "scenario"),
    "sweep.at": ("取值", "value on the axis"),
    "sweep.value": ("数值", "value"),
    "curve.title": (
        "改动 {changes} 个结对，各项目标即与不受限制时相同",
        "With {changes} pairings changed every goal is as good as without a limit",
    ),
    "curve.reading": (
        "每一点：至多改动这么多结对时，各目标能达到的最好值",
        "Each point: the best that can be had with so many pairings changed",
    ),
    "curve.level": (
        "改动最少时各项目标已是最好，多改没有收益",
        "With the fewest changes every goal is at its best already: more would gain nothing",
    ),
    "curve.changes": ("允许改动的结对（个）", "changes allowed (pairings)"),
    "results.title": (
        "{measures} 项指标中 {seen} 项，结对所的变化与可比所不同",
        "Paired stations changed otherwise than comparable ones in {seen} of {measures} measures",
    ),
    "results.reading": (
        "左：两组均值；中：两组之差，与基年相比；右：前后变化之差（双重差分）",
        "Left: means; middle: their difference against the base year; right: difference in "
        "differences",
    ),
    "results.intervals": (
        "阴影与横线为区间；右图区间含 0 的为灰色",
        "Shades and lines are intervals; on the right, grey where 0 is within",
    ),
    "results.named": ("{name}（{unit}）", "{name} ({unit})"),
    "results.paired": ("结对所", "paired"),
    "results.comparable": ("可比的未结对所", "comparable, unpaired"),
    "results.group": ("组", "group"),
    "results.difference": ("差（{unit}）", "difference ({unit})"),
    "results.effect": ("作用（{unit}）", "effect ({unit})"),
    "results.estimate": ("估计", "estimate"),
    "results.low": ("下限", "from"),
    "results.high": ("上限", "to"),
    "balance.within": (
        "{cities} 个市都在应有区间内",
        "All {cities} cities are within their bands",
    ),
    "balance.outside": (
        "{cities} 个市中 {outside} 个不在应有区间内",
        "{outside} of {cities} cities are outside their bands",
    ),
    "need.neediest": (
        "需求最高的 {number} 个所中 {left} 个未入选；下图：换入后首先变差的目标",
        "Of the {number} neediest, {left} are not chosen; below: the goal each would worsen first",
    ),
    "need.left": (
        "需求最高而未入选的所（个）",
        "the neediest not chosen (number)",
    ),
    "need.why": (
        "未入选的原因",
        "why not",
    ),
    "need.least": (
        "需求指数最低",
        "least need",
    ),
    "need.most": (
        "需求指数最高",
        "most need",
    ),
    "chosen.coverage": (
        "换入会少结对",
        "would cost pairings",
    ),
    "chosen.balance": (
        "换入会打破各市均衡",
        "would unbalance the cities",
    ),
    "chosen.counties": (
        "换入会少覆盖县",
        "would cover fewer counties",
    ),
    "chosen.stability": (
        "换入会多改现行方案",
        "would change the plan in force more",
    ),
    "chosen.displaced": (
        "换入会挤占处室现有结对",
        "would take a department's",
    ),
    "chosen.wishes": (
        "换入会少满足申报",
        "would meet fewer wishes",
    ),
    "chosen.need": (
        "需求更高的所已占用名额",
        "others in need come first",
    ),
    "chosen.fit": (
        "换入会减少专长匹配",
        "would fit expertise less",
    ),
    "chosen.travel": (
        "换入会增加路途",
        "would lengthen the ways",
    ),
    "chosen.free": (
        "目标值均不变，可换入",
        "equally good",
    ),
    "chosen.barred": (
        "规则不允许",
        "barred by a rule",
    ),
    "chosen.impossible": (
        "任何方案都无法安排",
        "in no plan",
    ),
    "wishes.reading": (
        "未满足的注明原因",
        "Those not met have their reason",
    ),
    "prices.alike": (
        "{city} · {county}等（另 {more} 个县相同）",
        "{city} · {county} and {more} alike",
    ),
    "compare.same": (
        "两个方案的结对相同",
        "Both plans have the same pairings",
    ),
    "chain.then": (
        " → ",
        " → ",
    ),
    "chain.moved": (
        "{unit}由{from}改为{to}",
        "{unit}: {from} to {to}",
    ),
    "chain.new": (
        "{unit}新增{to}",
        "{unit}: {to} added",
    ),
    "chain.dropped": (
        "{unit}不再联系{from}",
        "{unit} leaves {from}",
    ),
    "axis.displaced": (
        "被挤占的处室结对（个）",
        "departments' pairings displaced (number)",
    ),
    "axis.reached": (
        "有记录以来累计到过的县（个）",
        "counties reached on record (number)",
    ),
    "visits.title": (
        "{year} 年方案使从未到过的县由 {before} 个减为 {after} 个（共 {counties} 个）",
        "The plan of {year} leaves {after} of {counties} counties never reached, {before} before",
    ),
    "visits.reading": (
        "距上次结对的年数：按历年记录，和加上本方案之后",
        "Years since the last pairing: on record, and with this plan",
    ),
    "visits.before": (
        "{year} 年方案之前",
        "before the plan of {year}",
    ),
    "visits.after": (
        "加上 {year} 年方案",
        "with the plan of {year}",
    ),
    "visits.since": (
        "距上次结对（年）",
        "years since the last pairing",
    ),
    "visits.side": (
        "口径",
        "which",
    ),
    "visits.this": (
        "本年",
        "this year",
    ),
    "visits.longer": (
        "{years} 及以上",
        "{years} or more",
    ),
    "visits.never": (
        "从未",
        "never",
    ),
    "sweep.none": (
        "改变“{axis}”：{scenarios} 个情景中 {none} 个无可行方案（×），{changed} 项目标有变化",
        "{axis}: {none} of {scenarios} scenarios have no plan (×); {changed} goals change",
    ),
    "sweep.own": (
        "现行 {value}",
        "now {value}",
    ),
    "sweep.same": (
        "各情景相同：",
        "The same throughout: ",
    ),
    "horizon.same": (
        "各年相同：",
        "The same in every year: ",
    ),
    "horizon.visited.title": (
        "{first}–{last} 年：{first} 年起到过 {counties} 个县（市、区）",
        "{first}–{last}: {counties} counties reached since {first}",
    ),
    "horizon.reached.title": (
        "{first}–{last} 年：有记录以来累计到过的县（市、区）增至 {counties} 个",
        "{first}–{last}: counties reached on record grow to {counties}",
    ),
    "results.first": (
        "结对首年",
        "first year",
    ),
    "results.level.mediations": (
        "件/年",
        "a year",
    ),
    "results.level.settled_percent": (
        "%",
        "%",
    ),
    "results.level.corrections": (
        "人",
        "people",
    ),
    "results.level.legal_aid": (
        "件/年",
        "a year",
    ),
    "results.level.satisfaction": (
        "分",
        "points",
    ),
    "load.title": (
        "{stations} 个司法所有蹲点，一个所一周最多 {days} 人天",
        "{stations} stations are visited, each for at most {days} visitor-days a week",
    ),
    "load.none": ("没有安排蹲点", "no visits are planned"),
    "load.reading": (
        "颜色越深，当周蹲点的人天越多；空白为无人蹲点",
        "The stronger the colour, the more visitor-days; blank: none",
    ),
    "load.station": ("司法所", "station"),
    "load.staff": ("在岗人数", "staff"),
    "load.week": ("周（周一的日期）", "week (its Monday)"),
    "load.people": ("蹲点人数", "visitors"),
    "load.days": ("人天", "visitor-days"),
    "year.title": (
        "{year} 年 {departments} 个处室蹲点 {days} 人天，最多的是 {month} 月（{most} 人天）",
        "{year}: {days} visitor-days of {departments} departments, most in month {month} ({most})",
    ),
    "year.none": ("没有安排蹲点", "no visits are planned"),
    "year.reading": (
        "数字：当月蹲点的人天",
        "Figures: visitor-days of the month",
    ),
    "year.department": ("处室", "department"),
    "year.month": ("月份", "month"),
    "year.people": ("蹲点人数", "visitors"),
    "year.days": ("人天", "visitor-days"),
    "timeline.title": ("{year} 年：{told}", "{year}: {told}"),
    "timeline.none": ("还没有任何记录", "Nothing is recorded yet"),
    "timeline.reading": (
        "每行是一个部分的一个环节；同一天的几条合为一个点，旁边是条数；菱形是下一步及由谁办理",
        "A row is a step of a part; entries of one day are one mark with their number beside it; "
        "a diamond is what is next, and by whom",
    ),
    "timeline.lane": ("环节", "step"),
    "timeline.on": ("日期", "day"),
    "timeline.seqs": ("第几条", "entries"),
    "timeline.subjects": ("对象", "on"),
    "timeline.actors": ("由谁", "by"),
    "timeline.state": ("状态", "state"),
    "entry.done": ("已办", "done"),
    "entry.void": ("已作废或更正", "void or corrected"),
    "entry.next": ("下一步", "next"),
    "deed.applications": ("申报截止", "applications closed"),
    "deed.draft": ("拟稿", "draft"),
    "deed.consult": ("征求意见", "consultation"),
    "deed.review": ("审核", "review"),
    "deed.approve": ("审定", "approval"),
    "deed.reject": ("退回", "rejection"),
    "deed.amend": ("修改", "amendment"),
    "deed.file": ("备案", "filing"),
    "awaits.nothing": ("{part}已审定", "{part} is approved"),
    "awaits.applications": (
        "{part}待登记申报截止",
        "{part} waits for the applications to close",
    ),
    "awaits.draft": ("{part}待拟稿", "{part} is to be drafted"),
    "awaits.consult": ("{part}待征求意见", "{part} waits for the cities"),
    "awaits.review": ("{part}待审核", "{part} waits for its reviews"),
    "awaits.approve": ("{part}待审定", "{part} waits for its approval"),
}
