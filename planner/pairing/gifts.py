"""What a pairing gives to each goal: its value in the plan, less that of the plan without it."""

from collections.abc import Mapping

import numpy as np

from planner.allocation.problem import IntArray
from planner.errors import Sentence
from planner.pairing.case import Case
from planner.pairing.goals import goals_of
from planner.pairing.losses import joined
from planner.words import WORDS


def gives(case: Case, chosen: IntArray, unit: str, station: str) -> dict[str, int]:
    """Return by how much each goal is higher with a pairing of the plan than just without it.

    `chosen` are the positions of the plan's pairs in the case; nothing takes the pairing's place.
    """
    (own,), _ = case.options([(unit, station)])
    rest = chosen[chosen != own]
    return {goal.name: goal.value(chosen) - goal.value(rest) for goal in goals_of(case)}


def gift_sentence(given: Mapping[str, int], rank: int | None) -> Sentence:
    """Return what a pairing gives, goal by goal in their order; `rank` is the best wish it meets.

    `tie` is no merit and is left out.
    """
    told = [_gift(goal, amount, rank) for goal, amount in given.items() if goal != "tie"]
    return joined(told) if told else Sentence("gives.nothing")


def _gift(goal: str, amount: int, rank: int | None) -> Sentence:
    if goal == "wishes":
        key = "gives.wishes.none" if rank is None else "gives.wishes"
        return Sentence(key, {"rank": rank, "amount": amount})
    side = {1: "", 0: ".none", -1: ".less"}[int(np.sign(amount))]
    key = f"gives.{goal}{side}" if f"gives.{goal}{side}" in WORDS else f"gives.{goal}"
    return Sentence(key, {"amount": abs(amount)})
