"""The plan in force: the pairings that stand when a year is planned again, to be changed least.

It is a finished plan of the same year, each pairing with the weight of its approval. A pairing
whose station closed, or whose unit left, is in force too: no plan can keep it, so it counts as
changed in all of them. But where fewer than half of the pairings name a unit and a station of the
tables, the plan is another dataset's.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

import polars as pl

from planner.dataset import Dataset, rows_of, sheet_of
from planner.errors import Fault, InputError
from planner.pairing.called import Called
from planner.pairing.plan import IN_FORCE_FILE, PLAN_FILE
from planner.pairing.units import Part
from planner.tables import IN_FORCE, read_table, write_csv
from planner.tables.ledger import Ledger, listed, shown
from planner.tables.typed import typed


def read_in_force(path: Path) -> pl.DataFrame:
    """Return the plan in force of a folder with a `plan.csv`, or of such a file.

    A column `approval` (批准权重) may weigh the pairings. Raises `InputError` with every fault.
    """
    file = file_of(path)
    if not file.exists():
        raise InputError([Fault(str(file), "in_force.missing")])
    return _weighed(read_table(IN_FORCE, file))


def file_of(path: Path) -> Path:
    """Return the file of a plan in force: the `plan.csv` of a folder, or the file itself."""
    return path / PLAN_FILE if path.is_dir() else path


def put_in_force(dataset: Dataset, pairs: pl.DataFrame, year: int) -> Dataset:
    """Return the dataset with a plan in force, its rows in a plan's order.

    `pairs` has the columns of a plan, of which `year`, `kind`, `unit_id` and `station_id` count,
    and perhaps `approval`, from 1 on. Raises `InputError` with every fault: a column missing or a
    cell wrong, another year, a pairing twice, a unit that is of the other kind, another dataset.
    """
    ledger = Ledger()
    frame = typed(sheet_of(IN_FORCE, pairs, ledger), ledger)
    ledger.settle()
    faults = [*_of_other_years(frame, year), *_twice(frame), *_of_another_kind(dataset, frame)]
    faults += _of_another_dataset(dataset, frame)
    if faults:
        raise InputError(faults)
    rows = _weighed(frame).drop("row").sort(pl.col("kind") != "leader", "unit_id", "station_id")
    digest = hashlib.sha256(write_csv(rows)).hexdigest()
    return replace(dataset, in_force=rows, inputs=dataset.inputs | {IN_FORCE_FILE: digest})


def lacking(part: Part) -> Fault:
    """Return what is wrong where the goals of a part name stability and no plan is in force."""
    return Fault("policy", "stability.lacking", None, f"goals.{part}")


def gone(dataset: Dataset, in_force: pl.DataFrame, path: Path) -> list[Fault]:
    """Return a note for each unit and station in force that the tables don't have any more.

    It stands at the first row that names it, of the rows as they were read from a path.
    """
    ids, found = ids_of(dataset), list[Fault]()
    for column in ("unit_id", "station_id"):
        lines: dict[str, list[int]] = {}
        for line, name in rows_of(in_force, "row", column):
            lines.setdefault(name, []).append(line)
        for name in sorted(set(lines) - ids[column]):
            values = {"value": shown(name), "number": len(lines[name])}
            place = str(file_of(path))
            found.append(Fault(place, "in_force.gone", lines[name][0], column, values))
    return found


def _weighed(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.col("approval").fill_null(1))


def ids_of(dataset: Dataset) -> dict[str, set[str]]:
    """Return the ids of the tables' units and stations, by the column that names them."""
    units = {*dataset.leaders["leader_id"], *dataset.departments["department_id"]}
    return {"unit_id": units, "station_id": set(dataset.stations["station_id"])}


def _of_other_years(frame: pl.DataFrame, year: int) -> list[Fault]:
    others = sorted(set(frame["year"]) - {year})
    values = {"value": "、".join(map(str, others)), "year": year}
    return [Fault(IN_FORCE.name, "in_force.year", None, "year", values)] if others else []


def _twice(frame: pl.DataFrame) -> list[Fault]:
    seen, found = dict[tuple[str, str], int](), list[Fault]()
    for row, unit, station in rows_of(frame, "row", "unit_id", "station_id"):
        first = seen.setdefault((unit, station), row)
        if first != row:
            found.append(
                Fault(IN_FORCE.name, "in_force.twice", row, "station_id", {"first": first})
            )
    return found


def _of_another_kind(dataset: Dataset, frame: pl.DataFrame) -> list[Fault]:
    kinds = dict.fromkeys(dataset.leaders["leader_id"], "leader")
    calling = Called.of(dataset)
    kinds |= dict.fromkeys(dataset.departments["department_id"], "department")
    return [
        Fault(
            IN_FORCE.name, "in_force.kind", row, "kind", {"value": kind, "unit": calling.unit(unit)}
        )
        for row, unit, kind in rows_of(frame, "row", "unit_id", "kind")
        if kinds.get(unit, kind) != kind
    ]


def _of_another_dataset(dataset: Dataset, frame: pl.DataFrame) -> list[Fault]:
    ids = ids_of(dataset)
    strange = [
        f"{unit} {station}"
        for unit, station in rows_of(frame, "unit_id", "station_id")
        if unit not in ids["unit_id"] or station not in ids["station_id"]
    ]
    if 2 * len(strange) <= frame.height:
        return []
    values = {"number": len(strange), "total": frame.height, "names": listed(strange)}
    return [Fault(IN_FORCE.name, "in_force.other", values=values)]
