"""What a plan of postings was asked of, and the part of its problem that decides if there is one.

Nobody has to go but who is required to. So there is a plan where the required people have one: of
the others only those matter who would stand in for a required chief.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from planner.allocation.problem import Problem
from planner.dates import Day
from planner.policy import Policy
from planner.postings.batches import batches, exchange_starts
from planner.postings.exchange.case import exchange_case
from planner.postings.exchange.plan import problem_of
from planner.postings.facts import Facts, Pin
from planner.postings.training.case import training_case
from planner.postings.training.problem import Problems

Command = Literal["postings", "exchange"]
POSTINGS = {"postings": ("training",), "exchange": ("secondment", "attachment")}


@dataclass(frozen=True)
class Asked:
    """The facts, figures and year of a plan that was asked for."""

    command: Command
    facts: Facts
    policy: Policy
    year: int

    @cached_property
    def starts(self) -> list[Day]:
        """The days on which the plan's postings may begin."""
        if self.command == "postings":
            return batches(self.policy.training, self.year)
        return exchange_starts(self.policy.exchange, self.year)

    @cached_property
    def required(self) -> list[Pin]:
        """The decisions that this plan must follow by a posting."""
        return [
            pin for pin in self.facts.pins
            if pin.decision == "require"
            and pin.posting in POSTINGS[self.command]
            and pin.binds(self.starts)
        ]  # fmt: skip

    @cached_property
    def people(self) -> frozenset[str]:
        """Everyone whom these decisions are about."""
        return frozenset(pin.person_id for pin in self.required)


def needed(asked: Asked) -> Problem:
    """Return the problem of the required people alone: possible just where a plan is."""
    if asked.command == "postings":
        return Problems(training_case(asked.facts, asked.policy, asked.year, asked.people)).joint
    return problem_of(exchange_case(asked.facts, asked.policy, asked.year, asked.people))
