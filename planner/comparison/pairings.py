"""Pairings of two plans side by side: kept, moved, new, dropped; per unit and per city."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

import polars as pl

CHANGES = ("kept", "moved", "new", "dropped")
PAIRINGS = {
    "kind": pl.String, "unit_id": pl.String, "unit": pl.String, "change": pl.String,
    "from_id": pl.String, "from_station": pl.String, "from_city": pl.String,
    "to_id": pl.String, "to_station": pl.String, "to_city": pl.String,
}  # fmt: skip
COUNTS: dict[str, Any] = dict.fromkeys(("before", "after", *CHANGES), pl.Int64)

Row = Mapping[str, Any]
Whose = TypeVar("Whose")


def pairings(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Return what became of every pairing, unit by unit, leaders first.

    A pairing is `kept`, or its unit `moved` from that station to another one, or has one station
    more (`new`) or fewer (`dropped`). Of a unit's stations that left and came, those of one city
    are taken together first, then in the order of their identifiers.
    """
    units: dict[tuple[bool, str], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, frame in enumerate((before, after)):
        for row in sorted(frame.to_dicts(), key=itemgetter("station_id")):
            units[row["kind"] != "leader", row["unit_id"]][side].append(row)
    rows = [row for _, (had, has) in sorted(units.items()) for row in _of_unit(had, has)]
    return pl.DataFrame(rows, PAIRINGS, orient="row")


def _of_unit(had: Sequence[Row], has: Sequence[Row]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of one unit."""
    of = (has or had)[0]
    unit = (of["kind"], of["unit_id"], of["unit"])
    stay = {row["station_id"] for row in had} & {row["station_id"] for row in has}
    left = [row for row in had if row["station_id"] not in stay]
    came = [row for row in has if row["station_id"] not in stay]
    for row in has:
        if row["station_id"] in stay:
            yield (*unit, "kept", *_station(row), *_station(row))
    for old in [*left]:
        near = next((new for new in came if new["city"] == old["city"]), None)
        if near is not None:
            left.remove(old)
            came.remove(near)
            yield (*unit, "moved", *_station(old), *_station(near))
    number = min(len(left), len(came))
    for old, new in zip(left, came, strict=False):
        yield (*unit, "moved", *_station(old), *_station(new))
    for new in came[number:]:
        yield (*unit, "new", None, None, None, *_station(new))
    for old in left[number:]:
        yield (*unit, "dropped", *_station(old), None, None, None)


def _station(row: Row) -> tuple[object, ...]:
    return row["station_id"], row["station"], row["city"]


def per_unit(changes: pl.DataFrame) -> pl.DataFrame:
    """Return the numbers of each unit; kept + moved + dropped were before, … + new are after."""
    units = changes.select("kind", "unit_id", "unit", "change").rows()
    named = {(kind, unit_id): (kind, unit_id, unit) for kind, unit_id, unit, _ in units}
    counted = _counted(((kind, unit_id), change) for kind, unit_id, _, change in units)
    rows = [(*named[unit], *numbers) for unit, numbers in counted.items()]
    schema = {name: PAIRINGS[name] for name in ("kind", "unit_id", "unit")}
    return pl.DataFrame(rows, schema | COUNTS, orient="row")


def per_city(changes: pl.DataFrame) -> pl.DataFrame:
    """Return the numbers of each city, by its name.

    A pairing that moved to another city is dropped in the one and new in the other.
    """
    seen: list[tuple[str, str]] = []
    for change, old, new in changes.select("change", "from_city", "to_city").iter_rows():
        if change in ("kept", "moved") and old == new:
            seen.append((old, change))
        else:
            seen += [(city, what) for city, what in ((old, "dropped"), (new, "new")) if city]
    rows = [(city, *numbers) for city, numbers in sorted(_counted(seen).items())]
    return pl.DataFrame(rows, {"city": pl.String, **COUNTS}, orient="row")


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
