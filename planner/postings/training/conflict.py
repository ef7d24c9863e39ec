"""Why there is no training plan: required postings that conflict, by a smallest conflict."""

from collections.abc import Sequence

from planner.allocation.conflict import minimal_conflict
from planner.allocation.feasible import feasible
from planner.allocation.problem import Problem
from planner.errors import NoPlanError, Sentence
from planner.postings.training.case import Training
from planner.postings.training.problem import Problems
from planner.rulebook import EXCHANGE, TRAINING, Rule


def no_plan(case: Training) -> NoPlanError:
    """Return the error that says which requirements and limits can't hold together."""
    problems = Problems(case)
    problem = problems.joint if feasible(problems.who) else problems.who
    return _told(problem, TRAINING, "postings.impossible")


def no_exchange(problem: Problem) -> NoPlanError:
    """Return the same error of an exchange."""
    return _told(problem, EXCHANGE, "exchange.impossible")


def _told(problem: Problem, book: Sequence[Rule], head: str) -> NoPlanError:
    rules = {rule.id: rule for rule in book}
    clauses: list[Sentence] = []
    for bound in sorted(minimal_conflict(problem).bounds, key=lambda one: one.side != "lower"):
        quota = problem.quotas[bound.quota]
        what = "、".join(quota.keys[bound.group])
        if quota.rule in ("pin", "pin_place"):
            clauses.append(Sentence(f"postings.cannot.{quota.rule}", {"what": what}))
        else:
            rule = Sentence("rule.stated", {"zh": rules[quota.rule].zh, "en": rules[quota.rule].en})
            clauses.append(Sentence("postings.cannot.limit", {"rule": rule, "what": what}))
    return NoPlanError(Sentence(head), clauses)
