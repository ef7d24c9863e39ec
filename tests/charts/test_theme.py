"""Colours: enough contrast, and told apart by every kind of colour vision."""

import json
from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np
import polars as pl
import pytest
from numpy.typing import NDArray

from planner.charts.calendar import department_year
from planner.charts.costs import is_dark
from planner.charts.lines import wrapped
from planner.charts.theme import PALETTES, THEMES, Theme, between, whole
from tests.charts.gallery import GALLERY, nodes, spec

SIGHT = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
"""What is left of linear RGB without one kind of cone (Machado, Oliveira and Fernandes 2009)."""


def linear(colour: str) -> NDArray[np.float64]:
    share = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def contrast(colour: str, paper: str) -> float:
    """The contrast ratio of WCAG 2: (L₁ + 0.05)/(L₂ + 0.05)."""
    dark, light = sorted(float(linear(one) @ (0.2126, 0.7152, 0.0722)) for one in (colour, paper))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear RGB in CIELAB, white D65."""
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = np.cbrt(np.array(to_xyz) @ rgb.clip(0, 1) / (0.9505, 1, 1.089))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def apart(one: str, other: str) -> float:
    """How far two colours are apart at least, for whichever kind of sight (CIE76)."""
    seen = [np.eye(3), *map(np.array, SIGHT.values())]
    return min(
        float(np.linalg.norm(lab(sight @ linear(one)) - lab(sight @ linear(other))))
        for sight in seen
    )


themes = pytest.mark.parametrize("theme", THEMES)


@themes
def test_text_stands_off_its_background(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.ink, palette.paper) > 7  # WCAG AAA
    assert contrast(palette.faint, palette.paper) > 4.5  # WCAG AA
    assert contrast(palette.alert, palette.paper) > 4.5


@themes
def test_marks_stand_off_their_background(theme: Theme) -> None:
    palette = PALETTES[theme]
    for colour in (*palette.kinds, *palette.hues, palette.fresh):
        assert contrast(colour, palette.paper) > 3  # WCAG, parts of graphics


@themes
def test_kinds_and_hues_are_told_apart_by_every_kind_of_sight(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert apart(*palette.kinds) > 40
    assert min(apart(*pair) for pair in combinations(palette.hues, 2)) > 20


@themes
def test_the_steps_of_the_ramp_are_told_apart_and_take_a_figure(theme: Theme) -> None:
    palette = PALETTES[theme]
    steps = palette.steps(7)
    assert min(apart(*pair) for pair in pairwise(steps)) > 8
    for colour in steps:
        assert contrast(colour, "#FFFFFF" if is_dark(colour) else "#000000") > 4.5


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([28, 30], [28, 29, 30]),
        ([0, 3], [0, 1, 2, 3]),
        ([1700, 1850], [1700, 1720, 1740, 1760, 1780, 1800, 1820, 1840, 1860]),
        ([5], [5]),
        ([], [0]),
    ],
)
def test_ticks_of_whole_numbers_are_whole_and_few(values: list[int], ticks: list[int]) -> None:
    assert whole(values) == ticks


def raw(name: str, theme: Theme) -> Iterator[list[str]]:
    """The colours that a chart tells categories apart by."""
    for node in nodes(spec(name, theme)):
        colours = node.get("encoding", {}).get("color", {}).get("scale", {}).get("range")
        if isinstance(colours, list):
            yield colours


def scales(name: str, theme: Theme) -> Iterator[list[str]]:
    """The colours that a chart tells categories apart by, each as it is seen on the paper."""
    for node in nodes(spec(name, theme)):
        colour = node.get("encoding", {}).get("color", {})
        if isinstance(colour.get("scale", {}).get("range"), list):
            opacity = node["mark"].get("opacity", 1)
            yield [mixed(one, PALETTES[theme].paper, opacity) for one in colour["scale"]["range"]]


def drawn(name: str, theme: Theme) -> Iterator[str]:
    """The colours of a chart's marks that are the same for all of a layer, text and rules aside."""
    marks = [node.get("mark") for node in nodes(spec(name, theme))]
    for mark in marks:
        if isinstance(mark, dict) and mark["type"] in {"point", "bar", "line", "area", "rect"}:
            yield mark.get("color", PALETTES[theme].paper)


def mixed(colour: str, paper: str, opacity: float) -> str:
    """A colour of some opacity on a paper."""
    ends = ([int(one[at : at + 2], 16) for at in (1, 3, 5)] for one in (colour, paper))
    return "#" + "".join(
        f"{round(opacity * top + (1 - opacity) * under):02X}"
        for top, under in zip(*ends, strict=True)
    )


