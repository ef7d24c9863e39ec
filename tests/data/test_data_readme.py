"""The README labels every column of every table, no more and no less."""

import re
from pathlib import Path

import pytest

STATUSES = {"真实 real", "真实或常见 real or typical", "估算 estimated", "合成 synthetic"}
TABLES = (
    "leaders",
    "departments",
    "stations",
    "history",
    "wishes",
    "recusals",
    "pins",
    "indicators",
    "cadres",
    "visits",
    "absences",
    "moves",
    "mergers",
    "blocked",
    "tasks",
    "postings",
    "posting_events",
    "chiefs",
    "holds",
    "apart",
    "posting_pins",
)


def _labels(readme: str, table: str) -> list[tuple[str, str]]:
    """Return (column, status) in the README's order for one table."""
    section = readme.split(f"### {table}.csv\n")[1].split("\n#")[0]
    return re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section, flags=re.MULTILINE)


@pytest.mark.parametrize("table", TABLES)
def test_the_labelled_columns_are_the_tables_columns(
    data_folder: Path, jiangxi: dict[str, list[dict[str, str]]], table: str
):
    readme = (data_folder / "README.md").read_text(encoding="utf-8")
    assert [column for column, _ in _labels(readme, table)] == list(jiangxi[table][0])


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_one_of_the_known_statuses(data_folder: Path, table: str):
    readme = (data_folder / "README.md").read_text(encoding="utf-8")
    assert {status for _, status in _labels(readme, table)} <= STATUSES


def test_the_readme_names_every_table(data_folder: Path, jiangxi: dict[str, list[dict[str, str]]]):
    readme = (data_folder / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^### (\w+)\.csv$", readme, flags=re.MULTILINE)) == set(jiangxi)
