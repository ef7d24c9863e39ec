"""The map of a plan: what is in it, and that it becomes a picture, offline and in Chinese."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from planner.charts import FONT, plan_map, save_chart
from planner.charts.labels import beside, short_names
from planner.charts.theme import PALETTES
from planner.errors import InputError
from tests.charts.gallery import nodes, tables
from tests.charts.small import PAIRS, STATIONS


def spec(stations: pl.DataFrame = STATIONS, pairs: pl.DataFrame = PAIRS, note: str = "") -> Any:
    """The chart's specification; making it checks it against the schema."""
    return plan_map(stations, pairs, "zh", note).to_dict()


def rows(found: Any) -> list[list[dict[str, Any]]]:
    """Every table of rows embedded in a specification."""
    return [table for table, _ in tables(found)]


# What is in it.


def test_every_station_is_a_dot_and_the_paired_ones_are_marks() -> None:
    stations, marks = (
        next(table for table in rows(spec()) if table and column in table[0])
        for column in ("station", "need")
    )
    assert len(stations) == 4
    assert [
        (mark["unit"], mark["need"], mark["minutes"], mark["wish"], mark["fit"]) for mark in marks
    ] == [("办公室", 80, 400, "第 2 志愿", "是"), ("厅长", 60, 45, "—", "—")]


def test_no_column_travels_that_is_not_shown() -> None:
    text = json.dumps(spec(), ensure_ascii=False)
    assert "不显示的列" not in text
    assert "777001" not in text


def marks(found: Any) -> Any:
    """How the marks of a map are drawn."""
    return next(node["encoding"] for node in nodes(found) if "shape" in node.get("encoding", {}))


def test_leaders_are_triangles_and_departments_circles_of_another_colour() -> None:
    drawn = marks(spec())
    domain = ["厅领导", "处室"]
    assert drawn["shape"]["scale"] == {"domain": domain, "range": ["triangle-up", "circle"]}
    assert drawn["color"]["scale"] == {"domain": domain, "range": [*PALETTES["light"].kinds]}


def test_the_key_is_a_table_of_units_and_their_stations() -> None:
    key = next(table for table in rows(spec()) if table and "stations" in table[0])
    assert [(row["unit"], row["stations"]) for row in key] == [("厅长", "乙所"), ("办公室", "丙所")]


def test_a_line_joins_the_stations_of_a_unit_on_the_shortest_way() -> None:
    three = pl.concat([PAIRS.head(1)] * 3).with_columns(station_id=pl.Series(["1", "3", "4"]))
    lines = next(table for table in rows(spec(pairs=three)) if table and "lon_to" in table[0])
    # The stations are at 28.7, 24.9 and 25.1 degrees: one end is the first, the other the second.
    assert sorted((line["lat"], line["lat_to"]) for line in lines) == [(25.1, 24.9), (28.7, 25.1)]


def test_every_mark_has_its_units_short_name_beside_it() -> None:
    long = PAIRS.with_columns(unit=pl.Series(["厅长", "行政执法协调监督处"]))
    names = next(table for table in rows(spec(pairs=long)) if table and "label" in table[0])
    assert [name["label"] for name in names] == ["行政执法…", "厅长"]


def test_short_names_that_would_be_alike_stay_long() -> None:
    assert short_names(["行政执法协调处", "行政执法监督处"]) == ["行政执法协调处", "行政执法监督处"]


def test_names_beside_marks_close_together_do_not_cover_each_other() -> None:
    near = pl.DataFrame({"lon": [116.0, 116.02], "lat": [26.0, 26.0], "label": ["甲乙丙"] * 2})
    placed = beside(near, STATIONS)
    # Half a degree is some 100 points: three characters are 30 wide and 10 high.
    apart = [abs(float(placed[axis][0] - placed[axis][1])) for axis in ("lon", "lat")]
    assert apart[0] > 0.15 or apart[1] > 0.05


def test_units_of_one_name_are_told_apart_by_their_ids() -> None:
    both = PAIRS.with_columns(unit=pl.lit("办公室"))
    shown = next(table for table in rows(spec(pairs=both)) if table and "need" in table[0])
    assert [mark["unit"] for mark in shown] == ["办公室 (D1)", "办公室 (L1)"]


def test_one_unit_can_be_singled_out_on_the_map_and_in_the_key() -> None:
    (chosen,) = spec()["params"]
    assert len(chosen["views"]) == 2
    assert chosen["select"]["fields"] == ["unit"]
    assert chosen["name"] != "unit"  # Vega's own signal: the selection would hold the whole scene.


