"""What the commands of postings do, apart from talking to people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from planner.dates import Day, day_of
from planner.errors import Fault, InputError, gathered
from planner.plans.given import Given, Reader, sound_input
from planner.plans.making import Made, input_for, written
from planner.plans.outputs import out_faults, publish
from planner.plans.place import refuse_inputs
from planner.policy import AppraisalFigures
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.postings.as_of import as_of
from planner.postings.data import PostingsData, read_data
from planner.postings.due import due
from planner.postings.duty import POSTINGS
from planner.postings.duty import make as training_plan
from planner.postings.eligible import eligible, eligible_exchange
from planner.postings.exchange.duty import EXCHANGE
from planner.postings.exchange.duty import make as exchange_plan
from planner.postings.facts import KINDS, Event, Facts, Row
from planner.postings.over import over_bounds
from planner.postings.read import posting_rows
from planner.tables import read_table, write_csv
from planner.tables.schema.posted import POSTED

ELIGIBLE = ("eligible.csv", "eligible_exchange.csv", POLICY)
DUE = ("due.csv", POLICY)

Pages = Callable[
    [Facts, Mapping[str, Sequence[Row]], Iterable[Event], AppraisalFigures, Day],
    Mapping[str, bytes],
]
"""What makes the dossier pages, by file name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Tables that were written, the day they are as of, and what was odd."""

    frames: dict[str, pl.DataFrame]
    on: Day
    warnings: tuple[Fault, ...]
    used: InForce


def list_eligible(data: Path, year: int, on: str | None, policy: Path | None, out: Path) -> Listed:
    """Write who may be posted and exchanged on a day; raise `InputError` with every fault."""
    given, faults = day_of("--on", on)
    day = given or Day(year, 1, 1)
    faults += out_faults(out, "eligible", ELIGIBLE, [data])
    used, dataset = _input(data, year, policy, faults, KINDS)
    facts = dataset.facts(used.policy, year)
    frames = {
        ELIGIBLE[0]: eligible(facts, used.policy, day),
        ELIGIBLE[1]: eligible_exchange(facts, used.policy, day),
    }
    return _list(out, "eligible", frames, year, day, used, dataset)


def list_due(data: Path, year: int | None, on: str, policy: Path | None, out: Path) -> Listed:
    """Write what is due by a day and soon after; raise `InputError` with every fault."""
    given, faults = day_of("--on", on)
    day = given or Day(year or 2000, 1, 1)
    faults += out_faults(out, "due", DUE, [data])
    year = day.year if year is None else year
    used, dataset = _input(data, year, policy, faults, (), day)
    frames = {DUE[0]: due(dataset.facts(used.policy, year), dataset.events(), used.policy, day)}
    return _list(out, "due", frames, year, day, used, dataset)


def write_dossiers(
    data: Path, on: str, policy: Path | None, out: Path, pages: Pages
) -> tuple[int, tuple[Fault, ...]]:
    """Write a page for each cadre posted to a station; return how many, and what was odd.

    Raises `InputError` with every fault; nothing is written then.
    """
    given, faults = day_of("--on", on)
    day = given or Day(2000, 1, 1)
    faults += out_faults(out, "dossier", (POLICY,), [data])
    used, dataset = _input(data, day.year, policy, faults, (), day)
    facts = dataset.facts(used.policy, day.year)
    events = [event for event in dataset.events() if event.date <= day]
    rows = as_of(posting_rows(dataset.frames), events, day)
    made = pages(facts, rows, events, used.policy.appraisal, day)
    said = {"on": day, "inputs": dataset.inputs, "policy": used.policy.digest()}
    publish(out, "dossier", {**made, POLICY: used.content}, said)
    return len(made), dataset.warnings


def make_postings(
    data: Path,
    year: int,
    out: Path,
    policy: Path | None = None,
    seconds: float | None = None,
    scenario: Path | None = None,
) -> Made:
    """Make, prove, audit and write the postings of a year and those after it.

    With a scenario, tables and figures are those that it changes. Raises `InputError` with every
    fault, `NoPlanError` where decisions conflict, `SolverError`, and `ViolationError` where the
    audit finds a rule broken; nothing is written then.
    """
    refuse_inputs(out, data, (policy, scenario))
    reader = _reader(scenario, ("training",))
    given = input_for(POSTINGS, out, reader, data, year, policy, scenario)
    plan = training_plan(given.dataset, given.figures, year, seconds)
    return written(POSTINGS, plan, given, out, _odd(given, year))


def make_exchange(
    data: Path,
    year: int,
    out: Path,
    policy: Path | None = None,
    postings: Path | None = None,
    seconds: float | None = None,
    scenario: Path | None = None,
) -> Made:
    """Make, prove, audit and write a year's exchange; raises as `make_postings` does.

    The rows of a training plan in the folder `postings` are counted first.
    """
    refuse_inputs(out, data, (policy, postings, scenario))
    faults = list[Fault]()
    added = None if postings is None else gathered(faults, lambda: posted(postings))
    reader = _reader(scenario, ("secondment", "attachment"), added)
    given = input_for(EXCHANGE, out, reader, data, year, policy, scenario, faults)
    plan = exchange_plan(given.dataset, given.figures, year, seconds)
    return written(EXCHANGE, plan, given, out, _odd(given, year))


def posted(folder: Path) -> pl.DataFrame:
    """Return the rows of a training plan that lies in a folder; raise `InputError` without one."""
    file = folder / "postings.csv"
    if not file.is_file():
        raise InputError([Fault(f"--postings {folder}", "postings.no_plan")])
    return read_table(POSTED, file).drop("row")


def _reader(
    scenario: Path | None, required: Sequence[str], added: pl.DataFrame | None = None
) -> Reader:
    """Return what reads the tables; what a scenario may yet change is judged after it."""
    return partial(read_data, added=added, required=() if scenario is not None else required)


def _odd(given: Given, year: int) -> tuple[Fault, ...]:
    """Return what is odd, rows among it that are over a bound while the plan's people leave."""
    dataset, figures = given.dataset, given.figures
    last = Day(year + figures.training.years - 1, 12, 31)
    facts, file = dataset.facts(figures, year), dataset.file("postings")
    return (*dataset.warnings, *over_bounds(facts, figures, Day(year, 1, 1), last, file))


def _input(
    data: Path,
    year: int,
    policy: Path | None,
    faults: Sequence[Fault],
    required: Sequence[str],
    on: Day | None = None,
) -> tuple[InForce, PostingsData]:
    """Return the policy in force and the tables; raise `InputError` with every fault of both.

    Required postings of some kinds are judged by the whole case. A command that plans nothing looks
    at the tables as they stand on a day `on`.
    """
    reader = partial(read_data, on=on, required=required)
    given = sound_input(reader, data, year, policy, faults=faults)
    return given.used, given.dataset


def _list(
    out: Path,
    command: str,
    frames: dict[str, pl.DataFrame],
    year: int,
    on: Day,
    used: InForce,
    dataset: PostingsData,
) -> Listed:
    files = {name: write_csv(frame) for name, frame in frames.items()}
    said = {
        "year": year, "on": on, "inputs": dataset.inputs, "policy": used.policy.digest()
    }  # fmt: skip
    publish(out, command, files | {POLICY: used.content}, said)
    return Listed(frames, on, dataset.warnings, used)
