"""Counting the cost: `planner cost`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import polars as pl

from planner.days.commands.asked import input_places, read_all, said
from planner.days.cost import KINDS, cost_frame
from planner.days.facts import Visit
from planner.days.in_force import FILE as PAIRINGS
from planner.days.in_force import in_force_file
from planner.days.inputs import Inputs
from planner.days.outputs import CLAIMS, out_faults, publish, read_json, sha256
from planner.days.year import trips_of
from planner.errors import Fault, InputError
from planner.policy.days import COST
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.tables import read_table, write_csv
from planner.tables.schema.calendar import CALENDAR

FILE = "cost.csv"
TRIPS = "calendar.csv"


@dataclass(frozen=True, slots=True)
class Costed:
    """The cost by unit and month, and what was odd; `examples` where no rate was confirmed."""

    frame: pl.DataFrame
    warnings: tuple[Fault, ...]
    policy: InForce
    examples: bool

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

    Raises InputError with every fault; nothing is written then.
    """
    places = [*input_places(data, plans, year), *([] if calendar is None else [calendar])]
    faults = out_faults(out, "cost", (FILE,), places)
    if calendar is not None and not (calendar / TRIPS).is_file():
        faults.append(Fault(str(calendar), "days.no_calendar", values={"value": TRIPS}))
    found, read = read_all(data, year, plans, policy, None, faults)
    facts = read.facts
    visits = facts.visits if calendar is None else _trips(calendar, read)
    frame = cost_frame(facts, visits)
    files = {FILE: write_csv(frame), POLICY: found.content}
    publish(out, "cost", files, {"year": year, **said(read)})
    return Costed(frame, read.warnings, found, facts.policy.cost == COST)


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
    return trips_of(read_table(CALENDAR, folder / TRIPS))
