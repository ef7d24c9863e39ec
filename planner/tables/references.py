"""References: an identifier, or the one thing that has this name, becomes the identifier."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import polars as pl

from planner.characters import key_of
from planner.tables.ledger import MOST_WRONG, Ledger, listed, shown
from planner.tables.schema import SCHEMA, Column, Table, Target

ZEROS = re.compile(r"(?<![0-9.])0+(?=[0-9])|(?<=[0-9])\.0+$")
"""The zeros of a number within an identifier that spreadsheets drop or add: D01, 1.0."""

Frames = dict[str, pl.DataFrame]
GONE = {"history": "history.gone", "postings": "postings.gone"}
"""What is said where a lenient reference names nothing, by table."""

STATION: Target = ("stations", "station_id")


class Index:
    """What references may name: identifiers, and things by name; each is made when asked for."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self.frames = frames
        self.identifiers = cache(self._identifiers)
        self.folded = cache(self._folded)
        self.names = cache(self._names)
        self.said = cache(self._said)
        self.tails = cache(self._tails)

    def _identifiers(self, target: Target) -> dict[str, None]:
        """Return the identifiers of a column in their order."""
        table, column = target
        return dict.fromkeys(
            self.frames[table][column].drop_nulls() if table in self.frames else ()
        )

    def _folded(self, target: Target) -> dict[str, str]:
        """Return the identifiers by what is left without blanks, case and zeros before numbers."""
        return {folded(key_of(value)): value for value in self.identifiers(target)}

    def _called(self, target: Target) -> Iterator[tuple[str, str, list[str | None]]]:
        """Yield the identifier and the name of each thing, and of a station its city and county."""
        table, column = target
        if table in self.frames and SCHEMA[table].key == column:
            frame = self.frames[table]
            areas = [name for name in ("city", "county") if name in frame.columns]
            for identifier, name, *places in frame.select(column, "name", *areas).iter_rows():
                if identifier is not None and name is not None:
                    yield identifier, name, places

    def _names(self, target: Target) -> dict[str, list[str]]:
        """Return the identifiers by name; stations also by `county/name`, `city/county/name`.

        Without the `/` these are read where nothing has such a name of its own.
        """
        found: dict[str, list[str]] = defaultdict(list)
        joined: dict[str, list[str]] = defaultdict(list)
        for identifier, name, areas in self._called(target):
            for at in range(len(areas) + 1):
                found[_joined("/", areas[at:], name)].append(identifier)
            for before in (areas, areas[:1], areas[1:]) if areas else ():
                joined[_joined("", before, name)].append(identifier)
        return {**joined, **found}

    def _said(self, target: Target) -> list[str]:
        """Return the names that only one thing has, as they are written."""
        names = self.names(target)
        return [name for _, name, _ in self._called(target) if len(names[key_of(name)]) == 1]

    def _tails(self) -> dict[str, list[str]]:
        """Return the stations, `identifier name`, by what their names are without the county's."""
        found: dict[str, list[str]] = defaultdict(list)
        for identifier, name, areas in self._called(STATION):
            key = key_of(name)
            for area in areas:
                key = key.removeprefix(key_of(area or ""))
            if key and key != key_of(name):
                found[key].append(f"{identifier} {name}")
        return found

    def meant(self, value: str, targets: Iterable[Target]) -> list[str]:
        """Return the identifiers that a reference may mean: its own, else all of that name."""
        every = list(targets)
        if any(value in self.identifiers(target) for target in every):
            return [value]
        named = (self.names(target).get(key_of(value), []) for target in every)
        return list(dict.fromkeys(one for some in named for one in some))


def resolved(frames: Frames, tables: Iterable[Table], ledger: Ledger) -> Frames:
    """Return the frames with identifiers where references stand by name.

    What names nothing, or several, is a fault and null; in a lenient column what names nothing
    stays, with a warning for each value, but not where only case, width or leading zeros differ.
    """
    index = Index(frames)
    found = dict(frames)
    for table in tables:
        columns = [column for column in table.columns if column.kind == "ref"]
        if table.name in frames and columns and frames[table.name].height:
            frame = frames[table.name]
            more = [_column(frame, table, column, index, ledger) for column in columns]
            found[table.name] = frame.with_columns(more)
        if table.name in frames and {"level", "place"} <= {c.name for c in table.columns}:
            found[table.name] = _placed(found[table.name], index)
    return found


