"""The goals of an exchange, one function each: an integer column of the options."""

from collections.abc import Callable

import numpy as np

from planner.allocation.problem import Goal, IntArray, Sense
from planner.postings.exchange.case import Exchange, Move
from planner.postings.mix import lots, turn_word


def goals_of(case: Exchange) -> tuple[Goal, ...]:
    """Return the goals in the policy's order."""
    return tuple(GOALS[name](case) for name in case.policy.goals.exchange)


def exchanges(case: Exchange) -> Goal:
    """The most secondments and attachments."""
    return Goal("exchanges", "max", np.array([len(one.moves) for one in case.options], np.int64))


def swaps(case: Exchange) -> Goal:
    """The most attachments for which a cadre of the host department comes."""
    return Goal("swaps", "max", np.array([len(o.moves) - 1 for o in case.options], np.int64))


def need(case: Exchange) -> Goal:
    """The stations of secondments need it most."""
    known = {station.id: station.need for station in case.facts.stations}
    return _column(
        case, "need", "max", lambda move: known[move.station] * (move.posting == "secondment")
    )


def fit(case: Exchange) -> Goal:
    """The most exchanges where the station's focus is among the department's expertise."""
    return _column(case, "fit", "max", lambda move: int(fits(case, move)))


def fits(case: Exchange, move: Move) -> bool:
    """Say whether the station's focus is among the department's expertise."""
    station = case.facts.stations[case.hosts.position[move.station]]
    return station.focus in case.facts.departments[move.department].expertise


def turn(case: Exchange) -> Goal:
    """A lot on who and when."""
    moves = case.moves
    return _lots(case, "turn", lots([turn_word(move.person, move.start) for move in moves]))


def tie(case: Exchange) -> Goal:
    """A lot on who, when and where."""
    moves = case.moves
    words = [turn_word(move.person, move.start) for move in moves]
    return _lots(case, "tie", lots(words, [move.host for move in moves], np.arange(len(moves))))


def _lots(case: Exchange, name: str, values: IntArray) -> Goal:
    known = dict(zip(case.moves, values.tolist(), strict=True))
    return Goal(name, "min", case.column(known))


def _column(case: Exchange, name: str, sense: Sense, value: Callable[[Move], int]) -> Goal:
    known = {move: value(move) for move in case.moves}
    return Goal(name, sense, case.column(known))


GOALS: dict[str, Callable[[Exchange], Goal]] = {
    "exchanges": exchanges,
    "swaps": swaps,
    "need": need,
    "fit": fit,
    "turn": turn,
    "tie": tie,
}
"""Every goal by name."""
