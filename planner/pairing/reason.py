"""Why no plan exists, in a sentence with the numbers, the clauses and the rows to blame."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.conflict import minimal_conflict, most_of
from planner.allocation.feasible import feasible
from planner.allocation.problem import IntArray
from planner.dataset import Dataset
from planner.errors import Sentence
from planner.naming import listed, named, picked, where
from planner.pairing.called import Called
from planner.pairing.case import Case, Year, case_of
from planner.pairing.clauses import demands_of, limits_of
from planner.pairing.conflict import CaseConflict
from planner.pairing.exclusions import Exclusion, by_rule, exclusions_of
from planner.pairing.problem import problem_of
from planner.pairing.trials import YearTrials
from planner.pairing.units import PARTS, Part
from planner.policy import CLAUSES
from planner.repairs import Repairs, repairs_of
from planner.rulebook import RULE

PATIENCE = 0.02
"""How long a solver may search whether the conflict could be smaller, in deterministic time."""


def reason_of(dataset: Dataset, case: Case, year: int) -> tuple[Sentence, list[Sentence]]:
    """Return why a case has no plan: which one, and clause by clause what can't hold together.

    Where the departments' plan would exist but for the leaders' plan as made, the head says so.
    Raises `SolverError` where a solver gives no answer.
    """
    head = f"no_plan.{case.part}"
    blamed = case
    if case.part == "departments" and case.around:
        alone = case_of(dataset, case.policy, year, "departments", case.field, None)
        if feasible(problem_of(alone)):
            head = "no_plan.departments_by_leaders"
        else:
            blamed = alone
    problem = problem_of(blamed)
    found = minimal_conflict(problem, PATIENCE)
    conflict = CaseConflict(blamed, problem, found.bounds)
    choice, answered = list[Sentence](), True
    if chooses(conflict):
        excluded, answered = exclusions_of(dataset, conflict, year, PATIENCE)
        choice = [choice_of(dataset, conflict, excluded)]
    clauses = [*demands_of(dataset, conflict), *choice, *limits_of(conflict), *_end(conflict)]
    if not (found.minimal and answered):
        clauses.append(Sentence("blame.maybe_less"))
    return Sentence(head, {"year": year}), clauses


def repairs_for(dataset: Dataset, case: Case, year: int, parts: Sequence[Part]) -> Repairs[Year]:
    """Return the smallest repairs of a year whose case has no plan, `parts` being asked for."""
    standing = _standing(case) if case.around and len(parts) == 1 else None
    asked: tuple[Part, ...] = PARTS if len(parts) > 1 else (case.part,)
    return repairs_of(YearTrials(Year(dataset, case.policy, year, asked, standing)))


def _standing(case: Case) -> tuple[str, ...]:
    """Return the other plan's stations, one for each pairing."""
    return tuple(
        case.field.ids[station]
        for station in np.repeat(np.arange(len(case.taken)), case.taken).tolist()
    )


def chooses(conflict: CaseConflict) -> bool:
    """Return whether units ask for stations, or the plan for hard ones."""
    return "hard_share.lower" in conflict.rules or bool(len(conflict.groups("unit_quota", "lower")))


def choice_of(dataset: Dataset, conflict: CaseConflict, blamed: Sequence[Exclusion]) -> Sentence:
    """Return what is left to choose from, and the exclusions that the conflict rests on."""
    asked = conflict.groups("unit_quota", "lower")
    open_ = picked(conflict.case.field.ids, _open(conflict))
    stations = Called.of(dataset).all_stations(open_)
    values = {"number": len(stations), "stations": named(stations, "names")}
    ordered = sorted(by_rule(blamed), key=lambda one: list(RULE).index(one.rule))
    causes = [_cause(dataset, conflict, one) for one in ordered]
    key = "choice" if len(asked) else "choice.hard"
    if not stations:
        key += ".none"
    if not causes:
        return Sentence(f"blame.{key}.all", values)
    return Sentence(f"blame.{key}", values | {"causes": listed(causes, "listed.and")})


def _open(conflict: CaseConflict) -> IntArray:
    """Return the stations that some unit of the conflict may have; hard ones where they count."""
    pairs, units = conflict.case.pairs, conflict.groups("unit_quota", "lower")
    if len(units):
        return np.flatnonzero(pairs.allowed[units].any(axis=0))
    return np.flatnonzero(pairs.allowed.any(axis=0) & conflict.case.field.hard)


def _cause(dataset: Dataset, conflict: CaseConflict, excluded: Exclusion) -> Sentence:
    """Return one rule's exclusions in words, with their rows."""
    rule = excluded.rule
    if rule == "nominated":
        field = conflict.case.field
        values = {"number": int((~field.nominated).sum()), "stations": len(field.ids)}
        return Sentence("cause.nominated", values)
    if rule == "travel_limit":
        most = conflict.case.policy.travel.most_minutes
        return Sentence(
            "cause.travel_limit", {"most": most, "clause": CLAUSES["travel.most_minutes"]}
        )
    table = {"recusal": "recusals", "rotation": "history", "forbid": "pins"}[rule]
    values = {"rows": where(dataset.file(table), sorted(excluded.rows))}
    return Sentence(f"cause.{rule}", values)


def _end(conflict: CaseConflict) -> list[Sentence]:
    """Return how much can be had at most, where one rule asks; else that not all can hold.

    Nothing more is to be said where nothing is left to choose.
    """
    if len(conflict.bounds) == 1 and not len(_open(conflict)):
        return []
    rules = {conflict.problem.quotas[b.quota].rule for b in conflict.bounds if b.side == "lower"}
    if len(rules) > 1:
        return [Sentence("blame.together")]
    (rule,) = rules
    number = most_of(conflict.problem, conflict.bounds)
    key = f"blame.most.{rule}" if number else f"blame.most_none.{rule}"
    return [Sentence(key, {"number": number})]
