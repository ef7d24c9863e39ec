"""Why no plan exists, in a sentence with the numbers and the clauses to blame."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.conflict import Blame, blame, minimal_conflict
from planner.allocation.solve import solve
from planner.dataset import Dataset
from planner.errors import NoPlanError, Sentence
from planner.pairing.case import Case, case_of
from planner.pairing.problem import problem_of
from planner.rulebook import RULE

_SHOWN = 6
"""So many names are said; of more, how many there are."""


def no_plan(dataset: Dataset, case: Case, year: int) -> NoPlanError:
    """Return the error that says why a case has no plan.

    Where the departments' plan would exist but for the leaders' plan as made, it says so.
    """
    problem = problem_of(case)
    blames = [blame(problem, bound) for bound in minimal_conflict(problem)]
    in_the_way = case.part == "departments" and _possible_alone(dataset, case, year)
    head = "no_plan.departments_by_leaders" if in_the_way else f"no_plan.{case.part}"
    clauses = [_clause(some) for some in _by_rule(blames)]
    return NoPlanError(Sentence(head, {"year": year}), [*clauses, *_choice(case, blames)])


def _possible_alone(dataset: Dataset, case: Case, year: int) -> bool:
    alone = case_of(dataset, case.policy, year, "departments", case.field, None)
    return solve(problem_of(alone)) is not None


def _by_rule(blames: Sequence[Blame]) -> list[list[Blame]]:
    """Group by rule and side, in the rulebook's order."""
    kinds = dict.fromkeys((blame.rule, blame.side) for blame in blames)
    ordered = sorted(kinds, key=lambda kind: (list(RULE).index(kind[0]), kind[1]))
    return [[b for b in blames if (b.rule, b.side) == kind] for kind in ordered]


def _clause(blames: list[Blame]) -> Sentence:
    """Return what one rule asks of its subjects in the conflict."""
    one = blames[0]
    names = [" ".join(blame.subject) for blame in blames]
    values = {
        "names": _listed(names),
        "number": len(names),
        "amount": sum(blame.amount for blame in blames),
        "clause": RULE[one.rule].clause,
    }
    return Sentence(f"blame.{one.rule}.{one.side}", values)


def _listed(names: Sequence[str]) -> str | Sentence:
    shown = "、".join(names[:_SHOWN])
    if len(names) <= _SHOWN:
        return shown
    return Sentence("listed.more", {"shown": shown, "number": len(names)})


def _choice(case: Case, blames: Sequence[Blame]) -> list[Sentence]:
    """Return how many stations the units in conflict can choose from, and what bars the others."""
    units = sorted({
        case.units.position[name]
        for blame in blames
        if blame.rule in ("unit_quota", "unit_city", "unit_travel")
        for name in blame.subject[:1]
    })  # fmt: skip
    if not units:
        return []
    masks = case.pairs
    left = masks.allowed[units].any(axis=0)
    barred = {
        rule: int((getattr(masks, rule)[units].any(axis=0) & ~left).sum())
        for rule in ("nominated", "recusal", "rotation", "forbid")
    }
    values = {"number": int(left.sum()), "stations": int(np.size(left)), **barred}
    return [Sentence("blame.choice", values)]
