"""Why no plan exists, in a sentence with the numbers, the clauses and the rows to blame."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.conflict import minimal_conflict, most_of
from planner.allocation.feasible import feasible
from planner.allocation.problem import IntArray
from planner.dataset import Dataset
from planner.errors import NoPlanError, Sentence, SolverError
from planner.pairing.attempt import Year, leaders_of
from planner.pairing.candidates import Clash
from planner.pairing.case import Case, case_of
from planner.pairing.demands import demands_of
from planner.pairing.exclusions import Exclusion, exclusions_of
from planner.pairing.limits import limits_of
from planner.pairing.naming import listed, named, where
from planner.pairing.problem import problem_of
from planner.pairing.repairs import Repairs, repairs_of
from planner.pairing.units import PARTS, Part
from planner.rulebook import RULE

_PATIENCE = 0.02
"""How long a solver may search whether the conflict could be smaller, in deterministic time."""


def no_plan(
    dataset: Dataset, case: Case, year: int, parts: Sequence[Part] | None = None
) -> NoPlanError:
    """Return the error that says why a case has no plan, and finds repairs when asked for them.

    `parts` are those that were to be made; without them it is taken that both were, unless the
    other plan stands and is not what would be made now. Where the departments' plan would exist but
    for the leaders' plan as made, the sentence says so. Raises `SolverError` where a solver gives
    no answer.
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
    conflict = minimal_conflict(problem, _PATIENCE)
    clash = Clash(blamed, problem, conflict.bounds)
    blame = exclusions_of(dataset, clash, year, _PATIENCE) if _chooses(clash) else None
    choice = [] if blame is None else [_choice(dataset, clash, blame.exclusions)]
    clauses = [*demands_of(dataset, clash), *choice, *limits_of(clash), *_end(clash)]
    if not conflict.minimal or (blame is not None and not blame.answered):
        clauses.append(Sentence("blame.maybe_less"))

    def repairs() -> Repairs:
        return repairs_of(_asked(dataset, case, year, parts))

    return NoPlanError(Sentence(head, {"year": year}), clauses, repairs)


def _asked(dataset: Dataset, case: Case, year: int, parts: Sequence[Part] | None) -> Year:
    """Return what was asked for, as far as the case tells."""
    standing = _standing(case) if case.around else None
    if parts is None:
        parts = PARTS if standing is None or _made_now(dataset, case, year) else (case.part,)
    if len(parts) == 1:
        return Year(dataset, case.policy, year, (case.part,), standing)
    return Year(dataset, case.policy, year, leaders=standing)


def _made_now(dataset: Dataset, case: Case, year: int) -> bool:
    """Return whether the plan that stands is the leaders' as it would be made now."""
    if case.part == "leaders":
        return False
    try:
        asked = Year(dataset, case.policy, year)
        made = leaders_of(asked.case("leaders", case.field, None))
    except SolverError:
        return False
    return not isinstance(made, Case) and sorted(made) == sorted(_standing(case))


def _standing(case: Case) -> tuple[str, ...]:
    """Return the other plan's stations, one for each pairing."""
    return tuple(
        case.field.ids[station]
        for station in np.repeat(np.arange(len(case.taken)), case.taken).tolist()
    )


def _chooses(clash: Clash) -> bool:
    """Return whether units ask for stations, or the plan for hard ones."""
    return "hard_share.lower" in clash.rules or bool(len(clash.groups("unit_quota", "lower")))


def _choice(dataset: Dataset, clash: Clash, blamed: Sequence[Exclusion]) -> Sentence:
    """Return what is left to choose from, and the exclusions that the conflict rests on."""
    asked = clash.groups("unit_quota", "lower")
    share = "hard_share.lower" in clash.rules
    case = clash.case
    units = asked if len(asked) else np.arange(len(case.units.ids))
    open_ = case.pairs.allowed[units].any(axis=0)
    if share and not len(asked):
        open_ &= case.field.hard
    stations = [case.field.ids[station] for station in np.flatnonzero(open_)]
    values = {"number": len(stations), "stations": named(stations, "stations")}
    causes = [_cause(dataset, clash, some) for some in _by_rule(blamed)]
    key = "choice.hard" if share and not len(asked) else "choice"
    if not stations:
        key += ".none"
    if not causes:
        return Sentence(f"blame.{key}.all", values)
    return Sentence(f"blame.{key}", values | {"causes": listed(causes, "listed.and")})


def _open(clash: Clash) -> IntArray:
    """Return the stations that some unit of the conflict may have; hard ones where they count."""
    pairs, units = clash.case.pairs, clash.groups("unit_quota", "lower")
    if len(units):
        return np.flatnonzero(pairs.allowed[units].any(axis=0))
    return np.flatnonzero(pairs.allowed.any(axis=0) & clash.case.field.hard)


def _by_rule(found: Sequence[Exclusion]) -> list[list[Exclusion]]:
    rules = dict.fromkeys(one.rule for one in found)
    ordered = sorted(rules, key=list(RULE).index)
    return [[one for one in found if one.rule == rule] for rule in ordered]


def _cause(dataset: Dataset, clash: Clash, found: list[Exclusion]) -> Sentence:
    """Return one rule's exclusions in words, with their rows."""
    rule = found[0].rule
    if rule == "nominated":
        field = clash.case.field
        values = {"number": int((~field.nominated).sum()), "stations": len(field.ids)}
        return Sentence("cause.nominated", values)
    if rule == "travel_limit":
        return Sentence("cause.travel_limit", {"most": clash.case.policy.travel.most_minutes})
    table = {"recusal": "recusals", "rotation": "history", "forbid": "pins"}[rule]
    rows = sorted(row for one in found for row in one.rows)
    return Sentence(f"cause.{rule}", {"rows": where(dataset.file(table), rows)})


def _end(clash: Clash) -> list[Sentence]:
    """Return how much can be had at most, where one rule asks; else that not all can hold.

    Nothing more is to be said where nothing is left to choose.
    """
    if len(clash.bounds) == 1 and not len(_open(clash)):
        return []
    rules = {clash.problem.quotas[b.quota].rule for b in clash.bounds if b.side == "lower"}
    if len(rules) > 1:
        return [Sentence("blame.together")]
    (rule,) = rules
    number = most_of(clash.problem, clash.bounds)
    key = f"blame.most.{rule}" if number else f"blame.most_none.{rule}"
    return [Sentence(key, {"number": number})]
