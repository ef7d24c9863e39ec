"""Tiny random worlds with a plan in force, and every plan of theirs that no rule forbids.

What a plan is worth is the audit's word, so nothing here knows how the planner sees a goal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from planner.audit.claims import Part
from planner.audit.goals import GOALS
from planner.policy import Goals
from tests.audit.world import World
from tests.nets.test_every_plan import by_problem, grid, tiny
from tests.pairing.tiny import case


@dataclass(frozen=True)
class Every:
    """A world and every plan of one part in it, around `standing`, as lines `unit station`."""

    world: World
    part: Part
    plans: tuple[tuple[str, ...], ...]
    standing: tuple[str, ...] = ()
    known: dict[tuple[str, ...], dict[str, int]] = field(default_factory=dict[Any, Any])

    def worth(self, goal: str, plan: tuple[str, ...]) -> int:
        """Return a goal's value of a plan, the smaller the better."""
        if plan not in self.known:
            some = self.world.case([*self.standing, *plan])
            values = {
                name: (sense, value(some, self.part)) for name, (sense, value) in GOALS.items()
            }
            self.known[plan] = {n: v if sense == "min" else -v for n, (sense, v) in values.items()}
        return self.known[plan][goal]

    def best(self, goals: Sequence[str], most: int | None = None) -> list[int] | None:
        """Return the best values, goals in order, of plans with at most so many changes."""
        left = [
            plan for plan in self.plans if most is None or self.worth("stability", plan) <= most
        ]
        values: list[int] = []
        for goal in goals:
            if not left:
                return None
            worth = {plan: self.worth(goal, plan) for plan in left}
            values.append(min(worth.values()))
            left = [plan for plan in left if worth[plan] == values[-1]]
        return values


def drawn(seed: int, part: Part) -> Every:
    """Return a random world with two to five pairings in force, of weights 1 to 3, one part's."""
    rng = Random(seed)
    world = tiny(seed)
    pairs = rng.sample(grid(world, part), rng.randint(2, 5))
    gone = [f"{part[0].upper()}9 {pairs[0].split()[1]}"] if rng.random() < 0.4 else []
    weights = rng.choice([(1,), (1, 2, 3)])
    in_force = [f"{pair} {rng.choice(weights)}" for pair in (*pairs, *gone)]
    world = replace(world, in_force=in_force, policy=replace(world.policy, goals=_goals(rng)))
    return Every(world, part, _plans(world, part, None))


def around(every: Every, standing: Sequence[str]) -> Every:
    """Return the departments' plans around the leaders' pairings."""
    stations = [pair.split()[1] for pair in standing]
    plans = _plans(every.world, "departments", stations)
    return replace(every, plans=plans, standing=tuple(standing), known={})


def _plans(world: World, part: Part, standing: Sequence[str] | None) -> tuple[tuple[str, ...], ...]:
    plans = sorted(by_problem(case(world, part, standing)), key=sorted)
    return tuple(tuple(sorted(plan)) for plan in plans)


def _goals(rng: Random) -> Goals:
    """Draw the orders of the goals, some left out, stability anywhere or nowhere."""
    orders: list[tuple[str, ...]] = []
    for order in (Goals().leaders, Goals().departments):
        goals = [goal for goal in order if goal != "tie"]
        goals = rng.sample(goals, rng.randint(2, len(goals)))
        if rng.random() < 0.6:
            goals.insert(rng.randint(0, len(goals)), "stability")
        orders.append((*goals, "tie"))
    return Goals(orders[0], orders[1])


def drawn_of_both(seed: int) -> Every:
    """Return the leaders' plans of a random world with departments' pairings in force as well."""
    rng = Random(seed)
    world, part = tiny(seed), "leaders"
    units = [*grid(world, "leaders"), *grid(world, "departments")]
    in_force = [f"{pair} {rng.randint(1, 3)}" for pair in rng.sample(units, rng.randint(3, 8))]
    world = replace(world, in_force=in_force, policy=replace(world.policy, goals=_goals(rng)))
    return Every(world, part, _plans(world, part, None))
