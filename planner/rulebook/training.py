"""The rules and goals of postings for training (N5)."""

from planner.rulebook.rule import NEED, TRAVEL, Rule

N5 = "N5 三-2"

TRAINING: tuple[Rule, ...] = (
    Rule(
        "rows",
        N5,
        "plan",
        "每一行的人员和接收所都在数据表中，各列与数据表一致，按开始日期和人员编号排列",
        "every row names a cadre and a station of the tables, agrees with them, and is in order",
    ),
    Rule(
        "term",
        N5,
        "pair",
        "在规划期某一批次开始，按路径 A（2年）或 B（1年）的月数结束",
        "a posting begins with a batch of the plan and lasts as many months as its route has",
    ),
    Rule(
        "eligible",
        N5,
        "pair",
        "出发当日须符合选派条件：无基层工作经历且年龄在上限以内（A），"
        "或新入职、缺少司法行政工作经历且年龄在上限以内（B）",
        "who is sent meets the conditions of the route on the first day: no grassroots experience "
        "and not above the age (A), or newly hired without judicial experience and young (B)",
    ),
    Rule(
        "unblocked",
        N5,
        "pair",
        "下派期间没有驻村、在外、离厅、离岗、暂缓或已否定的情形",
        "nothing keeps the person back in all that time: village duty, another posting, leaving, "
        "absence, a hold, a decision",
    ),
    Rule(
        "host",
        "N8 六-2",
        "pair",
        "接收所有接收意向和在岗人员，期满以前没有撤并",
        "the station offers a place, has people on duty, and is there to the end",
    ),
    Rule(
        "native_county",
        N5,
        "pair",
        "不派往本人籍贯县（市、区）",
        "nobody is posted to their native county",
    ),
    Rule(
        "forbid",
        N5,
        "pair",
        "领导已否定的去向不得安排",
        "a place that was ruled out for a person by decision is not used",
    ),
    Rule(
        "person_once",
        N5,
        "quota",
        "一人在规划期内最多派出一次",
        "a person is sent at most once",
    ),
    Rule(
        "away_share",
        N5,
        "quota",
        "任何一天，一个处室同时在外的人数不超过规定比例",
        "on no day more than so large a share of a department is away",
    ),
    Rule(
        "station_places",
        "N8 六-2",
        "quota",
        "任何一天，一个所接收的人数不超过名额",
        "on no day a station has more posted people than places",
    ),
    Rule(
        "station_total",
        "N8 六-2",
        "quota",
        "一个所在整个规划期接收的人数不超过名额",
        "a station receives in the whole plan at most as many people as it has places",
    ),
    Rule(
        "apart",
        N5,
        "quota",
        "不宜同时派出的两人不同时在外",
        "two people who are to be kept apart are not away on one day",
    ),
    Rule(
        "batch_size",
        N5,
        "quota",
        "一个批次的人数不超过上限",
        "a batch has at most so many people",
    ),
    Rule(
        "pin",
        N5,
        "quota",
        "领导已指定的下派必须安排",
        "a posting that was required by decision is made",
    ),
    Rule(
        "lapsed",
        N5,
        "goal",
        "规划期内未派出、期满后不再符合条件的人最少",
        "the fewest people who are not sent and are no longer eligible after the last batch",
    ),
    Rule(
        "sent",
        N5,
        "goal",
        "派出的人最多",
        "the most people sent",
    ),
    Rule(
        "waiting",
        N5,
        "goal",
        "等候的批次之和最小",
        "the fewest batches waited, summed over people",
    ),
    Rule(
        "elders",
        N5,
        "goal",
        "等候批次按年龄加权之和最小，年长者先行",
        "the fewest batches waited, weighted by age: elders go first",
    ),
    Rule(
        "turn",
        N5,
        "goal",
        "其余相同时按固定的并列取舍规则确定何人何批，使名单唯一",
        "a fixed hash decides who goes when between plans that are otherwise equal",
    ),
    Rule(
        "counties",
        N5,
        "goal",
        "接收的县（市、区）最多",
        "the most counties that receive someone",
    ),
    NEED,
    TRAVEL,
    Rule(
        "tie",
        N5,
        "goal",
        "其余相同时按固定的并列取舍规则确定，使方案唯一",
        "a fixed hash decides between plans that are otherwise equal, so that the plan is unique",
    ),
)
"""Every rule and goal of postings for training, in the order they are read."""
