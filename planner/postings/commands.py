"""What the commands of postings do, apart from talking to people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner.allocation.solve import solve
from planner.audit.finding import Finding
from planner.audit.postings.folder import ADDED
from planner.days.outputs import out_faults, publish, sha256
from planner.errors import Fault, InputError, gathered
from planner.plans.claims import claims_of
from planner.plans.finished import Verified
from planner.plans.place import publish_plan, refuse_foreign, refuse_inputs
from planner.plans.plan import Plan, versions
from planner.plans.proved import proved
from planner.policy import AppraisalFigures, Policy
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce, policy_in_force
from planner.postings.as_of import as_of
from planner.postings.checks.required import check_required
from planner.postings.data import NAMES, REQUIRED, PostingsData, checked
from planner.postings.days import Day
from planner.postings.due import due
from planner.postings.duty import POSTINGS, STAGED
from planner.postings.eligible import eligible, eligible_exchange
from planner.postings.exchange.duty import EXCHANGE, PART, ExchangePlan, case_of
from planner.postings.exchange.plan import problem_of
from planner.postings.exchange.plan import rows_of as exchange_rows
from planner.postings.facts import Event, Facts, Row
from planner.postings.impossible.asked import Asked
from planner.postings.impossible.told import no_plan, require_possible
from planner.postings.over import over_bounds
from planner.postings.read import posting_rows
from planner.postings.training.case import training_case
from planner.postings.training.make import make_training
from planner.postings.training.plan import rows_of
from planner.tables import read_table, read_tables, write_csv
from planner.tables.ledger import Ledger
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


def list_eligible(data: Path, year: int, on: str | None, policy: Path | None, out: Path) -> Listed:
    """Write who may be posted and exchanged on a day; raise `InputError` with every fault."""
    day, faults = _day("--on", on, Day(year, 1, 1))
    faults += out_faults(out, "eligible", ELIGIBLE, [data])
    used, dataset = _input(data, year, policy, faults, ("training", "secondment", "attachment"))
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
    data: Path, year: int, out: Path, policy: Path | None = None, seconds: float | None = None
) -> PostingsMade:
    """Make, prove, audit and write the postings of a year and those after it.

    Raises `InputError` with every fault, `NoPlanError` where decisions conflict, `SolverError`, and
    `ViolationError` where the audit finds a rule broken; nothing is written then.
    """
    refuse_inputs(out, data, (policy,))
    faults = list[Fault]()
    gathered(faults, lambda: refuse_foreign(POSTINGS, out, None, None))
    used, dataset = _input(data, year, policy, faults, ("training",))
    facts = dataset.facts(used.policy, year)
    asked = Asked("postings", facts, used.policy, year)
    require_possible(asked, dataset)
    case = training_case(facts, used.policy, year)
    made = make_training(case, seconds)
    if made is None:
        raise no_plan(asked, dataset)
    plan = Plan(
        year, rows_of(made), (made.claims,), dataset.inputs, used.policy.digest(), versions(),
        more={STAGED: made.staged},
    )  # fmt: skip
    done = proved(POSTINGS, plan, dataset, used.policy, used.content)
    publish_plan(POSTINGS, done.files, out)
    warnings = (*dataset.warnings, *_over(case.facts, used.policy, year, dataset))
    return PostingsMade(done.plan, done.proofs, done.findings, warnings, used)


def make_exchange(
    data: Path,
    year: int,
    out: Path,
    policy: Path | None = None,
    postings: Path | None = None,
    seconds: float | None = None,
) -> PostingsMade:
    """Make, prove, audit and write a year's exchange; raises as `make_postings` does.

    The rows of a training plan in the folder `postings` are counted first.
    """
    refuse_inputs(out, data, (policy, postings))
    faults = list[Fault]()
    gathered(faults, lambda: refuse_foreign(EXCHANGE, out, None, None))
    added = None if postings is None else gathered(faults, lambda: _posted(postings))
    used, dataset = _input(data, year, policy, faults, ())
    case = case_of(dataset, used.policy, year, added)
    ledger = Ledger(files=dict(dataset.files))
    check_required(case.facts, ledger, used.policy, year, ("secondment", "attachment"))
    ledger.settle()
    asked = Asked("exchange", case.facts, used.policy, year)
    require_possible(asked, dataset)
    problem = problem_of(case)
    found = solve(problem, seconds=seconds)
    if found is None:
        raise no_plan(asked, dataset)
    inputs = dict(dataset.inputs)
    if added is not None:
        inputs[ADDED] = sha256(write_csv(added))
    plan = ExchangePlan(
        year, exchange_rows(case, found.chosen), (claims_of(PART, problem, found),), inputs,
        used.policy.digest(), versions(), added,
    )  # fmt: skip
    done = proved(EXCHANGE, plan, dataset, used.policy, used.content)
    publish_plan(EXCHANGE, done.files, out)
    warnings = (*dataset.warnings, *_over(case.facts, used.policy, year, dataset))
    return PostingsMade(done.plan, done.proofs, done.findings, warnings, used)


def _posted(folder: Path) -> pl.DataFrame:
    """Return the rows of a training plan that lies in a folder."""
    return read_table(POSTED, folder / "postings.csv").drop("row")


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

    Required postings of some kinds are judged by the whole case, once all else is sound. A command
    that plans nothing looks at the tables as they stand on a day `on`.
    """
    found = list(faults)
    used = gathered(found, lambda: policy_in_force(policy, None, data))
    figures = Policy() if used is None else used.policy
    dataset = gathered(
        found, lambda: checked(read_tables(data, NAMES, REQUIRED), figures, year, on)
    )
    if dataset is not None and used is not None:
        ledger = Ledger(files=dict(dataset.files))
        check_required(dataset.facts(figures, year), ledger, figures, year, required)
        found += ledger.faults
    if found or dataset is None or used is None:
        raise InputError(found)
    return used, dataset


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
