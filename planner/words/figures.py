"""The figures of the policy, as people call them."""

FIGURES: dict[str, tuple[str, str]] = {
    "figure.policy.leaders.stations": ("每位领导联系所数（个）", "stations a leader"),
    "figure.policy.leaders.days": ("每位领导每年天数（天）", "days a year, leaders"),
    "figure.policy.leaders.per_city": ("领导：同一设区市至多（个）", "leader: in one city at most"),
    "figure.policy.departments.stations": ("每个处室联系所数（个）", "stations a department"),
    "figure.policy.departments.two_from_headcount": (
        "人数达到才可取上限（人）",
        "upper figure from (people)",
    ),
    "figure.policy.departments.days": ("处室人员每年天数（天）", "days a year, departments"),
    "figure.policy.departments.per_city": (
        "处室：同一设区市至多（个）",
        "department: in one city at most",
    ),
    "figure.policy.village_duty.exempts": ("驻村帮扶免除的义务", "what village duty exempts from"),
    "figure.policy.stations.units": ("每所至多单位（个）", "units at a station"),
    "figure.policy.stations.per_county": ("每县至多结对（个）", "pairings in a county"),
    "figure.policy.stations.hard_percent": ("困难所至少占（%）", "hard stations at least (%)"),
    "figure.policy.travel.most_minutes": (
        "单程至多（分钟，0 不限）",
        "one way at most (minutes, 0: any)",
    ),
    "figure.policy.rotation.years": ("不重复的年数（年）", "years without return"),
    "figure.policy.need.hardship": ("困难程度（权重）", "hardship (weight)"),
    "figure.policy.need.staff": ("人手不足（权重）", "lack of staff (weight)"),
    "figure.policy.need.caseload": ("办件压力（权重）", "caseload (weight)"),
    "figure.policy.need.unvisited": ("久未联系（权重）", "unvisited (weight)"),
    "figure.policy.need.staff_standard": ("标准人数（人）", "standard staff (people)"),
    "figure.policy.need.caseload_full": ("人均满负荷（件）", "full caseload (matters a person)"),
    "figure.policy.need.unvisited_years": ("久未联系满分（年）", "unvisited in full (years)"),
    "figure.policy.goals.leaders": ("厅领导目标的先后", "order of the leaders' goals"),
    "figure.policy.goals.departments": ("处室目标的先后", "order of the departments' goals"),
    "figure.village_duty": ("轮流驻村的处室", "department on village duty"),
    "figure.closure": ("轮流关闭的司法所", "station that closes"),
    "figure.any_closure": ("轮流关闭的司法所", "station that closes"),
    "figure.other": ("情景的取值", "value of the scenario"),
}
