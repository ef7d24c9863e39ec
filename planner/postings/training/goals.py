"""The goals of a training plan, one function each: an integer column, or distinct counties."""

from collections.abc import Callable

import numpy as np

from planner.allocation.build import distinct
from planner.allocation.problem import Goal, IntArray
from planner.postings.mix import lots, turn_word
from planner.postings.training.options import Options


def goals_of(options: Options, names: tuple[str, ...] | None = None) -> tuple[Goal, ...]:
    """Return the goals of a plan in the policy's order, or some of them."""
    order = options.case.policy.goals.training
    return tuple(GOALS[name](options) for name in order if names is None or name in names)


def lapsed(options: Options) -> Goal:
    """The fewest unsent candidates who may no longer go after the horizon."""
    case = options.case
    saved = [-int(one.person in case.lapsing) for one in case.departures]
    return Goal("lapsed", "min", options.column(saved), len(case.lapsing))


def sent(options: Options) -> Goal:
    """The most people sent."""
    return Goal("sent", "max", np.ones(len(options), np.int64))


def waiting(options: Options) -> Goal:
    """The fewest batches waited: from a candidate's first possible one, to the end if unsent."""
    return _waited(options, "waiting", dict.fromkeys(options.case.candidates, 1))


def elders(options: Options) -> Goal:
    """The fewest batches waited, weighted by age."""
    return _waited(options, "elders", options.case.ages)


def _waited(options: Options, name: str, weight: dict[str, int]) -> Goal:
    case, number = options.case, len(options.case.starts)
    unsent = sum(weight[person] * (number - first) for person, first in case.candidates.items())
    gained = [weight[one.person] * (one.batch - number) for one in case.departures]
    return Goal(name, "min", options.column(gained), unsent)


def turn(options: Options) -> Goal:
    """A lot on who and when, so that names come before places."""
    words = [turn_word(one.person, one.start) for one in options.case.departures]
    return Goal("turn", "min", lots(words)[options.departure])


def counties(options: Options) -> Goal:
    """The most counties that receive someone."""
    places = sorted({one.place for one in options.case.facts.stations})
    position = {place: at for at, place in enumerate(places)}
    county = np.array([position[one.place] for one in options.case.facts.stations], np.int64)
    return distinct("counties", county[_stations(options)], places)


def need(options: Options) -> Goal:
    """The stations chosen need it most."""
    column = np.array([one.need for one in options.case.facts.stations], np.int64)
    return Goal("need", "max", column[_stations(options)])


def travel(options: Options) -> Goal:
    """The least travel minutes, one way."""
    column = np.array([one.travel_minutes for one in options.case.facts.stations], np.int64)
    return Goal("travel", "min", column[_stations(options)])


def tie(options: Options) -> Goal:
    """A lot on who, when and where."""
    words = [turn_word(one.person, one.start) for one in options.of]
    stations = options.case.facts.stations
    return Goal("tie", "min", lots(words, [stations[at].id for at in _stations(options)]))


def _stations(options: Options) -> IntArray:
    assert options.station is not None, "places matter"
    return options.station


GOALS: dict[str, Callable[[Options], Goal]] = {
    "lapsed": lapsed,
    "sent": sent,
    "waiting": waiting,
    "elders": elders,
    "turn": turn,
    "counties": counties,
    "need": need,
    "travel": travel,
    "tie": tie,
}
"""Every goal by name."""

WHO_AND_WHEN = ("lapsed", "sent", "waiting", "elders", "turn")
"""The goals that do not ask where."""
