"""What the charts of postings, of the exchange and of days tell, from tiny frames."""

import datetime as dt
from typing import Any

import polars as pl

from planner import charts
from tests.charts.gallery import (
    CALENDAR,
    COST,
    DUE,
    EXCHANGED,
    FUNNEL,
    PACE,
    SENT,
    STAFF,
    nodes,
    rows,
)
from tests.charts.small import STATIONS

NAMES = {
    "department": ["甲处", "甲处", "乙处"], "person": ["张", "王", "李"], "host": ["a", "b", "c"],
    "city": ["南昌市"] * 3, "county": ["东湖区", "进贤县", "寻乌县"],
}  # fmt: skip
AWAY = SENT.with_columns(**{name: pl.Series(values) for name, values in NAMES.items()})
PAIRS = EXCHANGED.with_columns(
    city=pl.lit("南昌市"), county=pl.lit("东湖区"), station=pl.Series(["a", "b", "c"]),
    department=pl.Series(["甲处", "甲处", "乙处"]),
    cadre=pl.Series(["张", "王", None]), chief=pl.Series(["赵", None, "钱"]),
)  # fmt: skip


def title(chart: Any) -> str:
    return chart.to_dict()["title"]["text"]


# Who may go.


def test_a_funnel_says_who_may_and_whom_nothing_keeps_back() -> None:
    chart = charts.funnel(FUNNEL)
    assert title(chart) == "9 名干部中 6 人符合下基层锻炼条件，4 人现在可以派出"
    assert rows(chart, "step", "told")[:2] == [("全部干部", "9"), ("年龄不超过 50 岁", "6（−3）")]


def test_a_figure_of_none_is_said_as_such() -> None:
    none = FUNNEL.with_columns(limit=pl.lit(0), step=pl.lit("grassroots"), path=pl.lit("A"))
    assert rows(charts.funnel(none), "step", "told")[0][0] == "没有基层工作经历"


# Batches: D1 has one of 2019 and one of 2020, D2 one of both years that was there before.


def test_postings_that_do_not_meet_share_a_line() -> None:
    chart = charts.batches(AWAY)
    assert rows(chart, "person", "lane", "group") == [
        ("张", 0, "路径 B"), ("王", 0, "路径 A"), ("李", 1, "此前已下派"),
    ]  # fmt: skip
    assert title(chart) == "1 个处室分 2 批派出 2 人，全厅同时在外最多 2 人"


def test_a_bar_tells_its_days_as_they_are_written() -> None:
    assert rows(charts.batches(AWAY), "person", "time")[0] == ("张", "2019-01-01 – 2019-12-31")
    told = [
        tip["field"] for node in nodes(charts.batches(AWAY).to_dict())
        for tip in node.get("encoding", {}).get("tooltip", [])
    ]  # fmt: skip
    assert "time" in told
    assert not {"start", "end"} & {*told}  # On an axis they are moments, which differ by clock.


def test_postings_that_meet_have_a_line_each() -> None:
    meeting = AWAY.with_columns(since=dt.date(2019, 1, 1), until=dt.date(2019, 12, 31))
    assert [lane for (lane,) in rows(charts.batches(meeting), "lane")[:3]] == [0, 1, 2]


def test_a_department_says_how_many_may_be_away_at_once() -> None:
    assert rows(charts.batches(AWAY), "lane", "told") == [(0, "甲处（≤2）"), (1, "乙处（≤1）")]


def test_a_text_longer_than_its_bar_is_cut() -> None:
    long = AWAY.with_columns(person=pl.lit("甲" * 200))
    texts = [text for (text,) in rows(charts.batches(long), "text")]
    assert all(text.endswith("…") for text in texts)


def test_where_nobody_is_sent_the_chart_says_so() -> None:
    assert title(charts.batches(AWAY.clear())) == "没有人下派"
    assert title(charts.hosts(STATIONS, AWAY.clear())) == "没有人下派"
    assert title(charts.exchanges(STATIONS, PAIRS.clear())) == "没有安排双向交流"


# Maps.


def test_the_map_of_hosts_has_the_plan_s_people_only() -> None:
    chart = charts.hosts(STATIONS, AWAY)
    assert rows(chart, "who", "place", "route") == [
        ("王", "南昌市 · 进贤县", "路径 A"), ("张", "南昌市 · 东湖区", "路径 B"),
    ]  # fmt: skip
    assert title(chart) == "2 人派往 2 个司法所，分布在 2 个县（市、区）"


def test_a_swap_names_both_and_counts_two_people() -> None:
    chart = charts.exchanges(STATIONS, PAIRS)
    assert rows(chart, "exchange", "who") == [
        ("对调", "张 ⇄ 赵"), ("干部到所挂职", "王"), ("所长跟班学习", "钱"),
    ]  # fmt: skip
    assert title(chart) == "双向交流 4 人：对调 1 对，只挂职 1 人，只跟班学习 1 人"


# What is due on 30 June: one of May, one of that day, one of July.


def test_what_is_due_on_the_day_itself_is_not_overdue() -> None:
    chart = charts.due(DUE, dt.date(2019, 6, 30))
    assert rows(chart, "what", "state", "number") == [
        ("转接组织关系", "逾期", 1), ("备案", "本月内到期", 1), ("备案", "其后到期", 1),
    ]  # fmt: skip
    assert title(chart) == "截至 2019-06-30：逾期 1 件，本月内到期 1 件，其后 60 天内 1 件"


# Days.


def test_the_pace_of_units_adds_up() -> None:
    chart = charts.pace(PACE.with_columns(unit=pl.Series(["甲处", "乙处"])))
    # 60 days owed, 40 done: 66 %; four of five people owe.
    assert title(chart) == "4 人应蹲 60 天，已完成 66%：1 人滞后，0 人当年已无法完成"
    assert ("甲处", "进度滞后", 1) in rows(chart, "unit", "state", "people")
    assert ("乙处", "20/20") in rows(chart, "unit", "told")


def test_a_cost_is_summed_by_month_and_by_unit_the_dearest_first() -> None:
    chart = charts.spending(COST.with_columns(unit=pl.Series(["甲处", "甲处", "乙处"])))
    # January: 240 + 607; D1: 240 + 421, D2: 607.
    assert title(chart) == (
        "合计 1,268 元；最多的月份是 2019-01（847 元），最多的单位是甲处（661 元）"
    )
    assert rows(chart, "month", "yuan")[0][0] == "2019-01"
    assert ("甲处", "伙食补助", 300) in rows(chart, "unit", "charge", "yuan")


# The visits of weeks.


def test_a_week_is_told_by_its_monday_and_weeks_without_visits_keep_their_place() -> None:
    chart = charts.load(CALENDAR, STAFF.with_columns(name=pl.Series(["甲所", "乙所"])))
    assert rows(chart, "week", "days") == [("2018-12-31", 7), ("2019-07-22", 2)]
    weeks = next(node["x"] for node in nodes(chart.to_dict()) if "x" in node)
    assert len(weeks["scale"]["domain"]) == 30
