"""Living charts: what another plan changes in them has a name, and can be had without the chart."""

import json
import re
from typing import Any

import polars as pl
import pytest

from planner.charts import balance, plan_map
from planner.charts.province import map_shown
from planner.charts.spread import balance_shown
from tests.charts.gallery import CITIES, nodes
from tests.charts.small import PAIRS, STATIONS

UNITS = pl.DataFrame(
    {
        "kind": ["leader", "department", "department"],
        "unit_id": ["L1", "D1", "D2"],
        "unit": ["厅长", "办公室", "信息处"],
    }
)


def named(spec: Any) -> dict[str, str]:
    """The rows in a specification that have a name of ours, by that name."""
    sources = (node.get("data", {}) for node in nodes(spec))
    return {source["name"]: source["values"] for source in sources if "values" in source}


def live_map(pairs: pl.DataFrame = PAIRS, units: pl.DataFrame = UNITS) -> Any:
    return plan_map(STATIONS, pairs, key=False, live=units).to_dict()


def test_what_another_plan_changes_on_the_map_is_named_rows() -> None:
    assert named(live_map()) == map_shown(STATIONS, PAIRS, UNITS)["rows"]


def test_what_other_bands_change_in_the_balance_is_named_rows() -> None:
    assert named(balance(CITIES, live=True).to_dict()) == balance_shown(CITIES)["rows"]


@pytest.mark.parametrize("chart", [plan_map(STATIONS, PAIRS), balance(CITIES)])
def test_a_chart_that_does_not_live_has_no_such_rows(chart: Any) -> None:
    assert named(chart.to_dict()) == {}


def test_the_titles_are_those_of_the_chart() -> None:
    for shown, spec in (
        (map_shown(STATIONS, PAIRS, UNITS), live_map()),
        (balance_shown(CITIES), balance(CITIES, live=True).to_dict()),
    ):
        assert spec["title"]["text"] == shown["title"]
        assert spec["title"]["subtitle"] == shown["subtitle"]


def looks(spec: Any) -> str:
    """A specification without rows and titles; Altair names views after what is in them."""
    for words in ("title", "description", "usermeta"):
        spec.pop(words)
    for node in nodes(spec):
        node.pop("values", None)
    return re.sub("view_[0-9a-f]+", "view", json.dumps(spec))


def test_other_pairings_of_the_same_units_change_nothing_but_rows_and_titles() -> None:
    assert looks(live_map()) == looks(live_map(PAIRS.head(1)))


def test_every_dot_and_mark_of_a_living_map_tells_its_station() -> None:
    spec = plan_map(STATIONS, PAIRS, key=False, live=UNITS).to_dict()
    (dots,) = spec["datasets"].values()
    assert dots.count("station_id") == STATIONS.height
    assert named(spec)["marks"].count("station_id") == PAIRS.height
    assert named(spec)["marks"].count("unit_id") == PAIRS.height


def test_a_name_that_several_units_have_gets_its_key_whoever_has_a_pairing() -> None:
    alike = UNITS.with_columns(unit=pl.lit("办公室"))
    text = map_shown(STATIONS, PAIRS.head(1), alike)["rows"]["marks"]
    assert "办公室 (L1)" in text


def test_a_living_balance_says_nothing_of_a_city_within_its_band() -> None:
    told = json.loads(balance_shown(CITIES)["rows"]["off"])
    assert [(row["city"], row["told"]) for row in told] == [("A", "少 1"), ("B", ""), ("C", "多 2")]
