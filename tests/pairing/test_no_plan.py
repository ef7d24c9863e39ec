"""Why there is no plan, in a sentence with the numbers, the clauses and the rows, both ways."""

from typing import NamedTuple

import pytest

from planner.errors import NoPlanError, SolverError
from planner.pairing.case import Year
from planner.pairing.make import no_plan
from planner.pairing.units import PARTS, Part
from tests.audit.world import STATIONS, WORLD, World, department, leader
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset, plan


def only(*nominated: str, world: World = WORLD) -> World:
    for station in STATIONS:
        world = world.where(station, nominated=station in nominated)
    return world


def said(world: World, *parts: Part) -> tuple[str, str]:
    """Return the sentence in Chinese and in English."""
    with pytest.raises(NoPlanError) as caught:
        plan(world, *parts)
    assert caught.value.exit_code == 3
    return caught.value.sentence("zh"), caught.value.sentence("en")


BOTH_RECUSED = [f"D{n} city {city}" for n in (1, 2) for city in "BC"]
BARRED = only("A1a", "A2a", "A2b", "B1a", "C1a").but(
    recusals=["L1 station B1a"], history=["2018 L1 C1a"], pins=["L1 A1a forbid"]
)
SEVEN = WORLD.but(departments=[department(f"D{n}", 5) for n in range(1, 8)])


class Said(NamedTuple):
    """A world, the parts that are asked of it (both if none is named), and what is said."""

    world: World
    parts: tuple[Part, ...]
    zh: str
    en: str


