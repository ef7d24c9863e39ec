"""A scenario carried out by hand on tables of text, to be read from files as any dataset is.

Every row remembers where it is from: its number in the baseline's file, or its entry (`add[1]`).
"""

import csv
import io
from pathlib import Path
from typing import Any

from planner.dataset import Dataset
from planner.tables import TABLE, write_csv

Row = dict[str, str]
Rows = dict[str, list[tuple[str, Row]]]

ID = {"leaders": "leader_id", "departments": "department_id", "stations": "station_id"}


def rows_of(dataset: Dataset) -> Rows:
    """Return the tables as text."""
    return {
        name: [
            (str(number), row)
            for number, row in enumerate(
                csv.DictReader(io.StringIO(write_csv(frame).decode("utf-8-sig"))), 2
            )
        ]
        for name, frame in dataset.tables().items()
    }


def written(value: Any) -> str:
    """Return a value as one writes it into a table."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value)


def changed(rows: Rows, changes: dict[str, Any]) -> Rows:
    """Return the tables with what a scenario removes, sets and adds, and what goes with it."""
    gone = {table: set(changes.get(table, {}).get("remove", [])) for table in ID}
    names = {row["name"] for _, row in rows["stations"] if row["station_id"] in gone["stations"]}
    units = gone["leaders"] | gone["departments"]
    found: Rows = {}
    for table, old in rows.items():
        change = changes.get(table, {})
        kept: list[tuple[str, Row]] = []
        for place, row in old:
            if table in ID and row[ID[table]] in gone[table]:
                continue
            entries = [] if table in ID else change.get("remove", [])
            if any(all(row[k] == written(v) for k, v in one.items()) for one in entries):
                continue
            if table != "history" and table not in ID and _names(row, units, gone, names):
                continue
            cells = change.get("set", {}).get(row.get(ID.get(table, ""), ""), {})
            kept.append((place, row | {name: written(value) for name, value in cells.items()}))
        for number, one in enumerate(change.get("add", []), 1):
            blank = dict.fromkeys((column.name for column in TABLE[table].columns), "")
            row = blank | {name: written(value) for name, value in one.items()}
            kept.append((f"add[{number}]", row))
        found[table] = kept
    for table in ("wishes", "recusals"):
        found[table] = [
            (place, row) for place, row in found[table] if not _emptied(row, rows, found)
        ]
    return found


def _emptied(row: Row, before: Rows, after: Rows) -> bool:
    """Return whether a county or a city lost all its stations, and has no new one."""
    if row["level"] not in ("county", "city"):
        return False
    covered = {s["station_id"] for _, s in before["stations"] if s[row["level"]] == row["place"]}
    there = {s["station_id"] for _, s in after["stations"]}
    again = any(s[row["level"]] == row["place"] for _, s in after["stations"])
    return bool(covered) and not covered & there and not again


def _names(row: Row, units: set[str], gone: dict[str, set[str]], names: set[str]) -> bool:
    """Return whether a pin, wish or recusal names a unit or a station that is gone."""
    if row.get("unit_id", row.get("department_id")) in units:
        return True
    if row.get("station_id") in gone["stations"]:
        return True
    return row.get("level") == "station" and row["place"] in gone["stations"] | names


def write(rows: Rows, folder: Path) -> None:
    """Write tables of text as files."""
    for table, lines in rows.items():
        text = io.StringIO()
        columns = [column.name for column in TABLE[table].columns]
        writer = csv.DictWriter(text, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for _, row in lines)
        (folder / f"{table}.csv").write_text(text.getvalue(), "utf-8")
