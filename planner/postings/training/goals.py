"""The goals of a training plan, one function each: an integer column, or distinct counties."""

from collections.abc import Callable

import numpy as np

from planner.allocation.build import distinct
from planner.allocation.problem import Goal
from planner.postings.mix import lots, turn_word
from planner.postings.training.case import Training
from planner.postings.training.options import Hosting


def lapsed(case: Training) -> Goal:
    """The fewest unsent candidates who may no longer go after the horizon."""
    saved = [-int(one.person in case.lapsing) for one in case.departures]
    return Goal("lapsed", "min", np.array(saved, np.int64), len(case.lapsing))


def sent(case: Training) -> Goal:
    """The most people sent."""
    return Goal("sent", "max", np.ones(len(case.departures), np.int64))


def waiting(case: Training) -> Goal:
    """The fewest batches waited: from a candidate's first possible one, to the end if unsent."""
    return _waited(case, "waiting", dict.fromkeys(case.candidates, 1))


def elders(case: Training) -> Goal:
    """The fewest batches waited, weighted by age."""
    return _waited(case, "elders", case.ages)


def _waited(case: Training, name: str, weight: dict[str, int]) -> Goal:
    number = len(case.starts)
    unsent = sum(weight[person] * (number - first) for person, first in case.candidates.items())
    gained = [weight[one.person] * (one.batch - number) for one in case.departures]
    return Goal(name, "min", np.array(gained, np.int64), unsent)


def turn(case: Training) -> Goal:
    """A lot on who and when, so that names come before places."""
    return Goal("turn", "min", lots([turn_word(one.person, one.start) for one in case.departures]))


def counties(options: Hosting) -> Goal:
    """The most counties that receive someone."""
    stations = options.case.facts.stations
    places = sorted({one.place for one in stations})
    position = {place: at for at, place in enumerate(places)}
    county = np.array([position[one.place] for one in stations], np.int64)
    return distinct("counties", county[options.station], places)


def need(options: Hosting) -> Goal:
    """The stations chosen need it most."""
    column = np.array([one.need for one in options.case.facts.stations], np.int64)
    return Goal("need", "max", column[options.station])


def travel(options: Hosting) -> Goal:
    """The least travel minutes, one way."""
    column = np.array([one.travel_minutes for one in options.case.facts.stations], np.int64)
    return Goal("travel", "min", column[options.station])


def tie(options: Hosting) -> Goal:
    """A lot on who, when and where."""
    words = [turn_word(one.person, one.start) for one in options.case.departures]
    word = np.array(words, np.uint64)[options.departure]
    return Goal(
        "tie", "min", lots(word, [s.id for s in options.case.facts.stations], options.station)
    )


WHO: dict[str, Callable[[Training], Goal]] = {
    "lapsed": lapsed,
    "sent": sent,
    "waiting": waiting,
    "elders": elders,
    "turn": turn,
}
"""The goals that ask who and when."""

WHERE: dict[str, Callable[[Hosting], Goal]] = {
    "counties": counties,
    "need": need,
    "travel": travel,
    "tie": tie,
}
"""The goals that ask where."""
