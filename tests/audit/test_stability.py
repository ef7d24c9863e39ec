"""三-1: what was approved for the year is changed as little as can be (N1 N2)."""

from dataclasses import replace

from planner.audit.values import stability
from tests.audit.world import CHANGED, PLAN, WORLD, audited, broken, claimed, violations


def test_a_pairing_in_force_that_is_not_kept_counts_its_approval() -> None:
    # L1's C1a, of no stated weight: 1; D1's B2b: 3, D2's C2b: 1, what D9 had: 1
    case = CHANGED.case()
    assert (stability(case, "leaders"), stability(case, "departments")) == (1, 3 + 1 + 1)


def test_a_new_pairing_costs_nothing_by_itself() -> None:
    world = replace(WORLD, in_force=("D1 A2a",))
    assert stability(world.case(PLAN), "departments") == 0


def test_a_station_that_another_unit_has_now_is_changed() -> None:
    world = replace(WORLD, in_force=("D2 A2a", "L1 B2a"))
    assert (stability(world.case(), "leaders"), stability(world.case(), "departments")) == (1, 1)


def test_nothing_is_claimed_of_it_where_no_plan_is_in_force() -> None:
    summary = WORLD.summary("departments")
    extra = {"goal": "stability", "sense": "min", "value": 0, "bound": 0}
    summary["plans"][0]["goals"].insert(2, extra)
    assert violations("stability", audited(WORLD, PLAN, summary)) == [
        "1 part=departments listed=1 expected=0"
    ]


def test_beside_a_plan_in_force_it_stands_after_balance() -> None:
    summary = CHANGED.summary("departments")
    goals = summary["plans"][0]["goals"]
    assert [goal["goal"] for goal in goals][:4] == ["coverage", "balance", "stability", "counties"]
    goals[2], goals[3] = goals[3], goals[2]
    assert violations("stability", audited(CHANGED, PLAN, summary)) == [
        "1 part=departments turn=3 expected=2"
    ]


def test_a_wrong_value_is_reported() -> None:
    assert broken("stability", CHANGED, PLAN, "leaders", "departments") == []
    assert claimed("departments", "stability", CHANGED, value=3, bound=3) == [
        "2 part=departments value=3 expected=5"
    ]
