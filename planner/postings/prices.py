"""What a plan of postings loses where somebody goes with another batch, elsewhere, or not at all.

Names are settled before hosts, and so they are priced: the names are chosen again with the change,
in the part of the problem that it touches, then the hosts for them. With other hosts for the same
names all prices come at once, from the hosts' flow. A plan made all at once is priced by making it
again, which is only tried where that is small.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import polars as pl

from planner.allocation.components import every_component
from planner.allocation.prices import NotBestError, Prices, best_with, prices, with_just
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import solve
from planner.allocation.stages import only
from planner.dates import Day
from planner.plans.losses import priced_frame
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.postings.data import PostingsData
from planner.postings.training.case import training_case
from planner.postings.training.make import STAGED
from planner.postings.training.plan import keys_of
from planner.postings.training.problem import Problems

SMALL = 20_000
"""So many hostings are chosen of again, all at once, for one price."""
SECONDS = 20.0
"""How long one such choice may take."""

Sure = Literal["exact", "at_most", "at_least"]


@dataclass(frozen=True, slots=True)
class Price:
    """What a plan loses goal by goal where somebody goes from `start` (None: does not go).

    `losses` are None where no plan has it so: `against` is then the problem that has no choice.
    What is not `exact` is a bound: another plan with the change may lose less (`at_most`), or the
    hosts for it may cost more (`at_least`).
    """

    person: str
    start: Day | None
    losses: dict[str, int] | None
    sure: Sure = "exact"
    against: Problem | None = None


def price_in(
    problem: Problem,
    chosen: IntArray,
    options: IntArray,
    number: int,
    person: str,
    start: Day | None,
    seconds: float = SECONDS,
) -> Price:
    """Return what a choice loses with just so many of some options, made again as a whole."""
    other = best_with(problem, chosen, options, number, seconds=seconds)
    if other is None:
        return Price(person, start, None, against=with_just(problem, options, number))
    losses = dict(zip((goal.name for goal in problem.goals), other.loss, strict=True))
    return Price(person, start, losses, "exact" if other.sure else "at_most")


@dataclass(frozen=True, eq=False)
class Standing:
    """A finished plan in its problems: `hosted` are the hostings chosen (positions)."""

    problems: Problems
    hosted: IntArray
    staged: bool
    dataset: PostingsData

    @cached_property
    def names(self) -> IntArray:
        """The departures chosen (positions)."""
        return np.unique(self.problems.options.departure[self.hosted])

    @cached_property
    def where(self) -> tuple[Problem, IntArray, IntArray]:
        """The hosts' problem for these names, the hostings it is of, and what is chosen of them."""
        problem, kept = self.problems.where(self.names)
        return problem, kept, np.searchsorted(kept, self.hosted)

    @property
    def priced(self) -> bool:
        """Whether other batches can be priced: always in stages, else where that is small."""
        return self.staged or len(self.problems.options) <= SMALL

    def departures(self, person: str) -> IntArray:
        """Return the departures of a person (positions)."""
        case = self.problems.case
        return np.array(
            [at for at, one in enumerate(case.departures) if one.person == person], np.int64
        )

    def batches(self, person: str) -> list[Price]:
        """Return what it costs that a person goes with each other batch, or does not go at all.

        Raises `NotBestError` where the plan is not the best one, `SolverError` without an answer.
        """
        mine, case = self.departures(person), self.problems.case
        if not len(mine) or not self.priced:
            return []
        others: list[int] = np.setdiff1d(mine, self.names).tolist()
        found = [self._with(person, case.departures[at].start, np.array([at]), 1) for at in others]
        if len(np.intersect1d(mine, self.names)):
            found.append(self._with(person, None, mine, 0))
        return found

    def hosts(self) -> pl.DataFrame:
        """Return the price of every host for everyone who goes, when they go: a row a hosting.

        Columns person_id, start_date, host_id, city, county, then those of `priced_frame`. Raises
        `NotNestedError` where the hosts' rules cut across each other, and `NotBestError`.
        """
        problem, kept, chosen = self.where
        case, options = self.problems.case, self.problems.options
        departures: list[int] = options.departure[kept].tolist()
        stations: list[int] = options.station[kept].tolist()
        who = [case.departures[at] for at in departures]
        there = [case.facts.stations[at] for at in stations]
        head = {
            "person_id": pl.Series([one.person for one in who], dtype=pl.String),
            "start_date": pl.Series([one.start for one in who], dtype=pl.Date),
            "host_id": pl.Series([one.id for one in there], dtype=pl.String),
            "city": pl.Series([one.city for one in there], dtype=pl.String),
            "county": pl.Series([one.county for one in there], dtype=pl.String),
            "chosen": np.isin(np.arange(len(kept)), chosen),
        }
        return priced_frame(head, [goal.name for goal in problem.goals], prices(problem, chosen))

    def _with(self, person: str, start: Day | None, departures: IntArray, number: int) -> Price:
        if self.staged:
            return self._in_stages(person, start, departures, number)
        joint, options = self.problems.joint, self.problems.options.members(departures.tolist())
        return price_in(joint, self.hosted, options, number, person, start)

    def _in_stages(
        self, person: str, start: Day | None, departures: IntArray, number: int
    ) -> Price:
        """Return the price of a change from the part of the names that it touches, then hosts."""
        who = self.problems.who
        touched = next(one for one in every_component(who) if departures[0] in one.options)
        part, problem = touched.options, touched.problem
        changed = np.searchsorted(part, departures)
        again = with_just(problem, changed, number)
        other = best_with(problem, np.flatnonzero(np.isin(part, self.names)), changed, number)
        if other is None:
            return Price(person, start, None, against=again)
        losses = dict(zip((g.name for g in who.goals), other.loss, strict=True))
        chosen = np.union1d(np.setdiff1d(self.names, part), part[other.chosen])
        hosts = solve(self.problems.where(chosen)[0])
        if hosts is None:
            return Price(person, start, self._in_order(losses), "at_least")
        known, _, standing = self.where
        for goal, value in zip(known.goals, hosts.values, strict=True):
            losses[goal.name] = goal.loss(goal.value(standing), value)
        sure = other.sure and hosts.optimal and only(again, other.chosen)
        return Price(person, start, self._in_order(losses), "exact" if sure else "at_most")

    def _in_order(self, losses: dict[str, int]) -> dict[str, int]:
        order = self.problems.case.policy.goals.training
        return {name: losses[name] for name in order if name in losses}


