"""What the commands of postings do, apart from talking to people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from planner.audit.finding import Finding
from planner.days.outputs import out_faults, publish
from planner.errors import Fault, gathered
from planner.plans.duty import Duty
from planner.plans.finished import Verified
from planner.plans.given import Given, Reader, sound_input
from planner.plans.place import publish_plan, refuse_foreign, refuse_inputs
from planner.plans.plan import Plan
from planner.plans.proved import proved
from planner.policy import AppraisalFigures, Policy
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.postings.as_of import as_of
from planner.postings.data import PostingsData, read_data
from planner.postings.days import Day
from planner.postings.due import due
from planner.postings.duty import POSTINGS
from planner.postings.duty import make as training_plan
from planner.postings.eligible import eligible, eligible_exchange
from planner.postings.exchange.duty import EXCHANGE
from planner.postings.exchange.duty import make as exchange_plan
from planner.postings.facts import KINDS, Event, Facts, Row
from planner.postings.over import over_bounds
from planner.postings.read import posting_rows
from planner.scenario import Scenario, read_scenario
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


@dataclass(frozen=True, slots=True)
class PostingsMade:
    """A plan that was proved, audited and written, and what was odd."""

    plan: Plan
    proofs: tuple[Verified, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Fault, ...]
    used: InForce
    scenario: Scenario | None = None


def list_eligible(data: Path, year: int, on: str | None, policy: Path | None, out: Path) -> Listed:
    """Write who may be posted and exchanged on a day; raise `InputError` with every fault."""
    day, faults = _day("--on", on, Day(year, 1, 1))
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
    day, faults = _day("--on", on, Day(year or 2000, 1, 1))
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
    day, faults = _day("--on", on, Day(2000, 1, 1))
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
) -> PostingsMade:
    """Make, prove, audit and write the postings of a year and those after it.

    With a scenario, tables and figures are those that it changes. Raises `InputError` with every
    fault, `NoPlanError` where decisions conflict, `SolverError`, and `ViolationError` where the
    audit finds a rule broken; nothing is written then.
    """
    refuse_inputs(out, data, (policy, scenario))
    faults = list[Fault]()
    changes = _changes(faults, POSTINGS, out, scenario)
    reader = _reader(changes, ("training",))
    given = sound_input(reader, data, year, policy, changes, faults=faults)
    plan = training_plan(given.dataset, given.figures, year, seconds)
    return _finished(POSTINGS, plan, given, changes, out)


def make_exchange(
    data: Path,
    year: int,
    out: Path,
    policy: Path | None = None,
    postings: Path | None = None,
    seconds: float | None = None,
    scenario: Path | None = None,
) -> PostingsMade:
    """Make, prove, audit and write a year's exchange; raises as `make_postings` does.

    The rows of a training plan in the folder `postings` are counted first.
    """
    refuse_inputs(out, data, (policy, postings, scenario))
    faults = list[Fault]()
    changes = _changes(faults, EXCHANGE, out, scenario)
    added = None if postings is None else gathered(faults, lambda: posted(postings))
    reader = _reader(changes, ("secondment", "attachment"), added)
    given = sound_input(reader, data, year, policy, changes, faults=faults)
    plan = exchange_plan(given.dataset, given.figures, year, seconds)
    return _finished(EXCHANGE, plan, given, changes, out)


def posted(folder: Path) -> pl.DataFrame:
    """Return the rows of a training plan that lies in a folder."""
    return read_table(POSTED, folder / "postings.csv").drop("row")


def _changes(faults: list[Fault], duty: Duty, out: Path, scenario: Path | None) -> Scenario | None:
    """Return the scenario of a file; note what is wrong with it, and with where it would go."""
    changes = None if scenario is None else gathered(faults, lambda: read_scenario(scenario))
    gathered(faults, lambda: refuse_foreign(duty, out, None, changes))
    return changes


def _reader(
    changes: Scenario | None, required: Sequence[str], added: pl.DataFrame | None = None
) -> Reader:
    """Return what reads the tables; what a scenario may yet change is judged after it."""
    return partial(read_data, added=added, required=() if changes is not None else required)


def _finished(
    duty: Duty, plan: Plan, given: Given, changes: Scenario | None, out: Path
) -> PostingsMade:
    """Return a plan that was proved, audited and written, with what is odd."""
    dataset, figures = given.dataset, given.figures
    done = proved(duty, plan, dataset, figures, given.used.content, changes)
    publish_plan(duty, done.files, out)
    over = _over(dataset.facts(figures, plan.year), figures, plan.year, dataset)
    warnings = (*dataset.warnings, *over)
    return PostingsMade(done.plan, done.proofs, done.findings, warnings, given.used, changes)


def _over(facts: Facts, policy: Policy, year: int, dataset: PostingsData) -> list[Fault]:
    """Return what rows are over a bound by themselves while the plan's people leave."""
    last = Day(year + policy.training.years - 1, 12, 31)
    return over_bounds(facts, policy, Day(year, 1, 1), last, dataset.file("postings"))


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


def _day(option: str, written: str | None, default: Day) -> tuple[Day, list[Fault]]:
    """Return the day that an option gives, or what is wrong with it."""
    if written is None:
        return default, []
    try:
        return Day.fromisoformat(written), []
    except ValueError:
        return default, [Fault(option, "postings.no_date", values={"value": written})]
