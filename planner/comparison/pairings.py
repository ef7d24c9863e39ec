"""Rows of two plans side by side: kept, moved, new, dropped; per unit and per place.

What a row is a duty tells: a pairing, a trip in a week, a posting from a day on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

import polars as pl

CHANGES = ("kept", "moved", "new", "dropped")
UNIT = ("kind", "unit_id", "unit")
COUNTS: dict[str, Any] = dict.fromkeys(("before", "after", *CHANGES), pl.Int64)

Row = Mapping[str, Any]
Whose = TypeVar("Whose")


def pairings(before: pl.DataFrame, after: pl.DataFrame, place: str = "city") -> pl.DataFrame:
    """Return what became of every row, unit by unit, leaders first.

    The frames have kind, unit_id, unit, station_id, station, the column `place`, and `when` where a
    unit can be at a station more than once. A row is `kept`, or its unit `moved` from there to
    elsewhere, or has one row more (`new`) or fewer (`dropped`). Of a unit's rows that left and
    came, those of one place are taken together first, then in their order in time and by station.
    """
    times = ["when"] if "when" in before.columns else []
    columns = ("station_id", "station", place, *times)
    units: dict[tuple[bool, str], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, frame in enumerate((before, after)):
        for row in sorted(frame.to_dicts(), key=itemgetter(*times, "station_id")):
            units[row["kind"] != "leader", row["unit_id"]][side].append(row)
    rows = [row for _, (had, has) in sorted(units.items()) for row in _of_unit(had, has, columns)]
    names = ["id", *columns[1:]]
    sides = [f"{side}_{name}" for side in ("from", "to") for name in names]
    return pl.DataFrame(rows, dict.fromkeys((*UNIT, "change", *sides), pl.String), orient="row")


def _of_unit(
    had: Sequence[Row], has: Sequence[Row], columns: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of one unit; they are told apart by station and, where there is one, time."""
    of = (has or had)[0]
    unit, nothing = tuple(of[name] for name in UNIT), (None,) * len(columns)
    same = itemgetter("station_id", *(["when"] if "when" in columns else []))
    place, cells = itemgetter(columns[2]), itemgetter(*columns)
    stay = {same(row) for row in had} & {same(row) for row in has}
    left = [row for row in had if same(row) not in stay]
    came = [row for row in has if same(row) not in stay]
    for row in has:
        if same(row) in stay:
            yield (*unit, "kept", *cells(row), *cells(row))
    for old in [*left]:
        near = next((new for new in came if place(new) == place(old)), None)
        if near is not None:
            left.remove(old)
            came.remove(near)
            yield (*unit, "moved", *cells(old), *cells(near))
    number = min(len(left), len(came))
    for old, new in zip(left, came, strict=False):
        yield (*unit, "moved", *cells(old), *cells(new))
    for new in came[number:]:
        yield (*unit, "new", *nothing, *cells(new))
    for old in left[number:]:
        yield (*unit, "dropped", *cells(old), *nothing)


def per_unit(changes: pl.DataFrame) -> pl.DataFrame:
    """Return the numbers of each unit; kept + moved + dropped were before, … + new are after."""
    units = changes.select(*UNIT, "change").rows()
    named = {(kind, unit_id): (kind, unit_id, unit) for kind, unit_id, unit, _ in units}
    counted = _counted(((kind, unit_id), change) for kind, unit_id, _, change in units)
    rows = [(*named[unit], *numbers) for unit, numbers in counted.items()]
    return pl.DataFrame(rows, dict.fromkeys(UNIT, pl.String) | COUNTS, orient="row")


def per_city(changes: pl.DataFrame, place: str = "city") -> pl.DataFrame:
    """Return the numbers of each city (or whatever place rows have), by its name.

    A row that moved to another one is dropped in the one and new in the other.
    """
    seen: list[tuple[str, str]] = []
    for change, old, new in changes.select("change", f"from_{place}", f"to_{place}").iter_rows():
        if change in ("kept", "moved") and old == new:
            seen.append((old, change))
        else:
            seen += [(city, what) for city, what in ((old, "dropped"), (new, "new")) if city]
    rows = [(city, *numbers) for city, numbers in sorted(_counted(seen).items()) if city]
    return pl.DataFrame(rows, {place: pl.String, **COUNTS}, orient="row")


def _counted(changes: Iterable[tuple[Whose, str]]) -> dict[Whose, tuple[int, ...]]:
    """Return before, after and the numbers of each change, by whom it concerns."""
    counts: dict[Whose, dict[str, int]] = {}
    for whose, change in changes:
        counts.setdefault(whose, dict.fromkeys(CHANGES, 0))[change] += 1
    return {
        whose: (
            n["kept"] + n["moved"] + n["dropped"],
            n["kept"] + n["moved"] + n["new"],
            *n.values(),
        )
        for whose, n in counts.items()
    }
