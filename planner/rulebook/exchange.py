"""The rules and goals of the two-way exchange (N6)."""

from dataclasses import replace

from planner.rulebook.rule import Rule
from planner.rulebook.training import TRAINING

N6 = "N6 三-3"


def _also(rule: str) -> Rule:
    """Return a rule of the postings for training that the exchange has by its own clause."""
    return replace(next(one for one in TRAINING if one.id == rule), clause=N6)


EXCHANGE: tuple[Rule, ...] = (
    Rule(
        "rows",
        N6,
        "plan",
        "每一行的人员和接收单位都在数据表中，各列与数据表一致，按开始日期、类别和人员编号排列",
        "every row names a person and a host of the tables, agrees with them, and is in order",
    ),
    Rule(
        "term",
        N6,
        "pair",
        "在本年度的开始日期开始，按规定的月数结束",
        "an exchange begins on a start of the year and lasts so many months",
    ),
    Rule(
        "eligible",
        N6,
        "pair",
        "挂职者须优秀、年轻、已到厅且当日不应锻炼；跟班学习的所长须优秀并经推荐",
        "who is seconded is outstanding, young, in post and not due for training; an attached "
        "chief is outstanding and recommended",
    ),
    Rule(
        "unblocked",
        N6,
        "pair",
        "交流期间没有驻村、在外、离厅、离岗、暂缓或已否定的情形",
        "nothing keeps the person back in all that time: village duty, another posting, leaving, "
        "absence, a hold, a decision",
    ),
    Rule(
        "host",
        N6,
        "pair",
        "挂职的所有接收意向和在岗人员，期满以前没有撤并",
        "the station of a secondment offers a place, has people on duty, and is there to the end",
    ),
    Rule(
        "native_county",
        N6,
        "pair",
        "不到本人籍贯县（市、区）挂职",
        "nobody is seconded to their native county",
    ),
    _also("forbid"),
    Rule(
        "person_once",
        N6,
        "quota",
        "一人一年最多交流一次",
        "a person is exchanged at most once in the year",
    ),
    _also("away_share"),
    _also("station_places"),
    _also("apart"),
    Rule(
        "department_hosts",
        N6,
        "quota",
        "任何一天，一个处室跟班学习的所长不超过上限",
        "on no day a department has more attached chiefs than it may",
    ),
    Rule(
        "staff_left",
        "N8 六-2",
        "quota",
        "所长离所期间，所里仍有规定人数在岗，或自始至终有下派干部",
        "a chief leaves only where people stay on duty, or a posted cadre is there throughout",
    ),
    Rule(
        "pin",
        N6,
        "quota",
        "领导已指定的交流必须安排",
        "an exchange that was required by decision is made",
    ),
    Rule(
        "exchanges",
        N6,
        "goal",
        "挂职和跟班学习的人最多",
        "the most secondments and attachments",
    ),
    Rule(
        "swaps",
        N6,
        "goal",
        "双向对调最多：所长到某处室跟班学习，该处室同批有干部到其所挂职",
        "the most swaps: a chief goes to a department whose cadre goes to the chief's station",
    ),
    Rule(
        "need",
        N6,
        "goal",
        "挂职所的需求指数之和最大",
        "the stations of secondments need it most",
    ),
    Rule(
        "fit",
        N6,
        "goal",
        "所的工作重点与处室专长匹配的交流最多",
        "the most exchanges where the station's focus is among the department's expertise",
    ),
    Rule(
        "turn",
        N6,
        "goal",
        "其余相同时按固定的并列取舍规则确定何人何时，使名单唯一",
        "a fixed hash decides who goes when between plans that are otherwise equal",
    ),
    _also("tie"),
)
"""Every rule and goal of the exchange, in the order they are read."""
