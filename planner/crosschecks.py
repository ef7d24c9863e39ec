"""What one row says of another: identifiers, references, duplicates, contradictions.

Every check reads the typed frames and writes into the ledger. Cells that failed on their own are
null by then and are passed over, as are references to a column that could not be read.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from planner.places import PlaceError, Places
from planner.tables.ledger import Ledger, shown

Target = tuple[str, str]

LEADERS: tuple[Target, ...] = (("leaders", "leader_id"),)
DEPARTMENTS: tuple[Target, ...] = (("departments", "department_id"),)
UNITS = LEADERS + DEPARTMENTS
STATIONS: tuple[Target, ...] = (("stations", "station_id"),)


@dataclass(slots=True)
class Tables:
    """The frames under check, and what they are known by."""

    frames: dict[str, pl.DataFrame]
    ledger: Ledger
    year: int | None
    places: Places
    _known: dict[Target, dict[str, int]] = field(
        default_factory=dict[Target, dict[str, int]], init=False
    )

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row, cells …) of the rows that have all these cells."""
        for cells in self.frames[table].select("row", *columns).iter_rows():
            if None not in cells:
                yield cells

    def known(self, target: Target) -> dict[str, int]:
        """Return the identifiers of a column, each with the first row that has it."""
        if target not in self._known:
            frame = self.frames[target[0]].select(target[1], "row").drop_nulls().reverse()
            self._known[target] = dict(zip(frame[target[1]].to_list(), frame["row"], strict=True))
        return self._known[target]

    def unknown(
        self, table: str, column: str, targets: Sequence[Target]
    ) -> Iterator[tuple[int, str]]:
        """Yield (row, value) of references to nothing; of none where a target is unreadable."""
        if not any(target in self.ledger.unusable for target in targets):
            for row, value in self.rows(table, column):
                if not any(value in self.known(target) for target in targets):
                    yield row, value


def cross_check(frames: dict[str, pl.DataFrame], ledger: Ledger, year: int | None) -> None:
    """Check what the tables say of each other; history must lie before `year`, where given."""
    tables = Tables(frames, ledger, year, Places(frames["stations"]))
    for check in CHECKS:
        check(tables)


def _identifiers_are_unique(tables: Tables) -> None:
    """Leaders and departments share one space of identifiers, stations have their own."""
    for targets in (UNITS, STATIONS):
        taken: dict[str, str] = {}
        for table, column in targets:
            identifiers = tables.frames[table][column]
            if len(targets) == 1 and identifiers.n_unique() == identifiers.len():
                continue
            for row, value in tables.rows(table, column):
                place = taken.get(value)
                if place is None:
                    taken[value] = f"{tables.ledger.file(table)}:{row}"
                    continue
                tables.ledger.fault(
                    table, "id.repeated", row, column, value=shown(value), place=place
                )


def _one_principal(tables: Tables) -> None:
    leaders = tables.frames["leaders"]
    rows = leaders.filter("principal")["row"].to_list()
    for row in rows[1:]:
        tables.ledger.fault("leaders", "principal.second", row, "principal", first=rows[0])
    if not rows and leaders.height and not leaders["principal"].null_count():
        tables.ledger.fault("leaders", "principal.none", None, "principal")


def _references_are_known(tables: Tables) -> None:
    for table, column, targets in (
        ("departments", "leader_id", LEADERS),
        ("wishes", "department_id", DEPARTMENTS),
        ("recusals", "unit_id", UNITS),
        ("pins", "unit_id", UNITS),
        ("pins", "station_id", STATIONS),
    ):
        file = _files(tables.ledger, targets)
        for row, value in tables.unknown(table, column, targets):
            key, near = _suggestion(tables, value, targets)
            tables.ledger.fault(table, key, row, column, value=shown(value), file=file, near=near)


def _suggestion(tables: Tables, value: str, targets: Sequence[Target]) -> tuple[str, str]:
    """Return the sentence for an unknown identifier, and the known one it was meant to be."""
    known = [name for target in targets for name in tables.known(target)]
    bare = value.lstrip("0")
    padded = next((name for name in known if name.lstrip("0") == bare), None)
    if padded is not None:
        return "ref.padded", shown(padded)
    near = tables.ledger.nearest(value, known)
    return ("ref.unknown", "") if near is None else ("ref.near", shown(near))


