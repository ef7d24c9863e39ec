"""The tables under change: what leaves, what is set, what is added, and where that was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from planner.scenario.changeable import Changeable
from planner.scenario.notes import Notes
from planner.scenario.shape import Cells, Changes
from planner.tables import SCHEMA
from planner.tables.ledger import shown
from planner.tables.schema import Target


@dataclass(slots=True)
class Draft:
    """The tables of a dataset while a scenario changes them.

    `before` are the frames as they were; `gone` the identifiers removed, by table; `out` the
    positions of the rows that leave; `touched` the columns that are no more as they were; `places`
    where a row (column `""`) or a cell was said, by table and row.
    """

    dataset: Changeable
    notes: Notes
    before: Mapping[str, pl.DataFrame]
    frames: dict[str, pl.DataFrame]
    gone: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    out: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    touched: set[Target] = field(default_factory=set[Target])
    places: dict[tuple[str, int, str], str] = field(default_factory=dict[tuple[str, int, str], str])
    _positions: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])

    def positions(self, table: str) -> dict[str, int]:
        """Return the position of each identifier in a table as it was."""
        if table not in self._positions:
            ids: list[str] = self.before[table][SCHEMA[table].key or ""].to_list()
            self._positions[table] = {name: at for at, name in enumerate(ids)}
        return self._positions[table]

    def remove(self, table: str, changes: Changes) -> None:
        """Note which rows leave; what names no row is a fault."""
        found = self._matching if SCHEMA[table].key is None else self._named
        for path, cells in changes.removes:
            self.out.setdefault(table, set()).update(found(table, path, cells))

    def _named(self, table: str, path: str, cells: Cells) -> list[int]:
        name = str(cells[SCHEMA[table].key or ""])
        at = self.positions(table).get(name)
        if at is None:
            self._no_such(table, path, name)
            return []
        self.gone.setdefault(table, set()).add(name)
        return [at]

    def _matching(self, table: str, path: str, cells: Cells) -> list[int]:
        """Return the rows that have all these cells."""
        frame = self.before[table]
        wanted = list(cells.values())
        rows = frame.select(cells.keys()).iter_rows()
        found = [at for at, row in enumerate(rows) if list(row) == wanted]
        if not found and not self._strange(table, path, cells):
            self.notes.fault(path, "scenario.no_row", file=self.dataset.file(table))
        return found

    def _strange(self, table: str, path: str, cells: Cells) -> bool:
        """Note the cells whose value stands nowhere in their column; return whether there are."""
        faults = len(self.notes.faults)
        for column, value in cells.items():
            known = [str(one) for one in self.before[table][column].unique().sort()]
            if value is not None and str(value) not in known:
                place, file = f"{path}.{column}", self.dataset.file(table)
                self.notes.unknown(place, "scenario.no_cell", str(value), known, file=file)
        return len(self.notes.faults) > faults

    def alter(self, table: str, changes: Changes) -> None:
        """Set cells of the rows that stay."""
        values: dict[str, dict[int, object]] = {}
        for name, cells in changes.sets.items():
            path = f"{table}.set.{name}"
            at = self.positions(table).get(name)
            if at is None:
                self._no_such(table, path, name)
            elif name in self.gone.get(table, ()):
                self.notes.fault(path, "scenario.removed", value=shown(name))
            else:
                row = self.frames[table]["row"][at]
                for column, value in cells.items():
                    place = f"{path}.{column}"
                    self.places[table, row, column] = place
                    values.setdefault(column, {})[at] = self._known(table, column, value, place)
        if values:
            columns = [self._with(table, column, cells) for column, cells in values.items()]
            self.frames[table] = self.frames[table].with_columns(columns)
            self.touched |= {(table, column) for column in values}

    def add(self, table: str, changes: Changes) -> None:
        """Put whole rows at the end."""
        rows: list[dict[str, Any]] = []
        last: int = max(self.before[table]["row"].to_list(), default=1)
        added: set[str] = set()
        for path, cells in changes.adds:
            if self._is_new(table, path, cells, added):
                last += 1
                self.places[table, last, ""] = path
                named = {
                    name: self._known(table, name, value, f"{path}.{name}")
                    for name, value in cells.items()
                }
                rows.append({"row": last, **named})
        if rows:
            more = pl.DataFrame(rows, SCHEMA[table].schema())
            self.frames[table] = pl.concat([self.frames[table], more])
            self._touch(table)

    def drop(self) -> None:
        """Take out the rows that leave."""
        for table, out in self.out.items():
            if out:
                frame = self.frames[table]
                stays = pl.Series([at not in out for at in range(frame.height)])
                self.frames[table] = frame.filter(stays)
                self._touch(table)

    def _touch(self, table: str) -> None:
        self.touched |= {(table, column.name) for column in SCHEMA[table].columns}

    def _is_new(self, table: str, path: str, cells: Cells, added: set[str]) -> bool:
        """Return whether an added row may stand: its identifier is not in use, nor removed."""
        key = SCHEMA[table].key
        if key is None or cells[key] is None:
            return True
        name, path = str(cells[key]), f"{path}.{key}"
        if name in self.gone.get(table, ()):
            self.notes.fault(path, "scenario.removed", value=shown(name))
        elif name in self.positions(table):
            row = self.before[table]["row"][self.positions(table)[name]]
            place = f"{self.dataset.file(table)}:{row}"
            self.notes.fault(path, "scenario.exists", value=shown(name), place=place)
            return False
        elif name in added:
            self.notes.fault(path, "scenario.twice", value=shown(name))
            return False
        added.add(name)
        return True

    def _known(self, table: str, column: str, value: object, path: str) -> object:
        """Return a value, null where it names a row that this scenario removes."""
        of = SCHEMA[table].column(column)
        for target, _ in () if of.lenient else of.refers:
            if value in self.gone.get(target, ()):
                self.notes.fault(path, "scenario.removed", value=shown(value))
                return None
        return value

    def _with(self, table: str, column: str, cells: dict[int, object]) -> pl.Series:
        series = self.frames[table][column]
        values: list[object] = series.to_list()
        for at, value in cells.items():
            values[at] = value
        return pl.Series(column, values, series.dtype)

    def _no_such(self, table: str, path: str, name: str) -> None:
        known, file = list(self.positions(table)), self.dataset.file(table)
        self.notes.unknown(path, "scenario.id", name, known, file=file)
