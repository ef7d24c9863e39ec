"""What charts of several plans and of their results tell, from tiny frames."""

import json
from dataclasses import asdict

import polars as pl
import pytest

from planner import charts
from planner.charts.theme import PALETTES, room
from planner.comparison.pairings import pairings
from planner.policy import Policy
from planner.wording import figure
from tests.charts.gallery import CURVE, EFFECTS, HORIZON, RESULTS, SWEEP, rows, tables
from tests.charts.small import PAIRS, STATIONS

# Two plans.


def plan(*rows: str) -> pl.DataFrame:
    """Pairings `unit station`, each station in the city of its first letter."""
    pairs = [row.split() for row in rows]
    names = ("kind", "unit_id", "unit", "station_id", "station", "city")
    return pl.DataFrame(
        [("department", unit, unit, station, station, station[0]) for unit, station in pairs],
        dict.fromkeys(names, pl.String),
        orient="row",
    )


@pytest.mark.parametrize(
    ("lon", "lat", "angle"), [(0, 1, 0), (1, 0, 90), (0, -1, 180), (-1, 0, 270)]
)
def test_arrows_point_the_way_the_unit_moved(lon: float, lat: float, angle: float) -> None:
    places = pl.DataFrame(
        {"station_id": ["1", "2"], "lon": [100.0, 100.0 + lon], "lat": [0.0, lat]}
    )
    stations = places.join(STATIONS.drop("lon", "lat"), "station_id")
    chart = charts.compare(stations, pairings(plan("D1 1"), plan("D1 2")))
    assert rows(chart, "angle") == [(angle,)]


def test_a_plan_compared_with_itself_has_no_arrow() -> None:
    chart = charts.compare(STATIONS, pairings(PAIRS, PAIRS))
    assert chart.to_dict()["title"]["text"] == "两个方案的结对相同"


def test_a_change_that_leads_to_another_is_told_with_it() -> None:
    changes = pairings(plan("D1 A1", "D2 A2", "D3 A3"), plan("D2 A1", "D3 A2"))
    assert charts.told_chains(changes) == [
        "D1不再联系A1 → D2由A2改为A1 → D3由A3改为A2",
    ]


def test_changes_that_go_round_are_told_once() -> None:
    changes = pairings(plan("D1 A1", "D2 A2"), plan("D1 A2", "D2 A1"))
    assert charts.told_chains(changes) == ["D1由A1改为A2 → D2由A2改为A1"]


def test_a_change_that_leads_to_no_other_is_no_chain() -> None:
    assert charts.told_chains(pairings(plan("D1 A1"), plan("D1 A2"))) == []


def test_a_unit_that_has_a_change_is_named_on_the_map() -> None:
    moved = PAIRS.with_columns(station_id=pl.Series(["1", "3"]))
    assert rows(charts.compare(STATIONS, pairings(PAIRS, moved)), "label") == [("厅长",)]


