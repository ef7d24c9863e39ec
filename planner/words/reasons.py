"""Why there is no plan, and what would make it possible."""

REASONS: dict[str, tuple[str, str]] = {
    "joint": ("；", "; "),
    "end": ("。", "."),
    "in_turn": ("{one}；{then}", "{one}; {then}"),
    "listed": ("{first}、{last}", "{first}, {last}"),
    "listed.and": ("{first}和{last}", "{first} and {last}"),
    "listed.name": ("{name}", "{name}"),
    "called": ("{name}（{id}）", "{name} ({id})"),
    "called.pair": ("{unit}–{station}", "{unit}–{station}"),
    "rows.many": ("{file} 共 {number} 行", "{number} rows of {file}"),
    "units.leaders.one": ("{names}", "{names}"),
    "units.leaders.few": ("{names}这 {number} 位厅领导", "{names} ({number} leaders)"),
    "units.leaders.many": ("{names}等 {number} 位厅领导", "{names} … ({number} leaders)"),
    "units.departments.one": ("{names}", "{names}"),
    "units.departments.few": ("{names}这 {number} 个处室", "{names} ({number} departments)"),
    "units.departments.many": ("{names}等 {number} 个处室", "{names} … ({number} departments)"),
    "names.one": ("{names}", "{names}"),
    "names.few": ("{names}", "{names}"),
    "names.many": ("{names}等", "{names} …"),
    "cities.one": ("{names}", "{names}"),
    "cities.few": ("{names}", "{names}"),
    "cities.many": ("{names} 等 {number} 个市", "{names} … ({number} cities)"),
    "counties.one": ("{names} ", "{names}"),
    "counties.few": ("{names} 每县", "each of {names}"),
    "counties.many": ("{names} 等 {number} 个县每县", "each of {names} … ({number} counties)"),
    "pairs.one": ("{names}", "{names}"),
    "pairs.few": ("{names}这 {number} 对", "{names} ({number} pairs)"),
    "pairs.many": ("{names}等 {number} 对", "{names} … ({number} pairs)"),
    "no_plan.leaders": ("{year} 年厅领导方案无法安排：", "There is no leaders' plan for {year}: "),
    "no_plan.departments": (
        "{year} 年处室方案无法安排：",
        "There is no departments' plan for {year}: ",
    ),
    "no_plan.departments_by_leaders": (
        "{year} 年处室方案无法安排，原因仅在于现有厅领导方案已占用有关名额：",
        "There is no departments' plan for {year}, and only because of the leaders' plan as made: ",
    ),
    "blame.units.one": (
        "{units}至少需 {amount} 个所（{clause}）",
        "{units} must have {amount} or more stations ({clause})",
    ),
    "blame.units": (
        "{units}至少共需 {amount} 个所（{clause}）",
        "{units} must have {amount} or more stations in all ({clause})",
    ),
    "blame.pins": (
        "{pairs}已经指定（{rows}），必须安排（{clause}）",
        "{pairs}, required by decision ({rows}), must be made ({clause})",
    ),
    "blame.share": (
        "困难艰苦所的结对至少 {amount} 个（{total} 个的 {percent}%，{clause}）",
        "at least {amount} pairings are to be at hard stations ({percent}% of {total}, {clause})",
    ),
    "blame.choice": (
        "{causes}之后可选的只剩 {number} 个所：{stations}",
        "after {causes} the choice is down to {number}: {stations}",
    ),
    "blame.choice.all": (
        "可选的共 {number} 个所：{stations}",
        "there is a choice of {number}: {stations}",
    ),
    "blame.choice.none": ("{causes}之后没有可选的所", "after {causes} nothing is left to choose"),
    "blame.choice.none.all": ("没有可选的所", "there is nothing to choose"),
    "blame.choice.hard": (
        "{causes}之后可选的困难艰苦所只剩 {number} 个：{stations}",
        "after {causes} the choice of hard ones is down to {number}: {stations}",
    ),
    "blame.choice.hard.all": (
        "可选的困难艰苦所共 {number} 个：{stations}",
        "the choice of hard ones is {number}: {stations}",
    ),
    "blame.choice.hard.none": (
        "{causes}之后没有可选的困难艰苦所",
        "after {causes} no hard one is left to choose",
    ),
    "blame.choice.hard.none.all": ("没有可选的困难艰苦所", "there is no hard one to choose"),
    "cause.nominated": (
        "推荐（{stations} 个所中 {number} 个未推荐）",
        "nomination ({number} of {stations} stations are not nominated)",
    ),
    "cause.recusal": ("回避（{rows}）", "recusal ({rows})"),
    "cause.rotation": ("轮换（{rows}）", "rotation ({rows})"),
    "cause.travel_limit": (
        "路途上限（单程至多 {most} 分钟，{clause}）",
        "the limit of travel (at most {most} minutes one way, {clause})",
    ),
    "cause.forbid": ("否定（{rows}）", "what was ruled out ({rows})"),
    "limit.unit.one": (
        "{units}至多 {amount} 个所（{clause}）",
        "{units} may have at most {amount} ({clause})",
    ),
    "limit.unit": (
        "{units}合计至多 {amount} 个所（{clause}）",
        "{units} may have at most {amount} in all ({clause})",
    ),
    "limit.city": (
        "同一{kind}在同一设区市至多 {amount} 个（{clause}，这里是{cities}）",
        "a {kind} may have at most {amount} in one city ({clause}; here {cities})",
    ),
    "limit.station": (
        "一个所至多 {amount} 个单位（{clause}）",
        "a station takes at most {amount} ({clause})",
    ),
    "limit.station.taken": (
        "一个所至多 {amount} 个单位（{clause}），{taken}已安排给{part}",
        "a station takes at most {amount} ({clause}) and the {part} have {taken}",
    ),
    "limit.station.kept": (
        "一个所至多 {amount} 个单位（{clause}），{taken}已指定给处室",
        "a station takes at most {amount} ({clause}) and {taken} is kept for departments by pins",
    ),
    "limit.county": (
        "{counties}至多 {amount} 个结对（{clause}）",
        "{counties} takes at most {amount} ({clause})",
    ),
    "limit.county.taken": (
        "{counties}至多 {amount} 个结对（{clause}），{part}已占 {taken} 个",
        "{counties} takes at most {amount} ({clause}) and the {part} have {taken} of these",
    ),
    "limit.county.kept": (
        "{counties}至多 {amount} 个结对（{clause}），指定给处室的占 {taken} 个",
        "{counties} takes at most {amount} ({clause}) and {taken} of these are kept for "
        "departments by pins",
    ),
    "limit.all": (
        "结对合计至多 {amount} 个（{clause}）",
        "there are at most {amount} pairings in all ({clause})",
    ),
    "blame.most.unit_quota": ("至多只能安排 {number} 个", "so at most {number} can be had"),
    "blame.most.pin": ("至多只能安排 {number} 对", "so at most {number} of them can be made"),
    "blame.most.hard_share": ("至多只能安排 {number} 个", "so at most {number} can be had"),
    "blame.most_none.unit_quota": ("一个也无法安排", "so none can be had"),
    "blame.most_none.pin": ("一对也无法安排", "so none can be made"),
    "blame.most_none.hard_share": ("一个也无法安排", "so none can be had"),
    "blame.unknown": (
        "是哪几条规定，未能在限定时间内查明",
        "which rules keep it from being could not be told in time",
    ),
    "blame.maybe_less": (
        "所列各条确实不能同时满足，但未必每条都必要",
        "all that is named here can't hold, but maybe less of it can't either",
    ),
    "blame.together": ("以上不能同时满足", "these can't all hold"),
    "repair.and": ("，并", ", and "),
    "repair.pin.require": (
        "撤销对{pair}的指定（{rows}）",
        "drop the pin that requires {pair} ({rows})",
    ),
    "repair.pin.forbid": (
        "撤销对{pair}的否定（{rows}）",
        "drop the pin that rules out {pair} ({rows})",
    ),
    "repair.recusal": (
        "取消{unit}对{place}的回避（{rows}）",
        "lift the recusal of {unit} from {place} ({rows})",
    ),
    "repair.figure": (
        "把 {name} 由 {before} 改为 {value}（{clause}）",
        "set {name} from {before} to {value} ({clause})",
    ),
    "repair.figure_named": ("“{figure}”改为 {value}", "{figure}: {value}"),
    "repair.nominate": ("增补推荐{county}的{station}", "nominate {station} in {county}"),
    "repair.nominate_alike": (
        "增补推荐{county}的{station}（同县另有 {alike} 个所可安排的单位相同）",
        "nominate {station} in {county} ({alike} more there are open to the same units)",
    ),
    "repairs.single": (
        "采取下列任一调整即可形成方案，共 {number} 种：",
        "Any one of these {number} changes makes it possible:",
    ),
    "repairs.sets": (
        "单独一处调整均不可行；同时采取下列任一组调整（每组 {size} 处）"
        "即可形成方案，共 {number} 组：",
        "No single change is enough; any one of these {number} sets of {size} makes it possible:",
    ),
    "repairs.single_at_least": (
        "采取下列任一调整即可形成方案，已找到 {number} 种：",
        "Any one of these {number} changes found so far makes it possible:",
    ),
    "repairs.sets_at_least": (
        "采取下列任一组调整（每组 {size} 处）即可形成方案，已找到 {number} 组：",
        "Any one of these {number} sets of {size} found so far makes it possible:",
    ),
    "repairs.none": (
        "{size} 处以内的调整均不可行",
        "No {size} changes or fewer make it possible",
    ),
    "repairs.unknown": (
        "在规定的工作量内未找到可行的调整；这不等于没有",
        "No change that makes it possible was found with the work allowed; "
        "this does not mean that there is none",
    ),
    "repairs.listed": ("  只列出前 {number} 种", "  only the first {number} are listed"),
    "repairs.farther": (
        "  改哪几处已经查全；其中的数字或许还能少改一些，或此消彼长：工作量用完或求解器没有答复，"
        "没有试完",
        "  What to change is complete; how far is not: less of a figure, or less of one for more "
        "of another, was not all tried with the work allowed, or a solver had no answer",
    ),
    "repairs.cut": (
        "  可能不止于此，改幅也未必最小：工作量用完或求解器没有答复，有的改法没有试完",
        "  There may be more, and smaller ones: the work allowed was done, or a solver had no "
        "answer, before everything was tried",
    ),
}
