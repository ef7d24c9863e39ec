"""The plans named by `--plan DIR[@DATE]`: each holds from its date until the next of its kind."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.dates import parsed
from planner.days.facts import Pairing
from planner.errors import Fault, InputError
from planner.tables import read_plan
from planner.tables.ledger import shown

FILE = "plan.csv"


@dataclass(frozen=True, slots=True)
class Given:
    """A plan as it was named: its folder and the day from which it holds."""

    folder: Path
    start: dt.date


def given(names: Sequence[str], year: int) -> tuple[list[Given], list[Fault]]:
    """Return the plans named and what is wrong with their dates; without a date: 1 January."""
    found: list[Given] = []
    faults: list[Fault] = []
    for name in names:
        folder, at, written = name.rpartition("@")
        if not at or Path(name).is_dir():
            found.append(Given(Path(name), dt.date(year, 1, 1)))
            continue
        start = parsed(written)
        if start is None:
            faults.append(Fault("--plan", "date.asked", values={"value": shown(written)}))
        elif start.year != year:
            values = {"value": start.isoformat(), "year": year}
            faults.append(Fault(f"--plan {folder}", "days.plan_outside", values=values))
        else:
            found.append(Given(Path(folder), start))
    return found, [*faults, *_twice(found)]


def pairings(
    plans: Sequence[Given], year: int, units: dict[str, str], stations: set[str]
) -> tuple[list[Pairing], list[Fault]]:
    """Return what the plans say, by date, and what is wrong with them.

    `units` has the kind of each unit of the tables, `stations` their stations.
    """
    read: list[Pairing] = []
    faults: list[Fault] = []
    for plan in sorted(plans, key=lambda one: one.start):
        try:
            pairing, wrong = _read(plan, year, units, stations)
        except InputError as error:
            faults += error.faults
            continue
        read.append(pairing)
        faults += wrong
    return read, faults


def _read(
    plan: Given, year: int, units: dict[str, str], stations: set[str]
) -> tuple[Pairing, list[Fault]]:
    path = plan.folder / FILE
    if not path.is_file():
        raise InputError([Fault(str(plan.folder), "days.no_plan")])
    frame = read_plan(path)
    faults: list[Fault] = []
    paired: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    years, lacking = set[int](), set[str]()
    for row in frame.to_dicts():
        at = row["row"]
        if row["year"] != year and row["year"] not in years:
            values = {"value": row["year"], "year": year}
            faults.append(Fault(str(path), "days.plan_year", at, "year", values))
            years.add(row["year"])
        known = {"unit_id": units.get(row["unit_id"]) == row["kind"]}
        known["station_id"] = row["station_id"] in stations
        for column in (name for name, there in known.items() if not there):
            if row[column] not in lacking:
                values = {"value": shown(row[column])}
                faults.append(Fault(str(path), "days.plan_lacks", at, column, values))
                lacking.add(row[column])
        kinds[row["unit_id"]] = row["kind"]
        paired[row["unit_id"]].append(row["station_id"])
    once = {unit: tuple(dict.fromkeys(several)) for unit, several in paired.items()}
    return Pairing(plan.start, once, kinds), faults


def _twice(plans: Sequence[Given]) -> list[Fault]:
    """Two plans from one date: which of them holds cannot be known."""
    first: dict[dt.date, Path] = {}
    faults: list[Fault] = []
    for plan in plans:
        if plan.start in first:
            values = {"value": plan.start.isoformat(), "first": str(first[plan.start])}
            faults.append(Fault(f"--plan {plan.folder}", "days.plan_twice", values=values))
        first.setdefault(plan.start, plan.folder)
    return faults
