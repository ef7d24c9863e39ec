"""A plan of the pairing: its table, its parts, and the plan that was in force."""

from dataclasses import dataclass

import polars as pl

from planner.pairing.display import plan_html
from planner.pairing.units import KIND
from planner.plans.plan import Plan as AnyPlan
from planner.tables import IN_FORCE, write_csv

SCHEMA = {
    "year": pl.Int64, "kind": pl.String, "unit_id": pl.String, "unit": pl.String,
    "station_id": pl.String, "station": pl.String, "city": pl.String, "county": pl.String,
    "need": pl.Int64, "travel_minutes": pl.Int64, "wish": pl.Int64, "fit": pl.Boolean,
}  # fmt: skip
"""The columns of a plan's table. `wish` is the best rank that covers the pairing, null for none;
`fit` is null for leaders; `travel_minutes` are one way."""

ORDER = ("unit_id", "station_id")
"""What rows are sorted by, leaders first."""

PLAN_FILE = "plan.csv"
IN_FORCE_FILE = f"{IN_FORCE.name}.csv"
"""The plan that was to be changed least, beside the plan."""


@dataclass(frozen=True, slots=True)
class Plan(AnyPlan):
    """The pairings of a year (`pairs`, see `SCHEMA`) and what is claimed of each part made.

    `in_force` is the plan that was to be changed least, where there was one.
    """

    in_force: pl.DataFrame | None = None

    @property
    def pairs(self) -> pl.DataFrame:
        """The pairings."""
        return self.rows

    def of(self, part: str) -> pl.DataFrame:
        """Return the rows of one part."""
        return rows_of_part(self.rows, part)

    def beside(self) -> dict[str, bytes]:
        """Return the plan in force, where there was one."""
        return {} if self.in_force is None else {IN_FORCE_FILE: write_csv(self.in_force)}

    def _repr_html_(self) -> str:
        return plan_html(self.pairs, self.goals(), self.year, checked=self.checked)


def rows_of_part(rows: pl.DataFrame, part: str) -> pl.DataFrame:
    """Return the rows of one part among a plan's."""
    return rows.filter(kind=KIND[part])


def ordered(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows as a plan has them: its columns, leaders first, by unit and station."""
    return rows.select(*SCHEMA).sort(pl.col("kind") != "leader", *ORDER)