def test_a_unit_s_name_stands_out_of_the_way_of_the_city_s() -> None:
    # A degree square of stations is 520 points wide and, at its latitude, 592 high.
    grid = [
        (f"{at:03d}", "所", "南昌市", "县", 115 + at % 21 / 20, 28 + at // 21 / 20)
        for at in range(21 * 21)
    ]
    names = ["station_id", "name", "city", "county", "lon", "lat"]
    stations = pl.DataFrame(grid, names, orient="row")
    chart = charts.compare(stations, pairings(plan("合法性审查 000"), plan("合法性审查 217")))
    ((_, lon, lat),) = rows(chart, "label", "lon", "lat")
    (city,) = next(
        part for part, _ in tables(chart.to_dict()) if len(part) == 1 and "city" in part[0]
    )
    # Half of five characters of 10 points and of three of 14 across, half of each height down.
    assert abs(lon - city["lon"]) * 520 >= 25 + 21 or abs(lat - city["lat"]) * 592 >= 5 + 7


# Many plans.


def test_a_scenario_without_a_plan_is_a_cross() -> None:
    table = SWEEP.with_columns(name=pl.Series(["a", "b", "c", "d"]))
    chart = charts.sweep(table, "at", ["leaders.coverage"])
    marks = [layer["mark"] for layer in chart.to_dict()["concat"][0]["layer"]]
    assert [mark["text"] for mark in marks if "text" in mark] == ["×"]
    assert "4 个情景中 1 个无可行方案（×）" in chart.to_dict()["title"]["text"]


def test_the_policys_own_value_is_marked() -> None:
    axis = "policy.departments.two_from_headcount"
    table = SWEEP.with_columns(name=pl.lit("a")).rename({"at": axis})
    chart = charts.sweep(table, axis, ["leaders.coverage"], policy=Policy())
    assert "现行 10" in json.dumps(chart.to_dict(), ensure_ascii=False)
    assert axis not in json.dumps({**chart.to_dict(), "datasets": {}})
    assert (10,) in [tuple(row.values()) for table, _ in tables(chart.to_dict()) for row in table]


def test_no_path_of_a_figure_reaches_the_picture_of_a_sweep() -> None:
    first, second = "policy.cost.meal", "policy.goals.leaders"
    table = SWEEP.with_columns(
        pl.format(f'{first}={{}}, {second}=["need"]', "at").alias("name"),
        pl.lit('["need"]').alias(second),
    ).rename({"at": first})
    chart = charts.sweep(table, first, ["leaders.coverage"], by=second)
    told = rows(chart, "name", "series")[0]
    assert told == ("伙食补助，元/天 1, 厅领导目标的先后 需求指数之和", "需求指数之和")
    assert "policy." not in json.dumps(chart.to_dict())


def test_a_goal_that_does_not_change_has_no_panel_and_is_told() -> None:
    table = SWEEP.with_columns(name=pl.lit("a"), fixed=pl.lit(7))
    chart = charts.sweep(table.rename({"fixed": "leaders.need"}), "at",
                         ["leaders.coverage", "leaders.need"]).to_dict()  # fmt: skip
    assert len(chart["concat"]) == 1
    assert chart["title"]["subtitle"] == ["各情景相同：厅领导 · 需求指数之和（点） 7"]


def test_a_small_difference_is_drawn_small() -> None:
    low, high = room([5770, 5771], 0.05)
    assert high - low > 300
    assert low < 5770 < 5771 < high


def test_every_figure_of_the_policy_has_its_words() -> None:
    for section, figures in asdict(Policy()).items():
        if section != "source":
            for name in figures:
                assert figure(f"policy.{section}.{name}", "en") != figure("policy.x", "en")


def test_names_on_an_axis_are_not_joined_by_a_line() -> None:
    table = SWEEP.with_columns(name=pl.lit("a"), at=pl.Series(["w", "x", "y", "z"]))
    (panel,) = charts.sweep(table, "at", ["leaders.coverage"]).to_dict()["concat"]
    assert {layer["mark"]["type"] for layer in panel["layer"]} == {"point", "text"}


def test_a_columns_name_may_have_dots_colons_and_brackets() -> None:
    name = "a.b[0]:Q"
    table = SWEEP.with_columns(name=pl.lit("a")).rename({"at": name})
    chart = charts.sweep(table, name, ["leaders.coverage"], by=name)
    assert rows(chart, "at", "series", "value")[0] == (1, "1", 3)


def test_the_curve_leaves_out_what_no_change_betters() -> None:
    flat = pl.DataFrame(
        {"part": ["leaders"] * 2, "changes": [0, 1], "goal": ["coverage"] * 2, "value": [3, 3]}
    )
    chart = charts.curve(pl.concat([CURVE, flat]))
    assert len(chart.to_dict()["concat"]) == 2


def test_a_panel_has_the_colour_of_its_part() -> None:
    panels = charts.horizon(HORIZON).to_dict()["concat"]
    colours = [panel["layer"][0]["encoding"]["color"]["value"] for panel in panels]
    leaders, departments = PALETTES["light"].kinds
    assert colours == [leaders, departments, departments, departments]


def test_the_years_ahead_have_a_panel_a_goal() -> None:
    chart = charts.horizon(HORIZON)
    # Coverage of both parts, wishes of the departments, counties visited.
    assert len(chart.to_dict()["concat"]) == 4
    assert rows(chart, "at", "value") == [("2019", 3), ("2020", 4)]
    assert [("2019", 9), ("2020", 12)] in [
        [(row["at"], row["value"]) for row in table] for table, _ in tables(chart.to_dict())
    ]


# Results.


def marks(low: float) -> set[str]:
    """The colours of an effect whose interval starts at `low`."""
    effects = EFFECTS.with_columns(low=pl.lit(low))
    effect = charts.outcomes(RESULTS, effects).to_dict()["concat"][2]
    return {layer["mark"].get("color", "") for layer in effect["layer"][:2]}


def test_an_effect_whose_interval_holds_no_zero_is_in_full_colour() -> None:
    assert marks(0.5) == {PALETTES["light"].kinds[1]}


def test_an_effect_whose_interval_holds_zero_is_grey() -> None:
    assert marks(-0.5) == {PALETTES["light"].dot}


def test_a_curve_on_which_nothing_is_gained_says_so() -> None:
    level = CURVE.filter(pl.col("changes") == pl.col("changes").min())
    told = charts.curve(level, "en").to_dict()["title"]["text"]
    assert (
        told == "With the fewest changes every goal is at its best already: more would gain nothing"
    )


def test_the_curve_says_from_how_many_changes_on_nothing_is_gained() -> None:
    assert charts.curve(CURVE).to_dict()["title"]["text"].startswith("改动 1 个结对")


def test_counties_reached_are_those_on_record_where_they_are_given() -> None:
    reached = pl.DataFrame({"year": [2019, 2020], "counties": [30, 34]})
    chart = charts.horizon(HORIZON, reached)
    assert chart.to_dict()["title"]["text"].endswith("增至 34 个")
    assert [("2019", 30), ("2020", 34)] in [
        [(row.get("at"), row.get("value")) for row in table] for table, _ in tables(chart.to_dict())
    ]


def test_the_first_year_of_pairing_is_marked() -> None:
    levels = charts.outcomes(RESULTS, EFFECTS).to_dict()["concat"][0]
    assert any(layer["mark"].get("text") == "结对首年" for layer in levels["layer"])


def test_a_level_in_percent_is_no_difference_in_points() -> None:
    results, effects = (
        frame.with_columns(measure=pl.lit("settled_percent")) for frame in (RESULTS, EFFECTS)
    )
    text = json.dumps(charts.outcomes(results, effects).to_dict()["concat"][0], ensure_ascii=False)
    assert "调解成功率（%）" in text
