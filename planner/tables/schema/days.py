"""The tables of days: cadres, visits, absences, moves, mergers and the calendar (N1, N3, N4)."""

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.shared import (
    CADRES,
    DEPARTMENTS,
    END,
    LEADERS,
    PERSONS,
    START,
    STATION,
    STATIONS,
    UNIT,
    UNITS,
    day,
)

DUTY_RANKS = (("bureau", "厅级非领导"), ("division", "处级"), ("below", "科级及以下"))
CAUSES = (("village", "驻村"), ("posting", "锻炼挂职"), ("leave", "长假"), ("out", "不在任"))
MONTHS = ("个月", "月")
ANYONE = "*"
"""The subject of a blocked row that holds for everyone."""

CADRE = Column("cadre_id", "ref", refers=CADRES, aliases=("干部",))
PERSON = Column("person_id", "ref", refers=PERSONS, aliases=("人员", "姓名"))
NOTE = Column("note", "note", blank=True)

DAYS: tuple[Table, ...] = (
    Table("cadres", "干部", True, (
        Column("cadre_id", "id", aliases=("编号",)),
        Column("name", aliases=("姓名",)),
        Column("department_id", "ref", refers=DEPARTMENTS, aliases=("处室", "部门")),
        Column("duty_rank", "choice", choices=DUTY_RANKS),
        day("birth_date", blank=True, low=1900),
        day("joined_on", blank=True, low=1900),
        day("left_on", blank=True),
        Column("grassroots_months", "whole", blank=True, high=1200, units=MONTHS),
        Column("justice_months", "whole", blank=True, high=1200, units=MONTHS),
        Column("village_duty", "flag", aliases=("驻村帮扶", "驻村")),
        Column("outstanding", "flag"),
        Column("native_county", "place", blank=True, aliases=("籍贯",)),
    ), filled=True, key="cadre_id"),
    Table("visits", "蹲点记录", True, (
        PERSON,
        STATION,
        START,
        END,
        Column("task", "note"),
    ), aliases=("蹲点",)),
    Table("absences", "离岗", False, (
        PERSON,
        Column("cause", "choice", choices=CAUSES),
        START,
        day("end_date", blank=True),
    )),
    Table("moves", "调动", False, (
        CADRE,
        day("moved_on"),
        Column("from_department_id", "ref", refers=DEPARTMENTS, aliases=("原处室",)),
    )),
    Table("mergers", "撤并", False, (
        STATION,
        day("merged_on"),
        Column("successor_id", "ref", blank=True, refers=STATIONS, aliases=("承接所",)),
    )),
    Table("workdays", "工作日", False, (
        day("date"),
        Column("working", "flag"),
        NOTE,
    )),
    Table("blocked", "不宜安排", False, (
        Column("subject", "ref", refers=LEADERS + CADRES + UNITS[1:] + STATIONS, also=(ANYONE,)),
        START,
        END,
        Column("reason", "note", blank=True, aliases=("原因",)),
    )),
    Table("tasks", "重点任务", False, (
        UNIT,
        STATION,
        Column("task", "note", header="重点任务"),
        Column("target", "note"),
        day("done_on", blank=True),
    )),
)  # fmt: skip
"""The tables of days, in the order they are read."""
