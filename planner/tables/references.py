"""References: an identifier, or the one thing that has this name, becomes the identifier."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from planner.tables.cells import BLANKS, WIDE
from planner.tables.ledger import Ledger, listed, shown
from planner.tables.schema import SCHEMA, Column, Table, Target

Frames = dict[str, pl.DataFrame]


@dataclass(slots=True)
class Index:
    """What references may name: identifiers, and things by name; each is made when asked for."""

    frames: Mapping[str, pl.DataFrame]
    _identifiers: dict[Target, dict[str, str]] = field(
        default_factory=dict[Target, dict[str, str]], init=False
    )
    _names: dict[Target, dict[str, list[str]]] = field(
        default_factory=dict[Target, dict[str, list[str]]], init=False
    )

    def identifiers(self, target: Target) -> dict[str, str]:
        """Return the identifiers of a column by themselves, width and blanks aside."""
        if target not in self._identifiers:
            table, column = target
            values = self.frames[table][column].drop_nulls() if table in self.frames else ()
            self._identifiers[target] = {plain(value): value for value in values}
        return self._identifiers[target]

    def names(self, target: Target) -> dict[str, list[str]]:
        """Return the identifiers by name; stations also by `county/name`, `city/county/name`."""
        if target not in self._names:
            table, column = target
            found: dict[str, list[str]] = defaultdict(list)
            if table in self.frames and SCHEMA[table].key == column:
                frame = self.frames[table]
                parts = [p for p in ("city", "county", "name") if p in frame.columns]
                for identifier, *said in frame.select(column, *parts).iter_rows():
                    for first in range(len(parts)):
                        if identifier is not None and None not in said[first:]:
                            found[bare("/".join(said[first:]))].append(identifier)
            self._names[target] = found
        return self._names[target]

    def meant(self, value: str, targets: Iterable[Target]) -> list[str]:
        """Return the identifiers that a reference may mean: its own, else all of that name."""
        every = list(targets)
        for target in every:
            identifier = self.identifiers(target).get(plain(value))
            if identifier is not None:
                return [identifier]
        named = (self.names(target).get(bare(value), []) for target in every)
        return list(dict.fromkeys(one for some in named for one in some))


def plain(value: str) -> str:
    """Return text without what people do not see: width, and blanks around it."""
    return value.translate(WIDE).strip(BLANKS)


def bare(name: str) -> str:
    """Return a name without width and any blank."""
    return "".join(plain(name).split()).casefold()


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
    return found


def _column(
    frame: pl.DataFrame, table: Table, column: Column, index: Index, ledger: Ledger
) -> pl.Series:
    """Return one column's identifiers; of an unreadable target nothing is said."""
    values: list[str | None] = frame[column.name].to_list()
    if any(target in ledger.unusable for target in column.refers):
        return pl.Series(column.name, values, pl.String)
    rows: dict[str, list[int]] = defaultdict(list)
    for row, value in zip(frame["row"].to_list(), values, strict=True):
        if value is not None:
            rows[value].append(row)
    meant = {value: _one(value, at, table, column, index, ledger) for value, at in rows.items()}
    return pl.Series(column.name, [v and meant[v] for v in values], pl.String)


def _one(
    value: str, rows: Sequence[int], table: Table, column: Column, index: Index, ledger: Ledger
) -> str | None:
    """Return the identifier that a reference means, or note at its rows why there is none."""
    if plain(value) in column.also:
        return plain(value)
    found = index.meant(value, column.refers)
    if len(found) == 1:
        return found[0]
    files = " / ".join(dict.fromkeys(ledger.file(name) for name, _ in column.refers))
    values: dict[str, object] = {"value": shown(value), "file": files}
    if found:
        key, more = "ref.several", {"count": len(found), "names": listed(found)}
    else:
        key, more = _nothing(value, column, index, ledger)
        if column.lenient and key not in ("ref.padded", "ref.case"):
            ledger.warn(table.name, "history.gone", rows[0], column.name, count=len(rows), **values)
            return value
    for row in rows:
        ledger.fault(table.name, key, row, column.name, **values, **more)
    return None


def _nothing(
    value: str, column: Column, index: Index, ledger: Ledger
) -> tuple[str, dict[str, object]]:
    """Return the sentence for a reference to nothing, and what it was perhaps meant to be."""
    known = [name for target in column.refers for name in index.identifiers(target).values()]
    folded = plain(value).casefold()
    for name in known:
        if name.casefold() == folded:
            return "ref.case", {"near": shown(name)}
    for name in known:
        if name.casefold().lstrip("0") == folded.lstrip("0"):
            return "ref.padded", {"near": shown(name)}
    for table in SCHEMA.values():
        other = (table.name, table.key or "")
        if table.key and other not in column.refers and index.meant(value, [other]):
            return "ref.elsewhere", {"place": ledger.file(table.name)}
    names = [*known, *(n for t in column.refers for n in index.names(t))]
    near = ledger.nearest(value, names)
    return ("ref.unknown", {}) if near is None else ("ref.near", {"near": shown(near)})
