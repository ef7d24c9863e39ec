"""The frames of a year of postings, counted by hand, and what must never be in them."""

import datetime as dt
from pathlib import Path
from typing import Any

import polars as pl

from planner.notebook import due_soon, funnel, lapsing, matters, pairs, sent
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.postings.data import PostingsData
from planner.postings.exchange.plan import SCHEMA as EXCHANGED
from planner.postings.year import PostingsYear
from tests.postings import tiny

BIRTH = dt.date(1968, 9, 9)  # 51 on 9 September 2019: the last eligible day is the 8th.
CADRES: list[dict[str, Any]] = [
    {"cadre_id": "C1"},
    {"cadre_id": "C2", "name": "干部二", "birth_date": dt.date(1965, 1, 1)},  # 54: too old for A
    {"cadre_id": "C3", "grassroots_months": 1},
    {"cadre_id": "C4", "grassroots_months": None},
    {"cadre_id": "C5", "village_duty": True},
    {"cadre_id": "C6", "birth_date": BIRTH, "native_county": "c/丑县"},
]
STATIONS = [{"station_id": "S1"}, {"station_id": "S2"}, {"station_id": "S3"}]


def year(**tables: list[dict[str, Any]]) -> PostingsYear:
    """A year of these tables, as it stands on 30 June 2019."""
    department = {"department_id": "D1", "headcount": 15}
    given = {"departments": [department], "stations": STATIONS, "cadres": CADRES}
    return PostingsYear(
        PostingsData(tiny.frames({**given, **tables})), Policy(), 2019, dt.date(2019, 6, 30)
    )


def counted(path: str) -> list[tuple[str, int, int]]:
    return funnel(year()).filter(path=path).select("step", "left", "lost").rows()


def test_each_criterion_loses_those_who_met_all_before() -> None:
    assert counted("A") == [
        ("all", 6, 0), ("joined", 6, 0), ("age", 5, 1), ("grassroots", 4, 1), ("open", 3, 1),
    ]  # fmt: skip
    assert counted("B")[1] == ("joined", 0, 6)  # All came in 2005.


def test_everyone_has_one_verdict() -> None:
    assert counted("verdict") == [("A", 3, 0), ("B", 0, 0), ("undecided", 0, 1), ("no", 0, 2)]


def test_what_keeps_people_back_is_counted_of_those_who_may() -> None:
    assert counted("sent")[:2] == [("either", 3, 0), ("village_duty", 2, 1)]
    assert counted("sent")[-1] == ("pin", 2, 0)


def test_a_funnel_has_the_policy_s_figures() -> None:
    limits = dict(funnel(year()).filter(path="A").select("step", "limit").iter_rows())
    assert (limits["age"], limits["grassroots"], limits["all"]) == (50, 0, None)


RUNNING = [
    {"person_id": "C2", "host_id": "S1", "start_date": dt.date(2018, 7, 1),
     "end_date": dt.date(2020, 6, 30)},
    {"person_id": "C3", "host_id": "S2", "start_date": dt.date(2016, 7, 1),
     "end_date": dt.date(2018, 6, 30)},
]  # fmt: skip


def test_postings_that_run_on_stand_beside_the_plan_s_and_those_that_ended_do_not() -> None:
    running = year(postings=RUNNING)
    plan = running.postings()
    frame = sent(running, plan)
    assert frame.filter(~pl.col("planned"))["person_id"].to_list() == ["C2"]
    assert frame.filter("planned").height == plan.rows.height > 0
    assert set(frame["most"]) == {3}  # 20 % of fifteen people.


def test_who_moves_while_away_stands_in_both_departments() -> None:
    moves = [{"cadre_id": "C2", "moved_on": dt.date(2019, 9, 2), "from_department_id": "D2"}]
    departments = [{"department_id": "D1", "name": "一"}, {"department_id": "D2", "name": "二"}]
    moving = year(departments=departments, moves=moves, postings=RUNNING[:1])
    frame = sent(moving, moved()).select("department", "since", "until")
    assert frame.rows() == [
        ("一", dt.date(2019, 9, 2), dt.date(2020, 6, 30)),
        ("二", dt.date(2018, 7, 1), dt.date(2019, 9, 1)),
    ]


def moved(*rows: tuple[Any, ...]) -> Plan:
    """An exchange of (person, posting, host, department, swap)."""
    filled = [
        {**dict.fromkeys(EXCHANGED), "person_id": who, "person": who, "posting": kind,
         "host_id": host, "department_id": department, "swap": swap, "fit": False,
         "start_date": dt.date(2019, 1, 1), "end_date": dt.date(2019, 6, 30)}
        for who, kind, host, department, swap in rows
    ]  # fmt: skip
    return Plan(2019, pl.DataFrame(filled, EXCHANGED), (), {}, "", {})


CHIEFS = [{"chief_id": "H1", "station_id": "S1"}, {"chief_id": "H2", "station_id": "S2"}]


def test_a_swap_is_one_pair_and_who_goes_alone_is_alone() -> None:
    plan = moved(
        ("H1", "attachment", "D1", None, True),
        ("C1", "secondment", "S1", "D1", True),
        ("H2", "attachment", "D1", None, False),
        ("C3", "secondment", "S3", "D1", False),
    )
    found = pairs(year(chiefs=CHIEFS), plan)
    assert found.select("exchange", "station_id", "department_id", "cadre", "chief").rows() == [
        ("swap", "S1", "D1", "C1", "H1"),
        ("attachment", "S2", "D1", None, "H2"),
        ("secondment", "S3", "D1", "C3", None),
    ]


def test_what_is_due_is_told_in_words() -> None:
    first = due_soon(year(postings=RUNNING[:1])).row(0, named=True)
    assert (first["due_on"], first["posting"]) == (dt.date(2018, 7, 31), "下基层锻炼")
    assert first["matter"] == "转接组织关系"
    assert first["person"] == "干部二"


def test_whose_chance_passes_is_counted_and_no_day_tells_a_birthday() -> None:
    passing = year()
    assert "1 人" in lapsing(passing)
    assert passing.due["due_on"].to_list() == [dt.date(2019, 9, 8)]
    assert matters(passing).is_empty()
    assert due_soon(passing).is_empty()


def test_no_frame_tells_a_birth_a_native_county_or_a_hold_s_reason() -> None:
    kept = year(
        holds=[{"person_id": "C6", "start_date": None, "end_date": None, "reason": "maternity"}],
        postings=RUNNING,
    )
    plan = kept.postings()
    shown = [funnel(kept), sent(kept, plan), due_soon(kept), matters(kept), plan.rows]
    text = "".join(frame.write_csv() for frame in shown) + lapsing(kept)
    for canary in ("1968-09-09", "09-08", "丑县", "maternity", "孕产"):
        assert canary not in text


def test_the_notebook_as_it_ran_tells_none_of_them_either() -> None:
    home = Path(__file__).parents[2]
    text = (home / "notebooks/07_postings.ipynb").read_text("utf-8")
    cadres = pl.read_csv(home / "data/jiangxi/cadres.csv", infer_schema=False)
    holds = pl.read_csv(home / "data/jiangxi/holds.csv", infer_schema=False)
    canaries = {*cadres["birth_date"], *cadres["native_county"], *holds["reason"]} - {None}
    assert len(canaries) > 200
    assert not [one for one in canaries if one in text]
