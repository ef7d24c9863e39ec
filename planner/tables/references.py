"""References: an identifier, or the one thing that has this name, becomes the identifier."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Index:
    """What references may name: identifiers, and things by name; each is made when asked for."""

    frames: Mapping[str, pl.DataFrame]
    _identifiers: dict[Target, dict[str, None]] = field(
        default_factory=dict[Target, dict[str, None]], init=False
    )
    _folded: dict[Target, dict[str, str]] = field(
        default_factory=dict[Target, dict[str, str]], init=False
    )
    _names: dict[Target, dict[str, list[str]]] = field(
        default_factory=dict[Target, dict[str, list[str]]], init=False
    )
    _said: dict[Target, dict[str, None]] = field(
        default_factory=dict[Target, dict[str, None]], init=False
    )

    _tails: dict[str, list[str]] = field(
        default_factory=lambda: defaultdict[str, list[str]](list), init=False
    )

    def identifiers(self, target: Target) -> dict[str, None]:
        """Return the identifiers of a column in their order."""
        if target not in self._identifiers:
            table, column = target
            values = self.frames[table][column].drop_nulls() if table in self.frames else ()
            self._identifiers[target] = dict.fromkeys(values)
        return self._identifiers[target]

    def folded(self, target: Target) -> dict[str, str]:
        """Return the identifiers by what is left without blanks, case and zeros before numbers."""
        if target not in self._folded:
            self._folded[target] = {
                folded(key_of(value)): value for value in self.identifiers(target)
            }
        return self._folded[target]

    def names(self, target: Target) -> dict[str, list[str]]:
        """Return the identifiers by name; stations also by `county/name`, `city/county/name`.

        Without the `/` these are read where nothing has such a name of its own.
        """
        if target not in self._names:
            table, column = target
            found: dict[str, list[str]] = defaultdict(list)
            joined: dict[str, list[str]] = defaultdict(list)
            said: list[str] = []
            if table in self.frames and SCHEMA[table].key == column:
                frame = self.frames[table]
                parts = [p for p in ("city", "county", "name") if p in frame.columns]
                for identifier, *named in frame.select(column, *parts).iter_rows():
                    for first in range(len(parts)):
                        if identifier is not None and None not in named[first:]:
                            found[key_of("/".join(named[first:]))].append(identifier)
                    for before in (named[:-1], named[:-2], named[1:-1]):
                        if before and identifier is not None and None not in (*before, named[-1]):
                            joined[key_of("".join((*before, named[-1])))].append(identifier)
                    if named[-1] is not None:
                        said.append(named[-1])
            self._names[target] = {**joined, **found}
            once = (name for name in said if len(found[key_of(name)]) == 1)
            self._said[target] = dict.fromkeys(once)
        return self._names[target]

    def said(self, target: Target) -> dict[str, None]:
        """Return the names that only one thing has, as they are written."""
        self.names(target)
        return self._said[target]

    def tails(self) -> dict[str, list[str]]:
        """Return the stations, `identifier name`, by what their names are without the county's."""
        if not self._tails and "stations" in self.frames:
            frame = self.frames["stations"].select("station_id", "name", "city", "county")
            for identifier, name, *areas in frame.drop_nulls().iter_rows():
                key = key_of(name)
                for area in map(key_of, areas):
                    key = key.removeprefix(area)
                if key and key != key_of(name):
                    self._tails[key].append(f"{identifier} {name}")
        return self._tails

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
