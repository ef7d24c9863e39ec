"""Whole columns at once mean what cells one by one do."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.tables.cells import CellError, Reader
from planner.tables.columns import whole_column
from planner.tables.schema import PLAN, TABLES, Column

COLUMNS = {
    (column.kind, column.blank, column.low, column.high, column.choices): column
    for table in (*TABLES, PLAN)
    for column in table.columns
}
WORDS = ["", " ", "1", "0", "3", "-1", "+2", "3.0", "1e3", "1,000", "１", "nan", "inf", ".5", "5."]
WORDS += ["true", "TRUE", "是", "否", "station", "市", "Require", "L01", "'=x", "'x", "=x", "#N/A"]
WORDS += [
    "#x",
    "甲;乙",
    "甲；乙",
    "甲 乙",
    " 甲",
    "甲\n乙",
    "\u3000",
    "12e4",
    "1E5",
    "a-b",
    "99999999",
]
cells = st.one_of(st.none(), st.sampled_from(WORDS), st.text(max_size=6))


def one_by_one(column: Column, written: list[str | None]) -> tuple[list[object], bool]:
    """Return the values, and whether anything was to be said."""
    reader = Reader(column)
    try:
        return [reader.value(cell) for cell in written], bool(reader.odd)
    except CellError:
        return [], True


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.name)
@given(written=st.lists(cells, min_size=1, max_size=4))
def test_a_sound_column_of_text_has_the_values_of_its_cells(
    column: Column, written: list[str | None]
) -> None:
    way = whole_column(column, pl.String())
    if way is None:
        return
    frame = pl.DataFrame({column.name: pl.Series(written, dtype=pl.String)})
    if frame.select(way.sound).item():
        values, said = one_by_one(column, written)
        assert not said
        assert frame.select(way.values).to_series().to_list() == values


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("id", "S0101"),
        ("id", "司法所_1-2"),
        ("text", "陈甲（兼）"),
        ("whole", "3"),
        ("degrees", "27.5"),
        ("flag", "是"),
        ("choice", "department"),
        ("topic", "人民调解"),
    ],
)
def test_ordinary_cells_take_the_quick_way(kind: str, text: str) -> None:
    column = next(column for column in reversed(COLUMNS.values()) if column.kind == kind)
    way = whole_column(column, pl.String())
    assert way is not None
    assert pl.DataFrame({column.name: [text]}).select(way.sound).item()


def test_numbers_out_of_bounds_do_not_take_the_quick_way() -> None:
    way = whole_column(Column("hardship", "whole", high=3), pl.Int64())
    assert way is not None
    assert not pl.DataFrame({"hardship": [0, 4]}).select(way.sound).item()
