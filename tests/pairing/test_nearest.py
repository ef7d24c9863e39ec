"""A figure's nearest value that works, and the values that are asked about on the way."""

import pytest

from planner.pairing.changes import SetFigure
from planner.pairing.figures import Scale
from planner.pairing.nearest import Changes, Nearest

MINUTES = Scale("travel", "unit_max", 100, range(101, 201), frozenset({"unit_travel.upper"}))


def minutes(changes: Changes) -> int:
    (change,) = changes
    assert isinstance(change, SetFigure)
    assert isinstance(change.value, int)
    return change.value


def asked(least: int, soon: bool) -> list[int]:
    """Return the values asked about, then the one found; each part stands from 120 on."""
    values = list[int]()

    def works(changes: Changes) -> bool:
        values.append(minutes(changes))
        return values[-1] >= least

    nearest = Nearest([MINUTES], works, lambda some: minutes(some) >= 120, lambda _: soon)
    (found,) = nearest.all((MINUTES.change(99),))
    return [*values, minutes(found)]


@pytest.mark.parametrize("soon", [True, False])
@pytest.mark.parametrize("least", [120, 121, 155, 200])
def test_the_nearest_value_that_works_is_found(least: int, soon: bool) -> None:
    assert asked(least, soon)[-1] == least


def test_where_each_part_just_stands_is_asked_about_first() -> None:
    assert asked(120, soon=True) == [120, 120]


def test_it_is_asked_about_last_where_that_takes_long() -> None:
    first, *_, last, found = asked(120, soon=False)
    assert first > 150
    assert last == found == 120


def test_values_at_which_a_part_fails_by_itself_are_not_asked_about() -> None:
    assert min(asked(155, soon=False)) >= 120
