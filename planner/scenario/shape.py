"""The words of a scenario: which tables, verbs, columns and entries it has, all checked by name."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from planner.scenario.notes import Notes
from planner.tables import SCHEMA, Table
from planner.tables.cells import CellError, Reader
from planner.tables.ledger import shown
from planner.tables.page import as_text

Cells = dict[str, object]
"""Values by column, of their types."""


@dataclass(slots=True)
class Changes:
    """What is to be set, removed and added in one table.

    `sets` are cells by identifier; `removes` are identifiers, or the cells that a row to go has;
    `adds` are rows. Each stands with its path in the scenario.
    """

    sets: dict[str, Cells] = field(default_factory=dict[str, Cells])
    removes: list[tuple[str, Cells]] = field(default_factory=list[tuple[str, Cells]])
    adds: list[tuple[str, Cells]] = field(default_factory=list[tuple[str, Cells]])


def read_changes(
    given: Mapping[str, Any], tables: Collection[str], notes: Notes
) -> dict[str, Changes]:
    """Return the changes by table; names that are not known and values of no use are noted.

    `tables` are those that can be changed: what nobody reads can't be.
    """
    found: dict[str, Changes] = {}
    for name, value in given.items():
        if name == "policy":
            continue
        if name not in tables:
            notes.unknown(name, "scenario.table", name, ["policy", *tables])
        elif (verbs := _mapping(value, name, notes)) is not None:
            found[name] = _changes(SCHEMA[name], verbs, notes)
    return found


def _changes(table: Table, verbs: Mapping[str, Any], notes: Notes) -> Changes:
    changes = Changes()
    known = ["remove", "add"] if table.key is None else ["set", "remove", "add"]
    for verb, value in verbs.items():
        path = f"{table.name}.{verb}"
        if verb not in known:
            notes.unknown(path, "scenario.verb", verb, known)
        elif verb == "set":
            changes.sets = _sets(table, value, path, notes)
        elif verb == "add":
            changes.adds = [
                (place, _row(table, entry, place, notes))
                for place, entry in _entries(value, path, notes)
            ]
        elif table.key is not None:
            changes.removes = _identifiers(table, value, path, notes)
        else:
            entries = _entries(value, path, notes)
            changes.removes = [(at, _cells(table, entry, at, notes)) for at, entry in entries]
    return changes


def _sets(table: Table, value: object, path: str, notes: Notes) -> dict[str, Cells]:
    rows = _mapping(value, path, notes) or {}
    found: dict[str, Cells] = {}
    for identifier, cells in rows.items():
        place = f"{path}.{identifier}"
        given = _mapping(cells, place, notes)
        if given is None:
            continue
        if table.key in given:
            notes.fault(f"{place}.{table.key}", "scenario.set_id")
            given = {key: cell for key, cell in given.items() if key != table.key}
        found[identifier] = _cells(table, given, place, notes)
    return found


def _identifiers(table: Table, value: object, path: str, notes: Notes) -> list[tuple[str, Cells]]:
    """Return the rows to remove by their identifiers, each once."""
    column = table.key or ""
    if not isinstance(value, Sequence) or isinstance(value, str):
        notes.fault(path, "scenario.not_list", value=shown(value))
        return []
    found: list[tuple[str, Cells]] = []
    for written in cast("Sequence[object]", value):
        cells = _cells(table, {column: written}, path, notes)
        if (path, cells) in found:
            notes.fault(path, "scenario.twice", value=shown(written))
        elif cells.get(column) is not None:
            found.append((path, cells))
    return found


def _entries(value: object, path: str, notes: Notes) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Yield the entries of a list of tables, each with its path: `pins.add[1]`, from 1 on."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        notes.fault(path, "scenario.not_entries", value=shown(value))
        return
    for number, entry in enumerate(cast("Sequence[object]", value), 1):
        place = f"{path}[{number}]"
        cells = _mapping(entry, place, notes)
        if cells is not None and cells:
            yield place, cells
        elif cells is not None:
            notes.fault(place, "scenario.empty")


def _row(table: Table, given: Mapping[str, Any], place: str, notes: Notes) -> Cells:
    """Return a whole row: columns left out are blank, where they may be."""
    known = {column.name: given.get(column.name) for column in table.columns}
    return _cells(table, {**known, **given}, place, notes)


def _cells(table: Table, given: Mapping[str, Any], place: str, notes: Notes) -> Cells:
    """Return cells as their columns have them; null where one has no such value."""
    names = [column.name for column in table.columns]
    cells: Cells = {}
    for name, written in given.items():
        if name in names:
            cells[name] = _value(table, name, written, f"{place}.{name}", notes)
        else:
            notes.unknown(f"{place}.{name}", "scenario.column", name, names)
    return cells


def _value(table: Table, name: str, written: object, path: str, notes: Notes) -> object:
    """Return a value as a cell of a file would be read; None where it is none, which is noted."""
    reader = Reader(table.column(name))
    several = isinstance(written, list | tuple)
    if isinstance(written, Mapping) or (several and reader.column.kind != "topics"):
        notes.fault(path, "scenario.not_value", value=shown(cast("object", written)))
        return None
    text = as_text(list(cast("Sequence[object]", written)) if several else written)
    try:
        value = reader.value(text)
    except CellError as wrong:
        notes.fault(path, wrong.key, value=shown(text), **wrong.values)
        return None
    for key in dict.fromkeys(reader.odd):
        notes.warn(path, key, count=1, rows=path)
    return value


def _mapping(value: object, path: str, notes: Notes) -> Mapping[str, Any] | None:
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value)
    notes.fault(path, "scenario.not_table", value=shown(value))
    return None
