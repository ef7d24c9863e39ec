"""Making the visit calendar: `planner calendar`."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from planner.dates import day_of
from planner.days.calendar.limits import limits
from planner.days.calendar.plan import CalendarPlan, planned
from planner.days.calendar.remedies import remedies
from planner.days.commands.asked import input_places
from planner.days.dataset import read_days
from planner.days.duty import CALENDAR
from planner.days.facts import Facts
from planner.days.inputs import Inputs, inputs_of, within
from planner.errors import Sentence
from planner.plans.making import Made, input_for, written
from planner.plans.outputs import out_faults
from planner.repairs import Repairs

Exports = Callable[[CalendarPlan, Inputs], Mapping[str, bytes]]
"""What makes the workbook and each person's appointments, by file name."""


@dataclass(frozen=True, slots=True)
class CalendarMade:
    """A calendar as it was made and written, and what stood in its way."""

    done: Made
    limits: tuple[Sentence, ...]
    facts: Facts

    def repairs(self) -> Repairs[Facts] | None:
        """Return the smallest changes by which every need is met; None where every one is."""
        return remedies(self.facts, self.done.plan.start) if self.limits else None


def make_and_write(
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Path | None,
    start: str | None,
    out: Path,
    exports: Exports,
    scenario: Path | None = None,
) -> CalendarMade:
    """Make the visit calendar of a year from a day on, prove and audit it, and write it.

    With a scenario, tables and figures are those that it changes.

    Raises InputError with every fault, `SolverError` where a solver gives no answer,
    `ViolationError` where the audit finds a rule broken; nothing is written then.
    """
    day, wrong = day_of("--from", start)
    bounds = within(year, "--from", day, dt.date(year, 1, 1))
    places = [*input_places(data, plans, year), *([] if scenario is None else [scenario])]
    faults = [*wrong, *bounds.faults(), *out_faults(out, "calendar", (), places)]
    reader = partial(read_days, plans=plans, start=bounds.day)
    given = input_for(CALENDAR, out, reader, data, year, policy, scenario, faults)
    read = inputs_of(given.dataset, given.figures, year)
    plan, made = planned(read.facts, bounds.day, given.dataset.inputs, given.dataset.named())
    done = written(CALENDAR, plan, given, out, read.warnings, exports=exports(plan, read))
    return CalendarMade(done, tuple(limits(made)), read.facts)
