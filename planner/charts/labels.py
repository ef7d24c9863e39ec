"""Names beside the marks of a map, out of each other's way."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, permutations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner.charts.lines import halves

FONT_SIZE, _CITY = 10, 14
SIZE = (520, 640)
"""A map's width and height in points."""
_LONGEST = 10  # In halves of a Chinese character.
_MARK = 8.0  # Half of a mark, in points.
_AWAY = [
    *((1, 0), (-1, 0), (0, -1), (0, 1)),
    *((0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
]  # fmt: skip
_REACHES = (1.0, 1.6)
_ENDINGS = ("司法所", "处", "室", "局")


def short_names(names: Sequence[str]) -> list[str]:
    """Return short forms of names that still tell them apart: long ones are cut."""
    forms = [_cut(name) for name in names]
    number = Counter(dict(zip(names, forms, strict=True)).values())
    return [form if number[form] == 1 else name for name, form in zip(names, forms, strict=True)]


def short_station(name: str, county: str = "") -> str:
    """Return a station's name without what its place says anyhow."""
    return name.removeprefix(county).removesuffix("司法所") or name


def beside(
    marks: pl.DataFrame,
    stations: pl.DataFrame,
    size: tuple[int, int] = SIZE,
    there: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Return where each mark's name stands: lon, lat and label, in the order of the marks.

    `marks` have `lon`, `lat` and `label`, so have the names that are `there` already; `stations`
    are the places that the map shows.
    """
    place, scale = _points(marks, stations, size)
    names = marks.clear() if there is None else there
    fixed, _ = _points(names, stations, size)
    wide = np.array([halves(text) * _CITY / 4 for text in names["label"]])
    half = np.array([halves(text) * FONT_SIZE / 4 for text in marks["label"]])
    at = np.empty((marks.height, 2))
    for row in range(marks.height):
        reach = np.array([half[row] + _MARK + 2, FONT_SIZE / 2 + _MARK])
        ways = np.array([np.array(way) * reach * far for far in _REACHES for way in _AWAY])
        centres = place[row] + ways
        cost = _covered(centres, half[row], place, np.full(len(place), _MARK), _MARK)
        cost += _covered(centres, half[row], at[:row], half[:row], FONT_SIZE / 2)
        cost += _covered(centres, half[row], fixed, wide, _CITY / 2)
        cost += np.repeat([0, 3], len(_AWAY)) + np.arange(len(ways)) * 0.1
        at[row] = centres[cost.argmin()]
    moved = (at - place) / scale
    return marks.select(
        pl.Series("lon", marks["lon"].to_numpy() + moved[:, 0], pl.Float64),
        pl.Series("lat", marks["lat"].to_numpy() - moved[:, 1], pl.Float64),
        "label",
    )


def joined(marks: pl.DataFrame) -> pl.DataFrame:
    """Return the lines that join each unit's stations on the shortest way: lon … lat_to, unit.

    `marks` have `lon`, `lat`, `kind` and `unit`.
    """
    rows: list[tuple[object, ...]] = []
    for (kind, unit), own in marks.group_by("kind", "unit", maintain_order=True):
        points = own.select("lon", "lat").rows()
        if len(points) <= 5:  # The ways through more of them are too many to try.
            points = min(permutations(points), key=_length)
        rows += [(*one, *other, kind, unit) for one, other in pairwise(points)]
    names = ("lon", "lat", "lon_to", "lat_to")
    schema = dict.fromkeys(names, pl.Float64) | {"kind": pl.String, "unit": pl.String}
    return pl.DataFrame(rows, schema, orient="row")


def _length(points: Sequence[tuple[float, float]]) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(points))


def _cut(name: str) -> str:
    for ending in _ENDINGS:
        if name.endswith(ending) and halves(name) > 6:
            name = name.removesuffix(ending)
            break
    if halves(name) <= _LONGEST:
        return name
    kept = ""
    while halves(kept + name[len(kept)]) <= _LONGEST - 1:
        kept += name[len(kept)]
    return kept + "…"


def _points(
    marks: pl.DataFrame, stations: pl.DataFrame, size: tuple[int, int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return where the marks are in points, and how many points a degree has, across and down."""
    lon, lat = (stations[axis].to_numpy() for axis in ("lon", "lat"))
    if not len(lon):
        return np.empty((0, 2)), np.ones(2)
    narrow = math.cos(math.radians((lat.min() + lat.max()) / 2))
    spans = (float(np.ptp(lon)) * narrow, float(np.ptp(lat)))
    scale = min(room / max(span, 0.01) for room, span in zip(size, spans, strict=True))
    degree = np.array([scale * narrow, scale])
    x = (marks["lon"].to_numpy() - lon.min()) * degree[0]
    y = (lat.max() - marks["lat"].to_numpy()) * degree[1]
    return np.column_stack([x, y]), degree


def _covered(
    centres: NDArray[np.float64],
    half: float,
    others: NDArray[np.float64],
    widths: NDArray[np.float64],
    height: float,
) -> NDArray[np.float64]:
    """Return by how much a name at each of some centres would cover others."""
    across = half + widths - np.abs(centres[:, None, 0] - others[:, 0])
    down = FONT_SIZE / 2 + height - np.abs(centres[:, None, 1] - others[:, 1])
    return (across.clip(0) * down.clip(0)).sum(axis=1)
