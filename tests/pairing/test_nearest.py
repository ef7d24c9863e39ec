"""A figure's nearest value that works, and the values that are asked about on the way."""

import pytest

from planner.errors import SolverError
from planner.pairing.changes import SetFigure
from planner.pairing.effort import SpentError
from planner.pairing.figures import Scale
from planner.pairing.nearest import Changes, Nearest

MINUTES = Scale("travel", "unit_max", 100, range(101, 201), frozenset({"unit_travel.upper"}))


def minutes(changes: Changes) -> int:
    (change,) = changes
    assert isinstance(change, SetFigure)
    assert isinstance(change.value, int)
    return change.value


def asked(least: int) -> list[int]:
    """Return the values asked about, then the one found; each part stands from 120 on."""
    values = list[int]()

    def works(changes: Changes) -> bool:
        values.append(minutes(changes))
        return values[-1] >= least

    nearest = Nearest([MINUTES], works, lambda some: minutes(some) >= 120)
    (found,) = nearest.all([(MINUTES.change(99),)])
    return [*values, minutes(found)]


@pytest.mark.parametrize("least", [120, 121, 122, 125, 126, 155, 199, 200])
def test_the_nearest_value_that_works_is_found(least: int) -> None:
    assert asked(least)[-1] == least


def test_where_each_part_just_stands_is_asked_about_first() -> None:
    assert asked(120) == [120, 120]


def test_near_values_are_asked_about_before_far_ones() -> None:
    assert asked(121) == [120, 121, 121]
    assert asked(125) == [120, 121, 125, 123, 124, 125]


def test_values_at_which_a_part_fails_by_itself_are_not_asked_about() -> None:
    assert min(asked(155)) >= 120


PERCENT = Scale("stations", "hard_percent", 90, range(89, -1, -1), frozenset({"hard_share.lower"}))


def test_each_set_is_moved_one_way_before_any_is_moved_in_others() -> None:
    """With 80 % it takes 150 minutes, with 79 % or fewer 130; with two other figures 140."""
    other = Scale("stations", "units", 1, range(2, 9), frozenset[str]())

    def works(changes: Changes) -> bool:
        values = {change.name: change.value for change in changes if isinstance(change, SetFigure)}
        percent, least = values.get("stations.hard_percent", 0), values["travel.unit_max"]
        assert isinstance(percent, int)
        assert isinstance(least, int)
        most = 140 if "stations.units" in values else 150 if percent == 80 else 130
        return percent <= 80 and least >= most

    far = [(PERCENT.change(89), MINUTES.change(99)), (other.change(6), MINUTES.change(99))]
    found = Nearest([MINUTES, PERCENT, other], works, lambda _: True).all(far)
    assert [tuple(one.value for one in some if isinstance(one, SetFigure)) for some in found] == [
        (80, 150),
        (2, 140),
        (79, 130),
    ]


def test_without_effort_what_is_left_stays_as_it_is() -> None:
    units = Scale("stations", "units", 1, range(2, 9), frozenset[str]())
    asked = list[Changes]()

    def works(changes: Changes) -> bool:
        asked.append(changes)
        if len(asked) > 3:
            raise SpentError
        return True

    far = [(PERCENT.change(89), MINUTES.change(99)), (units.change(6), MINUTES.change(99))]
    nearest = Nearest([MINUTES, PERCENT, units], works, lambda _: True)
    first, second = nearest.all(far)
    assert first == (PERCENT.change(0), MINUTES.change(0))
    assert second == (units.change(0), MINUTES.change(99))
    assert not nearest.complete


def told(untold: int) -> tuple[int, bool]:
    """Return the value found where 150 is the nearest, one has no answer, and if that is sure."""

    def works(changes: Changes) -> bool:
        if minutes(changes) == untold:
            raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")
        return minutes(changes) >= 150

    nearest = Nearest([MINUTES], works, lambda _: True)
    (found,) = nearest.all([(MINUTES.change(99),)])
    return minutes(found), nearest.complete


def test_a_value_without_an_answer_is_passed_over() -> None:
    assert told(untold=150) == (151, False)


def test_nearer_than_one_that_fails_no_answer_is_missed() -> None:
    # 101 is asked about first, then values that are farther and farther off.
    assert told(untold=101) == (150, True)


def test_where_all_have_an_answer_that_is_sure() -> None:
    assert told(untold=99) == (150, True)


def test_of_a_figure_that_does_not_only_ease_a_farther_failure_tells_nothing() -> None:
    heads = Scale("departments", "two_from_headcount", 10, range(11, 19), frozenset[str]())

    def works(changes: Changes) -> bool:
        if minutes(changes) == 11:
            raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")
        return minutes(changes) >= 18

    nearest = Nearest([heads], works, lambda _: True)
    nearest.all([(heads.change(7),)])
    assert not heads.eases_only
    assert not nearest.complete
