"""What goes with a unit or a station that is removed, and what must not be left behind."""

from collections import defaultdict

import polars as pl

from planner.dataset import rows_of
from planner.scenario.draft import Draft
from planner.tables.ledger import listed

UNITS = ("leaders", "departments")


def follow(draft: Draft) -> None:
    """Remove the pins, wishes and recusals that name what is gone, and say so.

    History stays. A department whose leader is gone is a fault, where it is given no other.
    """
    if draft.gone:
        for (table, name), rows in _followers(draft).items():
            values = {"value": name, "count": len(rows), "rows": listed(rows)}
            draft.notes.warn(f"{table}.remove", "scenario.follows", **values)
        _orphans(draft)


def _followers(draft: Draft) -> dict[tuple[str, str], list[str]]:
    """Return the places of the rows that go, by the table and identifier they go with."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    dataset, names = draft.dataset, _names(draft)
    units = {name: table for table in UNITS for name in draft.gone.get(table, ())}

    def goes(table: str, at: int, row: int, unit: str, station: str | None) -> None:
        owner = (units[unit], unit) if unit in units else ("stations", station or "")
        gone = unit in units or station in draft.gone.get("stations", ())
        if gone and at not in draft.out.setdefault(table, set()):
            draft.out[table].add(at)
            found[owner].append(f"{dataset.file(table)}:{row}")

    for at, cells in enumerate(rows_of(dataset.pins, "row", "unit_id", "station_id")):
        goes("pins", at, *cells)
    for table, column in (("wishes", "department_id"), ("recusals", "unit_id")):
        rows = rows_of(getattr(dataset, table), "row", column, "level", "place")
        for at, (row, unit, level, place) in enumerate(rows):
            goes(table, at, row, unit, names.get(place) if level == "station" else None)
    return found


def _names(draft: Draft) -> dict[str, str]:
    """Return the stations that are gone by what a wish or a recusal may call them: id or name."""
    stations, at = draft.dataset.stations, draft.positions("stations")
    gone = draft.gone.get("stations", set[str]())
    names = {stations["name"][at[station]]: station for station in gone}
    return {name: station for name, station in names.items() if name not in at} | {
        station: station for station in gone
    }


def _orphans(draft: Draft) -> None:
    """Say which departments are left without a leader in charge, and leave theirs open."""
    gone = draft.gone.get("leaders", set[str]())
    left: dict[str, list[str]] = defaultdict(list)
    frame = draft.frames["departments"]
    charge: list[str | None] = frame["leader_id"].to_list()
    for at, (department, leader) in enumerate(rows_of(frame, "department_id", "leader_id")):
        if leader in gone and at not in draft.out.get("departments", ()):
            left[leader].append(department)
            charge[at] = None
    for leader, departments in left.items():
        values = {"value": leader, "departments": listed(departments, 99), "first": departments[0]}
        draft.notes.fault("leaders.remove", "scenario.orphans", **values)
    if left:
        column = pl.Series("leader_id", charge, pl.String)
        draft.frames["departments"] = frame.with_columns(column)
