"""The tables of a finished visit calendar: its trips, and the plans in force that it goes by."""

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.shared import KINDS, YEAR, day

PERSON_KINDS = (("leader", "厅领导"), ("cadre", "干部"))

CALENDAR = Table("calendar", "蹲点日程", True, (
    YEAR,
    Column("kind", "choice", choices=PERSON_KINDS, header="人员类别"),
    Column("unit_id", "id"),
    Column("person_id", "id"),
    Column("station_id", "id"),
    day("start_date"),
    day("end_date"),
    Column("days", "whole", low=1, high=366, header="天数"),
    Column("week", header="周次"),
    Column("month", header="月份"),
))  # fmt: skip
"""The trips, as `calendar.csv` holds them."""

PAIRINGS = Table("pairings", "启用方案", True, (
    day("start_date"),
    Column("kind", "choice", choices=KINDS),
    Column("unit_id", "id"),
    Column("station_id", "id"),
))  # fmt: skip
"""The plans in force: from which day on which unit has which station."""
