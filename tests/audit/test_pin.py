"""三-1: the pairings are for the leaders to decide, who may require one (N1, N2)."""

from tests.audit.world import DEPARTMENTS, LEADERS, WORLD, broken


def test_a_required_pair_is_made() -> None:
    assert broken("pin", WORLD.but(pins=["D1 A2a require", "L1 B1a require"])) == []


def test_a_required_pair_is_not_left_out() -> None:
    world = WORLD.but(pins=["D1 B2b require"])
    assert broken("pin", world) == ["1 unit=D1 station=B2b count=0 bound=1"]


def test_a_forbidden_pair_is_not_asked_for() -> None:
    assert broken("pin", WORLD.but(pins=["D1 B2b forbid"])) == []


def test_a_plan_that_was_not_made_misses_nothing() -> None:
    world = WORLD.but(pins=["D1 B2b require", "L1 C1b require"])
    assert broken("pin", world, LEADERS, "leaders") == ["1 unit=L1 station=C1b count=0 bound=1"]
    assert broken("pin", world, DEPARTMENTS) == ["1 unit=D1 station=B2b count=0 bound=1"]


def test_a_plan_that_was_made_without_rows_misses_its_pair() -> None:
    world = WORLD.but(pins=["D1 B2b require"])
    found = broken("pin", world, LEADERS, "leaders", "departments")
    assert found == ["1 unit=D1 station=B2b count=0 bound=1"]
