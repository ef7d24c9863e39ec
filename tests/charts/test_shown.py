"""What each chart tells, from tiny frames."""

from typing import Any

import polars as pl

from planner import charts
from tests.charts.gallery import (
    ASKED,
    CHEAPEST,
    CITIES,
    NEEDS,
    UNCHOSEN,
    VISITS,
    YEARS,
    nodes,
    rows,
    tables,
)
from tests.charts.small import PAIRS


def title(chart: Any) -> str:
    return chart.to_dict()["title"]["text"]


# Balance: bands 2–3, 3–3, 1–2 and 1, 3, 4 pairings.


def test_a_city_outside_its_band_says_by_how_much() -> None:
    assert rows(charts.balance(CITIES), "city", "told") == [("A", "少 1"), ("C", "多 2")]
    assert title(charts.balance(CITIES)) == "3 个市中 2 个不在应有区间内"


def test_where_every_city_is_in_its_band_the_title_says_so() -> None:
    even = CITIES.with_columns(leaders=pl.col("low"), departments=0)
    assert title(charts.balance(even)) == "3 个市都在应有区间内"


def test_a_citys_pairings_stand_stacked_by_kind() -> None:
    shown = rows(charts.balance(CITIES), "city", "kind", "pairings", "total", "due")
    assert shown[0] == ("A", "厅领导", 1, 1, "2–3")
    assert shown[5] == ("C", "处室", 2, 4, "1–2")


# Counties.


def test_counties_reached_add_up_over_the_years() -> None:
    chart = charts.counties(YEARS, 4)
    assert rows(chart, "year", "reached")[-1] == ("2019", 3)
    assert title(chart).startswith(
        "2019 年首次覆盖 1 个县（市、区），有记录以来到过 3 个，全省 4 个"
    )


def test_counties_stand_by_the_years_since_their_last_visit() -> None:
    chart = charts.visits(VISITS, 2019)
    assert rows(chart, "since", "counties") == [
        *[("本年", 0), ("1", 1), ("2", 0), ("3", 0), ("4", 0), ("5 及以上", 1), ("从未", 1)],
        *[("本年", 1), ("1", 0), ("2", 0), ("3", 0), ("4", 0), ("5 及以上", 1), ("从未", 1)],
    ]
    assert title(chart) == "2019 年方案使从未到过的县由 1 个减为 1 个（共 3 个）"


# Need and travel.


def test_chosen_stations_of_one_bin_stand_on_top_of_each_other() -> None:
    frame = pl.concat([NEEDS, NEEDS.tail(1)]).with_columns(
        station=pl.Series(["a", "b", "c", "d"]), unit=pl.Series([None, "L", "D", "E"])
    )
    chart = charts.need(frame)
    assert rows(chart, "station", "middle", "level") == [
        ("b", 62.5, 1), ("c", 82.5, 1), ("d", 82.5, 2),
    ]  # fmt: skip
    assert rows(chart, "middle", "stations") == [(42.5, 1), (62.5, 1), (82.5, 2)]


def test_why_the_neediest_were_not_chosen_is_counted_by_goal() -> None:
    chart = charts.need(NEEDS.with_columns(station="station_id", unit="kind"), UNCHOSEN)
    assert rows(chart, "why", "stations") == [("换入会增加路途", 1), ("规则不允许", 1)]
    assert "需求最高的 2 个所中 2 个未入选" in chart.to_dict()["title"]["subtitle"][0]


def test_who_travels_farthest_stands_first() -> None:
    chart = charts.travel(PAIRS)
    assert rows(chart, "unit", "total") == [("办公室", 400), ("厅长", 45)]
    (subtitle,) = chart.to_dict()["title"]["subtitle"]
    assert title(chart) == "路途最远的是办公室，单程合计 400 分钟"
    assert "合计 445 分钟，最远的一所 400 分钟" in subtitle


# Wishes and prices.

WISHES = ASKED.with_columns(
    department=pl.Series(["甲处", "甲处", "乙处", "乙处"]), place=pl.Series(["a", "b", "c", "d"])
)


def test_each_wish_is_met_or_has_its_reason() -> None:
    assert rows(charts.wishes(WISHES), "department", "place", "told", "state") == [
        ("甲处", "a", "✓ 已满足", "已满足"),
        ("甲处", "b", "全省覆盖减少 1 个县", "让位于其他"),
        ("乙处", "c", "近年已联系过", "规则不允许"),
        ("乙处", "d", "已由其他单位结对", "让位于其他"),
    ]


def test_each_rank_counts_what_is_met_of_it() -> None:
    ranks = [row[0] for row in rows(charts.wishes(WISHES), "rank")]
    assert ranks[:2] == ["第 1 志愿（满足 1/2）", "第 2 志愿（满足 0/2）"]


def test_departments_of_one_name_have_a_row_each() -> None:
    same = WISHES.with_columns(department=pl.lit("甲处"))
    assert {row[0] for row in rows(charts.wishes(same), "department")} == {"甲处 (D1)", "甲处 (D2)"}


COSTS = CHEAPEST.with_columns(unit="unit_id", city=pl.lit("市"), station=pl.lit("所"))


def test_prices_have_their_goal_and_figure_and_what_is_free_is_apart() -> None:
    chart = charts.prices(COSTS)
    assert rows(chart, "unit", "worse", "by") == [
        ("D1", "申报得分（分）", 2),
        ("D2", "单程时间之和（分钟）", 30),
    ]
    signs = {sign for one in chart.layer[2:] for (sign,) in _signs(one)}
    assert signs == {"2", "30", "0", "●", "×"}
    assert title(chart) == "改选其他县的代价：5 格中 1 格不需代价"


def _signs(chart: Any) -> list[tuple[Any, ...]]:
    return [] if tables(chart.to_dict())[0][0] == [] else rows(chart, "sign")


def test_counties_of_a_city_that_cost_the_same_are_one_row() -> None:
    alike = pl.concat([COSTS, COSTS.filter(county="B").with_columns(county=pl.lit("Z"))])
    places = {row[0] for row in rows(charts.prices(alike), "place", "worse")}
    assert "市 · B等（另 1 个县相同）" in places


def test_the_key_of_prices_has_the_goals_that_occur_in_their_order() -> None:
    colours = [
        node["scale"]["domain"] for node in nodes(charts.prices(COSTS).to_dict())
        if node.get("field") == "worse" and "scale" in node
    ]  # fmt: skip
    assert colours == [["申报得分（分）", "单程时间之和（分钟）"]]
