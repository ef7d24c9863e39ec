"""The exchange as a duty: what its plans leave is read, verified and audited by this."""

from dataclasses import dataclass
from functools import partial

import polars as pl

from planner.audit.postings import posting_values
from planner.audit.postings.folder import ADDED, FILES, audit_files, with_added
from planner.plans.answer import Answer
from planner.plans.duty import Duty, Files, Posed, Tables
from planner.plans.outputs import sha256
from planner.plans.plan import Plan, versions
from planner.policy import Policy
from planner.policy.postings import EXCHANGE_GOALS
from planner.postings.data import REQUIRED, PostingsData, read_data
from planner.postings.display import sides_of
from planner.postings.exchange.case import Exchange, exchange_case
from planner.postings.exchange.plan import find, ordered, problem_of, rows_of
from planner.postings.read import facts_of
from planner.tables import write_csv
from planner.tables.file import table_of
from planner.tables.schema.posted import POSTED

PART = "exchange"


@dataclass(frozen=True, slots=True)
class ExchangePlan(Plan):
    """A plan of exchanges; `added` are the postings of a training plan that were counted first."""

    added: pl.DataFrame | None = None

    def beside(self) -> dict[str, bytes]:
        """Return the postings that were counted first."""
        return {} if self.added is None else {ADDED: write_csv(self.added)}


def again(plan: Plan, files: Files) -> ExchangePlan:
    """Return a plan that was read as an exchange, with the postings counted first beside it."""
    added = table_of(POSTED, ADDED, files[ADDED]).drop("row") if ADDED in files else None
    return ExchangePlan(
        plan.year, plan.rows, plan.parts, plan.inputs, plan.policy, plan.versions, added,
        checked=plan.checked, more=plan.more,
    )  # fmt: skip


def make(
    dataset: PostingsData, policy: Policy, year: int, seconds: float | None = None
) -> ExchangePlan:
    """Return the best exchange of a year, neither proved nor written; raises as postings do."""
    from planner.allocation.solve import solve
    from planner.plans.claims import claims_of
    from planner.postings.impossible.asked import Asked
    from planner.postings.impossible.told import no_plan, require_possible

    case = case_of(dataset, policy, year, dataset.added)
    dataset.refuse(case.facts, policy, year, "secondment", "attachment")
    asked = Asked("exchange", case.facts, policy, year)
    require_possible(asked, dataset)
    problem = problem_of(case)
    found = solve(problem, seconds=seconds)
    if found is None:
        raise no_plan(asked, dataset)
    aside = {name: sha256(content) for name, content in dataset.aside().items()}
    return ExchangePlan(
        year, rows_of(case, found.chosen), (claims_of(PART, problem, found),),
        dataset.inputs | aside, policy.digest(), versions(), dataset.added,
    )  # fmt: skip


def case_of(
    dataset: PostingsData, policy: Policy, year: int, added: pl.DataFrame | None
) -> Exchange:
    """Return the case of a year's exchange, postings of a training plan counted first."""
    frames = with_added(dataset.frames, added)
    return exchange_case(facts_of(frames, policy, year), policy, year)


def posed(dataset: PostingsData, policy: Policy, plan: ExchangePlan, part: str) -> Posed:
    """Return the problem of an exchange, and the options that the plan's rows choose."""
    case = case_of(dataset, policy, plan.year, plan.added)
    chosen, unknown = find(case, plan.rows)
    return Posed(problem_of(case), chosen, unknown)


def values(
    tables: Tables, policy: Policy, plan: Plan, part: str, terms: ExchangePlan
) -> dict[str, int]:
    """Return what an exchange is worth by every goal, counted from its rows alone."""
    rows = plan.rows.with_row_index("row", 2)
    frames = with_added(tables, terms.added)
    return posting_values("exchange", frames, policy, terms.year, rows)


def why(
    dataset: PostingsData, policy: Policy, plan: ExchangePlan, person: str, place: str | None
) -> Answer:
    """Return why someone is exchanged or not; raise `InputError` where the plan is not the best."""
    from planner.postings.exchange.why import why_exchanged

    case = case_of(dataset, policy, plan.year, plan.added)
    return why_exchanged(dataset, case, plan, person, place)


EXCHANGE = Duty(
    name="exchange",
    file=FILES["exchange"][0],
    table=FILES["exchange"][1],
    parts=(PART,),
    goals=EXCHANGE_GOALS,
    key=("person_id", "host_id", "start_date"),
    read=read_data,
    make=make,
    order=ordered,
    problem=posed,
    audit=partial(audit_files, "exchange"),
    values=values,
    sought=lambda policy, _part: policy.goals.exchange,
    again=again,
    required=REQUIRED,
    beside=(ADDED,),
    why=why,
    sides=sides_of,
    each=("closure", "any_closure"),
)
