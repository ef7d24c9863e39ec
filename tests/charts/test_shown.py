"""What each chart tells, from tiny frames."""

import polars as pl
import pytest

from planner import charts
from planner.charts import gini
from planner.charts.theme import PALETTES
from tests.charts.gallery import ASKED, CHEAPEST, CITIES, NEEDS, YEARS, nodes, rows
from tests.charts.small import PAIRS

# Balance: bands 2–3, 3–3, 1–2 and 1, 3, 4 pairings.


def test_a_city_outside_its_band_says_by_how_much() -> None:
    assert rows(charts.balance(CITIES), "city", "told") == [("A", "少 1"), ("C", "多 2")]
    assert "2 个市不在区间内" in charts.balance(CITIES).to_dict()["title"]["subtitle"][0]


def test_a_citys_pairings_stand_stacked_by_kind() -> None:
    shown = rows(charts.balance(CITIES), "city", "kind", "pairings", "total", "due")
    assert shown[0] == ("A", "厅领导", 1, 1, "2–3")
    assert shown[5] == ("C", "处室", 2, 4, "1–2")


# Counties.


def test_counties_reached_add_up_over_the_years() -> None:
    assert rows(charts.counties(YEARS, 4), "year", "reached")[-1] == ("2019", 3)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([2, 2, 2], 0),
        ([0, 0, 0, 4], 0.75),  # one of four has all: (4 − 1)/4
        ([1, 3], 0.25),  # (2·1−3)·1 + (2·2−3)·3 = 2, over 2·4
        ([3, 1], 0.25),
        ([0, 0], 0),
        ([], 0),
    ],
)
def test_the_gini_coefficient_by_hand(counts: list[int], expected: float) -> None:
    assert gini(counts) == expected


def test_the_lorenz_curve_has_a_corner_where_the_count_changes() -> None:
    chart = charts.lorenz(pl.DataFrame({"pairings": [3, 0, 1, 0]}))
    assert rows(chart, "counties", "pairings") == [(0, 0), (50, 0), (75, 25), (100, 100)]
    assert chart.to_dict()["title"]["subtitle"][0].startswith("基尼系数 0.625；4 个县中 2 个")


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


def test_who_travels_farthest_stands_first() -> None:
    chart = charts.travel(PAIRS)
    assert rows(chart, "unit", "total") == [("办公室", 400), ("厅长", 45)]
    (subtitle,) = chart.to_dict()["title"]["subtitle"]
    assert "合计 445 分钟，最远的一所 400 分钟" in subtitle


# Wishes and prices.

WISHES = ASKED.with_columns(
    department=pl.Series(["甲处", "甲处", "乙处", "乙处"]), place=pl.Series(["a", "b", "c", "d"])
)


def test_each_wish_is_met_or_has_its_reason() -> None:
    assert rows(charts.wishes(WISHES), "department", "place", "told", "state") == [
        ("甲处", "a", "✓ 已满足", "已满足"),
        ("甲处", "b", "全省少覆盖 1 个县", "让位于其他"),
        ("乙处", "c", "近年去过", "规则不允许"),
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
    assert rows(chart, "unit", "worse", "by", "depth") == [
        ("D1", "申报得分（分）", 2, 1.0),
        ("D2", "单程时间之和（分钟）", 30, 1.0),
    ]
    signs = [rows(one, "sign")[0][0] for one in chart.layer[2:]]
    assert signs == ["2", "0", "●", "×"]
    free = [node for node in nodes(chart.to_dict()) if node.get("color") == PALETTES["light"].free]
    assert len(free) == 1


def test_the_key_of_prices_has_the_goals_that_occur_in_their_order() -> None:
    colours = [
        node["scale"]["domain"] for node in nodes(charts.prices(COSTS).to_dict())
        if node.get("field") == "worse" and "scale" in node
    ]  # fmt: skip
    assert colours == [["申报得分（分）", "单程时间之和（分钟）"]]
