"""Why a unit has its stations and why not another, told of plans that one can make by eye.

One leader and D1 have one station each. A1a needs 55, B1a 41, C1a 28 and every other station 15:
the leader is at A1a. D1 has wished for county B1 second, so it is at B1a.
"""

from dataclasses import replace
from typing import Any

import pytest

from planner.dataset import Dataset
from planner.errors import InputError
from planner.pairing.gifts import gift_sentence
from planner.pairing.losses import loss_sentence
from planner.pairing.plan import Plan
from planner.pairing.prices import NotBestError
from planner.pairing.why import RUNNERS_UP, Answer, why_pair, why_unit
from planner.policy import STABILITY
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from tests.audit.world import WORLD, World, department
from tests.pairing.tiny import DEPARTMENTS, LEADERS, case, dataset, pairs, plan, values, worth

ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5, topics="普法")])
NEEDY = (
    ONE.where("A1a", hardship=3)
    .where("B1a", hardship=2)
    .where("C1a", hardship=1, focus="普法")
    .but(wishes=["D1 2 county B1"])
)


def asked(world: World, unit: str, station: str | None = None, made: Plan | None = None) -> Answer:
    """Return the answer about a unit, or about a unit and a station."""
    made = plan(world) if made is None else made
    if station is None:
        return why_unit(dataset(world), world.policy, made, unit)
    return why_pair(dataset(world), world.policy, made, unit, station)


def zh(answer: Answer) -> list[str]:
    return [sentence.text("zh") for sentence in answer.sentences]


def en(answer: Answer) -> list[str]:
    return [sentence.text("en") for sentence in answer.sentences]


def test_the_plan_of_these_stories_is_as_told() -> None:
    assert pairs(plan(NEEDY)) == ["L1 A1a", "D1 B1a"]


def test_the_story_of_a_leader() -> None:
    # Without A1a he has B1a: 55 - 41 = 14 less. With C1a 55 - 28 = 27, elsewhere 55 - 15 = 40.
    answer = asked(NEEDY, "L1")
    assert zh(answer)[:4] == [
        "L1 厅领导L1 联系 1 个所：",
        (
            "  A1a 司法所A1a（AA1）：结对加 1 个，不影响各市均衡，新覆盖 1 个县，"
            "需求指数 55，单程 60 分钟；不安排它：需求指数之和少 14"
        ),
        "代价最小的 3 个其他选择：",
        "  B1a 司法所B1a：需求指数之和少 14",
    ]
    assert en(answer)[1:5] == [
        (
            "  A1a 司法所A1a (AA1): 1 pairing, city balance unchanged, a county of its own, "
            "need 55, 60 minutes one way; without it: need served: 14 less"
        ),
        "The 3 cheapest alternatives:",
        "  B1a 司法所B1a: need served: 14 less",
        "  C1a 司法所C1a: need served: 27 less",
    ]
    assert en(answer)[5].endswith(": need served: 40 less")


def test_the_story_of_a_department() -> None:
    # Without B1a it has B1b, wished for as well: 41 - 15 = 26 less. C1a is not: 4 - 2 points fewer.
    answer = asked(NEEDY, "D1")
    assert zh(answer)[:5] == [
        "D1 处室D1 联系 1 个所：",
        (
            "  B1a 司法所B1a（BB1）：结对加 1 个，不影响各市均衡，新覆盖 1 个县，"
            "第 2 志愿（2 分），需求指数 41，专长不相符，单程 60 分钟；不安排它：需求指数之和少 26"
        ),
        "代价最小的 3 个其他选择：",
        "  B1b 司法所B1b：需求指数之和少 26",
        "  C1a 司法所C1a：申报得分少 2（其后：需求指数之和少 13，专长相符多 1 个）",
    ]
    assert en(answer)[1:5] == [
        (
            "  B1a 司法所B1a (BB1): 1 pairing, city balance unchanged, a county of its own, "
            "wish 2 (points: 2), need 41, does not fit its expertise, "
            "60 minutes one way; without it: need served: 26 less"
        ),
        "The 3 cheapest alternatives:",
        "  B1b 司法所B1b: need served: 26 less",
        (
            "  C1a 司法所C1a: wishes met: 2 points fewer "
            "(and then: need served: 13 less, fits of expertise: 1 more)"
        ),
    ]


