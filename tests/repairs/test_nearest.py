"""A figure's nearest value that works, and the values that are asked about on the way."""

from collections.abc import Callable
from typing import cast

import pytest

from planner.errors import Sentence, SolverError
from planner.repairs.change import Change, Way
from planner.repairs.effort import SpentError
from planner.repairs.nearest import Nearest

Changes = tuple[Change[None], ...]


def figure(name: str, values: range, *, eases: bool = True) -> Way[None]:
    changes = [Change[None]((name, n), Sentence("end"), lambda given: given) for n in values]
    return Way(name, changes, eases=eases)


def value(changes: Changes, name: str = "minutes") -> int:
    names = [cast("tuple[str, int]", change.name) for change in changes]
    return dict(names).get(name, 0)


MINUTES = figure("minutes", range(101, 201))
PERCENT = figure("percent", range(89, -1, -1))
UNITS = figure("units", range(2, 9))
OF = {change: way for way in (MINUTES, PERCENT, UNITS) for change in way.changes}


class Asked:
    """Answers by functions, and keeps what was asked."""

    def __init__(
        self, works: Callable[[Changes], bool], stands: Callable[[Changes], bool] | None = None
    ) -> None:
        self.seen = list[Changes]()
        self._works, self._stands = works, stands

    def works(self, changes: Changes) -> bool:
        self.seen.append(changes)
        return self._works(changes)

    def stands(self, changes: Changes) -> bool:
        return True if self._stands is None else self._stands(changes)


def asked(least: int) -> tuple[list[int], int]:
    """Return the values asked about, and the one found; the plan is not ruled out from 120 on."""
    some = Asked(lambda changes: value(changes) >= least, lambda changes: value(changes) >= 120)
    (found,) = Nearest(some, OF).all([(MINUTES.changes[-1],)])
    return [value(changes) for changes in some.seen], value(found)


@pytest.mark.parametrize("least", [120, 121, 125, 155, 199, 200])
def test_the_nearest_value_that_works_is_found(least: int) -> None:
    assert asked(least)[1] == least


def test_values_that_are_ruled_out_are_not_asked_about() -> None:
    assert min(asked(155)[0]) == 120


def test_figures_that_make_up_for_each_other_are_moved_in_every_way() -> None:
    """With 80 % it takes 150 minutes, with 79 % or fewer 130; with two other figures 140."""

    def works(changes: Changes) -> bool:
        units, percent = value(changes, "units"), value(changes, "percent")
        most = 140 if units else 150 if percent == 80 else 130
        return percent <= 80 and value(changes) >= most

    far = [(PERCENT.changes[-1], MINUTES.changes[-1]), (UNITS.changes[-1], MINUTES.changes[-1])]
    found = Nearest(Asked(works), OF).all(far)
    names = [tuple(change.name for change in changes) for changes in found]
    assert names == [
        (("percent", 80), ("minutes", 150)),
        (("units", 2), ("minutes", 140)),
        (("percent", 79), ("minutes", 130)),
    ]


def test_a_figure_moved_back_lets_another_one_move_back_further() -> None:
    """Many units need many minutes: they are too few for the farthest, enough for the nearest."""

    def works(changes: Changes) -> bool:
        return value(changes) >= 100 + 10 * value(changes, "units")

    (found, *_) = Nearest(Asked(works), OF).all([(MINUTES.changes[-1], UNITS.changes[-1])])
    assert (value(found), value(found, "units")) == (120, 2)


def test_without_effort_what_is_left_stays_as_it_is() -> None:
    def works(changes: Changes) -> bool:
        if len(some.seen) > 2:
            raise SpentError
        return True

    some = Asked(works)
    far = [(PERCENT.changes[-1], MINUTES.changes[-1]), (UNITS.changes[-1], MINUTES.changes[-1])]
    nearest = Nearest(some, OF)
    first, second = nearest.all(far)
    assert first == (PERCENT.changes[0], MINUTES.changes[0])
    assert second == far[1]
    assert not nearest.complete


def test_a_value_without_an_answer_is_passed_over() -> None:
    def works(changes: Changes) -> bool:
        if value(changes) == 150:
            raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")
        return value(changes) >= 150

    nearest = Nearest(Asked(works), OF)
    (found,) = nearest.all([(MINUTES.changes[-1],)])
    assert (value(found), nearest.complete) == (151, False)


def test_of_a_figure_that_does_not_only_ease_every_value_is_asked_about() -> None:
    heads = figure("minutes", range(11, 19), eases=False)
    some = Asked(lambda changes: value(changes) >= 18, lambda _: False)
    nearest = Nearest(some, dict.fromkeys(heads.changes, heads))
    (found,) = nearest.all([(heads.changes[-1],)])
    assert value(found) == 18
    assert [value(changes) for changes in some.seen] == [*range(11, 18)]
