"""Tables that are files of their own: a finished plan, a plan in force, a crosswalk; indicators."""

from dataclasses import replace

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.pairing import MATTERS, PAIRING, PEOPLE
from planner.tables.schema.shared import KINDS, STATION, YEAR

KIND = Column("kind", "choice", choices=KINDS)

PLAN = Table("plan", "方案", True, (
    YEAR,
    KIND,
    Column("unit_id", "id"),
    Column("unit"),
    Column("station_id", "id"),
    Column("station"),
    Column("city"),
    Column("county"),
    Column("need", "whole", high=100),
    Column("travel_minutes", "whole"),
    Column("wish", "whole", blank=True, low=1),
    Column("fit", "flag", blank=True),
))  # fmt: skip
"""The finished plan, as `plan.csv` holds it."""

IN_FORCE = Table("in_force", "现行方案", True, (
    YEAR,
    KIND,
    Column("unit_id", "id"),
    Column("station_id", "id"),
    Column("approval", "whole", blank=True, low=1),
), filled=True)  # fmt: skip
"""A plan in force: a `plan.csv`, and how much each pairing's approval weighs (blank: 1)."""

INDICATORS = Table("indicators", "工作指标", False, (
    STATION,
    YEAR,
    Column("mediations", "whole", units=MATTERS),
    Column("mediations_settled", "whole", units=MATTERS),
    Column("corrections", "whole", units=PEOPLE),
    Column("legal_aid", "whole", units=MATTERS),
    Column("satisfaction", "whole", high=100),
), filled=True)  # fmt: skip
"""What a station did in a year: matters, people, and how satisfied the public was (0 to 100).

It lies among the tables of a dataset, and no plan is made from it.
"""

CROSSWALK = Table("crosswalk", "沿革", True, (
    YEAR,
    Column("station_id", "id", blank=True),
    Column("successor_id", "id", blank=True),
    *(
        replace(column, blank=True)
        for table in PAIRING
        if table.name == "stations"
        for column in table.columns[1:]
    ),
))  # fmt: skip
"""What becomes of stations over the years; the columns of a station describe the successor."""
