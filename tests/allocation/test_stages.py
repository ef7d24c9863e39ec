"""Stages: who speaks on which day first, in which room then; the same as all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from planner.allocation.build import at_most, between, groups_of
from planner.allocation.problem import Goal, IntArray, Problem, Quota
from planner.allocation.solve import solve
from planner.allocation.stages import Staged, face_of, solve_in_stages, unique
from tests.allocation.by_eye import array, distinct, problem, quota, total
from tests.allocation.small import allowed_choices, brute_force, random_problem, worth

Talk = tuple[str, str]
Place = tuple[str, str, str]


@dataclass
class Conference:
    """Speakers with the days they can; rooms, each for one talk a day and for some speakers."""

    talks: list[Talk]
    places: list[Place]
    merit: dict[Talk, int]
    turn: dict[Talk, int]
    liking: dict[Place, int]
    joint_asked: int = field(default=0)

    def first(self) -> Problem:
        """Who speaks when: a speaker once, two talks a day at most."""
        return self._problem(self.talks, [], self._by_talk(self.talks))

    def second(self, chosen: IntArray) -> Problem:
        """Which room each talk has."""
        talks = {self.talks[at] for at in chosen.tolist()}
        places = [place for place in self.places if place[:2] in talks]
        lacking = talks - {place[:2] for place in places}
        speaker, day, room = zip(*places, strict=True) if places else ((), (), ())
        group, keys = groups_of(speaker, day)
        everyone = (*keys, *lacking)
        quotas = (
            between("held", group, everyone, 1, 1),
            at_most("room", *groups_of(day, room), 1),
        )
        return Problem(len(places), quotas, self._by_place(places))

    def joint(self) -> Problem:
        """Who speaks when and where."""
        self.joint_asked += 1
        talks = [place[:2] for place in self.places]
        goals = (*self._by_talk(talks), *self._by_place(self.places))
        return self._problem(talks, [at_most("room", *self._rooms(), 1)], goals)

    def _rooms(self) -> tuple[IntArray, tuple[tuple[str, ...], ...]]:
        return groups_of([day for _, day, _ in self.places], [room for *_, room in self.places])

    def _problem(
        self, talks: Sequence[Talk], more: list[Quota], goals: tuple[Goal, ...]
    ) -> Problem:
        speaker, day = zip(*talks, strict=True) if talks else ((), ())
        quotas = (
            at_most("speaker", *groups_of(speaker), 1),
            at_most("day", *groups_of(day), 2),
            *more,
        )
        return Problem(len(talks), quotas, goals)

    def _by_talk(self, talks: Sequence[Talk]) -> tuple[Goal, ...]:
        return (
            Goal("number", "max", np.ones(len(talks), np.int64)),
            Goal("merit", "max", array([self.merit[talk] for talk in talks])),
            Goal("turn", "min", array([self.turn[talk] for talk in talks])),
        )

    def _by_place(self, places: Sequence[Place]) -> tuple[Goal, ...]:
        return (Goal("liking", "max", array([self.liking[place] for place in places])),)


def conference(seed: int) -> Conference:
    """Return a random conference of four speakers, two days and two rooms, 12 places at most."""
    rng = np.random.default_rng(seed)
    talks = [(s, d) for s in "ABCD" for d in ("Mon", "Tue") if rng.random() < 0.8]
    places = [(*talk, room) for talk in talks for room in ("r1", "r2") if rng.random() < 0.8]
    turns = rng.permutation(2**10)[: len(talks)].tolist()
    return Conference(
        talks,
        places,
        {talk: int(rng.integers(3)) for talk in talks},
        dict(zip(talks, turns, strict=True)),
        {place: int(rng.integers(9)) for place in places},
    )


def test_a_conference_in_stages_is_as_by_trying_every_choice() -> None:
    staged = jointly = 0
    for seed in range(60):
        some = conference(seed)
        best = brute_force(some.joint())
        some.joint_asked = 0
        found = solve_in_stages(some.first(), some.second, some.joint, "turn")
        assert best is not None
        assert found is not None
        assert some.joint_asked == (not isinstance(found, Staged))
        if isinstance(found, Staged):
            assert found.first.values + found.second.values == best[0]
            staged += 1
        else:
            assert found.values == found.bounds == best[0]
            jointly += 1
    assert staged > 20
    assert jointly > 5


def test_a_whole_without_a_choice_has_none() -> None:
    # One of A must be chosen, and has no room.
    first = problem(quota("speaker", "A", 1, 1), total("turn", "min", [1]))
    nothing = problem(
        quota("room", "A", 1, 1), quota("closed", "A", 0, 0), total("turn", "min", [1])
    )
    assert solve_in_stages(first, lambda _: nothing, lambda: nothing, "turn") is None
    none = problem(quota("speaker", "A", 2, 2), total("turn", "min", [1]))
    assert solve_in_stages(none, lambda _: nothing, lambda: nothing, "turn") is None


def test_a_first_choice_that_is_not_the_only_one_is_not_built_upon() -> None:
    # A and B have the same lot in the first stage; only B's room gains something.
    first = problem(quota("one", "xx", 1, 1), total("turn", "min", [1, 1]))
    whole = problem(
        quota("one", "xx", 1, 1), total("turn", "min", [1, 1]), total("liking", "max", [0, 5])
    )
    found = solve_in_stages(first, lambda _: pytest.fail("built upon"), lambda: whole, "turn")
    assert not isinstance(found, Staged)
    assert found is not None
    assert found.values == (1, 5)


def test_multipliers_of_a_strict_first_stage_leave_its_choice_alone_on_the_face() -> None:
    # A's lot is the lower one: up to the lot the proof is settled, and "after" needs none.
    first = problem(
        quota("one", "xx", 1, 1), total("turn", "min", [1, 2]), total("after", "max", [0, 9])
    )
    second = problem(quota("room", "A", 1, 1), total("liking", "max", [7]))
    found = solve_in_stages(first, lambda _: second, lambda: pytest.fail("jointly"), "turn")
    assert isinstance(found, Staged)
    assert found.strict
    assert (found.first.values, found.second.values) == ((1, 0), (7,))
    face = face_of(first, found.first.multipliers)
    assert [face.allows(array([at])) for at in (0, 1)] == [True, False]


@pytest.mark.parametrize("crossing", [False, True])
def test_a_choice_is_unique_where_trying_every_other_finds_none_as_good(crossing: bool) -> None:
    seen = set[bool]()
    for seed in range(30):
        some = random_problem(np.random.default_rng(seed), 2, 4, crossing=crossing)
        some = Problem(some.options, some.quotas, some.goals[:4])
        best = solve(some)
        if best is None or len(best.multipliers) < len(some.goals):
            continue
        alone = len(_best_choices(some)) == 1
        assert unique(some, best) is alone
        seen.add(alone)
    assert seen == {True, False}


def _best_choices(some: Problem) -> set[tuple[int, ...]]:
    choices = allowed_choices(some)
    for goal in some.goals:
        found = worth(goal, choices)
        choices = choices[found == (found.min() if goal.sense == "min" else found.max())]
    return {tuple(choice.tolist()) for choice in choices}


def test_a_face_allows_the_choices_that_are_as_good_and_no_others() -> None:
    # Of four options two in different places are the best: 0 or 1, and 2 or 3.
    some = problem(quota("all", "AAAA", 0, 2), distinct("places", "xxyy"))
    best = solve(some)
    assert best is not None
    face = face_of(some, best.multipliers)
    good = {(a, b) for a in (0, 1) for b in (2, 3)}
    for a in range(4):
        for b in range(a + 1, 4):
            assert face.allows(array([a, b])) is ((a, b) in good)
