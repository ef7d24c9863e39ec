"""Tables that are files of their own: a finished plan, a plan in force, indicators, a crosswalk."""

from dataclasses import replace

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.pairing import PAIRING
from planner.tables.schema.shared import KINDS, YEAR

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

INDICATORS = Table("indicators", "工作指标", True, (
    Column("station_id", "id"),
    YEAR,
    Column("mediations", "whole"),
    Column("mediations_settled", "whole"),
    Column("corrections", "whole"),
    Column("legal_aid", "whole"),
    Column("satisfaction", "whole", high=100),
), filled=True)  # fmt: skip
"""What a station did in a year: matters, people, and how satisfied the public was (0 to 100)."""

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
