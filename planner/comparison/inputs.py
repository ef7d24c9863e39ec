"""Which rows and figures of the input differ between two plans."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import polars as pl

from planner.comparison.sides import Side
from planner.scenario import FILE, Scenario
from planner.scenario.toml import toml_value
from planner.tables import SCHEMA

INPUTS: dict[str, Any] = dict.fromkeys(
    ("what", "table", "row", "column", "before", "after"), pl.String
)

Row = tuple[str | None, ...]


def inputs(before: Side, after: Side) -> pl.DataFrame:
    """Return what differs, a row each: what, table, row, column, before, after.

    `what` is a `figure` of the policy (its section as the row, its key as the column), a `cell` or
    a whole `row` of a table; where the tables or figures themselves are not known, a value of a
    `scenario`, or a `file` by the first digits of its sha256. Null is what is not there, or not
    known.
    """
    figures = before.policy is not None and after.policy is not None
    tables = before.dataset is not None and after.dataset is not None
    rows: list[Row] = list(_figures(before, after))
    if before.dataset is not None and after.dataset is not None:
        rows += _tables(before.dataset, after.dataset)
    else:
        rows += _files(before.tables(before.plan.inputs), after.tables(after.plan.inputs))
    said = _scenarios(before.scenario, after.scenario)
    rows += [row for row in said if not (figures if row[1] == "policy" else tables)]
    rows += _files(_aside(before, known=tables), _aside(after, known=tables))
    return pl.DataFrame(rows, INPUTS, orient="row")


def _figures(before: Side, after: Side) -> Iterator[Row]:
    if before.policy is None or after.policy is None:
        if before.plan.policy != after.plan.policy:
            yield from _files({"policy": before.plan.policy}, {"policy": after.plan.policy})
        return
    had, has = asdict(before.policy), asdict(after.policy)
    for section, keys in had.items():
        for key, old in keys.items():
            new = has[section][key]
            if old != new:
                yield ("figure", "policy", section, key, toml_value(old), toml_value(new))


def _tables(before: Any, after: Any) -> Iterator[Row]:
    has = after.tables()
    for table, had in before.tables().items():
        old, new = _texts(had), _texts(has[table])
        if not old.equals(new):
            find = _by_row if SCHEMA[table].key is None else _by_identifier
            yield from find(table, old, new)


def _texts(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table's cells as text, blank where there is nothing."""
    frame = frame.drop("row")
    lists = [name for name, dtype in frame.schema.items() if isinstance(dtype, pl.List)]
    frame = frame.with_columns(pl.col(lists).list.join(";")).cast(pl.String)
    return frame.fill_null("")


def _by_identifier(table: str, old: pl.DataFrame, new: pl.DataFrame) -> Iterator[Row]:
    """Yield the cells that differ, and the rows that only one has."""
    had, has = ({row[0]: row for row in frame.iter_rows()} for frame in (old, new))
    for name, row in had.items():
        if name not in has:
            yield ("row", table, name, None, ", ".join(row), None)
        elif row != has[name]:
            for column, one, other in zip(old.columns, row, has[name], strict=True):
                if one != other:
                    yield ("cell", table, name, column, one, other)
    for name, row in has.items():
        if name not in had:
            yield ("row", table, name, None, None, ", ".join(row))


def _by_row(table: str, old: pl.DataFrame, new: pl.DataFrame) -> Iterator[Row]:
    """Yield the rows that only one has, as often as it has them more."""
    had, has = Counter(old.iter_rows()), Counter(new.iter_rows())
    for row in (had - has).elements():
        yield ("row", table, None, None, ", ".join(row), None)
    for row in (has - had).elements():
        yield ("row", table, None, None, None, ", ".join(row))


def _scenarios(before: Scenario | None, after: Scenario | None) -> Iterator[Row]:
    """Yield the values that two scenarios have otherwise."""
    had = {} if before is None else dict(_said(before.changes))
    has = {} if after is None else dict(_said(after.changes))
    for path in dict.fromkeys([*had, *has]):
        if had.get(path) != has.get(path):
            yield ("scenario", *path, had.get(path), has.get(path))


def _said(changes: Any) -> Iterator[tuple[tuple[str, str | None, str], str]]:
    """Yield (table, row, column) or (table, nothing, verb) and the value of each change."""
    for table, below in changes.items():
        for name, value in below.items():
            if table == "policy" or name == "set":
                rows = {name: value} if table == "policy" else value
                for row, cells in rows.items():
                    for column, cell in cells.items():
                        yield (table, row, column), toml_value(cell)
            else:
                yield (table, None, name), toml_value(value)


def _files(before: dict[str, str], after: dict[str, str]) -> Iterator[Row]:
    """Yield the files that are not the same, by the first digits of their digests."""
    for name in dict.fromkeys([*before, *after]):
        had, has = before.get(name), after.get(name)
        if had != has:
            yield ("file", name, None, None, had and had[:12], has and has[:12])


def _aside(side: Side, *, known: bool) -> dict[str, str]:
    """Return the digests of what else a plan was made from, as far as it says nothing itself."""
    told = (FILE,) if known or side.scenario is not None else ()
    return {
        name: digest
        for name, digest in side.plan.inputs.items()
        if name in (FILE, *side.duty.beside) and name not in told
    }
