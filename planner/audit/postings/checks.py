"""The audit of postings: every rule in the rulebook's order, and the check that minds it."""

from collections.abc import Callable, Mapping

import polars as pl

from planner.audit.claims import PlanClaim
from planner.audit.finding import Finding, Violation, findings_of, witness
from planner.audit.postings import groups, rules
from planner.audit.postings.case import Case, Duty
from planner.audit.postings.goals import GOALS, check_goal
from planner.audit.postings.people import Register
from planner.policy import Policy
from planner.rulebook import EXCHANGE, TRAINING, Rule

RULES: dict[str, Callable[[Case], list[Violation]]] = {
    "rows": rules.rows,
    "term": rules.term,
    "eligible": rules.eligible,
    "unblocked": rules.unblocked,
    "host": rules.host,
    "native_county": rules.native_county,
    "forbid": rules.forbid,
    "person_once": groups.person_once,
    "away_share": groups.away_share,
    "station_places": groups.station_places,
    "station_total": groups.station_total,
    "apart": groups.apart,
    "batch_size": groups.batch_size,
    "department_hosts": groups.department_hosts,
    "staff_left": groups.staff_left,
    "pin": groups.pin,
}
"""The check of every rule."""

BOOK: dict[Duty, tuple[Rule, ...]] = {"postings": TRAINING, "exchange": EXCHANGE}
CHECKS: dict[Duty, tuple[str, ...]] = {
    duty: tuple(rule.id for rule in book) for duty, book in BOOK.items()
}
"""Every rule and goal that is checked, by duty, in the order of the rulebook."""


def audit_postings(
    duty: Duty,
    frames: Mapping[str, pl.DataFrame],
    policy: Policy,
    year: int,
    rows: pl.DataFrame,
    claim: PlanClaim | None,
) -> list[Finding]:
    """Return a finding per violation of a plan, and one per rule that holds.

    `frames` are the typed tables, `rows` the plan's with `row` first, `claim` what is claimed of
    its goals.
    """
    claims = {} if claim is None else {goal.goal: goal.value for goal in claim.goals}
    case = Case(duty, Register(frames, policy, year), tuple(rows.to_dicts()), claims)
    found = [one for rule in BOOK[duty] for one in _findings(rule, case)]
    return [*found, *_order(duty, policy, claim)]


def posting_values(
    duty: Duty, frames: Mapping[str, pl.DataFrame], policy: Policy, year: int, rows: pl.DataFrame
) -> dict[str, int]:
    """Return what each goal in force is worth, from the rows alone."""
    case = Case(duty, Register(frames, policy, year), tuple(rows.to_dicts()), {})
    return {goal: GOALS[duty][goal][1](case) for goal in _goals(duty, policy)}


def _findings(rule: Rule, case: Case) -> list[Finding]:
    if rule.kind == "goal":
        violations, held = check_goal(rule.id, case), "off"
        if rule.id in case.claims:
            held = witness(value=case.claims[rule.id])
    else:
        violations = RULES[rule.id](case)
        off = rule.id == "batch_size" and not case.register.policy.training.batch
        held = "off" if off else witness(postings=len(case.rows))
    return findings_of(rule.id, rule.clause, violations, lambda: held)


def _order(duty: Duty, policy: Policy, claim: PlanClaim | None) -> list[Finding]:
    """Return a finding for each goal that is claimed out of turn, with the wrong sense or bound."""
    if claim is None:
        return []
    clauses = {rule.id: rule.clause for rule in BOOK[duty]}
    found: list[Finding] = []
    wanted, listed = _goals(duty, policy), tuple(goal.goal for goal in claim.goals)
    if wanted != listed:
        figures = witness(listed="/".join(listed), expected="/".join(wanted))
        found.append(Finding("tie", clauses["tie"], False, 1, figures))
    for goal in claim.goals:
        sense = GOALS[duty][goal.goal][0]
        better = goal.bound - goal.value if sense == "max" else goal.value - goal.bound
        if goal.sense != sense:
            figures = witness(sense=goal.sense, expected=sense)
            found.append(Finding(goal.goal, clauses[goal.goal], False, 1, figures))
        elif better < 0 or (better and claim.status == "optimal"):
            figures = witness(status=claim.status, value=goal.value, bound=goal.bound)
            found.append(Finding(goal.goal, clauses[goal.goal], False, abs(better), figures))
    return found


def _goals(duty: Duty, policy: Policy) -> tuple[str, ...]:
    return policy.goals.training if duty == "postings" else policy.goals.exchange