@themes
@pytest.mark.parametrize("most", [1, 7, 25])
def test_the_days_in_a_cell_stand_off_its_colour_however_many_there_are(
    theme: Theme, most: int
) -> None:
    calendar = pl.DataFrame({
        "year": 2019, "unit_id": [f"D{days:02}" for days in range(1, most + 1)],
        "person_id": "1", "days": range(1, most + 1), "month": "2019-01",
    })  # fmt: skip
    names = calendar.select(department_id="unit_id", name="unit_id").unique(maintain_order=True)
    chart = department_year(calendar, names, theme=theme).to_dict()
    ramp = [*reversed(PALETTES[theme].ramp)]
    figures = [layer for layer in chart["layer"] if layer["mark"]["type"] == "text"]
    shown = [
        (row["days"], layer["mark"]["color"])
        for layer in figures for row in json.loads(chart["datasets"][layer["data"]["name"]])
    ]  # fmt: skip
    assert {days for days, _ in shown} == set(range(1, most + 1))
    for days, colour in shown:
        assert contrast(colour, between(ramp, (len(ramp) - 1) * days / most)) > 4.5, days


def test_a_line_is_broken_between_words_and_before_no_mark() -> None:
    assert wrapped("甲乙丙，丁戊", 6) == ["甲乙", "丙，丁", "戊"]
    assert wrapped("one two, three", 8) == ["one two,", "three"]
    assert wrapped("", 8) == [""]


CELLS = {"prices", "department_year"}
"""Their figures are black or white by the colour of their cells."""
LEAST = {"wishes": 10, "prices": 8}
"""What is told apart by a ramp or by words in it, too, may be nearer."""


@themes
@pytest.mark.parametrize("name", GALLERY)
def test_the_colours_of_a_chart_are_told_apart_by_every_kind_of_sight(
    name: str, theme: Theme
) -> None:
    found = list(scales(name, theme))
    for colours in found:
        pairs = combinations(dict.fromkeys(colours), 2)
        assert all(apart(*pair) > LEAST.get(name, 20) for pair in pairs), colours
    assert found or name in {"curve", "horizon"}  # Each panel of theirs has one colour.


@themes
@pytest.mark.parametrize("name", GALLERY)
def test_a_layer_of_one_colour_is_told_apart_from_what_another_means(
    name: str, theme: Theme
) -> None:
    known = {*PALETTES[theme].kinds, *PALETTES[theme].hues, PALETTES[theme].dot}
    every = {colour for colours in raw(name, theme) for colour in colours}
    for one in {*drawn(name, theme)} - {PALETTES[theme].paper}:
        assert one in known
        assert all(apart(one, other) > LEAST.get(name, 20) for other in every - {one}), one


@themes
@pytest.mark.parametrize("name", GALLERY)
def test_titles_keys_and_axes_stand_off_the_paper(name: str, theme: Theme) -> None:
    of = {"labelColor", "titleColor", "subtitleColor"}
    drawn, paper = spec(name, theme), PALETTES[theme].paper
    colours = {node[key] for node in nodes(drawn) for key in of & node.keys()}
    colours.add(drawn["title"]["color"])
    assert all(contrast(one, paper) > 4.5 for one in colours), colours


@themes
@pytest.mark.parametrize("name", GALLERY)
def test_the_words_of_a_chart_stand_off_what_is_behind_them(name: str, theme: Theme) -> None:
    paper = PALETTES[theme].paper
    tinted = [mixed(one, paper, 1) for tints in scales(name, theme) for one in tints]
    behind = {key: [paper, *tinted] for key in ("wishes", "batches")}
    for node in nodes(spec(name, theme)):
        mark = node.get("mark", {})
        inside = {paper, *(("#000000", "#FFFFFF") if name in CELLS else ())}  # Cells have them.
        is_text = isinstance(mark, dict) and mark.get("type") == "text"
        if is_text:
            tints = node.get("encoding", {}).get("color", {}).get("scale", {}).get("range", [])
            assert all(contrast(one, paper) > 4.5 for one in tints), tints
        if is_text and mark.get("color") not in inside:
            for ground in behind.get(name, [paper]):
                colour = mark.get("color", PALETTES[theme].ink)
                assert contrast(colour, ground) > 4.5, (mark, ground)