def _placed(frame: pl.DataFrame, index: Index) -> pl.DataFrame:
    """Return a table of places with identifiers for stations that are named in another way.

    A station's identifier or very name stays: all that read places know these.
    """
    places: list[str | None] = frame["place"].to_list()
    levels = frame["level"].to_list()
    if "station" not in levels or "stations" not in index.frames:
        return frame
    known = {*index.identifiers(STATION), *index.frames["stations"]["name"].to_list()}
    changed = False
    for at, (level, place) in enumerate(zip(levels, places, strict=True)):
        if level == "station" and place is not None and place not in known:
            found = index.meant(place, [STATION])
            if len(found) == 1:
                places[at], changed = found[0], True
    return frame.with_columns(pl.Series("place", places, pl.String)) if changed else frame


def _column(
    frame: pl.DataFrame, table: Table, column: Column, index: Index, ledger: Ledger
) -> pl.Series:
    """Return one column's identifiers; of an unreadable target nothing is said."""
    series = frame[column.name]
    if any(target in ledger.unusable for target in column.refers):
        return series
    rows: dict[str, list[int]] = defaultdict(list)
    values: list[str | None] = series.to_list()
    for row, value in zip(frame["row"].to_list(), values, strict=True):
        if value is not None:
            rows[value].append(row)
    meant = dict[str, str | None]()
    wrong = 0
    for value, at in rows.items():
        meant[value] = _one(value, at, table, column, index, ledger)
        wrong += meant[value] is None
        if wrong > MOST_WRONG:
            ledger.stop(table, column, at[0])
            break
    if len(meant) == len(rows) and all(value == identifier for value, identifier in meant.items()):
        return series
    return pl.Series(column.name, [v and meant.get(v) for v in values], pl.String)


def _one(
    value: str, rows: Sequence[int], table: Table, column: Column, index: Index, ledger: Ledger
) -> str | None:
    """Return the identifier that a reference means, or note at its rows why there is none."""
    if value in column.also:
        return value
    found = index.meant(value, column.refers)
    if len(found) == 1:
        return found[0]
    files = " / ".join(dict.fromkeys(ledger.file(name) for name, _ in column.refers))
    values: dict[str, object] = {"value": shown(value), "file": files}
    if found:
        key, more = "ref.several", {"count": len(found), "names": listed(found)}
    else:
        key, more = _nothing(value, column, index, ledger)
        if column.lenient and key == "ref.unknown":
            values |= {"count": len(rows)}
            ledger.warn(table.name, GONE[table.name], rows[0], column.name, **values)
            return value
    for row in rows:
        ledger.fault(table.name, key, row, column.name, **values, **more)
    return None


def _joined(mark: str, areas: Sequence[str | None], name: str) -> str:
    """Return what a name behind areas is looked up by; nothing is where one is not known."""
    return "" if None in areas else key_of(mark.join([*filter(None, areas), name]))


def folded(key: str) -> str:
    """Return an identifier, as names are compared, without the zeros that spreadsheets change."""
    return ZEROS.sub("", key)


def _nothing(
    value: str, column: Column, index: Index, ledger: Ledger
) -> tuple[str, dict[str, object]]:
    """Return the sentence for a reference to nothing, and what it was perhaps meant to be.

    A station's name without its county is no name; but so written it has not gone either.
    """
    key = key_of(value)
    for target in column.refers:
        near = index.folded(target).get(folded(key))
        if near is not None:
            same = key_of(near) == key
            return "ref.case" if same else "ref.padded", {"near": shown(near)}
    if STATION in column.refers and (short := index.tails().get(key)):
        return "ref.short", {"names": listed(short)}
    if column.lenient:
        return "ref.unknown", {}
    for table in SCHEMA.values():
        other = (table.name, table.key or "")
        if table.key and other not in column.refers and index.meant(value, [other]):
            return "ref.elsewhere", {"place": ledger.file(table.name)}
    if ledger.spent:
        return "ref.unknown", {}
    known = [name for target in column.refers for name in index.identifiers(target)]
    known += [name for target in column.refers for name in index.said(target)]
    near = ledger.nearest(value, known)
    return ("ref.unknown", {}) if near is None else ("ref.near", {"near": shown(near)})
