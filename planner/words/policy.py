"""What each figure of the policy means, as `policy.toml` says it beside the figure."""

POLICY: dict[str, tuple[str, str]] = {
    "policy.comment": ("{clause}：{meaning}", "{clause}: {meaning}"),
    "figure.source.number": ("所依据的通知", "the notice behind these figures"),
    "figure.source.in_force_from": (
        "通知自这一天起执行",
        "the notice is in force from this day on",
    ),
    "figure.leaders.stations": (
        "每位厅领导联系的所数：下限、上限",
        "a leader's stations: least, most",
    ),
    "figure.leaders.days": ("每年蹲点天数（各所合计）", "days a year, all stations together"),
    "figure.leaders.per_city": ("同一设区市至多几个所", "stations in one city at most"),
    "figure.departments.stations": (
        "每个处室联系的所数：下限、上限",
        "a department's stations: least, most",
    ),
    "figure.departments.two_from_headcount": (
        "达到这个人数的可取上限，不到的取下限",
        "from so many people on up to the most; fewer: the least",
    ),
    "figure.departments.days": ("处级及以下干部每年蹲点天数", "a cadre's days a year"),
    "figure.departments.per_city": ("同一设区市至多几个所", "stations in one city at most"),
    "figure.village_duty.exempts": (
        "驻村扶贫免除什么：pairing 对口联系，days 蹲点天数",
        "what village duty exempts from: pairing, days",
    ),
    "figure.stations.units": ("一个所至多几个单位", "units at one station at most"),
    "figure.stations.per_county": ("一个县至多几个结对", "pairings in one county at most"),
    "figure.stations.hard_percent": (
        "困难程度 2 以上的所至少占百分之几，0 为不启用",
        "percent at stations of hardship 2 and more at least; 0 = off",
    ),
    "figure.travel.most_minutes": (
        "单程超过多少分钟的所不安排，0 为不启用",
        "no station farther than so many minutes one way; 0 = off",
    ),
    "figure.rotation.years": (
        "几年之内不再安排同一个所",
        "no return to a station within so many years",
    ),
    "figure.need.hardship": ("需求指数中困难程度的权重", "weight of hardship in the need index"),
    "figure.need.staff": ("人手不足的权重", "weight of lacking staff"),
    "figure.need.caseload": ("办件负担的权重", "weight of the caseload"),
    "figure.need.unvisited": ("多年未联系的权重", "weight of years without a pairing"),
    "figure.need.staff_standard": ("标准人数，达到即不缺", "people at which none is lacking"),
    "figure.need.caseload_full": (
        "人均多少件为满负荷",
        "matters per person that are a full load",
    ),
    "figure.need.unvisited_years": (
        "多少年未联系记满分",
        "years without a pairing that count in full",
    ),
    "figure.days.count": (
        "天数怎样计：calendar 日历日，working 工作日",
        "how days count: calendar days or working days",
    ),
    "figure.days.only_paired": (
        "哪些人只有在本单位联系的所才计入",
        "whose days count only at their own stations",
    ),
    "figure.days.excuses": (
        "哪些情形不作要求：village 驻村，posting 锻炼挂职，leave 长假",
        "what excuses: village, posting, leave",
    ),
    "figure.days.leave_from": ("请假多少天以上不作要求", "leave of so many days or more excuses"),
    "figure.calendar.leader_trip": (
        "厅领导一次蹲点的工作日：最少、最多",
        "working days of a leader's trip: least, most",
    ),
    "figure.calendar.cadre_trip": (
        "干部一次蹲点的工作日：最少、最多",
        "working days of a cadre's trip: least, most",
    ),
    "figure.calendar.trips_a_month": ("每人每月至多几次", "a person's trips in a month at most"),
    "figure.calendar.visitors": (
        "一个所一周至多接待几人",
        "visitors at a station in a week at most",
    ),
    "figure.calendar.trips_per_staff": (
        "一个所每月按在岗人数每人至多接待几次，0 为不启用",
        "trips a month for each of a station's staff; 0 = off",
    ),
    "figure.calendar.first_half_percent": (
        "上半年应完成其份额的百分之几",
        "percent of the first half's share to be done by then",
    ),
    "figure.calendar.goals": ("日程各目标的先后", "the calendar's goals in order"),
    "figure.cost.meal": ("伙食补助，元/天", "meals, yuan a day"),
    "figure.cost.local": ("市内交通，元/天", "local transport, yuan a day"),
    "figure.cost.lodging": (
        "住宿，元/夜：leader 厅领导，cadre 干部",
        "lodging, yuan a night: leader, cadre",
    ),
    "figure.cost.fare_per_hour": ("城际交通，元/小时路程", "fare, yuan an hour of travel"),
    "figure.cost.attached_meal": (
        "跟班学习误餐补助，元/工作日",
        "meal allowance of attached chiefs, yuan a working day",
    ),
    "figure.training.starts": ("每年各批起始日（月-日）", "the batches' first days (MM-DD)"),
    "figure.training.years": ("规划几年", "years planned"),
    "figure.training.age_a": (
        "无基层经历的，年龄至多几岁",
        "route A (no grassroots experience): age at most",
    ),
    "figure.training.grassroots": ("基层经历至多几个月算无", "grassroots months at most"),
    "figure.training.months_a": ("无基层经历的锻炼几个月", "route A: months of the posting"),
    "figure.training.age_b": ("新入职的，年龄至多几岁", "route B (new hires): age at most"),
    "figure.training.justice": ("司法行政经历至多几个月算缺少", "justice months at most"),
    "figure.training.new_hire": ("到厅至多几个月算新入职", "months since joining at most"),
    "figure.training.months_b": ("新入职的锻炼几个月", "route B: months of the posting"),
    "figure.training.both": (
        "两类都符合的按哪一类：A 无基层经历，B 新入职",
        "who meets both goes by: A or B",
    ),
    "figure.training.after_joining": (
        "到厅满几个月才选派（12 为试用期满）",
        "months on duty before anyone is sent",
    ),
    "figure.training.age_on": (
        "年龄按哪天算：start 起始日，year 当年 1 月 1 日",
        "the day of the age: start, or year (1 January)",
    ),
    "figure.training.away_percent": (
        "一个处室同时在外至多占编制的百分之几",
        "percent of a department's headcount away at a time at most",
    ),
    "figure.training.village_away": (
        "驻村人员是否算在外",
        "whether cadres on village duty count as away",
    ),
    "figure.training.batch": ("一批至多几人，0 为不限", "people in a batch at most; 0 = off"),
    "figure.training.host_staff": ("接收所至少有几名在岗人员", "people at a host at least"),
    "figure.training.places": ("一个所同时至多接收几人", "people at a host at a time at most"),
    "figure.training.native_county": (
        "能否派往籍贯县：forbid 不能，allow 能",
        "to the native county: forbid or allow",
    ),
    "figure.exchange.starts": ("每年各批起始日（月-日）", "the batches' first days (MM-DD)"),
    "figure.exchange.age": ("年轻干部年龄至多几岁", "age of seconded cadres at most"),
    "figure.exchange.months": ("挂职、跟班学习一般几个月", "months of an exchange"),
    "figure.exchange.most_months": ("连同延长最长几个月", "months with extensions at most"),
    "figure.exchange.hosts": (
        "一个处室同时至多几名跟班所长",
        "chiefs at a department at a time at most",
    ),
    "figure.exchange.staff_left": (
        "所长离所后至少留几人",
        "people left at a chief's station at least",
    ),
    "figure.exchange.training_first": (
        "应下基层锻炼的是否先锻炼、不挂职",
        "whether who is due for training is not seconded",
    ),
    "figure.appraisal.county": (
        "由县局考核的口径：year 按年度，posting 派出期间各年",
        "the county appraises by: year, or posting",
    ),
    "figure.appraisal.relations_months": (
        "多少个月以上转接组织关系",
        "party relations move from so many months on",
    ),
    "figure.appraisal.assess_days": ("期满后多少天内考核", "days after the end to assess in"),
    "figure.goals.leaders": ("厅领导方案各目标的先后", "the leaders' goals in order"),
    "figure.goals.departments": ("处室方案各目标的先后", "the departments' goals in order"),
    "figure.goals.training": ("下基层锻炼各目标的先后", "the postings' goals in order"),
    "figure.goals.exchange": ("双向交流各目标的先后", "the exchange's goals in order"),
}
