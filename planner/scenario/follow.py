"""What goes with a row that is removed, and what must not be left behind."""

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from planner.dataset import rows_of
from planner.scenario.draft import Draft
from planner.tables import SCHEMA, Table
from planner.tables.ledger import listed
from planner.tables.schema import Target

Named = tuple[str, str]
"""A table and an identifier in it."""

BELONGS = {"departments": "leader_id", "cadres": "department_id"}
"""The columns that name whose a row is: it stays when that goes, and must be given another one."""

STAYS: set[Target] = {
    *BELONGS.items(), ("moves", "from_department_id"), ("mergers", "successor_id"),
}  # fmt: skip
"""The columns by which a row does not go along with what it names."""

PLACES = {"station": "stations", "department": "departments"}
"""The table that a place of a level names a row of; counties and cities are no rows."""


def follow(draft: Draft) -> None:
    """Remove the rows that name what is gone, and those that name these, and say so.

    What was in the past stays on record (history, postings at a host). A row that belongs to what
    is gone is a fault, where it is given to no other.
    """
    if draft.gone:
        for (table, name), rows in _followers(draft).items():
            values = {"value": name, "count": len(rows), "rows": listed(rows)}
            draft.notes.warn(f"{table}.remove", "scenario.follows", **values)
        for table, column in BELONGS.items():
            if table in draft.frames:
                _orphans(draft, table, column)


def _followers(draft: Draft) -> dict[Named, list[str]]:
    """Return the places of the rows that go, by the row of the scenario they go with."""
    found: dict[Named, list[str]] = defaultdict(list)
    owners: dict[Named, Named] = {
        (table, name): (table, name) for table, names in draft.gone.items() for name in names
    }
    while owners:
        more: dict[Named, Named] = {}
        names = _called(draft, owners)
        for table in (SCHEMA[name] for name in draft.before):
            for at, named in _naming(table, draft.before[table.name], names):
                out = draft.out.setdefault(table.name, set())
                if at in out:
                    continue
                owner = owners[named]
                out.add(at)
                row = draft.before[table.name].row(at, named=True)
                found[owner].append(f"{draft.dataset.file(table.name)}:{row['row']}")
                if table.key is not None:
                    draft.gone.setdefault(table.name, set()).add(row[table.key])
                    more[table.name, row[table.key]] = owner
        owners = more
    return found


def _naming(
    table: Table, frame: pl.DataFrame, names: dict[str, dict[str, str]]
) -> Iterator[tuple[int, Named]]:
    """Yield the rows (positions) of a table that name something gone, and what that is."""
    columns = [
        (column.name, [of for of, _ in column.refers if of in names])
        for column in table.columns
        if column.refers and not column.lenient and (table.name, column.name) not in STAYS
    ]
    columns = [(name, tables) for name, tables in columns if tables]
    placed = {"level", "place"} <= {column.name for column in table.columns}
    if not columns and not placed:
        return
    wanted = [name for name, _ in columns] + (["level", "place"] if placed else [])
    for at, cells in enumerate(rows_of(frame, *wanted)):
        for (_, tables), value in zip(columns, cells, strict=False):
            of = next((of for of in tables if value in names[of].values()), None)
            if of is not None:
                yield at, (of, value)
                break
        else:
            of = PLACES.get(cells[-2] or "") if placed else None
            if of is not None and cells[-1] in names.get(of, {}):
                yield at, (of, names[of][cells[-1]])


def _called(draft: Draft, owners: dict[Named, Named]) -> dict[str, dict[str, str]]:
    """Return what is gone by table, by what a place may call it: its identifier or its name."""
    found: dict[str, dict[str, str]] = {}
    for table, identifier in owners:
        found.setdefault(table, {})[identifier] = identifier
    for table, gone in found.items():
        frame = draft.before[table]
        if table in PLACES.values():
            at = draft.positions(table)
            named = {frame["name"][at[identifier]]: identifier for identifier in gone}
            gone |= {name: one for name, one in named.items() if name not in at}
    return found


def _orphans(draft: Draft, table: str, column: str) -> None:
    """Say which rows are left without what they belong to, and leave theirs open."""
    schema = SCHEMA[table]
    ((of, _),) = schema.column(column).refers
    gone = draft.gone.get(of, set[str]())
    left: dict[str, list[str]] = defaultdict(list)
    frame = draft.frames[table]
    owners: list[str | None] = frame[column].to_list()
    for at, (name, owner) in enumerate(rows_of(frame, schema.key or "", column)):
        if owner in gone and at not in draft.out.get(table, ()):
            left[owner].append(name)
            owners[at] = None
    for owner, names in left.items():
        values = {"value": owner, "names": listed(names, 99), "first": names[0]}
        draft.notes.fault(f"{of}.remove", f"scenario.orphans.{table}", **values)
    if left:
        draft.frames[table] = frame.with_columns(pl.Series(column, owners, pl.String))
