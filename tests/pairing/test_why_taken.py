"""Why not this one: its place is another's, and what would free it."""

from tests.audit.world import department
from tests.pairing.stories import NEEDY, ONE, asked, en, zh
from tests.pairing.tiny import DEPARTMENTS, LEADERS, pairs, plan, values


def test_one_that_the_leaders_have_is_told_with_what_would_free_it() -> None:
    # Without A1a the leader has B1a: 55 - 41 = 14 less.
    answer = asked(NEEDY, "D1", "A1a")
    assert zh(answer) == [
        "处室D1（D1）目前不能联系司法所A1a（A1a）：",
        "  厅领导方案已安排厅领导L1（L1）–司法所A1a（A1a），一个所至多 1 个单位（N8 六-2）",
        (
            "  如需腾出该所：在“指定与否定”表中指定这一对后重新编制，"
            "厅领导方案调整该结对的代价：需求指数之和减少 14"
        ),
    ]
    assert en(answer) == [
        "处室D1 (D1) can't have 司法所A1a (A1a) now:",
        (
            "  the leaders' plan has 厅领导L1 (L1)–司法所A1a (A1a), "
            "and a station takes at most 1 (N8 六-2)"
        ),
        (
            "  to free the place, require this pair in the pins and plan again; "
            "what the leaders' plan loses: need served: 14 less"
        ),
    ]
    assert not answer.rows[0]["possible"]


def test_what_is_told_to_free_a_place_does_so_at_that_price() -> None:
    pinned = plan(NEEDY.but(pins=["D1 A1a require"]))
    assert pairs(pinned) == ["L1 B1a", "D1 A1a"]
    assert values(plan(NEEDY), "leaders")["need"] - values(pinned, "leaders")["need"] == 14


def test_one_in_a_county_that_the_leaders_fill_is_told_so() -> None:
    answer = asked(NEEDY.ruled("stations", per_county=1), "D1", "A1b")
    assert zh(answer)[1] == (
        "  厅领导方案在A/A1已安排厅领导L1（L1）–司法所A1a（A1a），一个县至多 1 个结对（N8 六-2）"
    )
    assert en(answer)[1:] == [
        (
            "  the leaders' plan has 厅领导L1 (L1)–司法所A1a (A1a) in A/A1, "
            "which takes at most 1 (N8 六-2)"
        ),
        (
            "  to free the place, require this pair in the pins and plan again; "
            "what the leaders' plan loses: need served: 14 less"
        ),
    ]


def test_one_that_the_leaders_can_not_leave_is_told_so() -> None:
    world = NEEDY.but(recusals=["L1 city B", "L1 city C", "L1 county A2", "L1 station A1b"])
    assert en(asked(world, "D1", "A1a"))[2:] == [
        "  the leaders' plan can't leave the place: without it there is none"
    ]


def test_one_that_departments_have_is_told_to_a_leader_planned_around_them() -> None:
    first = plan(NEEDY, *DEPARTMENTS)
    assert pairs(first) == ["D1 B1a"]
    answer = asked(NEEDY, "L1", "B1a", plan(NEEDY, *LEADERS, standing=first))
    assert en(answer)[1:] == [
        (
            "  the departments' plan has 处室D1 (D1)–司法所B1a (B1a), "
            "and a station takes at most 1 (N8 六-2)"
        ),
        "  to free the place, require this pair in the pins and plan both parts again",
    ]


def test_one_that_is_kept_for_a_required_pair_is_told_with_the_pin() -> None:
    answer = asked(NEEDY.but(pins=["D1 A1a require"]), "L1", "A1a")
    assert zh(answer) == [
        "厅领导L1（L1）目前不能联系司法所A1a（A1a）：",
        (
            "  处室D1（D1）–司法所A1a（A1a）已经指定（pins:2），一个所至多 1 个单位（N8 六-2）；"
            "撤销指定并重新编制后方可考虑"
        ),
    ]
    assert en(answer)[1] == (
        "  处室D1 (D1)–司法所A1a (A1a) is required by decision (pins:2), "
        "and a station takes at most 1 (N8 六-2); "
        "it is free only when the pin is dropped and the year planned again"
    )


def test_one_in_a_county_kept_for_required_pairs_is_told_with_the_pins() -> None:
    world = NEEDY.ruled("stations", per_county=1).but(pins=["D1 A1a require"])
    assert en(asked(world, "L1", "A1b"))[1] == (
        "  处室D1 (D1)–司法所A1a (A1a) in A/A1 are required by decision (pins:2), "
        "and it takes at most 1 (N8 六-2); "
        "there is room only when a pin is dropped and the year planned again"
    )


def test_one_beside_a_required_one_is_told_with_the_rules_where_one_is_all_there_may_be() -> None:
    assert en(asked(ONE.but(pins=["D1 A1a require"]), "D1", "B1a")) == [
        "处室D1 (D1) can't have 司法所B1a (B1a) now:",
        "  处室D1 (D1)–司法所A1a (A1a), required by decision (pins:2), must be made (N1 N2 三-1)",
        "  处室D1 (D1) may have at most 1 (N2 三-1 ¶2)",
    ]


def test_one_that_another_unit_can_not_do_without_is_told_with_what_that_must_have() -> None:
    # D2 has nothing but A1a.
    barred = ["D2 city B", "D2 city C", "D2 county A2", "D2 station A1b"]
    world = ONE.but(departments=[department("D1", 5), department("D2", 5)], recusals=barred)
    made = plan(world, *DEPARTMENTS)
    assert en(asked(world, "D1", "A1a", made)) == [
        "处室D1 (D1) can't have 司法所A1a (A1a) now:",
        "  处室D2 (D2) must have 1 or more stations (N2 三-1 ¶2)",
        "  a station takes at most 1 (N8 六-2)",
    ]
