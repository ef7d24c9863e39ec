"""The story of a unit: what its pairings give to every goal, and the others it could have."""

from planner.pairing.why import RUNNERS_UP, contribution_sentence
from planner.policy import STABILITY
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from tests.audit.world import WORLD, department
from tests.pairing.stories import NEEDY, ONE, asked, en, zh
from tests.pairing.tiny import DEPARTMENTS, LEADERS, case, pairs, plan, worth


def test_the_plan_of_these_stories_is_as_told() -> None:
    assert pairs(plan(NEEDY)) == ["L1 A1a", "D1 B1a"]


def test_the_story_of_a_leader() -> None:
    # Without A1a he has B1a: 55 - 41 = 14 less. With C1a 55 - 28 = 27, elsewhere 55 - 15 = 40.
    answer = asked(NEEDY, "L1")
    assert zh(answer)[:4] == [
        "厅领导L1（L1）联系 1 个所：",
        (
            "  司法所A1a（A1a），AA1：结对加 1 个，不影响各市均衡，新覆盖 1 个县，"
            "需求指数 55，单程 60 分钟；如不安排：需求指数之和减少 14"
        ),
        "代价最小的 3 个其他选择：",
        "  司法所B1a（B1a）：需求指数之和减少 14",
    ]
    assert en(answer)[1:5] == [
        (
            "  司法所A1a (A1a), AA1: 1 pairing, city balance unchanged, a county of its own, "
            "need 55, 60 minutes one way; without it: need served: 14 less"
        ),
        "The 3 cheapest alternatives:",
        "  司法所B1a (B1a): need served: 14 less",
        "  司法所C1a (C1a): need served: 27 less",
    ]
    assert en(answer)[5].endswith(": need served: 40 less")


def test_the_story_of_a_department() -> None:
    # Without B1a it has B1b, wished for as well: 41 - 15 = 26 less. C1a is not: 4 - 2 points fewer.
    answer = asked(NEEDY, "D1")
    assert zh(answer)[:5] == [
        "处室D1（D1）联系 1 个所：",
        (
            "  司法所B1a（B1a），BB1：结对加 1 个，不影响各市均衡，新覆盖 1 个县，"
            "第 2 志愿（2 分），需求指数 41，专长不匹配，单程 60 分钟；"
            "如不安排：需求指数之和减少 26"
        ),
        "代价最小的 3 个其他选择：",
        "  司法所B1b（B1b）：需求指数之和减少 26",
        "  司法所C1a（C1a）：申报得分减少 2 分（后续目标：需求指数之和减少 13，专长匹配增加 1 个）",
    ]
    assert en(answer)[1:5] == [
        (
            "  司法所B1a (B1a), BB1: 1 pairing, city balance unchanged, a county of its own, "
            "wish 2 (points: 2), need 41, does not fit its expertise, "
            "60 minutes one way; without it: need served: 26 less"
        ),
        "The 3 cheapest alternatives:",
        "  司法所B1b (B1b): need served: 26 less",
        (
            "  司法所C1a (C1a): points of wishes met: 2 fewer "
            "(and then: need served: 13 less, fits of expertise: 1 more)"
        ),
    ]


def test_a_station_that_fits_and_was_not_wished_for_is_told_so() -> None:
    world = NEEDY.but(wishes=[]).where("A1a", hardship=0).where("C1a", hardship=3)
    answer = asked(world, "D1", made=plan(world, *DEPARTMENTS))
    assert "未申报，需求指数 55，专长匹配，单程 60 分钟" in zh(answer)[1]
    assert "not wished for, need 55, fits its expertise, 60 minutes one way" in en(answer)[1]


def test_a_story_has_a_line_for_every_station_and_the_cheapest_three_others() -> None:
    answer = asked(WORLD, "L1")
    assert zh(answer)[0] == "厅领导L1（L1）联系 3 个所："
    assert len(answer.sentences) == 1 + 3 + 1 + RUNNERS_UP
    # Each of the three cities is due one of the three.
    for sentence in zh(answer)[1:4]:
        assert "使该市达到应有数量（各市均衡偏差减 1）" in sentence
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
    assert zh(answer)[1].endswith(
        "如不安排：即无可行方案（处室D1（D1）至少需 1 个所（N2 三-1 ¶2）；"
        "可选的共 1 个所：司法所B1a（B1a））"
    )
    assert "without it: there is no plan (处室D1 (D1) must have 1 or more" in en(answer)[1]


def test_where_rules_cut_across_the_unit_s_own_stations_are_told_of() -> None:
    # All at hard stations: A1a and B1a are the only ones.
    answer = asked(NEEDY.ruled("stations", hard_percent=100), "L1")
    assert zh(answer)[1].endswith("如不安排：需求指数之和减少 14")


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
    assert "：结对加 1 个，需求指数 15；如不安排" in story


def test_every_goal_has_words_for_what_it_is_given() -> None:
    for goal in {*LEADER_GOALS, *DEPARTMENT_GOALS, STABILITY} - {"tie"}:
        for amount in (-1, 0) if goal == STABILITY else (-1, 0, 1):
            assert contribution_sentence({goal: amount}, 1).text("zh")
