"""Postings for training as a duty: what their plans leave is read, verified and audited by this."""

from functools import partial

import numpy as np

from planner.audit.postings import posting_values
from planner.audit.postings.folder import FILES, audit_files
from planner.plans.duty import Duty, Posed, Tables
from planner.plans.plan import Plan, versions
from planner.policy import Policy
from planner.policy.postings import TRAINING_GOALS
from planner.postings.data import REQUIRED, PostingsData, read_data
from planner.postings.display import sides_of
from planner.postings.training.case import training_case
from planner.postings.training.make import PART, STAGED
from planner.postings.training.plan import keys_of, ordered, rows_of
from planner.postings.training.problem import Problems
from planner.postings.why import why_person


def make(dataset: PostingsData, policy: Policy, year: int, seconds: float | None = None) -> Plan:
    """Return the best plan of a year's batches and the next ones', neither proved nor written.

    `seconds` bounds the search of everything at once. Raises `InputError` where someone is required
    who may not go, `NoPlanError` where decisions conflict, `SolverError`.
    """
    from planner.postings.impossible.asked import Asked
    from planner.postings.impossible.told import no_plan, require_possible
    from planner.postings.training.make import make_training

    facts = dataset.facts(policy, year)
    dataset.refuse(facts, policy, year, "training")
    asked = Asked("postings", facts, policy, year)
    require_possible(asked, dataset)
    made = make_training(training_case(facts, policy, year), seconds)
    if made is None:
        raise no_plan(asked, dataset)
    return Plan(
        year, rows_of(made), (made.claims,), dataset.inputs, policy.digest(), versions(),
        more={STAGED: made.staged},
    )  # fmt: skip


def posed(dataset: PostingsData, policy: Policy, plan: Plan, part: str) -> Posed:
    """Return the problem that was solved, and the options that the plan's rows choose."""
    case = training_case(dataset.facts(policy, plan.year), policy, plan.year)
    problems = Problems(case)
    chosen, unknown = problems.options.find(keys_of(plan.rows))
    unknown += _otherwise(problems, plan, chosen.tolist())
    if not plan.more.get(STAGED, False):
        return Posed(problems.joint, chosen, unknown)
    departures = np.unique(problems.options.departure[chosen])
    return Posed(problems.whole, np.r_[departures, len(case.departures) + chosen], unknown)


def _otherwise(problems: Problems, plan: Plan, chosen: list[int]) -> list[str]:
    """Return the rows that are not of training, or end or go otherwise than their option does."""
    case, options = problems.case, problems.options
    of = {
        (d.person, d.start): d for d in (case.departures[int(options.departure[a])] for a in chosen)
    }
    return [
        f"{row['person_id']} {row['posting']} {row['route']} {row['end_date']}"
        for row in plan.rows.to_dicts()
        for one in (of.get((row["person_id"], row["start_date"])),)
        if one is not None
        and (row["posting"], row["route"], row["end_date"]) != ("training", one.route, one.end)
    ]


def values(tables: Tables, policy: Policy, plan: Plan, part: str, terms: Plan) -> dict[str, int]:
    """Return what a plan is worth by every goal, counted from its rows alone."""
    rows = plan.rows.with_row_index("row", 2)
    return posting_values("postings", tables, policy, terms.year, rows)


POSTINGS = Duty(
    name="postings",
    file=FILES["postings"][0],
    table=FILES["postings"][1],
    parts=(PART,),
    goals=TRAINING_GOALS,
    key=("person_id", "host_id", "start_date"),
    read=read_data,
    make=make,
    order=ordered,
    problem=posed,
    audit=partial(audit_files, "postings"),
    values=values,
    sought=lambda policy, _part: policy.goals.training,
    required=REQUIRED,
    why=why_person,
    sides=sides_of,
    more={STAGED: bool},
    each=("closure", "any_closure"),
)
