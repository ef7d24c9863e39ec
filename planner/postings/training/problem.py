"""The problems of a training plan: who and when, where, and both in one.

In the whole problem the departures' options stand first, then their hostings; the rule `hosting`
links them: a departure that is chosen has one host, another has none.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from planner.allocation.problem import Goal, IntArray, Problem, Quota
from planner.postings.groups import moved, placed, spread
from planner.postings.training.case import Training
from planner.postings.training.goals import WHERE, WHO
from planner.postings.training.options import Hosting, hostings
from planner.postings.training.quotas import quotas_of_where, quotas_of_who

LINK = "hosting"
LOT = "turn"
"""The goal that makes the names the only best ones."""


@dataclass(frozen=True, eq=False)
class Problems:
    """The problems of one case, each made when it is asked for."""

    case: Training

    @cached_property
    def options(self) -> Hosting:
        """Every departure at every station it may have."""
        return hostings(self.case)

    @cached_property
    def separable(self) -> bool:
        """Whether the names can be settled first: their lot stands before every goal of places."""
        order = self.case.policy.goals.training
        return LOT in order and all(
            order.index(LOT) < order.index(goal) for goal in WHERE if goal in order
        )

    @cached_property
    def who(self) -> Problem:
        """Who goes when: a relaxation that asks for no place."""
        goals = tuple(WHO[g](self.case) for g in self.case.policy.goals.training if g in WHO)
        return Problem(len(self.case.departures), quotas_of_who(self.case), goals)

    @cached_property
    def every_where(self) -> Problem:
        """Where, for every departure at once, each having at most one host."""
        options = self.options
        keys = [(one.person, str(one.start)) for one in self.case.departures]
        each = np.arange(len(options))
        none, one = np.zeros(len(keys), np.int64), np.ones(len(keys), np.int64)
        link = Quota(LINK, each, options.departure, keys, none, one)
        goals = tuple(WHERE[g](options) for g in self.case.policy.goals.training if g in WHERE)
        return Problem(len(options), (link, *quotas_of_where(options)), goals)

    def where(self, departures: IntArray) -> tuple[Problem, IntArray]:
        """Return the problem of hosts for some departures, and which hostings its options are."""
        kept = self.options.members(departures.tolist())
        problem = self.every_where.take(kept)
        link = problem.quotas[0]
        chosen = np.isin(np.arange(len(link.keys)), departures).astype(np.int64)
        return replace(
            problem, quotas=(replace(link, lower=chosen, upper=chosen), *problem.quotas[1:])
        ), kept

    @cached_property
    def joint(self) -> Problem:
        """Everything at once, an option being a hosting: for when the stages can't be parted."""
        of, where = self.options.departure, self.every_where
        quotas = [spread(quota, of) for quota in self.who.quotas]
        who = {
            goal.name: replace(goal, measure=goal.measure[of])  # pyright: ignore[reportIndexIssue, reportArgumentType]
            for goal in self.who.goals
        }
        return Problem(len(of), (*quotas, *where.quotas[1:]), self._in_order(who | _named(where)))

    @cached_property
    def whole(self) -> Problem:
        """Both stages in one problem: departures, hostings, and the link between them."""
        first, where = len(self.case.departures), self.every_where
        options = first + len(self.options)
        departures, each = np.arange(first), np.arange(first, options)
        link = where.quotas[0]
        linked = replace(
            link,
            option=np.r_[departures, each],
            group=np.r_[departures, link.group],
            upper=link.lower,
            weight=np.r_[np.full(first, -1), np.ones(len(self.options), np.int64)],
        )
        goals = {g.name: placed(g, departures, options) for g in self.who.goals}
        goals |= {g.name: placed(g, each, options) for g in where.goals}
        quotas = (*self.who.quotas, linked, *(moved(q, each) for q in where.quotas[1:]))
        return Problem(options, quotas, self._in_order(goals))

    def _in_order(self, goals: dict[str, Goal]) -> tuple[Goal, ...]:
        return tuple(goals[name] for name in self.case.policy.goals.training)


def _named(problem: Problem) -> dict[str, Goal]:
    return {goal.name: goal for goal in problem.goals}
