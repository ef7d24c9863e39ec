"""The plans in force as one table that is kept beside a result: it can be judged by itself."""

import polars as pl

from planner.days.facts import Facts, Pairing
from planner.errors import Fault, InputError
from planner.tables import Column, Table, write_csv
from planner.tables.schema.shared import day

FILE = "pairings.csv"
SCHEMA = {
    "start_date": pl.Date(), "kind": pl.String(), "unit_id": pl.String(), "station_id": pl.String(),
}  # fmt: skip
KINDS = (("leader", "厅领导"), ("department", "处室"))
TABLE = Table("pairings", "启用方案", True, (
    day("start_date"),
    Column("kind", "choice", choices=KINDS),
    Column("unit_id", "id"),
    Column("station_id", "id"),
))  # fmt: skip


def in_force_file(facts: Facts) -> bytes:
    """Return the plans in force as CSV: from which day, which unit has which station."""
    rows = [
        (plan.start, _kind(facts, unit), unit, station)
        for plan in facts.pairings
        for unit, stations in sorted(plan.stations.items())
        for station in stations
    ]
    return write_csv(pl.DataFrame(rows, SCHEMA, orient="row"))


def pairings_of(frame: pl.DataFrame) -> tuple[Pairing, ...]:
    """Return the plans in force of such a table, by their first day."""
    found: list[Pairing] = []
    for (start,), rows in frame.group_by("start_date", maintain_order=True):
        stations: dict[str, list[str]] = {}
        for unit, station in rows.select("unit_id", "station_id").iter_rows():
            stations.setdefault(unit, []).append(station)
        kept = {unit: tuple(several) for unit, several in stations.items()}
        found.append(Pairing(start, frozenset(rows["kind"]), kept))  # pyright: ignore[reportArgumentType]
    return tuple(sorted(found, key=lambda one: one.start))


def _kind(facts: Facts, unit: str) -> str:
    person = facts.people.get(unit)
    if person is not None and person.kind == "leader":
        return "leader"
    if unit not in facts.units:
        raise InputError([Fault(FILE, "days.plan_lacks", values={"value": unit})])
    return "department"
