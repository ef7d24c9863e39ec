"""The rules and goals of the visit calendar in words."""

from planner.rulebook.rule import TRAVEL, Rule

N1_N3, N3, N4, N7, N8 = "N1 N3 三-1", "N3 三-1 ¶2", "N4 三-1 ¶2", "N7 四-1", "N8 六-2"

CALENDAR: tuple[Rule, ...] = (
    Rule(
        "trip_rows",
        N1_N3,
        "plan",
        "日程每一行的人员、司法所和周次都在数据表中，不重复，各列与数据表一致",
        "every row names a person, a station and a week there are, once, and agrees with them",
    ),
    Rule(
        "trip_days",
        N1_N3,
        "pair",
        "同一人每次下沉天数相同，从当周连续工作日的第一天起",
        "a person's trips are equally long and take the first days of a week's working run",
    ),
    Rule(
        "away",
        N3,
        "pair",
        "免除、离岗和不宜安排的日子不安排下沉",
        "nobody travels on a day on which he is excused, absent, or that does not suit",
    ),
    Rule(
        "own_station",
        N1_N3,
        "pair",
        "只到本单位当时对口联系的司法所",
        "a trip goes to a station that the unit is paired with on that day",
    ),
    Rule(
        "trips",
        N1_N3,
        "quota",
        "每人下沉次数不超过补足应蹲天数所需的次数",
        "a person makes no more trips than the days owed take",
    ),
    Rule(
        "trips_a_month",
        N8,
        "quota",
        "每人每月下沉次数不超过上限，可用月份不足时除外",
        "a person makes at most so many trips in a month, unless the months are too few",
    ),
    Rule(
        "trip_a_week",
        N8,
        "quota",
        "每人每周至多下沉一次",
        "a person makes at most one trip in a week",
    ),
    Rule(
        "visitors",
        N8,
        "quota",
        "一个所一周内接待的下沉人员不超过上限",
        "a station has at most so many visitors in a week",
    ),
    Rule(
        "load",
        N8,
        "quota",
        "一个所每月接待次数与其在岗人数相称，不超过上限",
        "a station has at most so many trips in a month for each of its people",
    ),
    Rule(
        "met",
        N1_N3,
        "goal",
        "应蹲天数补足最多",
        "the most of the days that are owed",
    ),
    Rule(
        "first_half",
        N4,
        "goal",
        "上半年应完成的天数在上半年完成最多",
        "the most of the first half's share in the first half",
    ),
    Rule(
        "visited",
        N1_N3,
        "goal",
        "有人前往的单位与对口联系所的组合最多",
        "the most pairs of a unit and a station of its own with a trip",
    ),
    Rule(
        "burden",
        N8,
        "goal",
        "基层接待负担最小：各月均衡，人手少的所少安排",
        "the least burden: months are level and small stations spared",
    ),
    TRAVEL,
    Rule(
        "tie",
        N1_N3,
        "goal",
        "其余相同时按固定的并列取舍规则确定，使各人各月去向唯一",
        "a fixed hash decides between calendars that are otherwise equal: where in which month",
    ),
    Rule(
        "journeys",
        N7,
        "goal",
        "同一处室同周前往同一所的人员尽量同行",
        "colleagues travel together: the fewest journeys of a unit to a station in a week",
    ),
    Rule(
        "weeks_tie",
        N1_N3,
        "goal",
        "其余相同时按固定的并列取舍规则确定，使周次唯一",
        "a fixed hash decides between weeks that are otherwise equal",
    ),
)
"""Every rule and goal of the calendar: rows, trips, quotas, goals; the weeks' goals last."""
