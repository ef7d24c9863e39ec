"""六-3: departments go where the work is their own field (N8)."""

from planner.audit.values import fit
from tests.audit.world import PLAN, WORLD, broken, claimed, department

EXPERTS = WORLD.but(departments=[department("D1", 12, topics="调解;普法"), department("D2", 6)])
FOCUSED = EXPERTS.where("A2a", focus="普法").where("C1a", focus="戒毒").where("B2a", focus="调解")


def test_a_pairing_fits_where_the_focus_is_among_the_expertise() -> None:
    # D1 (调解, 普法) is at A2a (普法) and C1a (戒毒); D2 (nothing) is at B2a (调解)
    assert fit(FOCUSED.case(), "departments") == 1


def test_a_station_without_focus_fits_nobody() -> None:
    assert fit(EXPERTS.case(), "departments") == 0
    assert fit(WORLD.case(), "departments") == 0


def test_leaders_have_no_field() -> None:
    assert fit(FOCUSED.where("A1a", focus="调解").case(), "leaders") == 0


def test_a_wrong_value_is_reported() -> None:
    assert broken("fit", FOCUSED, PLAN, "departments") == []
    assert claimed("departments", "fit", FOCUSED, value=3, bound=3) == [
        "2 part=departments value=3 expected=1"
    ]