def test_a_station_that_fits_and_was_not_wished_for_is_told_so() -> None:
    world = NEEDY.but(wishes=[]).where("A1a", hardship=0).where("C1a", hardship=3)
    answer = asked(world, "D1", made=plan(world, *DEPARTMENTS))
    assert "未申报，需求指数 55，专长相符，单程 60 分钟" in zh(answer)[1]
    assert "not wished for, need 55, fits its expertise, 60 minutes one way" in en(answer)[1]


def test_a_story_has_a_line_for_every_station_and_the_cheapest_three_others() -> None:
    answer = asked(WORLD, "L1")
    assert zh(answer)[0] == "L1 厅领导L1 联系 3 个所："
    assert len(answer.sentences) == 1 + 3 + 1 + RUNNERS_UP
    # Each of the three cities is due one of the three.
    for sentence in zh(answer)[1:4]:
        assert "使该市够到应有的数（各市均衡偏差减 1）" in sentence
    assert [row["chosen"] for row in answer.rows] == [True] * 3 + [False] * RUNNERS_UP


def test_the_runners_up_are_the_cheapest_and_come_cheapest_first() -> None:
    answer = asked(NEEDY, "D1")
    goals = ("coverage", "balance", "counties", "wishes", "need", "fit", "travel", "tie")
    prices = [tuple(row[goal] for goal in goals) for row in answer.rows[1:]]
    assert prices == sorted(prices)


def test_the_figures_behind_a_story_are_plain_rows() -> None:
    first = asked(NEEDY, "L1").rows[0]
    assert (first["unit_id"], first["station_id"]) == ("L1", "A1a")
    assert (first["first_goal"], first["by"], first["need"]) == ("need", 14, 14)


def test_a_unit_with_a_single_choice_has_no_others_to_tell_of() -> None:
    barred = [f"D1 city {city}" for city in "AC"] + ["D1 county B2", "D1 station B1b"]
    answer = asked(NEEDY.but(recusals=barred), "D1")
    assert len(answer.sentences) == 2
    assert zh(answer)[1].endswith("不安排它：就排不出方案")
    assert en(answer)[1].endswith("without it: there is no plan")


def test_where_rules_cut_across_the_unit_s_own_stations_are_told_of() -> None:
    # All at hard stations: A1a and B1a are the only ones.
    answer = asked(NEEDY.ruled("stations", hard_percent=100), "L1")
    assert zh(answer)[1].endswith("不安排它：需求指数之和少 14")


def test_one_in_the_plan_is_told_with_what_is_lost_without_it() -> None:
    answer = asked(NEEDY, "L1", "A1a")
    assert zh(answer) == ["方案已安排 L1 联系 A1a 司法所A1a；不安排它：需求指数之和少 14"]
    assert en(answer) == ["the plan has A1a 司法所A1a for L1; without it: need served: 14 less"]
    assert answer.rows[0]["chosen"]


def test_one_that_costs_something_is_told_with_its_price() -> None:
    answer = asked(NEEDY, "D1", "B1b")
    assert zh(answer) == ["D1 选 B1b 司法所B1b 可以，但需求指数之和少 26"]
    assert en(answer) == ["D1 can have B1b 司法所B1b, but: need served: 26 less"]
    assert (answer.rows[0]["first_goal"], answer.rows[0]["by"]) == ("need", 26)


def test_what_is_gained_after_the_first_loss_is_told_as_well() -> None:
    answer = asked(NEEDY, "D1", "C1a")
    assert zh(answer) == [
        "D1 选 C1a 司法所C1a 可以，但申报得分少 2（其后：需求指数之和少 13，专长相符多 1 个）"
    ]


def test_a_county_less_is_told_as_such() -> None:
    # D1 of 12 people has two in two counties; with both in A1 it covers one county less.
    world = WORLD.but(departments=[department("D1", 12)], pins=["D1 A1a require"])
    world = world.ruled("goals", departments=("coverage", "counties", "tie"))
    made = plan(world, *DEPARTMENTS)
    answer = asked(world, "D1", "A1b", made)
    assert zh(answer) == ["D1 选 A1b 司法所A1b 可以，但全省少覆盖 1 个县"]
    assert en(answer) == ["D1 can have A1b 司法所A1b, but: counties covered: 1 fewer"]


