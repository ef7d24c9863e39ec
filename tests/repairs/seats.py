"""A duty that is no pairing: people want a seat in a room; doors can be opened, rooms enlarged."""

from dataclasses import dataclass, replace
from itertools import combinations, product
from random import Random

import numpy as np

from planner.allocation.build import at_most, between, groups_of
from planner.allocation.feasible import feasible
from planner.allocation.problem import Problem
from planner.errors import Sentence
from planner.repairs import Change, Repair, SingleProblem, Way

MOST = 3
"""A room is enlarged to so many seats."""


@dataclass(frozen=True)
class House:
    """Which doors are open to whom, and how many seats each room has."""

    people: tuple[str, ...]
    rooms: dict[str, int]
    doors: frozenset[tuple[str, str]]


def problem_of(house: House) -> Problem:
    """Return the problem that everyone has a seat."""
    options = sorted(house.doors)
    who, (room, keys) = [a for a, _ in options], groups_of([b for _, b in options])
    group, people = groups_of(who)
    shut = [(name,) for name in house.people if (name,) not in people]
    quotas = (
        between("seat", group, (*people, *shut), 1, 1),
        at_most("room", room, keys, np.array([house.rooms[key[0]] for key in keys], np.int64)),
    )
    return Problem(len(options), quotas, ())


def ways_of(house: House) -> list[Way[House]]:
    """Return the doors that are shut, and the rooms with the sizes they could get."""
    shut = sorted(set(product(house.people, house.rooms)) - house.doors)
    doors = [
        Way(door, [_opening(door)], frozenset({("seat", "lower", (door[0],))})) for door in shut
    ]
    rooms = [
        Way(room, [_enlarging(room, n) for n in range(seats + 1, MOST + 1)],
            frozenset({("room", "upper", (room,))}))
        for room, seats in house.rooms.items()
    ]  # fmt: skip
    return [way for way in (*doors, *rooms) if way.changes]


def _opening(door: tuple[str, str]) -> Change[House]:
    return Change(
        door, Sentence("listed.name", {"name": f"open {door[1]} to {door[0]}"}),
        lambda house: replace(house, doors=house.doors | {door}),
    )  # fmt: skip


def _enlarging(room: str, seats: int) -> Change[House]:
    return Change(
        (room, seats), Sentence("listed.name", {"name": f"{seats} seats in {room}"}),
        lambda house: replace(house, rooms=house.rooms | {room: seats}),
    )  # fmt: skip


def subject(house: House, effort: int | None = None) -> SingleProblem[House]:
    """Return what the search sees of a house."""
    return SingleProblem(house, problem_of, ways_of(house), effort)


def drawn(seed: int) -> House:
    """Return a random house of four people and two rooms with few open doors."""
    rng = Random(seed)
    people, rooms = tuple("PQRS"), {room: rng.randint(0, 2) for room in "xy"}
    doors = frozenset(door for door in product(people, rooms) if rng.random() < 0.5)
    return House(people, rooms, doors)


def smallest(house: House, size: int) -> set[frozenset[Change[House]]]:
    """Return the sets of so many changes that work, no room larger than it must be: by trying."""
    found = set[frozenset[Change[House]]]()
    for ways in combinations(ways_of(house), size):
        places = [
            places
            for places in product(*(range(len(way.changes)) for way in ways))
            if feasible(problem_of(Repair(_at(ways, places)).apply(house)))
        ]
        for some in places:
            less = [(*some[:n], at - 1, *some[n + 1 :]) for n, at in enumerate(some)]
            if not set(less) & set(places):
                found.add(frozenset(_at(ways, some)))
    return found


def _at(ways: tuple[Way[House], ...], places: tuple[int, ...]) -> tuple[Change[House], ...]:
    return tuple(way.changes[at] for way, at in zip(ways, places, strict=True))
