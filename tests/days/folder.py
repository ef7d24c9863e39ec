"""A small sound dataset of 2019 as a folder of CSV files, to be spoilt a cell at a time."""

import csv
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

from planner.days.inputs import Inputs, read_inputs
from planner.errors import InputError
from planner.policy import Policy

Rows = list[dict[str, str]]
Tables = dict[str, Rows]

STATION = {
    "county": "甲县", "city": "甲市", "township": "", "lon": "115.1", "lat": "28.1",
    "travel_minutes": "60", "staff": "2", "caseload": "50", "hardship": "1", "focus": "",
    "nominated": "true",
}  # fmt: skip
CADRE = {
    "department_id": "D1", "duty_rank": "below", "birth_date": "1985-05-05",
    "joined_on": "2010-07-01", "left_on": "", "grassroots_months": "0", "justice_months": "0",
    "village_duty": "false", "outstanding": "false", "native_county": "",
}  # fmt: skip
BASE: Tables = {
    "leaders": [{"leader_id": "L1", "name": "厅长", "principal": "true"}],
    "departments": [
        {"department_id": one, "name": name, "headcount": "2", "leader_id": "L1",
         "village_duty": "false", "expertise": ""}
        for one, name in (("D1", "一处"), ("D2", "二处"))
    ],
    "stations": [STATION | {"station_id": f"S{n}", "name": f"{n}所"} for n in (1, 2, 3)],
    "cadres": [
        CADRE | {"cadre_id": "C1", "name": "干部一"},
        CADRE | {"cadre_id": "C2", "name": "干部二", "department_id": "D2"},
    ],
    "visits": [
        {"person_id": "C1", "station_id": "S1", "start_date": "2019-03-04",
         "end_date": "2019-03-08", "task": "调研"},
    ],
    "absences": [
        {"person_id": "C1", "cause": "leave", "start_date": "2019-05-06",
         "end_date": "2019-05-10"},
    ],
    "moves": [],
    "mergers": [],
    "workdays": [],
    "blocked": [],
    "tasks": [],
}  # fmt: skip
HEADERS = {
    "moves": ["cadre_id", "moved_on", "from_department_id"],
    "mergers": ["station_id", "merged_on", "successor_id"],
    "workdays": ["date", "working", "note"],
    "blocked": ["subject", "start_date", "end_date", "reason"],
    "tasks": ["unit_id", "station_id", "task", "target", "done_on"],
}
PLAN = (("leader", "L1", "S3"), ("department", "D1", "S1"), ("department", "D2", "S2"))
COLUMNS = (
    "year", "kind", "unit_id", "unit", "station_id", "station", "city", "county", "need",
    "travel_minutes", "wish", "fit",
)  # fmt: skip


def base() -> Tables:
    """Return the sound tables."""
    return deepcopy(BASE)


def write(folder: Path, tables: Mapping[str, Rows]) -> Path:
    """Write tables into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        header = HEADERS.get(name) or list(BASE[name][0])
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def write_plan(
    folder: Path, year: int = 2019, pairs: tuple[tuple[str, str, str], ...] = PLAN
) -> Path:
    """Write a `plan.csv` of pairs into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "plan.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for kind, unit, station in pairs:
            writer.writerow(
                [year, kind, unit, unit, station, station, "甲市", "甲县", 0, 60, "", ""]
            )
    return folder


def read(folder: Path, tables: Mapping[str, Rows], **more: object) -> Inputs:
    """Return what is read of tables written into a folder, with a plan beside."""
    data, plan = write(folder / "data", tables), write_plan(folder / "plan")
    arguments: dict[str, object] = {"plans": [str(plan)], "policy": Policy()} | more
    return read_inputs(data, 2019, **arguments)  # pyright: ignore[reportArgumentType]


def faults(folder: Path, tables: Mapping[str, Rows], **more: object) -> list[str]:
    """Return the faults of tables in English, none where they are sound."""
    try:
        read(folder, tables, **more)
    except InputError as error:
        return error.text("en").splitlines()
    return []


def warnings(folder: Path, tables: Mapping[str, Rows], **more: object) -> list[str]:
    """Return the warnings of sound tables in English."""
    return [warning.text("en") for warning in read(folder, tables, **more).warnings]
