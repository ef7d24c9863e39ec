"""What charts of several plans and of their results tell, from tiny frames."""

import polars as pl
import pytest

from planner import charts
from planner.charts.theme import PALETTES
from planner.comparison.pairings import pairings
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
    assert chart.to_dict()["title"]["subtitle"][0].startswith("保留 2，调整 0，新增 0，取消 0")


# Many plans.


def test_a_scenario_without_a_plan_is_a_cross() -> None:
    table = SWEEP.with_columns(name=pl.Series(["a", "b", "c", "d"]))
    chart = charts.sweep(table, "at", ["leaders.coverage"])
    assert {"text": "×", "type": "text"}.items() <= chart.to_dict()["concat"][0]["layer"][2][
        "mark"
    ].items()
    assert chart.to_dict()["title"]["subtitle"] == ["4 个情景，其中 1 个没有可行方案（×）"]


def test_names_on_an_axis_are_not_joined_by_a_line() -> None:
    table = SWEEP.with_columns(name=pl.lit("a"), at=pl.Series(["w", "x", "y", "z"]))
    (panel,) = charts.sweep(table, "at", ["leaders.coverage"]).to_dict()["concat"]
    assert [layer["mark"]["type"] for layer in panel["layer"]] == ["point", "text"]


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
    told = charts.curve(level, "en").to_dict()["title"]["subtitle"]
    assert told == [
        "With the fewest changes every goal is at its best already: more would gain nothing"
    ]
