"""Why a unit has a station, or what it would cost: allowed pairs and their prices."""

from tests.audit.world import WORLD, department
from tests.pairing.stories import NEEDY, ONE, asked, en, zh
from tests.pairing.tiny import DEPARTMENTS, pairs, plan


def test_one_in_the_plan_is_told_with_what_is_lost_without_it() -> None:
    answer = asked(NEEDY, "L1", "A1a")
    assert zh(answer) == [
        "方案已安排厅领导L1（L1）联系司法所A1a（A1a）；如不安排：需求指数之和减少 14"
    ]
    assert en(answer) == [
        "the plan has 司法所A1a (A1a) for 厅领导L1 (L1); without it: need served: 14 less"
    ]
    assert answer.rows[0]["chosen"]


def test_one_that_costs_something_is_told_with_its_price() -> None:
    answer = asked(NEEDY, "D1", "B1b")
    assert zh(answer) == ["处室D1（D1）可改为联系司法所B1b（B1b），代价为需求指数之和减少 26"]
    assert en(answer) == ["处室D1 (D1) can have 司法所B1b (B1b), but: need served: 26 less"]
    assert (answer.rows[0]["first_goal"], answer.rows[0]["by"]) == ("need", 26)


def test_what_is_gained_after_the_first_loss_is_told_as_well() -> None:
    answer = asked(NEEDY, "D1", "C1a")
    assert zh(answer) == [
        (
            "处室D1（D1）可改为联系司法所C1a（C1a），代价为申报得分减少 2 分"
            "（后续目标：需求指数之和减少 13，专长匹配增加 1 个）"
        )
    ]


def test_a_county_less_is_told_as_such() -> None:
    # D1 of 12 people has two in two counties; with both in A1 it covers one county less.
    world = WORLD.but(departments=[department("D1", 12)], pins=["D1 A1a require"])
    world = world.ruled("goals", departments=("coverage", "counties", "tie"))
    made = plan(world, *DEPARTMENTS)
    answer = asked(world, "D1", "A1b", made)
    assert zh(answer) == ["处室D1（D1）可改为联系司法所A1b（A1b），代价为全省覆盖减少 1 个县"]
    assert en(answer) == ["处室D1 (D1) can have 司法所A1b (A1b), but: counties covered: 1 fewer"]


def test_one_that_is_as_good_is_free_to_choose() -> None:
    # All stations are alike, and only the hash decided.
    answer = asked(ONE, "L1", next(one for one in ("B1a", "B1b") if f"L1 {one}" not in _taken()))
    assert zh(answer)[0].endswith("：各项目标值均不变，可互换")
    assert en(answer)[0].endswith("as well: no goal is any worse: equally good, free to choose")
    assert answer.rows[0]["free"]


def _taken() -> list[str]:
    return pairs(plan(ONE))


def test_one_in_the_plan_that_others_could_replace_is_told_as_equally_good() -> None:
    (pair,) = pairs(plan(ONE), "leaders")
    answer = asked(ONE, "L1", pair.removeprefix("L1 "))
    assert zh(answer)[0].endswith("如不安排：各项目标值均不变，可互换")


def test_one_that_is_required_has_no_price() -> None:
    answer = asked(ONE.but(pins=["D1 A1a require"]), "D1", "A1a")
    assert zh(answer) == [
        (
            "方案已安排处室D1（D1）联系司法所A1a（A1a）：已经指定（N1 N2 三-1；pins:2），"
            "撤销指定才能不安排"
        )
    ]
    assert en(answer) == [
        (
            "the plan has 司法所A1a (A1a) for 处室D1 (D1): "
            "it is required by decision (N1 N2 三-1; pins:2), and stays until the pin is dropped"
        )
    ]
    story = asked(ONE.but(pins=["D1 A1a require"]), "D1")
    assert zh(story)[1].endswith("如不安排：已经指定，不能不安排")


def test_a_required_one_is_told_so_whatever_nomination_and_rotation_say() -> None:
    world = ONE.but(pins=["D1 A1a require"], history=["2018 D1 A1a"]).where("A1a", nominated=False)
    assert "required by decision" in en(asked(world, "D1", "A1a"))[0]


def test_the_only_one_that_a_unit_may_have_is_told_as_such() -> None:
    barred = ["D1 city B", "D1 city C", "D1 county A2", "D1 station A1b"]
    world = ONE.but(recusals=barred)
    (told,) = en(asked(world, "D1", "A1a", plan(world, *DEPARTMENTS)))
    assert told == (
        "the plan has 司法所A1a (A1a) for 处室D1 (D1); without it there is no plan: 处室D1 (D1) "
        "must have 1 or more stations (N2 三-1 ¶2); there is a choice of 1: 司法所A1a (A1a)"
    )