def standing(dataset: PostingsData, policy: Policy, plan: Plan) -> Standing:
    """Return a finished plan in its problems; raise `NotBestError` where it has other rows."""
    case = training_case(dataset.facts(policy, plan.year), policy, plan.year)
    problems = Problems(case)
    hosted, unknown = problems.options.find(keys_of(plan.rows))
    if unknown:
        raise NotBestError(f"not allowed: {', '.join(unknown)}")
    return Standing(problems, hosted, bool(plan.more.get(STAGED, False)), dataset)


def batch_prices(dataset: PostingsData, policy: Policy, plan: Plan, person: str) -> pl.DataFrame:
    """Return what it costs that a person goes with each other batch, or not: a row each.

    Columns person_id, start_date (blank: does not go), sure (`exact`, `at_most`, `at_least`), then
    those of `priced_frame`. Raises as `Standing.batches` does.
    """
    found = standing(dataset, policy, plan).batches(person)
    goals = policy.goals.training
    losses = [[(one.losses or {}).get(goal, 0) for goal in goals] for one in found]
    loss = np.array(losses, np.int64).reshape(len(found), len(goals))
    possible = np.array([one.losses is not None for one in found], np.bool_)
    head = {
        "person_id": pl.Series([one.person for one in found], dtype=pl.String),
        "start_date": pl.Series([one.start for one in found], dtype=pl.Date),
        "sure": pl.Series([one.sure for one in found], dtype=pl.String),
    }
    return priced_frame(head, goals, Prices(loss, possible))


def host_prices(dataset: PostingsData, policy: Policy, plan: Plan) -> pl.DataFrame:
    """Return the price of every host for everyone who goes; see `Standing.hosts`."""
    return standing(dataset, policy, plan).hosts()
