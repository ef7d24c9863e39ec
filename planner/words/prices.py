"""Sentences of prices, of why a pair is or is not in a plan, and of what is odd in the input."""

PRICES: dict[str, tuple[str, str]] = {
    "loss.free": ("各项目标值均不变，可互换", "no goal is any worse: equally good"),
    "loss.then": ("{first}（后续目标：{rest}）", "{first} (and then: {rest})"),
    "loss.and": ("{one}，{rest}", "{one}, {rest}"),
    "loss.coverage": ("结对减少 {amount} 个", "pairings: {amount} fewer"),
    "loss.balance": ("各市均衡偏差增加 {amount}", "city imbalance: {amount} more"),
    "loss.counties": ("全省覆盖减少 {amount} 个县", "counties covered: {amount} fewer"),
    "loss.wishes": ("申报得分减少 {amount} 分", "points of wishes met: {amount} fewer"),
    "loss.need": ("需求指数之和减少 {amount}", "need served: {amount} less"),
    "loss.fit": ("专长匹配减少 {amount} 个", "fits of expertise: {amount} fewer"),
    "loss.travel": ("单程时间增加 {amount} 分钟", "minutes one way: {amount} more"),
    "gain.coverage": ("结对增加 {amount} 个", "pairings: {amount} more"),
    "gain.balance": ("各市均衡偏差减少 {amount}", "city imbalance: {amount} less"),
    "gain.counties": ("全省覆盖增加 {amount} 个县", "counties covered: {amount} more"),
    "gain.wishes": ("申报得分增加 {amount} 分", "points of wishes met: {amount} more"),
    "gain.need": ("需求指数之和增加 {amount}", "need served: {amount} more"),
    "gain.fit": ("专长匹配增加 {amount} 个", "fits of expertise: {amount} more"),
    "gain.travel": ("单程时间减少 {amount} 分钟", "minutes one way: {amount} fewer"),
    "odd.city": (
        "{city} 今年没有推荐司法所，除指定外不会安排到该市",
        "{city} has nominated no station this year, so none there is paired unless required",
    ),
    "odd.few": (
        "{unit}只有 {number} 个所可选，无可行方案时请先核对此项",
        "{unit} has only {number} stations to choose from",
    ),
    "odd.few.one": (
        "{unit}只有 1 个所可选，无可行方案时请先核对此项",
        "{unit} has only 1 station to choose from",
    ),
    "odd.wish": (
        "{unit}的第 {rank} 志愿“{place}”不可能满足：所涉 {number} 个所，{reasons}",
        "wish {rank} of {unit}, '{place}', can't be met: stations it covers: {number}, {reasons}",
    ),
    "odd.nominated": ("未推荐 {number} 个", "not nominated: {number}"),
    "odd.recusal": ("须回避 {number} 个", "recused: {number}"),
    "odd.rotation": ("近年联系过 {number} 个", "had lately: {number}"),
    "odd.forbid": ("已否定 {number} 个", "ruled out: {number}"),
    "odd.travel_limit": ("路途超过上限 {number} 个", "too far: {number}"),
    "odd.wish_exempt": (
        "{unit}承担驻村扶贫任务，不安排结对，第 {rank} 志愿“{place}”不起作用",
        "{unit} is on village duty and not paired, so its wish {rank}, '{place}', has no effect",
    ),
    "odd.pin": (
        "指定{unit}联系{station}的代价：{loss}",
        "requiring {unit} at {station} has a price: {loss}",
    ),
    "why.unit": ("{unit}联系 {number} 个所：", "{unit} has {number} stations:"),
    "why.unit.one": ("{unit}联系 1 个所：", "{unit} has 1 station:"),
    "why.pairing": (
        "  {station}，{place}：{gives}；如不安排：{loss}",
        "  {station}, {place}: {gives}; without it: {loss}",
    ),
    "gives.nothing": ("仅按并列取舍规则确定", "only the hash decides"),
    "gives.coverage": ("结对加 {amount} 个", "{amount} pairing"),
    "gives.balance": ("使各市均衡偏差加 {amount}", "city imbalance {amount} more"),
    "gives.balance.none": ("不影响各市均衡", "city balance unchanged"),
    "gives.balance.less": (
        "使该市达到应有数量（各市均衡偏差减 {amount}）",
        "brings its city up to its share (city imbalance {amount} less)",
    ),
    "gives.counties": ("新覆盖 {amount} 个县", "a county of its own"),
    "gives.counties.none": ("该县另有结对", "its county has another pairing"),
    "gives.wishes": ("第 {rank} 志愿（{amount} 分）", "wish {rank} (points: {amount})"),
    "gives.wishes.none": ("未申报", "not wished for"),
    "gives.need": ("需求指数 {amount}", "need {amount}"),
    "gives.need.none": ("需求指数 0", "need 0"),
    "gives.fit": ("专长匹配", "fits its expertise"),
    "gives.fit.none": ("专长不匹配", "does not fit its expertise"),
    "gives.travel": ("单程 {amount} 分钟", "{amount} minutes one way"),
    "gives.stability.less": (
        "保留现行方案的结对（权重 {amount}）",
        "keeps a pairing in force (weight {amount})",
    ),
    "gives.stability.none": ("不是现行方案的结对", "not a pairing in force"),
    "why.stays": ("已经指定，不能不安排", "required by decision, it stays"),
    "why.no_plan": ("即无可行方案（{why}）", "there is no plan ({why})"),
    "why.others": ("代价最小的 {number} 个其他选择：", "The {number} cheapest alternatives:"),
    "why.others.one": ("代价最小的其他选择：", "The cheapest alternative:"),
    "why.other": ("  {station}：{loss}", "  {station}: {loss}"),
    "why.price": (
        "{unit}可改为联系{station}，代价为{loss}",
        "{unit} can have {station}, but: {loss}",
    ),
    "why.free": (
        "{unit}可改为联系{station}：{loss}",
        "{unit} can have {station} as well: {loss}, free to choose",
    ),
    "why.hindered": (
        "{unit}目前不能联系{station}：",
        "{unit} can't have {station} now:",
    ),
    "hindered.line": ("  {told}", "  {told}"),
    "hindered.units.taken": (
        "  {part}方案已安排{pairs}，一个所至多 {amount} 个单位（{clause}）",
        "  the {part}' plan has {pairs}, and a station takes at most {amount} ({clause})",
    ),
    "hindered.units.kept": (
        "  {pairs}已经指定（{where}），一个所至多 {amount} 个单位（{clause}）；"
        "撤销指定并重新编制后方可考虑",
        "  {pairs} is required by decision ({where}), and a station takes at most {amount} "
        "({clause}); it is free only when the pin is dropped and the year planned again",
    ),
    "hindered.per_county.taken": (
        "  {part}方案在{county}已安排{pairs}，一个县至多 {amount} 个结对（{clause}）",
        "  the {part}' plan has {pairs} in {county}, which takes at most {amount} ({clause})",
    ),
    "hindered.per_county.kept": (
        "  {county}的{pairs}已经指定（{where}），一个县至多 {amount} 个结对（{clause}）；"
        "撤销一个指定并重新编制后方可考虑",
        "  {pairs} in {county} are required by decision ({where}), and it takes at most {amount} "
        "({clause}); there is room only when a pin is dropped and the year planned again",
    ),
    "hindered.way.leaders": (
        "  如需腾出该所：在“指定与否定”表中指定这一对后重新编制，"
        "厅领导方案调整该结对的代价：{loss}",
        "  to free the place, require this pair in the pins and plan again; what the leaders' plan "
        "loses: {loss}",
    ),
    "hindered.way.departments": (
        "  如需腾出该所：在“指定与否定”表中指定这一对后重新编制两份方案，"
        "处室方案调整该结对的代价：{loss}",
        "  to free the place, require this pair in the pins and plan both parts again; what the "
        "departments' plan loses: {loss}",
    ),
    "hindered.open.leaders": (
        "  如需腾出该所：在“指定与否定”表中指定这一对后重新编制",
        "  to free the place, require this pair in the pins and plan again",
    ),
    "hindered.open.departments": (
        "  如需腾出该所：在“指定与否定”表中指定这一对后重新编制两份方案",
        "  to free the place, require this pair in the pins and plan both parts again",
    ),
    "hindered.no_way": (
        "  {part}方案的该结对不能调整：如不安排即无可行的{part}方案",
        "  the {part}' plan can't leave the place: without it there is none",
    ),
    "why.chosen": (
        "方案已安排{unit}联系{station}；如不安排：{loss}",
        "the plan has {station} for {unit}; without it: {loss}",
    ),
    "why.required": (
        "方案已安排{unit}联系{station}；如不安排即无可行方案：{why}",
        "the plan has {station} for {unit}; without it there is no plan: {why}",
    ),
    "why.pinned": (
        "方案已安排{unit}联系{station}：已经指定（{clause}；{where}），撤销指定才能不安排",
        "the plan has {station} for {unit}: it is required by decision ({clause}; {where}), "
        "and stays until the pin is dropped",
    ),
    "why.barred": (
        "{unit}不能联系{station}：",
        "{unit} may not have {station}:",
    ),
    "why.barred.nominated": (
        "  今年没有推荐这个所（{clause}；{where}）",
        "  the station was not nominated this year ({clause}; {where})",
    ),
    "why.barred.recusal": ("  须回避（{clause}；{where}）", "  it is recused ({clause}; {where})"),
    "why.barred.rotation": (
        "  最近 {years} 年联系过（{clause}；{where}）",
        "  it had the station in the last {years} years ({clause}; {where})",
    ),
    "why.barred.forbid": (
        "  领导已否定（{clause}；{where}）",
        "  it was ruled out by decision ({clause}; {where})",
    ),
    "why.barred.travel_limit": (
        "  单程时间超过上限：{minutes} 分钟，至多 {most} 分钟（{clause}；{where}）",
        "  too far: {minutes} minutes one way, at most {most} ({clause}; {where})",
    ),
    "why.exempt": (
        "{unit}承担驻村扶贫任务，不安排结对（{clause}；{where}）",
        "{unit} is on village duty and not paired ({clause}; {where})",
    ),
    "why.unproved": (
        "没有{part}部分的证明，无法计算代价；应先用 planner plan 编制这一部分",
        "has no proof of the {part} part, so nothing can be priced; make that part first",
    ),
    "why.unknown": (
        "查无编号“{value}”，应为数据表中的编号",
        "there is no '{value}'; expected an id",
    ),
    "why.unknown_near": (
        "查无编号“{value}”；相近编号：{near}",
        "there is no '{value}'; perhaps {near}?",
    ),
    "why.not_best": (
        "方案与数据不符，无法计算代价；应先用 planner audit 和 planner verify 核对",
        "the plan is not the best one for these data, so nothing can be priced; "
        "check it with planner audit and planner verify first",
    ),
    "help.why": (
        "为什么这样安排：给出单位，说明它的每个所和代价最小的其他选择；再给出司法所，"
        "说明为什么是或不是它。",
        "Why the plan is so: for a unit, what each of its stations gives and the cheapest "
        "alternatives; with a station, why it is or is not that one.",
    ),
    "help.unit": ("单位或人员编号。", "The unit's or the person's id."),
    "help.station": (
        "司法所编号；蹲点日程为月份（2019-05），下派也可以是批次的开始日期（2019-07-01）。",
        "The station's id; of a calendar a month (2019-05), of postings a batch's first day, too.",
    ),
}
