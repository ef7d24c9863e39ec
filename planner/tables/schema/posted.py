"""The finished plans of postings and of the exchange, as `postings.csv` and `exchange.csv` are."""

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.postings import GRADES, POSTINGS_KINDS, ROUTES
from planner.tables.schema.shared import END, START

_ROW = (
    Column("person_id", "id"),
    Column("posting", "choice", choices=POSTINGS_KINDS),
    Column("host_id", "id"),
    START,
    END,
    Column("grade", "choice", blank=True, choices=GRADES),
    Column("route", "choice", blank=True, choices=ROUTES),
    Column("person", header="姓名"),
    Column("department_id", "id", blank=True),
    Column("host", header="接收单位"),
    Column("city", blank=True),
    Column("county", blank=True),
    Column("need", "whole", blank=True, high=100),
)

POSTED = Table("posted", "锻炼方案", True, (*_ROW, Column("travel_minutes", "whole")))
"""A plan of postings for training."""

EXCHANGED = Table(
    "exchanged",
    "交流方案",
    True,
    (*_ROW, Column("fit", "flag"), Column("swap", "flag", header="双向对调")),
)
"""A plan of the exchange."""
