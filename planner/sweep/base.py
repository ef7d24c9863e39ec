"""What the plans of a sweep are made from, whatever the duty: read as its own command reads it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from planner.dataset import Dataset
from planner.dates import day_of
from planner.days.dataset import read_days
from planner.days.inputs import within
from planner.errors import Fault, gathered
from planner.pairing.in_force import gone, put_in_force, read_in_force
from planner.pairing.read import read_pairing
from planner.plans.given import Given, Reader, sound_input
from planner.policy import Policy
from planner.postings.commands import posted
from planner.postings.data import read_data
from planner.scenario import read_scenario

ONLY = {
    "--in-force": ("pairing",),
    "--plan": ("calendar",),
    "--from": ("calendar",),
    "--postings": ("exchange",),
}
"""The duties that an option is for, where not for all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A duty by its name, a year of its tables, and what else its command takes.

    `plans` and `start` are the calendar's (`DIR` or `DIR@DATE`, and a day), `postings` the folder
    of a training plan that an exchange counts first, `in_force` that of the plan to change least.
    """

    data: Path
    year: int
    duty: str = "pairing"
    policy: Path | None = None
    scenario: Path | None = None
    plans: Sequence[str] = ()
    start: str | None = None
    postings: Path | None = None
    in_force: Path | None = None


def base_of(asked: Asked) -> Given:
    """Return what was asked for; raise `InputError` with every fault."""
    faults = list(_misplaced(asked))
    scenario = asked.scenario
    changes = None if scenario is None else gathered(faults, lambda: read_scenario(scenario))
    reader = _reader(asked, faults)
    return sound_input(reader, asked.data, asked.year, asked.policy, changes, faults=faults)


def _misplaced(asked: Asked) -> list[Fault]:
    """Return the options that are not the duty's, or that it lacks."""
    given = {
        "--in-force": asked.in_force, "--plan": asked.plans, "--from": asked.start,
        "--postings": asked.postings,
    }  # fmt: skip
    found = [
        Fault(option, "sweep.only", values={"duty": " / ".join(ONLY[option])})
        for option, value in given.items()
        if value and asked.duty not in ONLY[option]
    ]
    if asked.duty == "calendar" and not asked.plans:
        found.append(Fault("--plan", "sweep.lacks", values={"duty": asked.duty}))
    return found


def _reader(asked: Asked, faults: list[Fault]) -> Reader:
    """Return what reads the duty's tables, and what lies beside them."""
    if asked.duty == "calendar":
        day, wrong = day_of("--from", asked.start)
        bounds = within(asked.year, "--from", day, dt.date(asked.year, 1, 1))
        faults += [*wrong, *bounds.faults()]
        return partial(read_days, plans=asked.plans, start=bounds.day)
    if asked.duty == "pairing":
        return partial(_pairing, in_force=asked.in_force)
    folder = asked.postings
    added = None if folder is None else gathered(faults, lambda: posted(folder))
    return partial(read_data, added=added)


def _pairing(data: Path, year: int | None, policy: Policy | None, in_force: Path | None) -> Dataset:
    """Return the tables of the pairing with the plan in force, where one is given."""
    dataset = read_pairing(data, year, policy)
    if in_force is None or year is None:
        return dataset
    pairs = read_in_force(in_force)
    odd = (*dataset.warnings, *gone(dataset, pairs, in_force))
    return replace(put_in_force(dataset, pairs, year), warnings=odd)
