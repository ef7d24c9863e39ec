"""Colours: enough contrast, and told apart by every kind of colour vision."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.charts.theme import PALETTES, THEMES, Theme, whole

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
    for colour in (*palette.kinds, palette.free):
        assert contrast(colour, palette.paper) > 3  # WCAG, parts of graphics
    for colour in palette.hues:
        assert contrast(colour, palette.paper) > 2


@themes
def test_kinds_and_hues_are_told_apart_by_every_kind_of_sight(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert apart(*palette.kinds) > 40
    assert min(apart(*pair) for pair in combinations(palette.hues, 2)) > 10


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
