"""The tables of postings and exchange (N5, N6)."""

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.days import NOTE
from planner.tables.schema.shared import (
    CADRES,
    CHIEFS,
    DECISIONS,
    DEPARTMENTS,
    END,
    LEVEL_WORDS,
    LEVELS,
    REASON,
    START,
    STATION,
    STATIONS,
    day,
)

SENT = CADRES + CHIEFS
POSTINGS_KINDS = (("training", "锻炼"), ("secondment", "挂职"), ("attachment", "跟班学习"))
GRADES = (
    ("excellent", "优秀"),
    ("competent", "称职"),
    ("basic", "基本称职"),
    ("incompetent", "不称职"),
    ("none", "不定等次"),
)
ROUTES = (("A", "A"), ("B", "B"))
EVENTS = (
    ("sent", "报到"),
    ("relations_moved", "组织关系转接"),
    ("extended", "延长"),
    ("recalled", "提前召回"),
    ("returned", "期满返回"),
    ("assessed", "考核"),
    ("filed", "归档"),
)
HOLD_REASONS = (
    ("illness", "病"),
    ("maternity", "孕产哺乳"),
    ("care", "照料"),
    ("key_work", "专项工作"),
    ("discipline", "审查处分"),
    ("other", "其他"),
)
PIN_LEVELS = (*LEVELS, ("department", "处室"))

PERSON = Column("person_id", "ref", refers=SENT, aliases=("人员", "姓名"))
HOST = (*STATIONS, *DEPARTMENTS, ("stations", "city"))
"""A posting's host: a station, a department, or for an attachment a city (its bureau)."""

POSTINGS: tuple[Table, ...] = (
    Table("postings", "下派台账", False, (
        PERSON,
        Column("posting", "choice", choices=POSTINGS_KINDS),
        Column("host_id", "ref", refers=HOST, aliases=("接收单位",), lenient=True),
        START,
        END,
        Column("grade", "choice", blank=True, choices=GRADES, aliases=("考核等次",)),
        Column("route", "choice", blank=True, choices=ROUTES),
    )),
    Table("posting_events", "下派变动", False, (
        PERSON,
        START,
        Column("event", "choice", choices=EVENTS),
        day("date"),
        day("until", blank=True),
        NOTE,
    )),
    Table("chiefs", "所长", False, (
        Column("chief_id", "id", aliases=("编号",)),
        Column("name", aliases=("姓名",)),
        Column("station_id", "ref", refers=STATIONS, aliases=("司法所",)),
        day("birth_date", blank=True, low=1900),
        Column("outstanding", "flag"),
        Column("recommended_by", "text", blank=True),
    ), key="chief_id"),
    Table("holds", "暂缓", False, (
        PERSON,
        day("start_date", blank=True),
        day("end_date", blank=True),
        Column("reason", "choice", choices=HOLD_REASONS, aliases=("原因",)),
    )),
    Table("apart", "不同时派出", False, (
        Column("person_a", "ref", refers=SENT),
        Column("person_b", "ref", refers=SENT),
        REASON,
    )),
    Table("posting_pins", "派出指定", False, (
        PERSON,
        Column("posting", "choice", blank=True, choices=POSTINGS_KINDS),
        day("start_date", blank=True),
        Column("level", "choice", blank=True, choices=PIN_LEVELS, synonyms=LEVEL_WORDS),
        Column("place", "place", blank=True, aliases=("地点",)),
        Column("decision", "choice", choices=DECISIONS),
        REASON,
    )),
    Table("hosts", "接收意向", False, (
        STATION,
        Column("places", "whole", low=1, units=("人", "名", "个")),
    )),
)  # fmt: skip
"""The tables of postings, in the order they are read."""
