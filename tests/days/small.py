"""A small year that one can count by hand: two leaders, two departments, four stations."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from planner.days.facts import Absence, Facts, Merger, Pairing, Person, Station, Visit
from planner.days.spans import Span, Year
from planner.policy import Policy

STATIONS = {
    name: Station(name, f"{name}所", staff, minutes)
    for name, staff, minutes in (("S1", 2, 60), ("S2", 1, 90), ("S3", 4, 30), ("S4", 0, 120))
}
PAIRS: dict[str, tuple[str, ...]] = {
    "L1": ("S1", "S2"), "L2": ("S3",), "D1": ("S1",), "D2": ("S3", "S4"),
}  # fmt: skip
NAMES = {"L1": "厅长", "L2": "副厅长", "D1": "一处", "D2": "二处"}


def day(text: str) -> dt.date:
    """Return `0301` of 2019, or a day written in full."""
    return dt.date.fromisoformat(text if "-" in text else f"2019-{text[:2]}-{text[2:]}")


def span(text: str) -> Span:
    """Return the days of `0301-0305`, or `0301-` for those that go on."""
    start, _, end = text.partition("-") if text.count("-") == 1 else text.partition("/")
    return Span(day(start), day(end) if end else None)


def visit(person: str, station: str, days: str, task: str = "调研", row: int = 2) -> Visit:
    """Return a visit of days written as `span` reads them."""
    some = span(days)
    assert some.end is not None
    return Visit(person, station, some.start, some.end, task, row)


def away(cause: str, days: str) -> Absence:
    """Return an absence."""
    return Absence(cause, span(days))


def cadre(identifier: str = "C1", department: str = "D1", **changes: Any) -> Person:
    """Return a cadre at division level, in post all year."""
    return replace(Person(identifier, "cadre", identifier, department, "division"), **changes)


def plan(start: dt.date, stations: Mapping[str, tuple[str, ...]]) -> Pairing:
    """Return a plan from a day on."""
    kinds = {unit: "leader" if unit.startswith("L") else "department" for unit in stations}
    return Pairing(start, dict(stations), kinds)


def facts(
    *people: Person,
    visits: Sequence[Visit] = (),
    plans: Sequence[Pairing] | None = None,
    year: int = 2019,
    policy: Policy | None = None,
    mergers: Mapping[str, Merger] | None = None,
    **more: Any,
) -> Facts:
    """Return the facts of a year: the two leaders, the people given, one plan of all units."""
    leaders = [Person(name, "leader", name, name) for name in ("L1", "L2")]
    given = {person.id: person for person in (*leaders, *people)}
    whole = plan(dt.date(year, 1, 1), PAIRS)
    return Facts(
        Year(year), policy or Policy(), given, STATIONS, NAMES, tuple(visits),
        (whole,) if plans is None else tuple(plans), mergers=dict(mergers or {}), **more,
    )  # fmt: skip
