"""三-1 ¶2: departments on village poverty-relief duty are spared (N3)."""

from tests.audit.world import DEPARTMENT_ROWS, WORLD, broken, department

ON_DUTY = WORLD.but(departments=[DEPARTMENT_ROWS[0], department("D2", 6, duty=True)])


def test_departments_without_village_duty_are_paired() -> None:
    assert broken("exempt", WORLD) == []


def test_a_department_on_village_duty_is_not_paired() -> None:
    assert broken("exempt", ON_DUTY) == ["1 unit=D2 station=B2a"]


def test_a_department_on_village_duty_may_go_without() -> None:
    pairs = ["L1 A1a", "L1 B1a", "D1 A2a"]
    assert broken("exempt", ON_DUTY, pairs, "leaders", "departments") == []
    assert broken("unit_quota", ON_DUTY, pairs, "leaders", "departments") == []


def test_the_policy_may_exempt_from_the_days_alone() -> None:
    world = ON_DUTY.ruled("village_duty", exempts=("days",))
    assert broken("exempt", world) == []


def test_a_pin_does_not_lift_the_exemption() -> None:
    world = ON_DUTY.but(pins=["D2 B2a require"])
    assert broken("exempt", world) == ["1 unit=D2 station=B2a"]
