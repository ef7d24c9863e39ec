"""Counting the cost: `planner cost`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import polars as pl

from planner.days.commands.asked import input_places, read_all, said
from planner.days.cost import KINDS, cost_frame, rates_told, trips_of
from planner.days.duty import CALENDAR as CALENDAR_DUTY
from planner.days.facts import Facts, Visit
from planner.days.in_force import FILE as PAIRINGS
from planner.days.in_force import in_force_file
from planner.days.inputs import Inputs
from planner.days.spans import Span
from planner.errors import Fault, InputError, Sentence, gathered
from planner.plans.finished import read_folder
from planner.plans.outputs import CLAIMS, out_faults, publish, read_json, sha256
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.scenario import FILE as SCENARIO
from planner.scenario import Scenario
from planner.tables import read_table, write_csv
from planner.tables.schema.calendar import CALENDAR

FILE = "cost.csv"
TRIPS = "calendar.csv"


@dataclass(frozen=True, slots=True)
class Costed:
    """The cost by unit and month, what was odd, and whether somebody confirmed the rates."""

    frame: pl.DataFrame
    warnings: tuple[Fault, ...]
    policy: InForce
    rates: Sentence
    scenario: Scenario | None = None

    def totals(self) -> dict[str, Any]:
        """Return the year's sums in yuan."""
        return {kind: int(self.frame[kind].sum()) for kind in (*KINDS, "total")}


def count_cost(
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Path | None,
    calendar: Path | None,
    out: Path,
) -> Costed:
    """Write what the visits of a year cost, or the trips of a calendar in their place.

    A calendar's own scenario holds, as it does where the calendar is judged.
    Raises InputError with every fault; nothing is written then.
    """
    places = [*input_places(data, plans, year), *([] if calendar is None else [calendar])]
    faults = out_faults(out, "cost", (FILE,), places)
    if calendar is not None and not (calendar / TRIPS).is_file():
        faults.append(Fault(str(calendar), "days.no_calendar", values={"value": TRIPS}))
    scenario = None if calendar is None else gathered(faults, lambda: _scenario(calendar))
    found, read = read_all(data, year, plans, policy, None, faults, scenario=scenario)
    facts = read.facts
    visits = facts.visits if calendar is None else _trips(calendar, read)
    frame = cost_frame(facts, visits)
    files = {FILE: write_csv(frame), POLICY: found.content}
    publish(out, "cost", files, {"year": year, **said(read)})
    return Costed(frame, read.warnings, found, rates_told(facts.policy.cost), scenario)


def _scenario(calendar: Path) -> Scenario | None:
    """Return the scenario that a calendar was made with, None where with none."""
    there = (calendar / SCENARIO).exists() and (calendar / TRIPS).is_file()
    return read_folder(CALENDAR_DUTY, calendar).scenario if there else None


def _trips(folder: Path, read: Inputs) -> tuple[Visit, ...]:
    """Return a calendar's trips as visits; raise InputError where it goes by other inputs."""
    written = (read_json(folder / CLAIMS) or {}).get("inputs")
    now = read.dataset.inputs | {PAIRINGS: sha256(in_force_file(read.facts.pairings))}
    if not isinstance(written, dict):
        raise InputError([Fault(str(folder), "days.no_calendar", values={"value": CLAIMS})])
    inputs = cast("dict[str, str]", written)
    differ = sorted(name for name in {*inputs, *now} if inputs.get(name) != now.get(name))
    if differ:
        values = {"value": "、".join(map(str, differ))}
        raise InputError([Fault(str(folder), "days.calendar_other", values=values)])
    trips = read_table(CALENDAR, folder / TRIPS)
    faults = list(_edited(folder / TRIPS, trips.to_dicts(), read.facts))
    if faults:
        raise InputError(faults)
    return trips_of(trips)


def _edited(path: Path, rows: Sequence[dict[str, Any]], facts: Facts) -> Iterator[Fault]:
    """Yield what cannot be priced of trips that were edited by hand since they were planned."""
    first, last = facts.year.first, facts.year.last
    earlier: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for row in rows:
        at, person, start, end = row["row"], row["person_id"], row["start_date"], row["end_date"]
        for column, known in (("person_id", facts.people), ("station_id", facts.stations)):
            if row[column] not in known:
                yield Fault(str(path), "days.trip_lacks", at, column, {"value": row[column]})
        for column in ("start_date", "end_date"):
            if not first <= row[column] <= last:
                values = {"value": row[column], "first": first, "last": last}
                yield Fault(str(path), "days.on_outside", at, column, values)
        if end < start:
            values = {"value": end, "start": start}
            yield Fault(str(path), "span.ends_early", at, "end_date", values)
            continue
        span = Span(start, end)
        for other, before in earlier[person]:
            if span.meets(other):
                values = {"value": person, "first": before}
                yield Fault(str(path), "days.visits_overlap", at, "start_date", values)
                break
        earlier[person].append((span, at))
