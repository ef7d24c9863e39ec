"""What one row says of another: identifiers, references, duplicates, contradictions.

Every check reads the typed frames and writes into the ledger. Cells that failed on their own are
null by then and are passed over, as are references to a column that could not be read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from planner.places import PlaceError, Places
from planner.tables.ledger import Ledger, shown

Target = tuple[str, str]

UNITS: tuple[Target, ...] = (("leaders", "leader_id"), ("departments", "department_id"))
STATIONS: tuple[Target, ...] = (("stations", "station_id"),)


@dataclass(slots=True)
class Frames:
    """The frames under check, and what they are known by."""

    by_name: dict[str, pl.DataFrame]
    ledger: Ledger
    year: int | None
    places: Places

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row, cells …) of the rows that have all these cells."""
        frame = self.by_name[table]  # lists, no query: that costs more than a small table
        for cells in zip(*(frame[name].to_list() for name in ("row", *columns)), strict=True):
            if None not in cells:
                yield cells


def cross_check(frames: dict[str, pl.DataFrame], ledger: Ledger, year: int | None) -> None:
    """Check what the tables say of each other; history must lie before `year`, where given."""
    under_check = Frames(frames, ledger, year, Places(frames["stations"]))
    for check in CHECKS:
        check(under_check)


def _identifiers_are_unique(frames: Frames) -> None:
    """Leaders and departments share one space of identifiers, stations have their own."""
    for targets in (UNITS, STATIONS):
        taken: dict[str, str] = {}
        for table, column in targets:
            identifiers = frames.by_name[table][column]
            if len(targets) == 1 and identifiers.n_unique() == identifiers.len():
                continue
            for row, value in frames.rows(table, column):
                place = taken.get(value)
                if place is None:
                    taken[value] = frames.ledger.place(table, row, column)
                    continue
                frames.ledger.fault(
                    table, "id.repeated", row, column, value=shown(value), place=place
                )


def _one_principal(frames: Frames) -> None:
    leaders = frames.by_name["leaders"]
    rows = leaders.filter("principal")["row"].to_list()
    for row in rows[1:]:
        frames.ledger.fault("leaders", "principal.second", row, "principal", first=rows[0])
    if not rows and leaders.height and not leaders["principal"].null_count():
        frames.ledger.fault("leaders", "principal.none", None, "principal")


def _history_is_past(frames: Frames) -> None:
    if frames.year is not None:
        for row, year in frames.rows("history", "year"):
            if year >= frames.year:
                frames.ledger.fault(
                    "history", "history.late", row, "year", value=year, year=frames.year
                )


def _places_are_known(frames: Frames) -> None:
    for table in ("wishes", "recusals"):
        for row, level, place in frames.rows(table, "level", "place"):
            if not _readable(frames.ledger, level):
                continue
            try:
                frames.places.resolve(level, place)
            except PlaceError as error:
                _place_fault(frames.ledger, table, row, place, error)


def _readable(ledger: Ledger, level: str) -> bool:
    columns = {"station": ("station_id", "name"), "county": ("county", "city"), "city": ("city",)}
    return not any(("stations", column) in ledger.unusable for column in columns[level])


def _place_fault(ledger: Ledger, table: str, row: int, place: str, error: PlaceError) -> None:
    _, wrong_city, county = place.rpartition("/")
    known = () if ledger.spent else error.known
    same = [name for name in known if wrong_city and name.endswith(f"/{county}")]
    near = same or (ledger.equally_near(place, known) if known else [])
    key = f"{error.key}_near" if near else error.key
    more = {"file": ledger.file("stations"), "near": " / ".join(map(shown, near))}
    ledger.fault(table, key, row, "place", value=shown(place), **error.values, **more)


def _rows_differ(frames: Frames) -> None:
    """Rows that say the same twice do no harm and are said."""
    for table, columns in (
        ("history", ("year", "unit_id", "station_id")),
        ("wishes", ("department_id", "level", "place")),
        ("recusals", ("unit_id", "level", "place")),
        ("pins", ("unit_id", "station_id", "decision")),
    ):
        for row, first in _twins(frames, table, columns):
            frames.ledger.warn(table, "row.repeated", row, None, first=first)


def _ranks_differ(frames: Frames) -> None:
    for row, first in _twins(frames, "wishes", ("department_id", "rank")):
        frames.ledger.warn("wishes", "row.same_rank", row, "rank", first=first)


def _twins(frames: Frames, table: str, columns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (row, first row) of rows equal to an earlier one in `columns`."""
    seen: dict[tuple[Any, ...], int] = {}
    for row, *cells in frames.rows(table, *columns):
        first = seen.setdefault(tuple(cells), row)
        if first != row:
            yield row, first


def _pins_agree(frames: Frames) -> None:
    """A pair is not required and forbidden at once."""
    decided: dict[tuple[str, str], tuple[str, int]] = {}
    for row, unit, station, decision in frames.rows("pins", "unit_id", "station_id", "decision"):
        earlier, first = decided.setdefault((unit, station), (decision, row))
        if earlier != decision:
            frames.ledger.fault("pins", "pin.both", row, "decision", value=decision, first=first)


def _pins_respect_recusals(frames: Frames) -> None:
    """A required pair is not one of a recusal."""
    required = {
        (unit, station): row
        for row, unit, station, decision in frames.rows("pins", "unit_id", "station_id", "decision")
        if decision == "require"
    }
    units = {unit for unit, _ in required}
    for row, unit, level, place in frames.rows("recusals", "unit_id", "level", "place"):
        for station in _covered(frames, level, place) if unit in units else ():
            if (unit, station) in required:
                frames.ledger.fault(
                    "pins",
                    "pin.recused",
                    required.pop((unit, station)),
                    "decision",
                    place=frames.ledger.place("recusals", row),
                )


def _covered(frames: Frames, level: str, place: str) -> list[str]:
    try:
        covered = frames.places.resolve(level, place)
    except PlaceError:
        return []
    stations = frames.by_name["stations"]["station_id"]
    return [stations[at] for at in covered.tolist()]


def _topics_are_asked_for(frames: Frames) -> None:
    """A topic that is no station's focus fits nothing, which may be a matter of spelling."""
    if not frames.ledger.clean:
        return
    asked = set(frames.by_name["stations"]["focus"].to_list())
    having: dict[str, list[int]] = {}
    for row, topics in frames.rows("departments", "expertise"):
        for topic in topics:
            if topic not in asked:
                having.setdefault(topic, []).append(row)
    for topic, rows in having.items():
        values = {"value": shown(topic), "count": len(rows)}
        frames.ledger.warn("departments", "topic.nowhere", rows[0], "expertise", **values)


CHECKS: tuple[Callable[[Frames], None], ...] = (
    _identifiers_are_unique,
    _one_principal,
    _history_is_past,
    _places_are_known,
    _rows_differ,
    _ranks_differ,
    _pins_agree,
    _pins_respect_recusals,
    _topics_are_asked_for,
)
"""Every check over rows, in reading order."""
