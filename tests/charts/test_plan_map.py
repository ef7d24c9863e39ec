"""The map of a plan: what is in it, and that it becomes a picture, offline and in Chinese."""

import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from planner.charts import FONT, plan_map, save_chart
from tests.charts.small import HOSTILE, PAIRS, STATIONS, named


def spec(stations: pl.DataFrame = STATIONS, pairs: pl.DataFrame = PAIRS, **more: str) -> Any:
    """The chart's specification; making it checks it against the schema."""
    return plan_map(stations, pairs, "zh", **more).to_dict()


def tables(found: Any) -> list[list[dict[str, Any]]]:
    """Every table of rows embedded in a specification."""
    return list(found["datasets"].values())


def pixels(png: bytes) -> set[bytes]:
    """The colours of an 8-bit picture's rows, unfiltered only where that needs no neighbour."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    data = zlib.decompress(packed)
    return {data[at : at + 4] for at in range(1, len(data) - 4, 4)}


# What is in it.


def test_every_station_is_a_dot_and_the_paired_ones_are_marks() -> None:
    stations, marks = (
        next(rows for rows in tables(spec()) if set(rows[0]) == keys)
        for keys in (
            {"lon", "lat"},
            {"lon", "lat", "kind", "unit", "station", "county", "need", "minutes"},
        )
    )
    assert len(stations) == 4
    assert [(mark["unit"], mark["kind"], mark["need"], mark["minutes"]) for mark in marks] == [
        ("办公室", "处室", 80, 400),
        ("厅长", "厅领导", 60, 45),
    ]


def test_no_column_travels_that_is_not_shown() -> None:
    text = json.dumps(spec(), ensure_ascii=False)
    for rows in tables(spec()):
        for column in rows[0]:
            assert f'"field": "{column}"' in text
    assert "不显示的列" not in text
    assert "777001" not in text


def test_kinds_differ_by_colour_and_by_shape() -> None:
    marks = next(layer for layer in spec()["layer"] if "shape" in layer.get("encoding", {}))
    for channel in ("color", "shape"):
        assert len(set(marks["encoding"][channel]["scale"]["range"])) == 2
        assert marks["encoding"][channel]["scale"]["domain"] == ["厅领导", "处室"]


def test_the_title_counts_and_the_note_closes_it() -> None:
    title = spec(note="示例数据")["title"]
    assert title["text"] == "2019 年对口联系方案"
    assert title["subtitle"] == ["4 个司法所，2 个有结对（厅领导 1，处室 1）", "示例数据"]


def test_every_city_is_named_once_and_beside_its_paired_stations() -> None:
    names = next(rows for rows in tables(spec()) if "city" in rows[0])
    # Station 2 and station 3 are paired, so the names stand at 1 and 4.
    assert [(row["city"], row["lat"]) for row in names] == [("赣州市", 25.1), ("南昌市", 28.7)]


def test_names_that_would_cover_each_other_are_left_out() -> None:
    many = pl.concat([STATIONS.with_columns(city=pl.lit(f"市{n}")) for n in range(41)])
    assert [] in tables(spec(many))


def test_a_country_of_stations_is_no_error() -> None:
    ids = pl.int_range(6000).cast(pl.String)
    many = pl.concat([STATIONS] * 1500).with_columns(station_id=ids)
    assert max(len(rows) for rows in tables(spec(many))) == 6000


def test_an_empty_plan_is_a_map_without_marks() -> None:
    assert spec(pairs=PAIRS.clear())["title"]["subtitle"][0].startswith("4 个司法所，0 个有结对")


def test_no_name_can_end_a_pages_script() -> None:
    stations = STATIONS.with_columns(city=pl.lit(HOSTILE), county=pl.lit(HOSTILE))
    made = plan_map(stations, named(HOSTILE), "zh", HOSTILE)
    page = made.to_html()
    inside = page[page.index("<body") :]
    assert inside.count("</script>") == inside.count("<script")
    assert "<!--" not in inside


def test_the_library_without_charts_loads_no_chart() -> None:
    code = "import planner, planner.pairing.plan, sys; assert 'altair' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


# The picture.


def test_a_map_becomes_a_picture_of_many_colours(tmp_path: Path) -> None:
    save_chart(plan_map(STATIONS, PAIRS), tmp_path / "map.png", scale=1)
    assert len(pixels((tmp_path / "map.png").read_bytes())) > 10


def test_names_come_out_as_text_in_a_drawing(tmp_path: Path) -> None:
    stations = STATIONS.with_columns(city=pl.lit(HOSTILE))
    save_chart(plan_map(stations, named(HOSTILE)), tmp_path / "map.svg")
    drawing = ET.parse(tmp_path / "map.svg").getroot()
    assert {element.tag.rpartition("}")[2] for element in drawing.iter()} <= {
        "svg", "g", "path", "text", "rect", "defs", "clipPath", "style", "image",
    }  # fmt: skip
    assert any("script><b>x" in (element.text or "") for element in drawing.iter())


def test_the_font_is_one_that_has_chinese(tmp_path: Path) -> None:
    save_chart(plan_map(STATIONS, PAIRS), tmp_path / "map.svg")
    texts = [
        element
        for element in ET.parse(tmp_path / "map.svg").iter()
        if element.tag.endswith("}text") and element.text
    ]
    assert {"南昌市", "厅领导", "2019 年对口联系方案"} <= {text.text for text in texts}
    assert {text.get("font-family") for text in texts} == {FONT}


def test_an_unknown_kind_of_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"found the ending '\.gif', expected \.png or \.svg"):
        save_chart(plan_map(STATIONS, PAIRS), tmp_path / "map.gif")
    assert not list(tmp_path.iterdir())
