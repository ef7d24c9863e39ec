"""Indicators and what the pairings did to the stations."""

OUTCOMES: dict[str, tuple[str, str]] = {
    "indicators.station": (
        "没有编号为“{value}”的司法所，应为司法所表中的编号",
        "there is no station '{value}', expected an id of the stations table",
    ),
    "indicators.station_near": (
        "没有编号为“{value}”的司法所，是否为“{near}”？",
        "there is no station '{value}'; is it '{near}'?",
    ),
    "indicators.twice": (
        "司法所 {value} 的 {year} 年已在第 {first} 行，每所每年应只有一行",
        "{year} of station {value} is in row {first} already, expected one row a year",
    ),
    "indicators.settled": (
        "调解成功 {value} 件，应不超过调解件数 {most}",
        "{value} settled, expected at most the {most} mediations",
    ),
    "measure.mediations": ("调解件数", "mediations"),
    "measure.mediations.unit": ("件/年", "a year"),
    "measure.settled_percent": ("调解成功率", "mediations settled"),
    "measure.settled_percent.unit": ("个百分点", "percentage points"),
    "measure.corrections": ("社区矫正对象", "people in community correction"),
    "measure.corrections.unit": ("人", "people"),
    "measure.legal_aid": ("法律援助", "legal aid matters"),
    "measure.legal_aid.unit": ("件/年", "a year"),
    "measure.satisfaction": ("群众满意度", "public satisfaction"),
    "measure.satisfaction.unit": ("分", "points"),
    "outcomes.few": (
        "各年数据齐全的配对只有 {sets} 组，至少要有 2 组才能比较",
        "found {sets} matched sets with all years, expected at least 2",
    ),
    "outcomes.no_years": (
        "结对前或结对后没有年份可比，至少各要 1 年",
        "found no years before or after the pairing, expected at least one of each",
    ),
    "outcomes.more": (
        "{name}：结对所的变化比可比的未结对所多 {size} {unit}（95% 区间 {low} 至 {high}）。",
        "{name}: paired stations changed by {size} {unit} more than comparable ones "
        "(95% interval {low} to {high}).",
    ),
    "outcomes.less": (
        "{name}：结对所的变化比可比的未结对所少 {size} {unit}（95% 区间 {low} 至 {high}）。",
        "{name}: paired stations changed by {size} {unit} less than comparable ones "
        "(95% interval {low} to {high}).",
    ),
    "outcomes.same": (
        "{name}：看不出差别（相差的 95% 区间 {low} 至 {high} {unit}，包含 0）。",
        "{name}: no difference is seen "
        "(95% interval of the difference {low} to {high} {unit}, 0 within).",
    ),
    "outcomes.counts": (
        "比较了 {paired} 个首次结对的所与 {others} 个可比的未结对所：同市、同困难程度、"
        "需求指数相差不超过 {caliper}，每所至多 {controls} 个对照、不重复使用；"
        "另有 {before} 个所此前结过对、{unmatched} 个所没有可比的所，未计入。",
        "{paired} newly paired stations are compared with {others} comparable unpaired ones: same "
        "city, same hardship, need within {caliper} points, at most {controls} each, none twice; "
        "left out are {before} stations paired before and {unmatched} with no comparable one.",
    ),
    "outcomes.assumes": (
        "前提：若没有结对，两组的变化本应相同。结对前各年走势一致、虚拟年份看不出差别，只是支持它，不能证明它。",
        "It assumes that without pairing both groups would have changed alike. Like paths before, "
        "and a placebo year that shows nothing, support this; they don't prove it.",
    ),
    "outcomes.spill": (
        "若结对也带动了邻近的未结对所，真实作用会被低估。",
        "Where pairing also helped unpaired neighbours, the true effect is larger than shown.",
    ),
    "outcomes.chosen": (
        "结对所是按需求等目标选出的，不是随机抽取：结果只说明这些所，不能推及全省所有的所。",
        "Paired stations were chosen by need and other goals, not drawn at random: what is found "
        "holds for these stations and can't be carried over to all.",
    ),
    "outcomes.several": (
        "同时看多项指标，区间已按项数放宽：所有区间同时成立的把握为 95%。"
        "“看不出差别”不等于“没有作用”。",
        "Several measures are read at once, so the intervals are widened: all hold together with "
        "95% confidence. 'No difference is seen' does not mean 'no effect'.",
    ),
    "outcomes.unmatched": (
        "求解器没有给出可比所的匹配",
        "the solver gave no matching of comparable stations",
    ),
}
