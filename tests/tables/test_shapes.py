"""A table reads to the same frames in whatever shape it is written."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.characters import key_of
from planner.dataset import Dataset, read_dataset
from planner.tables import SCHEMA, TABLE
from planner.tables.schema import Column
from tests.tables.small import SMALL, records, write

NAMES = {
    "D01": "办公室", "D02": "法治处", "L01": "陈甲", "L02": "李乙", "S0101": "解放所",
    "S0401": "吉州区/古南所", "S0201": "赣州市/南康区/蓉江所", "S0402": "永 叔 所",
}  # fmt: skip
FLAGS = {
    "true": ["true", "是", "有", "√", "1", "YES"],
    "false": ["false", "否", "无", "×", "0", "no"],
}


@dataclass(frozen=True)
class Shape:
    """How a dataset is written; the numbers choose among ways."""

    chinese: bool
    title: bool
    totals: bool
    by_name: bool
    book: bool
    bom: bool
    gb18030: bool
    turn: int
    ending: str


shapes = st.builds(
    Shape,
    chinese=st.booleans(), title=st.booleans(), totals=st.booleans(), by_name=st.booleans(),
    book=st.booleans(), bom=st.booleans(), gb18030=st.booleans(), turn=st.integers(0, 20),
    ending=st.sampled_from(["", "表", "一览表", "情况"]),
)  # fmt: skip


def cell(column: Column, text: str, shape: Shape) -> str:
    """Write one cell in the shape."""
    if column.kind == "flag":
        return FLAGS[text][shape.turn % 6]
    if column.kind == "topics":
        return text.replace(";", ";；、，,/"[shape.turn % 6])
    if column.kind == "ref" and shape.by_name:
        return NAMES.get(text, text)
    if column.kind == "choice" and shape.chinese:
        return dict(column.choices)[text]
    if column.units and text and shape.turn % 2:
        return text + column.units[shape.turn % len(column.units)]
    return text


def table(name: str, shape: Shape) -> list[list[str]]:
    """Write one table: its columns turned, its words as the shape has them."""
    header, *rows = records(name)
    columns = [SCHEMA[name].column(one) for one in header]
    found = [[c.zh if shape.chinese else c.name for c in columns]]
    found += [[cell(c, t, shape) for c, t in zip(columns, row, strict=True)] for row in rows]
    by = shape.turn % len(header)
    found = [row[by:] + row[:by] for row in found]
    blank = [""] * (len(header) - 1)
    above = [["某省的表", *blank]] if shape.title else []
    return above + found + ([["合计", *blank]] if shape.totals else [])


def written(shape: Shape, folder: Path) -> Path:
    """Write the small dataset in the shape."""
    titles = {name: TABLE[name].zh if shape.chinese else name for name in SMALL}
    if shape.book:
        made: Any = openpyxl.Workbook()
        del made["Sheet"]
        for name, title in titles.items():
            sheet = made.create_sheet(title + shape.ending)
            for row in table(name, shape):
                sheet.append(row)
        made.save(folder / "data.xlsx")
        return folder / "data.xlsx"
    data = folder / "data"
    data.mkdir()
    for name, title in titles.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(table(name, shape))
        encoding = "gb18030" if shape.gb18030 else "utf-8-sig" if shape.bom else "utf-8"
        (data / f"{title}{shape.ending}.csv").write_bytes(text.getvalue().encode(encoding))
    return data


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write(tmp_path_factory.mktemp("plain") / "data"), 2019)


@given(shape=shapes)
def test_a_dataset_reads_the_same_in_any_shape(
    plain: Dataset, shape: Shape, tmp_path_factory: pytest.TempPathFactory
) -> None:
    read = read_dataset(written(shape, tmp_path_factory.mktemp("shape")), 2019)
    for name, frame in plain.tables().items():
        assert read.tables()[name].drop("row").equals(frame.drop("row")), name


def test_every_table_has_names_of_its_own() -> None:
    names = [key_of(n) for t in SCHEMA.values() for n in {t.name, t.zh, *t.aliases}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", SCHEMA)
def test_every_header_means_one_column(name: str) -> None:
    headers = [
        key_of(header)
        for column in SCHEMA[name].columns
        for header in {column.name, column.zh, *column.aliases}
    ]
    assert len(headers) == len(set(headers))