def test_a_station_without_a_place_is_no_error() -> None:
    nowhere = STATIONS.with_columns(lon=pl.Series([115.9, None, 115.7, 115.6]),
                                    lat=pl.Series([28.7, None, 24.9, 25.1]))  # fmt: skip
    shown = next(table for table in rows(spec(nowhere)) if table and "need" in table[0])
    assert [mark["unit"] for mark in shown] == ["办公室"]


BORDER = {"type": "Polygon", "coordinates": [[[115, 24], [117, 24.00005, 9], [116, 29], [115, 24]]]}


def ground(**more: Any) -> Any:
    """What the map has of a GeoJSON."""
    found = plan_map(STATIONS, PAIRS, ground=more).to_dict()
    return next(table for table in rows(found) if table[0].get("type") == "Feature")


def test_a_users_boundaries_lie_under_the_map_as_lines() -> None:
    feature = {"type": "Feature", "properties": {"name": "不显示"}, "geometry": BORDER}
    assert ground(type="FeatureCollection", features=[feature]) == [
        {
            "type": "Feature",
            "properties": {},
            "geometry": {
                "type": "MultiLineString",
                "coordinates": [[[115, 24], [117, 24.0001], [116, 29], [115, 24]]],
            },
        }
    ]


def test_boundaries_may_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text(json.dumps(BORDER), encoding="utf-8")
    made = plan_map(STATIONS, PAIRS, ground=tmp_path / "g.json")
    assert made.to_dict() == plan_map(STATIONS, PAIRS, ground=BORDER).to_dict()


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"type": "Topology"}, "ground.empty"),
        ({"type": "Point", "coordinates": [115, 24]}, "ground.empty"),
        ({"features": []}, "ground.unreadable"),
        ({"type": "Polygon", "coordinates": [[[3e6, 5e6]]]}, "ground.unreadable"),
        ({"type": "LineString", "coordinates": ["ab"]}, "ground.unreadable"),
        (Path("missing.json"), "ground.unreadable"),
    ],
)
def test_what_is_no_geojson_is_said(wrong: Any, key: str) -> None:
    with pytest.raises(InputError) as raised:
        plan_map(STATIONS, PAIRS, ground=wrong)
    assert [fault.key for fault in raised.value.faults] == [key]


def test_the_title_counts_and_the_note_closes_it() -> None:
    title = spec(note="示例数据")["title"]
    assert title["text"] == "2019 年：2 个单位联系 2 个司法所，覆盖 2 个县（市、区）"
    assert title["subtitle"] == ["4 个司法所，2 个有结对（厅领导 1，处室 1）", "示例数据"]


def test_every_city_is_named_once_and_beside_its_paired_stations() -> None:
    names = next(table for table in rows(spec()) if table and "city" in table[0])
    # Station 2 and station 3 are paired, so the names stand at 1 and 4.
    assert [(row["city"], row["lat"]) for row in names] == [("赣州市", 25.1), ("南昌市", 28.7)]


def test_names_that_would_cover_each_other_are_left_out() -> None:
    many = pl.concat([STATIONS.with_columns(city=pl.lit(f"市{n}")) for n in range(41)])
    assert [] in rows(spec(many))


def test_a_country_of_stations_is_no_error() -> None:
    ids = pl.int_range(6000).cast(pl.String)
    many = pl.concat([STATIONS] * 1500).with_columns(station_id=ids)
    assert max(len(table) for table in rows(spec(many))) == 6000


def test_an_empty_plan_is_a_map_without_marks() -> None:
    assert spec(pairs=PAIRS.clear())["title"]["subtitle"][0].startswith("4 个司法所，0 个有结对")


def test_the_library_without_charts_loads_no_chart() -> None:
    code = "import planner, planner.pairing.plan, sys; assert 'altair' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


# The picture.


def test_the_font_is_one_that_has_chinese(tmp_path: Path) -> None:
    save_chart(plan_map(STATIONS, PAIRS), tmp_path / "map.svg")
    texts = [
        element
        for element in ET.parse(tmp_path / "map.svg").iter()
        if element.tag.endswith("}text") and element.text
    ]
    assert {"南昌市", "办公室", "2019 年：2 个单位联系 2 个司法所，覆盖 2 个县（市、区）"} <= {
        text.text for text in texts
    }
    assert {text.get("font-family") for text in texts} == {FONT}


def test_an_unknown_kind_of_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"found the ending '\.gif', expected \.png or \.svg"):
        save_chart(plan_map(STATIONS, PAIRS), tmp_path / "map.gif")
    assert not list(tmp_path.iterdir())