def test_one_that_is_as_good_is_free_to_choose() -> None:
    # All stations are alike, and only the hash decided.
    answer = asked(ONE, "L1", next(one for one in ("B1a", "B1b") if f"L1 {one}" not in _taken()))
    assert zh(answer)[0].endswith("也可以：各项目标都不受影响，一样好，可以自由选择")
    assert en(answer)[0].endswith("as well: no goal is any worse: equally good, free to choose")
    assert answer.rows[0]["free"]


def _taken() -> list[str]:
    return pairs(plan(ONE))


def test_one_in_the_plan_that_others_could_replace_is_told_as_equally_good() -> None:
    (pair,) = pairs(plan(ONE), "leaders")
    answer = asked(ONE, "L1", pair.removeprefix("L1 "))
    assert zh(answer)[0].endswith("不安排它：各项目标都不受影响，一样好")


def test_one_that_the_leaders_have_is_told_with_what_would_free_it() -> None:
    # Without A1a the leader has B1a: 55 - 41 = 14 less.
    answer = asked(NEEDY, "D1", "A1a")
    assert zh(answer) == [
        "D1 现在不能选 A1a 司法所A1a：",
        "  厅领导方案已安排 L1–A1a，一个所至多 1 个单位（N8 六-2）",
        (
            "  要空出这个位置：在 pins 表中指定这一对后重排，"
            "厅领导方案让出它的代价是：需求指数之和少 14"
        ),
    ]
    assert en(answer) == [
        "D1 can't have A1a 司法所A1a now:",
        "  the leaders' plan has L1–A1a, and a station takes at most 1 (N8 六-2)",
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
    assert zh(answer)[1] == ("  厅领导方案在 A/A1 已安排 L1–A1a，一个县至多 1 个结对（N8 六-2）")
    assert en(answer)[1:] == [
        "  the leaders' plan has L1–A1a in A/A1, which takes at most 1 (N8 六-2)",
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
        "  the departments' plan has D1–B1a, and a station takes at most 1 (N8 六-2)",
        "  to free the place, require this pair in the pins and plan both parts again",
    ]


def test_one_that_is_kept_for_a_required_pair_is_told_with_the_pin() -> None:
    answer = asked(NEEDY.but(pins=["D1 A1a require"]), "L1", "A1a")
    assert zh(answer) == [
        "L1 现在不能选 A1a 司法所A1a：",
        ("  D1–A1a 已经指定（pins:2），一个所至多 1 个单位（N8 六-2）；撤销指定并重排，才能考虑"),
    ]
    assert en(answer)[1] == (
        "  D1–A1a is required by decision (pins:2), and a station takes at most 1 (N8 六-2); "
        "it is free only when the pin is dropped and the year planned again"
    )


def test_one_in_a_county_kept_for_required_pairs_is_told_with_the_pins() -> None:
    world = NEEDY.ruled("stations", per_county=1).but(pins=["D1 A1a require"])
    assert en(asked(world, "L1", "A1b"))[1] == (
        "  D1–A1a in A/A1 are required by decision (pins:2), and it takes at most 1 (N8 六-2); "
        "there is room only when a pin is dropped and the year planned again"
    )


def test_one_beside_a_required_one_is_told_with_the_rules_where_one_is_all_there_may_be() -> None:
    assert en(asked(ONE.but(pins=["D1 A1a require"]), "D1", "B1a")) == [
        "D1 can't have B1a 司法所B1a now:",
        "  D1–A1a, required by decision (pins:2), must be made (N1 N2 三-1)",
        "  D1 may have at most 1 (N2 三-1 ¶2)",
    ]


def test_one_that_another_unit_can_not_do_without_is_told_with_what_that_must_have() -> None:
    # D2 has nothing but A1a.
    barred = ["D2 city B", "D2 city C", "D2 county A2", "D2 station A1b"]
    world = ONE.but(departments=[department("D1", 5), department("D2", 5)], recusals=barred)
    made = plan(world, *DEPARTMENTS)
    assert en(asked(world, "D1", "A1a", made)) == [
        "D1 can't have A1a 司法所A1a now:",
        "  D2 must have 1 or more stations (N2 三-1 ¶2)",
        "  a station takes at most 1 (N8 六-2)",
    ]


def test_one_that_is_required_has_no_price() -> None:
    answer = asked(ONE.but(pins=["D1 A1a require"]), "D1", "A1a")
    assert zh(answer) == [
        "方案已安排 D1 联系 A1a 司法所A1a：已经指定（N1 N2 三-1；pins:2），撤销指定才能不安排"
    ]
    assert en(answer) == [
        (
            "the plan has A1a 司法所A1a for D1: it is required by decision (N1 N2 三-1; pins:2), "
            "and stays until the pin is dropped"
        )
    ]
    story = asked(ONE.but(pins=["D1 A1a require"]), "D1")
    assert zh(story)[1].endswith("不安排它：已经指定，不能不安排")


def test_a_required_one_is_told_so_whatever_nomination_and_rotation_say() -> None:
    world = ONE.but(pins=["D1 A1a require"], history=["2018 D1 A1a"]).where("A1a", nominated=False)
    assert "required by decision" in en(asked(world, "D1", "A1a"))[0]


def test_the_only_one_that_a_unit_may_have_is_told_as_such() -> None:
    barred = ["D1 city B", "D1 city C", "D1 county A2", "D1 station A1b"]
    world = ONE.but(recusals=barred)
    assert en(asked(world, "D1", "A1a", plan(world, *DEPARTMENTS))) == [
        "the plan has A1a 司法所A1a for D1; without it there is no plan"
    ]


def test_a_pairing_gives_each_goal_what_the_plan_has_less_without_it() -> None:
    # D1 of 12 people has two; without either the plan is the other alone.
    world = NEEDY.but(departments=[department("D1", 12, topics="普法")])
    made = plan(world, *DEPARTMENTS)
    some, own = case(world, "departments"), pairs(made)
    rows = asked(world, "D1", made=made).rows[:2]
    assert len(own) == 2
    for row in rows:
        rest = [pair for pair in own if pair != f"D1 {row['station_id']}"]
        for goal, given in row["gives"].items():
            assert given == worth(some, goal, own) - worth(some, goal, rest)


def test_a_pairing_in_the_county_of_another_is_told_to_cover_none() -> None:
    world = ONE.but(departments=[department("D1", 12)], pins=["D1 A1a require", "D1 A1b require"])
    told = en(asked(world, "D1", made=plan(world, *DEPARTMENTS)))
    assert all("its county has another pairing" in one for one in told[1:3])


def test_only_the_goals_of_the_order_are_told_of() -> None:
    world = ONE.ruled("goals", leaders=("coverage", "need", "tie"))
    story = zh(asked(world, "L1", made=plan(world, *LEADERS)))[1]
    assert "：结对加 1 个，需求指数 15；不安排它" in story


def test_every_goal_has_words_for_what_it_is_given() -> None:
    for goal in {*LEADER_GOALS, *DEPARTMENT_GOALS, STABILITY} - {"tie"}:
        for amount in (-1, 0) if goal == STABILITY else (-1, 0, 1):
            assert gift_sentence({goal: amount}, 1).text("zh")


def test_one_that_was_not_nominated_is_barred_by_its_own_row() -> None:
    # The header is row 1, A1a the first station.
    answer = asked(ONE.where("A1a", nominated=False), "D1", "A1a")
    assert zh(answer) == [
        "D1 不能联系 A1a 司法所A1a：",
        "  今年没有推荐这个所（N1 N2 三-1；stations:2）",
    ]
    assert en(answer) == [
        "D1 may not have A1a 司法所A1a:",
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
    assert zh(answer) == ["D2 承担驻村扶贫任务，不安排结对（N3 三-1 ¶2；departments:3）"]
    assert en(answer) == ["D2 is on village duty and not paired (N3 三-1 ¶2; departments:3)"]
    assert answer.rows == ()


def test_a_department_on_village_duty_is_told_of_where_the_policy_pairs_it() -> None:
    answer = asked(DUTY.ruled("village_duty", exempts=("days",)), "D2")
    assert zh(answer)[0] == "D2 处室D2 联系 1 个所："


def refusal(world: World, *asked_of: str, made: Plan | None = None) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        asked(world, *asked_of, made=made)
    return caught.value.text("zh"), caught.value.text("en")


def test_an_unknown_unit_is_answered_with_the_nearest() -> None:
    told = ("UNIT: 没有 “D11”，是不是 “D1”？", "UNIT: there is no 'D11'; perhaps 'D1'?")
    assert refusal(NEEDY, "D11") == refusal(NEEDY, "D11", "A1a") == told


def test_an_unknown_station_is_answered_with_the_nearest() -> None:
    told = ("STATION: 没有 “B2aa”，是不是 “B2a”？", "STATION: there is no 'B2aa'; perhaps 'B2a'?")
    assert refusal(NEEDY, "D1", "B2aa") == told


def test_an_unknown_name_that_is_near_nothing_is_only_unknown() -> None:
    assert refusal(NEEDY, "somebody") == (
        "UNIT: 没有 “somebody”，应为数据表中的编号",
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
    worse = replace(plan(NEEDY), pairs=plan(ONE.where("C2b", hardship=3)).pairs)
    with pytest.raises(NotBestError):
        asked(NEEDY, "L1", made=worse)


def test_nothing_is_priced_of_a_plan_with_a_pair_that_is_barred_now() -> None:
    with pytest.raises(NotBestError):
        asked(NEEDY.but(recusals=["L1 city A"]), "L1", made=plan(NEEDY))


def losses(**some: int) -> tuple[str, str]:
    sentence = loss_sentence(some)
    return sentence.text("zh"), sentence.text("en")


@pytest.mark.parametrize("some", [{}, {"need": 0, "tie": 0}, {"need": 0, "tie": 7}, {"tie": -7}])
def test_no_loss_but_of_the_tie_is_equally_good(some: dict[str, int]) -> None:
    assert losses(**some) == ("各项目标都不受影响，一样好", "no goal is any worse: equally good")


@pytest.mark.parametrize(
    ("goal", "amount", "zh_text", "en_text"),
    [
        ("coverage", 1, "少 1 个结对", "pairings: 1 fewer"),
        ("coverage", -1, "多 1 个结对", "pairings: 1 more"),
        ("balance", 2, "各市均衡偏差增加 2", "city imbalance: 2 more"),
        ("balance", -2, "各市均衡偏差减少 2", "city imbalance: 2 less"),
        ("counties", 1, "全省少覆盖 1 个县", "counties covered: 1 fewer"),
        ("counties", -1, "全省多覆盖 1 个县", "counties covered: 1 more"),
        ("wishes", 3, "申报得分少 3", "wishes met: 3 points fewer"),
        ("wishes", -3, "申报得分多 3", "wishes met: 3 points more"),
        ("need", 9, "需求指数之和少 9", "need served: 9 less"),
        ("need", -9, "需求指数之和多 9", "need served: 9 more"),
        ("fit", 1, "专长相符少 1 个", "fits of expertise: 1 fewer"),
        ("fit", -1, "专长相符多 1 个", "fits of expertise: 1 more"),
        ("travel", 60, "单程路途多 60 分钟", "minutes one way: 60 more"),
        ("travel", -60, "单程路途少 60 分钟", "minutes one way: 60 fewer"),
    ],
)
def test_a_loss_and_a_gain_of_every_goal_is_in_natural_units(
    goal: str, amount: int, zh_text: str, en_text: str
) -> None:
    assert losses(**{goal: amount, "tie": 5}) == (zh_text, en_text)


def test_several_losses_are_told_in_the_goals_order() -> None:
    told = losses(coverage=0, counties=1, wishes=-3, need=0, travel=20, tie=4)
    assert told == (
        "全省少覆盖 1 个县（其后：申报得分多 3，单程路途多 20 分钟）",
        "counties covered: 1 fewer (and then: wishes met: 3 points more, minutes one way: 20 more)",
    )


def test_every_goal_of_every_part_has_its_words() -> None:
    goals: Any = WORLD.policy.goals
    for goal in {*goals.leaders, *goals.departments} - {"tie"}:
        assert losses(**{goal: 1}) != losses(**{goal: -1})
