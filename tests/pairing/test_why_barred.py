"""Why not this one: the rule that bars it, and questions that can't be answered."""

from dataclasses import replace

import pytest

from planner.dataset import Dataset
from planner.errors import InputError
from planner.pairing.plan import Plan
from planner.pairing.prices import NotBestError
from planner.pairing.why import why_pair
from tests.audit.world import World, department
from tests.pairing.stories import NEEDY, ONE, asked, en, zh
from tests.pairing.tiny import LEADERS, plan


def test_one_that_was_not_nominated_is_barred_by_its_own_row() -> None:
    # The header is row 1, A1a the first station.
    answer = asked(ONE.where("A1a", nominated=False), "D1", "A1a")
    assert zh(answer) == [
        "处室D1（D1）不能联系司法所A1a（A1a）：",
        "  今年没有推荐这个所（N1 N2 三-1；stations:2）",
    ]
    assert en(answer) == [
        "处室D1 (D1) may not have 司法所A1a (A1a):",
        "  the station was not nominated this year (N1 N2 三-1; stations:2)",
    ]
    assert answer.rows == ()


@pytest.mark.parametrize(
    ("recusals", "row"),
    [
        (["D1 station A1a"], 2),
        (["L1 city A", "D1 county A1"], 3),
        (["D1 city B", "D1 county A2", "D1 city A"], 4),
    ],
)
def test_one_that_is_recused_is_barred_by_the_row_that_covers_it(
    recusals: list[str], row: int
) -> None:
    answer = asked(ONE.but(recusals=recusals), "D1", "A1a")
    assert zh(answer)[1:] == [f"  须回避（N8 六-2；recusals:{row}）"]
    assert en(answer)[1:] == [f"  it is recused (N8 六-2; recusals:{row})"]


def test_one_that_it_had_lately_is_barred_by_the_row_of_history() -> None:
    world = ONE.but(history=["2015 D1 A1a", "2017 D1 A1b", "2018 L1 A1a", "2016 D1 A1a"])
    answer = asked(world, "D1", "A1a")  # 2016 is the third year back, 2015 the fourth
    assert zh(answer)[1:] == ["  最近 3 年联系过（N1 N2 三-1；history:5）"]
    assert en(answer)[1:] == ["  it had the station in the last 3 years (N1 N2 三-1; history:5)"]


def test_history_of_later_years_is_not_named_for_rotation() -> None:
    # A plan of 2019 is asked about when the tables have its own pairings, and those after it.
    before = ONE.but(history=["2018 D1 A1a"])
    since = ONE.but(history=["2018 D1 A1a", "2019 D1 A1a", "2020 D1 A1a"])
    answer = why_pair(
        Dataset.from_frames(None, **since.frames), since.policy, plan(before), "D1", "A1a"
    )
    assert zh(answer)[1:] == ["  最近 3 年联系过（N1 N2 三-1；history:2）"]


def test_one_that_was_ruled_out_is_barred_by_the_pin() -> None:
    answer = asked(ONE.but(pins=["L1 A1a forbid", "D1 A1a forbid"]), "D1", "A1a")
    assert zh(answer)[1:] == ["  领导已否定（N1 N2 三-1；pins:3）"]
    assert en(answer)[1:] == ["  it was ruled out by decision (N1 N2 三-1; pins:3)"]


def test_every_rule_that_bars_is_named_with_every_row_that_says_so() -> None:
    world = ONE.where("A1a", nominated=False).but(
        history=["2017 D1 A1a", "2018 D1 A1a"],
        recusals=["D1 county A1", "D1 city A"],
        pins=["D1 A1a forbid"],
    )
    assert zh(asked(world, "D1", "A1a"))[1:] == [
        "  今年没有推荐这个所（N1 N2 三-1；stations:2）",
        "  须回避（N8 六-2；recusals:2, recusals:3）",
        "  最近 3 年联系过（N1 N2 三-1；history:2, history:3）",
        "  领导已否定（N1 N2 三-1；pins:2）",
    ]


def test_an_english_answer_has_no_chinese_comma_between_its_rows() -> None:
    world = ONE.but(recusals=["D1 county A1", "D1 city A"])
    assert en(asked(world, "D1", "A1a"))[1:] == [
        "  it is recused (N8 六-2; recusals:2, recusals:3)"
    ]


DUTY = ONE.but(departments=[department("D1", 5), department("D2", 6, duty=True)])


@pytest.mark.parametrize("station", [None, "A1a"])
def test_a_department_on_village_duty_is_not_paired_at_all(station: str | None) -> None:
    answer = asked(DUTY, "D2", station)
    assert zh(answer) == ["处室D2（D2）承担驻村扶贫任务，不安排结对（N3 三-1 ¶2；departments:3）"]
    assert en(answer) == [
        "处室D2 (D2) is on village duty and not paired (N3 三-1 ¶2; departments:3)"
    ]
    assert answer.rows == ()


def test_a_department_on_village_duty_is_told_of_where_the_policy_pairs_it() -> None:
    answer = asked(DUTY.ruled("village_duty", exempts=("days",)), "D2")
    assert zh(answer)[0] == "处室D2（D2）联系 1 个所："


def refusal(world: World, *asked_of: str, made: Plan | None = None) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        asked(world, *asked_of, made=made)
    return caught.value.text("zh"), caught.value.text("en")


def test_an_unknown_unit_is_answered_with_the_nearest() -> None:
    told = (
        "UNIT: 查无编号“D11”；相近编号：处室D1（D1）",
        "UNIT: there is no 'D11'; perhaps 处室D1 (D1)?",
    )
    assert refusal(NEEDY, "D11") == refusal(NEEDY, "D11", "A1a") == told


def test_an_unknown_station_is_answered_with_the_nearest() -> None:
    told = (
        "STATION: 查无编号“B2aa”；相近编号：司法所B2a（B2a）",
        "STATION: there is no 'B2aa'; perhaps 司法所B2a (B2a)?",
    )
    assert refusal(NEEDY, "D1", "B2aa") == told


def test_an_unknown_name_that_is_near_nothing_is_only_unknown() -> None:
    assert refusal(NEEDY, "somebody") == (
        "UNIT: 查无编号“somebody”，应为数据表中的编号",
        "UNIT: there is no 'somebody'; expected an id",
    )
    assert refusal(NEEDY, "D1", "somewhere")[1] == (
        "STATION: there is no 'somewhere'; expected an id"
    )


def test_a_unit_whose_part_was_not_made_cannot_be_told_of() -> None:
    told = refusal(NEEDY, "D1", made=plan(NEEDY, *LEADERS))
    assert told[1].startswith("proof.json: has no proof of the departments part")


def test_a_part_is_named_in_chinese_in_a_chinese_sentence() -> None:
    told = refusal(NEEDY, "D1", made=plan(NEEDY, *LEADERS))[0]
    assert told.startswith("proof.json: 没有")
    assert "department" not in told


def test_nothing_is_priced_of_a_plan_that_is_not_the_best() -> None:
    worse = replace(plan(NEEDY), rows=plan(ONE.where("C2b", hardship=3)).pairs)
    with pytest.raises(NotBestError):
        asked(NEEDY, "L1", made=worse)


def test_nothing_is_priced_of_a_plan_with_a_pair_that_is_barred_now() -> None:
    with pytest.raises(NotBestError):
        asked(NEEDY.but(recusals=["L1 city A"]), "L1", made=plan(NEEDY))
