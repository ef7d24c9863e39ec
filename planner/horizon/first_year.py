"""How much of the first year's goals may be given up for the years to come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.build import between
from planner.allocation.problem import Count, Goal, IntArray, Problem, Quota
from planner.allocation.solve import solve
from planner.allocation.stages import face_of
from planner.errors import Fault, InputError, Sentence, SolverError
from planner.horizon.expanded import HELD, PART, Slot, decided_of
from planner.pairing.case import case_of
from planner.pairing.make import make_plan, no_plan
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from planner.policy import Policy

OPTION = "--give-up"
SUMMED = ("coverage", "wishes", "need", "fit", "travel")
"""Goals that add up over pairings: of these an amount can be given up."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """One goal of one part of the first year, and how much worse it may be than at its best.

    In the strict order of a year, leaders first, every goal before it stays at its best; what comes
    after it is free.
    """

    part: Part
    goal: str
    amount: int

    @classmethod
    def parse(cls, text: str, policy: Policy) -> "GiveUp":
        """Return what `departments.need=50` says; raise InputError where it says nothing."""
        name, _, amount = text.partition("=")
        part, _, goal = name.partition(".")
        orders = {side: getattr(policy.goals, side) for side in PARTS}
        known = [f"{side}.{one}" for side in PARTS for one in orders[side] if one in SUMMED]
        if name not in known or not (amount.isascii() and amount.isdigit()):
            values = {"value": text, "known": ", ".join(known)}
            raise InputError([Fault(OPTION, "give_up.unknown", None, None, values)])
        return cls("leaders" if part == "leaders" else "departments", goal, int(amount))


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """The rules over the first year's options that keep its goals at their best, or near it.

    `best` is what the goal that may lose is at its best, in the part of `slot`.
    """

    rules: tuple[Quota, ...]
    give_up: GiveUp
    slot: Slot
    goal: Goal
    best: int

    def given_up(self, chosen: IntArray) -> "GivenUp":
        """Return what a choice loses of that goal."""
        mine = chosen[(chosen >= self.slot.first) & (chosen < self.slot.stop)] - self.slot.first
        return GivenUp(self.give_up, self.best, self.goal.value(mine))


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What a schedule's first year loses: the goal at its `best` that year, and its `value`."""

    stated: GiveUp
    best: int
    value: int

    @property
    def lost(self) -> int:
        """By how much the value is worse than the best."""
        return abs(self.best - self.value)

    @property
    def sentence(self) -> Sentence:
        """What was lost, beside what was stated."""
        goal, part = Sentence(f"goal.{self.stated.goal}"), Sentence(f"part.{self.stated.part}")
        figures = {"best": self.best, "value": self.value, "amount": self.stated.amount}
        return Sentence("give_up.given", {"part": part, "goal": goal, "lost": self.lost, **figures})


def held(slots: Sequence[Slot], give_up: GiveUp) -> Held:
    """Return the rules that hold the first year's goals.

    All choices that are best in the goals before lie on the face that these goals' multipliers
    prove, and no others: so the face's bounds are the rules. Raises NoPlanError where the first
    year has no plan, SolverError where a goal before could not be proved.
    """
    leaders, departments = slots[:2]
    if give_up.part == "leaders":
        return _held(leaders, problem_of(leaders.case), give_up)
    year = leaders.year
    made = make_plan(year.dataset, year.policy, year.year, parts=("leaders",))
    rows = made.pairs.select("unit_id", "station_id").rows()
    chosen, _ = leaders.case.options(rows)
    stations = made.pairs["station_id"].to_list()
    case = case_of(
        year.dataset, year.policy, year.year, "departments", departments.case.field, stations
    )
    fixed = np.zeros(len(leaders.case.unit), np.int64)
    fixed[chosen] = 1
    decided = _moved(leaders, decided_of("made", fixed))
    found = _held(departments, problem_of(case), give_up)
    return replace(found, rules=(decided, *found.rules))


def _held(slot: Slot, problem: Problem, give_up: GiveUp) -> Held:
    """Return the bounds of the face of the goals before, and the bound on the goal itself."""
    order = [goal.name for goal in problem.goals]
    at = order.index(give_up.goal)
    problem = replace(problem, goals=problem.goals[: at + 1])
    solution = solve(problem)
    if solution is None:
        raise no_plan(slot.year.dataset, slot.case, slot.year.year, (give_up.part,))
    if solution.values != solution.bounds or len(solution.multipliers) < at:
        raise SolverError("give_up.unproved", goal=give_up.goal)
    before = replace(problem, goals=problem.goals[:at])
    face = face_of(before, solution.multipliers[:at])
    kept = [_moved(slot, quota) for quota in face.quotas]
    goal, best = problem.goals[at], solution.values[at]
    rules = (*kept, _at_least(slot, goal, best, give_up))
    return Held(rules, give_up, slot, goal, best)


def _moved(slot: Slot, quota: Quota) -> Quota:
    """Return a quota of one slot's options as a rule over all."""
    return replace(quota, rule=f"{HELD}{PART}{quota.rule}", option=quota.option + slot.first)


def _at_least(slot: Slot, goal: Goal, best: int, give_up: GiveUp) -> Quota:
    """Return the rule that the goal is at most so much worse than at its best."""
    assert not isinstance(goal.measure, Count), "an amount is given up of goals that add up"
    least, most = 0, int(goal.measure.sum())
    if goal.sense == "max":
        least = max(0, best - give_up.amount - goal.constant)
    else:
        most = min(most, best + give_up.amount - goal.constant)
    group, keys = np.zeros(len(goal.measure), np.int64), (("goal",),)
    return _moved(slot, between("goal", group, keys, least, most, goal.measure))