SENTENCES: dict[str, Said] = {
    "one city": Said(
        only("A1a", "A2a"),
        LEADERS,
        "2019 年厅领导方案无法安排：厅领导L1（L1）至少需 2 个所（N1 三-1 ¶1）；推荐（12 个所中 10 "
        "个未推荐）之后可选的只剩 2 个所：司法所A1a（A1a）、司法所A2a（A2a）；"
        "同一厅领导在同一设区市至多 1 个（N1 三-1 ¶1，这里是A）；至多只能安排 1 个。",
        "There is no leaders' plan for 2019: 厅领导L1 (L1) must have 2 or more stations (N1 三-1 "
        "¶1); after nomination (10 of 12 stations are not nominated) the choice is down to 2: "
        "司法所A1a (A1a), 司法所A2a (A2a); a leader may have at most 1 in one city (N1 三-1 ¶1; "
        "here A); so at most 1 can be had.",
    ),
    "stations that take one unit each": Said(
        only("A1a", "B1a", "C1a", world=WORLD.but(leaders=[leader("L1"), leader("L2")])),
        LEADERS,
        "2019 年厅领导方案无法安排：厅领导L1（L1）、厅领导L2（L2）这 2 位厅领导至少共需 4 "
        "个所（N1 三-1 ¶1）；推荐（12 个所中 9 个未推荐）之后可选的只剩 3 个所：司法所A1a（A1a）、"
        "司法所B1a（B1a）、司法所C1a（C1a）；一个所至多 1 个单位（N8 六-2）；至多只能安排 3 个。",
        "There is no leaders' plan for 2019: 厅领导L1 (L1), 厅领导L2 (L2) (2 leaders) must have 4 "
        "or more stations in all (N1 三-1 ¶1); after nomination (9 of 12 stations are not "
        "nominated) the choice is down to 3: 司法所A1a (A1a), 司法所B1a (B1a), 司法所C1a (C1a); a "
        "station takes at most 1 (N8 六-2); so at most 3 can be had.",
    ),
    "a county that takes one": Said(
        only("A1a", "A1b", world=WORLD.ruled("stations", per_county=1)),
        DEPARTMENTS,
        "2019 年处室方案无法安排：处室D1（D1）、处室D2（D2）这 2 个处室至少共需 2 个所（N2 三-1 "
        "¶2）；推荐（12 个所中 10 个未推荐）之后可选的只剩 2 个所：司法所A1a（A1a）、"
        "司法所A1b（A1b）；A/A1 至多 1 个结对（N8 六-2）；至多只能安排 1 个。",
        "There is no departments' plan for 2019: 处室D1 (D1), 处室D2 (D2) (2 departments) must "
        "have 2 or more stations in all (N2 三-1 ¶2); after nomination (10 of 12 stations are not "
        "nominated) the choice is down to 2: 司法所A1a (A1a), 司法所A1b (A1b); A/A1 takes at most "
        "1 (N8 六-2); so at most 1 can be had.",
    ),
    "leaders in the way": Said(  # the leader takes all three that were nominated
        only("A1a", "B1a", "C1a"),
        (),
        "2019 年处室方案无法安排，原因仅在于现有厅领导方案已占用有关名额：处室D1（D1）至少需 1 "
        "个所（N2 三-1 ¶2）；推荐（12 个所中 9 个未推荐）之后可选的只剩 3 个所：司法所A1a（A1a）、"
        "司法所B1a（B1a）、司法所C1a（C1a）；一个所至多 1 个单位（N8 六-2），司法所A1a（A1a）、"
        "司法所B1a（B1a）、司法所C1a（C1a）已安排给厅领导；一个也无法安排。",
        "There is no departments' plan for 2019, and only because of the leaders' plan as made: "
        "处室D1 (D1) must have 1 or more stations (N2 三-1 ¶2); after nomination (9 of 12 "
        "stations are not nominated) the choice is down to 3: 司法所A1a (A1a), 司法所B1a (B1a), "
        "司法所C1a (C1a); a station takes at most 1 (N8 六-2) and the leaders have 司法所A1a "
        "(A1a), 司法所B1a (B1a), 司法所C1a (C1a); so none can be had.",
    ),
    "recused, whatever the leaders have": Said(
        only("A1a", "B1a", "C1a").but(recusals=BOTH_RECUSED),
        (),
        "2019 年处室方案无法安排：处室D1（D1）、处室D2（D2）这 2 个处室至少共需 2 个所（N2 三-1 "
        "¶2）；推荐（12 个所中 9 个未推荐）和回避（recusals:2, 3, 4, 5）之后可选的只剩 1 个所："
        "司法所A1a（A1a）；一个所至多 1 个单位（N8 六-2）；至多只能安排 1 个。",
        "There is no departments' plan for 2019: 处室D1 (D1), 处室D2 (D2) (2 departments) must "
        "have 2 or more stations in all (N2 三-1 ¶2); after nomination (9 of 12 stations are not "
        "nominated) and recusal (recusals:2, 3, 4, 5) the choice is down to 1: 司法所A1a (A1a); a "
        "station takes at most 1 (N8 六-2); so at most 1 can be had.",
    ),
    "pins for one station": Said(
        WORLD.but(pins=["D1 A1a require", "D2 A1a require"]),
        DEPARTMENTS,
        "2019 年处室方案无法安排：处室D1（D1）–司法所A1a（A1a）、处室D2（D2）–司法所A1a（A1a）这 "
        "2 对已经指定（pins:2, 3），必须安排（N1 N2 三-1）；一个所至多 1 个单位（N8 六-2）；"
        "至多只能安排 1 对。",
        "There is no departments' plan for 2019: 处室D1 (D1)–司法所A1a (A1a), 处室D2 "
        "(D2)–司法所A1a (A1a) (2 pairs), required by decision (pins:2, 3), must be made (N1 N2 "
        "三-1); a station takes at most 1 (N8 六-2); so at most 1 of them can be made.",
    ),
    "pins for a department of few people": Said(
        WORLD.but(pins=["D2 A1a require", "D2 B2a require"]),
        DEPARTMENTS,
        "2019 年处室方案无法安排：处室D2（D2）–司法所A1a（A1a）、处室D2（D2）–司法所B2a（B2a）这 "
        "2 对已经指定（pins:2, 3），必须安排（N1 N2 三-1）；处室D2（D2）至多 1 个所（N2 三-1 "
        "¶2）；至多只能安排 1 对。",
        "There is no departments' plan for 2019: 处室D2 (D2)–司法所A1a (A1a), 处室D2 "
        "(D2)–司法所B2a (B2a) (2 pairs), required by decision (pins:2, 3), must be made (N1 N2 "
        "三-1); 处室D2 (D2) may have at most 1 (N2 三-1 ¶2); so at most 1 of them can be made.",
    ),
    "a station kept for a department": Said(
        WORLD.but(pins=["L1 A1a require", "D1 A1a require"]),
        (),
        "2019 年厅领导方案无法安排：厅领导L1（L1）–司法所A1a（A1a）已经指定（pins:2），"
        "必须安排（N1 N2 三-1）；一个所至多 1 个单位（N8 六-2），司法所A1a（A1a）已指定给处室；"
        "一对也无法安排。",
        "There is no leaders' plan for 2019: 厅领导L1 (L1)–司法所A1a (A1a), required by decision "
        "(pins:2), must be made (N1 N2 三-1); a station takes at most 1 (N8 六-2) and 司法所A1a "
        "(A1a) is kept for departments by pins; so none can be made.",
    ),
    "too far": Said(  # every station but one is 60 minutes away
        WORLD.where("A1a", travel_minutes=59).ruled("travel", most_minutes=59),
        LEADERS,
        "2019 年厅领导方案无法安排：厅领导L1（L1）至少需 2 个所（N1 三-1 ¶1）；路途上限（单程至多 "
        "59 分钟，N7 四）之后可选的只剩 1 个所：司法所A1a（A1a）；至多只能安排 1 个。",
        "There is no leaders' plan for 2019: 厅领导L1 (L1) must have 2 or more stations (N1 三-1 "
        "¶1); after the limit of travel (at most 59 minutes one way, N7 四) the choice is down to "
        "1: 司法所A1a (A1a); so at most 1 can be had.",
    ),
    "hard stations in one city": Said(
        WORLD.where("A1a", hardship=2).where("A2a", hardship=3).ruled("stations", hard_percent=50),
        LEADERS,
        "2019 年厅领导方案无法安排：困难艰苦所的结对至少 2 个（3 个的 50%，一 六-3）；"
        "可选的困难艰苦所共 2 个：司法所A1a（A1a）、司法所A2a（A2a）；同一厅领导在同一设区市至多 "
        "1 个（N1 三-1 ¶1，这里是A）；至多只能安排 1 个。",
        "There is no leaders' plan for 2019: at least 2 pairings are to be at hard stations (50% "
        "of 3, 一 六-3); the choice of hard ones is 2: 司法所A1a (A1a), 司法所A2a (A2a); a leader "
        "may have at most 1 in one city (N1 三-1 ¶1; here A); so at most 1 can be had.",
    ),
    "nothing nominated": Said(
        only(),
        LEADERS,
        "2019 年厅领导方案无法安排：厅领导L1（L1）至少需 2 个所（N1 三-1 ¶1）；推荐（12 个所中 12 "
        "个未推荐）之后没有可选的所。",
        "There is no leaders' plan for 2019: 厅领导L1 (L1) must have 2 or more stations (N1 三-1 "
        "¶1); after nomination (12 of 12 stations are not nominated) nothing is left to choose.",
    ),
    "rotation and recusal": Said(  # what was ruled out is A1a, in the city of the two that are left
        BARRED,
        LEADERS,
        "2019 年厅领导方案无法安排：厅领导L1（L1）至少需 2 个所（N1 三-1 ¶1）；推荐（12 个所中 7 "
        "个未推荐）、回避（recusals:2）和轮换（history:2）之后可选的只剩 2 个所："
        "司法所A2a（A2a）、司法所A2b（A2b）；同一厅领导在同一设区市至多 1 个（N1 三-1 ¶1，这里是"
        "A）；至多只能安排 1 个。",
        "There is no leaders' plan for 2019: 厅领导L1 (L1) must have 2 or more stations (N1 三-1 "
        "¶1); after nomination (7 of 12 stations are not nominated), recusal (recusals:2) and "
        "rotation (history:2) the choice is down to 2: 司法所A2a (A2a), 司法所A2b (A2b); a leader "
        "may have at most 1 in one city (N1 三-1 ¶1; here A); so at most 1 can be had.",
    ),
    "more names than are said": Said(
        only("A1a", "A2a", "B1a", "B2a", "C1a", "C2a", world=SEVEN),
        DEPARTMENTS,
        "2019 年处室方案无法安排：处室D1（D1）、处室D2（D2）、处室D3（D3）、处室D4（D4）、"
        "处室D5（D5）、处室D6（D6）等 7 个处室至少共需 7 个所（N2 三-1 ¶2）；推荐（12 个所中 6 "
        "个未推荐）之后可选的只剩 6 个所：司法所A1a（A1a）、司法所A2a（A2a）、司法所B1a（B1a）、"
        "司法所B2a（B2a）、司法所C1a（C1a）、司法所C2a（C2a）；一个所至多 1 个单位（N8 六-2）；"
        "至多只能安排 6 个。",
        "There is no departments' plan for 2019: 处室D1 (D1), 处室D2 (D2), 处室D3 (D3), 处室D4 "
        "(D4), 处室D5 (D5), 处室D6 (D6) … (7 departments) must have 7 or more stations in all (N2 "
        "三-1 ¶2); after nomination (6 of 12 stations are not nominated) the choice is down to 6: "
        "司法所A1a (A1a), 司法所A2a (A2a), 司法所B1a (B1a), 司法所B2a (B2a), 司法所C1a (C1a), "
        "司法所C2a (C2a); a station takes at most 1 (N8 六-2); so at most 6 can be had.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_says_why(name: str) -> None:
    one = SENTENCES[name]
    assert said(one.world, *one.parts) == (one.zh, one.en)


def test_a_conflict_names_no_more_units_than_it_needs() -> None:
    # Eight departments, one station: two of them are enough to say why.
    world = WORLD.but(departments=[department(f"D{n}", 5) for n in range(1, 9)])
    zh, _ = said(only("A1a", world=world), *DEPARTMENTS)
    assert "处室D1（D1）、处室D2（D2）这 2 个处室至少共需 2 个所" in zh


def error(world: World, part: Part, *parts: Part) -> NoPlanError:
    """Return the error of one part, where `parts` were asked for."""
    year = Year(dataset(world), world.policy, world.year)
    case = year.case(part, year.field(), None)
    return no_plan(year.dataset, case, year.year, parts or PARTS)


def test_the_text_is_the_sentence_and_the_repairs() -> None:
    found = error(WORLD.but(pins=["D1 A1a require", "D2 A1a require"]), *DEPARTMENTS, "departments")
    assert found.text("zh").splitlines() == [
        found.sentence("zh"),
        "采取下列任一调整即可形成方案，共 3 种：",
        "  1. 撤销对处室D1（D1）–司法所A1a（A1a）的指定（pins:2）",
        "  2. 撤销对处室D2（D2）–司法所A1a（A1a）的指定（pins:3）",
        "  3. 把 stations.units 由 1 改为 2（N8 六-2）",
    ]
    assert found.text("en").splitlines()[1:] == [
        "Any one of these 3 changes makes it possible:",
        "  1. drop the pin that requires 处室D1 (D1)–司法所A1a (A1a) (pins:2)",
        "  2. drop the pin that requires 处室D2 (D2)–司法所A1a (A1a) (pins:3)",
        "  3. set stations.units from 1 to 2 (N8 六-2)",
    ]


def test_repairs_are_of_the_parts_that_were_asked_for() -> None:
    # Two stations, one city: more of them in one city is enough for the leader, but he takes both.
    world = only("A1a", "A2a")
    alone, both = error(world, "leaders", "leaders"), error(world, "leaders")
    assert "  2. 把 leaders.per_city 由 1 改为 2（N1 三-1 ¶1）" in alone.text("zh")
    assert "单独一处调整均不可行" in both.text("zh")


def test_a_solver_without_an_answer_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object) -> None:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.allocation.conflict.solve", silent)
    with pytest.raises(SolverError):
        error(only("A1a", "A2a"), "leaders").sentence("zh")
