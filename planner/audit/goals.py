"""Whether the summary tells the truth about the goals: their order, sense, value and bound."""

from collections.abc import Callable

from planner.audit import values
from planner.audit.case import Case
from planner.audit.claims import GoalClaim, Part, PlanClaim
from planner.audit.displaced import displaced
from planner.audit.finding import Violation, misclaimed, witness
from planner.policy import DISPLACED, STABILITY, Policy

GOALS: dict[str, tuple[str, Callable[[Case, Part], int]]] = {
    "coverage": ("max", values.coverage),
    "balance": ("min", values.balance),
    "stability": ("min", values.stability),
    "displaced": ("min", displaced),
    "counties": ("max", values.counties),
    "wishes": ("max", values.wishes),
    "need": ("max", values.need),
    "fit": ("max", values.fit),
    "travel": ("min", values.travel),
    "tie": ("min", values.tie),
}
"""Every goal: which way is better, and what a plan is worth by it."""


def check_goal(goal: str, case: Case) -> list[Violation]:
    """Return what is untrue of one goal in the claims of every plan."""
    found: list[Violation] = []
    for plan in case.claims.plans:
        found += _order(goal, plan, wanted(case, _part(plan)))
        for claim in plan.goals:
            if claim.goal == goal:
                found += _sense(plan, claim)
                found += _value(case, plan, claim)
                found += _bound(plan, claim)
    return found


def goal_is_off(goal: str, policy: Policy) -> bool:
    """Say whether the policy leaves the goal out of both plans."""
    goal = STABILITY if goal == DISPLACED else goal
    return goal not in policy.goals.leaders and goal not in policy.goals.departments


def goal_values(goal: str, case: Case) -> str:
    """Return what each plan is worth by the goal, counted anew from its rows."""
    value = GOALS[goal][1]
    claimed = {
        plan.part: value(case, _part(plan))
        for plan in case.claims.plans
        if goal in wanted(case, _part(plan))
    }
    return witness(**claimed) if claimed else witness(claims=0)


def wanted(case: Case, part: Part) -> tuple[str, ...]:
    """Return the goals of a plan in their order.

    Where both parts are claimed beside a plan in force, the leaders' may have `displaced` after
    `stability`: it is claimed where the departments' part was made after it.
    """
    names = tuple(getattr(case.policy.goals, part))
    claims = {plan.part: [claim.goal for claim in plan.goals] for plan in case.claims.plans}
    both = part == "leaders" and len(claims) > 1 and STABILITY in names
    if case.in_force is None or not both or DISPLACED not in claims[part]:
        return names
    at = names.index(STABILITY) + 1
    return (*names[:at], DISPLACED, *names[at:])


def _part(plan: PlanClaim) -> Part:
    return "leaders" if plan.part == "leaders" else "departments"


def _order(goal: str, plan: PlanClaim, wanted: tuple[str, ...]) -> list[Violation]:
    """Return whether the goal is listed once where the policy has it, and comes in its turn."""
    listed = [claim.goal for claim in plan.goals]
    times, due = listed.count(goal), wanted.count(goal)
    if times != due:
        figures = witness(part=plan.part, listed=times, expected=due)
        return [Violation(abs(times - due), figures)]
    if not due:
        return []
    turn = [other for other in listed if other in wanted].index(goal)
    expected = [other for other in wanted if other in listed].index(goal)
    if turn == expected:
        return []
    return [Violation(abs(turn - expected), witness(part=plan.part, turn=turn, expected=expected))]


def _sense(plan: PlanClaim, claim: GoalClaim) -> list[Violation]:
    sense = GOALS[claim.goal][0]
    if claim.sense == sense:
        return []
    return [Violation(1, witness(part=plan.part, sense=claim.sense, expected=sense))]


def _value(case: Case, plan: PlanClaim, claim: GoalClaim) -> list[Violation]:
    value = GOALS[claim.goal][1](case, _part(plan))
    if claim.value == value:
        return []
    figures = witness(part=plan.part, value=claim.value, expected=value)
    return [misclaimed(claim.value, value, figures, plan.part)]


def _bound(plan: PlanClaim, claim: GoalClaim) -> list[Violation]:
    """Return whether the bound is on the wrong side, or open in a plan that is called optimal."""
    better = claim.bound - claim.value
    gap = better if GOALS[claim.goal][0] == "max" else -better
    if gap == 0 or (gap > 0 and plan.status == "feasible"):
        return []
    figures = witness(part=plan.part, status=plan.status, value=claim.value, bound=claim.bound)
    return [Violation(abs(gap), figures)]
