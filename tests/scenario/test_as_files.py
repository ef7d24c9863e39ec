"""Changed tables are exactly as valid as if they were written as files and read."""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.dataset import Dataset, read_dataset
from planner.errors import Fault, InputError
from planner.policy import Policy
from planner.scenario import Scenario
from planner.tables import TABLE
from tests.audit.world import station
from tests.scenario.as_files import ID, Rows, changed, rows_of, write
from tests.scenario.small import BASE

UNITS = ("L1", "L2", "D1", "D2", "D3", "D9")
PLACES = ("A1a", "B1a", "B2a", "C2a", "A1c", "X9x")
OWN = {
    f"scenario.{key}"
    for key in (
        "removed",
        "exists",
        "twice",
        "orphans.departments",
        "no_row",
        "no_cell",
        "no_cell_near",
    )
}
"""What a scenario says in its own words, where a file's reader has others."""


def row(**columns: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return rows with one value of each column's."""
    return st.fixed_dictionaries(
        {name: st.sampled_from(values) for name, values in columns.items()}
    )


def some(**columns: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return cells of some columns."""
    cells = {name: st.sampled_from(values) for name, values in columns.items()}
    return st.fixed_dictionaries({}, optional=cells)


def few(
    entries: st.SearchStrategy[Any], most: int = 2, unique_by: Any = None
) -> st.SearchStrategy[list[Any]]:
    """Return a few entries."""
    return st.lists(entries, max_size=most, unique_by=unique_by)


LEADERS = some(name=("厅长", ""), principal=(True, False, "也许"))
DEPARTMENTS = some(
    headcount=(3, 0), leader_id=("L1", "L2", "L9"), village_duty=(True,), expertise=(["普法"], "")
)
STATIONS = some(
    name=("司法所A1b", "新所"),
    city=("A", "B"),
    county=("A1", "B2"),
    nominated=(False,),
    hardship=(2, 5),
)
NEW_STATIONS = [station(one) for one in ("A1c", "C1c")]
LEVELS = (
    ("station", "A1a"),
    ("station", "司法所B2a"),
    ("county", "C2"),
    ("county", "Q"),
    ("city", "A"),
)
BAD = ("station", "A1c")

TRIED = {"flag": (True, False), "id": ("L1", "L9"), "text": ("某", "C", "C2", "司法所A1a")}
"""Values to set, by the kind of column."""

CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "leaders": st.fixed_dictionaries({}, optional={
            "set": st.dictionaries(st.sampled_from(("L1", "L2")), LEADERS, max_size=2),
            "remove": few(st.sampled_from(("L1", "L2")), 1),
            "add": few(row(leader_id=("L3", "D2"), name=("新", ""), principal=(True, False)), 1),
        }),
        "departments": st.fixed_dictionaries({}, optional={
            "set": st.dictionaries(st.sampled_from(("D1", "D2")), DEPARTMENTS, max_size=2),
            "remove": few(st.sampled_from(("D1", "D2")), 2, str),
            "add": few(row(
                department_id=("D3", "L1"), name=("新",), headcount=(4,), leader_id=("L1", "L7"),
                village_duty=(False,),
            ), 1),
        }),
        "stations": st.fixed_dictionaries({}, optional={
            "set": st.dictionaries(st.sampled_from(("A1a", "B2a", "C2a")), STATIONS, max_size=2),
            "remove": few(st.sampled_from(("A2b", "B1a", "C2b", "B2b")), 3, str),
            "add": few(st.sampled_from(NEW_STATIONS), 2, str),
        }),
        "pins": st.fixed_dictionaries({}, optional={
            "remove": few(st.sampled_from(({"unit_id": "D2"}, {"decision": "forbid"}))),
            "add": few(row(unit_id=UNITS, station_id=PLACES, decision=("require", "forbid"))),
        }),
        "wishes": st.fixed_dictionaries({}, optional={
            "remove": few(st.just({"department_id": "D2", "rank": 2}), 1),
            "add": few(st.builds(
                lambda cells, at: {**cells, "level": at[0], "place": at[1]},
                row(department_id=UNITS, rank=(1, 2)), st.sampled_from((*LEVELS, BAD)),
            )),
        }),
        "recusals": st.fixed_dictionaries({}, optional={
            "remove": few(st.just({"place": "A"}), 1),
            "add": few(st.builds(
                lambda unit, at: {"unit_id": unit, "level": at[0], "place": at[1]},
                st.sampled_from(UNITS), st.sampled_from((*LEVELS, BAD)),
            )),
        }),
        "history": st.fixed_dictionaries({}, optional={
            "remove": few(st.just({"year": 2017}), 1),
            "add": few(row(year=(2016, 2018), unit_id=UNITS, station_id=PLACES)),
        }),
    },
)  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the baseline as read from files."""
    folder = tmp_path_factory.mktemp("base")
    write(rows_of(BASE), folder)
    return read_dataset(folder)


def told(faults: Sequence[Fault], rows: Rows, ids: dict[tuple[str, str], str]) -> list[Any]:
    """Return faults as table, where the row is from, column, sentence and what fills it.

    What a sentence says of places is left out: files and scenarios name them differently.
    """
    found: list[Any] = []
    for fault in faults:
        values = {k: v for k, v in fault.values.items() if k not in ("first", "place", "known")}
        if fault.file.endswith(".csv"):
            table, place = fault.file.removesuffix(".csv"), ""
            if fault.row is not None:
                place = rows[table][fault.row - 2][0] if rows else str(fault.row)
            column = fault.column or ""
        else:
            table, place, column = _path(fault.column or "", ids)
        found.append((table, place, column, fault.key, sorted(map(str, values.items()))))
    return sorted(found)


def _path(path: str, ids: dict[tuple[str, str], str]) -> tuple[str, str, str]:
    """Return what a scenario's path means: table, where the row is from, column."""
    entry = re.fullmatch(r"(\w+)\.(add\[\d+\])\.?(\w*)", path)
    if entry:
        return entry[1], entry[2], entry[3]
    table, _, name, column = path.split(".")
    return table, ids[table, name], column


def agree(base: Dataset, changes: dict[str, Any]) -> None:
    """Assert that changes give what the changed tables give when they are read from files."""
    before = rows_of(base)
    ids = {
        (table, next(iter(cells.values()))): place
        for table, lines in before.items()
        for place, cells in lines
    }
    rows = changed(before, changes)
    with TemporaryDirectory() as folder:
        write(rows, Path(folder))
        read, wrong = _or_faults(lambda: read_dataset(folder))
    made, said = _or_faults(lambda: Scenario("试", changes).apply(base, Policy())[0])
    own = {fault.key for fault in said if fault.key.startswith("scenario.")}
    if own:
        assert own <= OWN
        return
    assert told(said, {}, ids) == told(wrong, rows, ids)
    if made is not None and read is not None:
        for name, frame in made.tables().items():
            assert frame.drop("row").equals(getattr(read, name).drop("row")), name
        kept = [one for one in made.warnings if one.key != "scenario.follows"]
        assert told(kept, {}, ids) == told(read.warnings, rows, ids)


@given(changes=CHANGES)
def test_changed_tables_are_as_if_read_from_files(base: Dataset, changes: dict[str, Any]) -> None:
    removed = {name for one in changes.values() for name in one.get("remove", []) if name in UNITS}
    for table in changes.values():  # what is removed is not set as well
        table["set"] = {k: v for k, v in table.get("set", {}).items() if k not in removed}
        if not table["set"]:
            del table["set"]
    agree(base, changes)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table, column.name)
        for table, identifier in ID.items()
        for column in TABLE[table].columns
        if column.name != identifier
    ],
)
def test_one_cell_is_checked_against_all_that_it_concerns(
    base: Dataset, table: str, column: str
) -> None:
    names = {"leaders": ("L1", "L2"), "departments": ("D2",), "stations": ("B2a", "C2a")}
    for name in names[table]:
        for value in TRIED.get(TABLE[table].column(column).kind, (1,)):
            agree(base, {table: {"set": {name: {column: value}}}})


def _or_faults(make: Any) -> tuple[Dataset | None, Sequence[Fault]]:
    try:
        return make(), ()
    except InputError as error:
        return None, tuple(fault for fault in error.faults if not fault.hint)
