"""What follows from an answer for other changes, the question being one that easing only helps."""

from planner.pairing.changes import Change, DropRecusal, SetFigure
from planner.pairing.easing import Easing

RECUSAL = DropRecusal("D1", "city", "A", "recusals", (2,))


def minutes(value: int) -> SetFigure:
    return SetFigure("travel", "unit_max", 360, value)


def percent(value: int) -> SetFigure:
    return SetFigure("stations", "hard_percent", 90, value)


def told(answer: bool, known: list[Change], asked: list[Change]) -> bool | None:
    """Return what follows for the changes asked about from the answer for those known."""
    easing = Easing()
    easing.note(frozenset(known), answer)
    return easing.told(frozenset(asked))


def test_what_is_possible_stays_so_where_a_figure_is_moved_farther() -> None:
    assert told(True, [minutes(400)], [minutes(401)]) is True
    assert told(True, [percent(80)], [percent(79)]) is True
    assert told(True, [], [minutes(361)]) is True


def test_what_is_impossible_was_so_where_a_figure_is_moved_less() -> None:
    assert told(False, [minutes(400)], [minutes(399)]) is False
    assert told(False, [minutes(400)], []) is False


def test_the_other_way_nothing_follows() -> None:
    assert told(True, [minutes(400)], [minutes(399)]) is None
    assert told(False, [minutes(400)], [minutes(401)]) is None


def test_of_two_figures_both_must_be_as_far() -> None:
    assert told(True, [minutes(400), percent(80)], [minutes(450), percent(70)]) is True
    assert told(True, [minutes(400), percent(80)], [minutes(450), percent(81)]) is None
    assert told(True, [minutes(400), percent(80)], [minutes(450)]) is None
    assert told(False, [minutes(400), percent(80)], [minutes(390)]) is False


def test_nothing_follows_for_other_changes_besides() -> None:
    assert told(True, [minutes(400)], [minutes(450), RECUSAL]) is None
    assert told(True, [minutes(400), RECUSAL], [minutes(450), RECUSAL]) is True


def test_of_a_figure_that_does_not_only_ease_nothing_follows() -> None:
    fewer = [SetFigure("leaders", "stations", (2, 3), (low, 3)) for low in (1, 0)]
    assert told(True, [fewer[0]], [fewer[1]]) is None
    assert told(True, [fewer[0]], [fewer[0]]) is True
