"""The figures behind commendation and criticism (六-1), by person and by unit: never a verdict."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from planner.days.facts import Facts
from planner.days.filing import ADDED, Filed, filing
from planner.days.obligations import Obligation
from planner.postings.facts import Row
from planner.tables.schema.postings import GRADES

TEXT, WHOLE = pl.String(), pl.Int64()
PEOPLE = {
    "unit_id": TEXT, "person_id": TEXT, "owed": WHOLE, "done": WHOLE, "short": WHOLE,
    "status": TEXT, "late_entries": WHOLE, "posting": TEXT, "grade": TEXT,
}  # fmt: skip
UNITS = {
    "unit_id": TEXT, "people": WHOLE, "owed": WHOLE, "done": WHOLE, "met_percent": WHOLE,
    "late_entries": WHOLE, "grades": TEXT,
}  # fmt: skip


def late_entries(facts: Facts, on: dt.date, filed: Sequence[Filed]) -> Counter[str] | None:
    """Return each person's entries that came after the filing of their half, as filings tell it.

    An entry that any filing of its half lacks is late, and counted once. The tables do not say when
    a visit was entered: without a filing nothing can be known, and None is returned.
    """
    if not filed:
        return None
    late = {
        line.key
        for one in filed
        for line in filing(facts, one.half, on, one).lines
        if line.change == ADDED
    }
    return Counter(person for person, _, _ in late)


def people_frame(
    obligations: Iterable[Obligation],
    late: Counter[str] | None,
    postings: Mapping[str, Sequence[Row]],
    year: int,
) -> pl.DataFrame:
    """Return everybody's figures by unit and person: see `PEOPLE`.

    The postings with a day in the year are joined by `;` in their order, their grades likewise.
    """
    rows: list[tuple[object, ...]] = []
    for one in sorted(obligations, key=lambda one: (one.unit, one.person)):
        own = [row for row in postings.get(one.person, ()) if row.end.year >= year]
        grades = [row.grade or "" for row in own]
        rows.append((
            one.unit, one.person, one.owed, one.done, one.short, one.status,
            None if late is None else late[one.person],
            ";".join(row.posting for row in own) or None,
            ";".join(grades) if any(grades) else None,
        ))  # fmt: skip
    return pl.DataFrame(rows, PEOPLE, orient="row")


def units_frame(people: pl.DataFrame) -> pl.DataFrame:
    """Return each unit's figures: see `UNITS`.

    `met_percent` is how many of a hundred who owe days have done them, rounded down, blank where
    nobody owes any; `grades` are the grades given, each with how often (`excellent:1;basic:2`).
    """
    several: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in people.to_dicts():
        several[row["unit_id"]].append(row)
    rows = [_unit(unit, several[unit]) for unit in sorted(several)]
    return pl.DataFrame(rows, UNITS, orient="row")


def _unit(unit: str, rows: Sequence[Mapping[str, object]]) -> tuple[object, ...]:
    owing = [row for row in rows if row["owed"]]
    met = sum(row["status"] == "met" for row in owing)
    late = [row["late_entries"] for row in rows]
    number = Counter(grade for row in rows for grade in str(row["grade"] or "").split(";"))
    return (
        unit,
        len(rows),
        _sum(row["owed"] for row in rows),
        _sum(row["done"] for row in rows),
        100 * met // len(owing) if owing else None,
        None if None in late else _sum(late),
        ";".join(f"{grade}:{number[grade]}" for grade, _ in GRADES if number[grade]) or None,
    )


def _sum(values: Iterable[object]) -> int:
    return sum(value for value in values if isinstance(value, int))