def _history_is_known(tables: Tables) -> None:
    """Units and stations that are gone are no fault: one warning each."""
    for column, targets in (("unit_id", UNITS), ("station_id", STATIONS)):
        gone: dict[str, list[int]] = defaultdict(list)
        for row, value in tables.unknown("history", column, targets):
            gone[value].append(row)
        file = _files(tables.ledger, targets)
        for value, rows in gone.items():
            tables.ledger.warn(
                "history",
                "history.gone",
                rows[0],
                column,
                value=shown(value),
                count=len(rows),
                file=file,
            )


def _history_is_past(tables: Tables) -> None:
    if tables.year is not None:
        for row, year in tables.rows("history", "year"):
            if year >= tables.year:
                tables.ledger.fault(
                    "history", "history.late", row, "year", value=year, year=tables.year
                )


def _places_are_known(tables: Tables) -> None:
    for table in ("wishes", "recusals"):
        for row, level, place in tables.rows(table, "level", "place"):
            if not _readable(tables.ledger, level):
                continue
            try:
                tables.places.resolve(level, place)
            except PlaceError as error:
                _place_fault(tables.ledger, table, row, place, error)


def _readable(ledger: Ledger, level: str) -> bool:
    columns = {"station": ("station_id", "name"), "county": ("county", "city"), "city": ("city",)}
    return not any(("stations", column) in ledger.unusable for column in columns[level])


def _place_fault(ledger: Ledger, table: str, row: int, place: str, error: PlaceError) -> None:
    near = ledger.nearest(place, error.known) if error.known else None
    key = error.key if near is None else f"{error.key}_near"
    more = {"value": shown(place), "file": ledger.file("stations"), "near": shown(near)}
    ledger.fault(table, key, row, "place", **error.values, **more)


def _rows_differ(tables: Tables) -> None:
    """Rows that say the same twice do no harm and are said."""
    for table, columns in (
        ("history", ("year", "unit_id", "station_id")),
        ("wishes", ("department_id", "level", "place")),
        ("recusals", ("unit_id", "level", "place")),
        ("pins", ("unit_id", "station_id", "decision")),
    ):
        for row, first in _twins(tables, table, columns):
            tables.ledger.warn(table, "row.repeated", row, None, first=first)


def _ranks_differ(tables: Tables) -> None:
    for row, first in _twins(tables, "wishes", ("department_id", "rank")):
        tables.ledger.warn("wishes", "row.same_rank", row, "rank", first=first)


def _twins(tables: Tables, table: str, columns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (row, first row) of rows equal to an earlier one in `columns`."""
    seen: dict[tuple[Any, ...], int] = {}
    for row, *cells in tables.rows(table, *columns):
        first = seen.setdefault(tuple(cells), row)
        if first != row:
            yield row, first


def _pins_agree(tables: Tables) -> None:
    """A pair is not required and forbidden at once."""
    decided: dict[tuple[str, str], tuple[str, int]] = {}
    for row, unit, station, decision in tables.rows("pins", "unit_id", "station_id", "decision"):
        earlier, first = decided.setdefault((unit, station), (decision, row))
        if earlier != decision:
            tables.ledger.fault("pins", "pin.both", row, "decision", value=decision, first=first)


def _pins_respect_recusals(tables: Tables) -> None:
    """A required pair is not one of a recusal."""
    required = {
        (unit, station): row
        for row, unit, station, decision in tables.rows("pins", "unit_id", "station_id", "decision")
        if decision == "require"
    }
    units = {unit for unit, _ in required}
    for row, unit, level, place in tables.rows("recusals", "unit_id", "level", "place"):
        for station in _covered(tables, level, place) if unit in units else ():
            if (unit, station) in required:
                tables.ledger.fault(
                    "pins",
                    "pin.recused",
                    required.pop((unit, station)),
                    "decision",
                    place=f"{tables.ledger.file('recusals')}:{row}",
                )


def _covered(tables: Tables, level: str, place: str) -> list[str]:
    try:
        covered = tables.places.resolve(level, place)
    except PlaceError:
        return []
    return tables.frames["stations"]["station_id"].gather(covered).to_list()


def _files(ledger: Ledger, targets: Sequence[Target]) -> str:
    return " / ".join(ledger.file(name) for name, _ in targets)


CHECKS: tuple[Callable[[Tables], None], ...] = (
    _identifiers_are_unique,
    _one_principal,
    _references_are_known,
    _history_is_known,
    _history_is_past,
    _places_are_known,
    _rows_differ,
    _ranks_differ,
    _pins_agree,
    _pins_respect_recusals,
)
"""Every check over rows, in reading order."""
