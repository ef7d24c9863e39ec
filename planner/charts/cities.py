"""The cities' names on a map, out of the marks' way and of each other's."""

import altair as alt
import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner.charts.labels import SIZE
from planner.charts.rows import chart_of
from planner.charts.theme import Palette

_MOST = 40  # Beyond it the cities' names would cover each other.
_HALF = (44.2, 16)
"""Half of a city's name and a mark, in points across and down, where names are `_LARGE`."""
_NAMES = (1.2, 1)
"""So much further from each other are the middles of two names that do not touch."""
_LARGE, _SMALL = 14, 11
"""How large the names are: on a map of `SIZE`, and on one of half of its width and less."""


def city_names(stations: pl.DataFrame, pairs: pl.DataFrame, palette: Palette) -> alt.LayerChart:
    """Return the cities' names on a map of `SIZE`, out of the paired stations' way."""
    return names_of(chart_of(city_labels(stations, pairs)), palette)


def names_of(cities: alt.Chart, palette: Palette, size: tuple[int, int] = SIZE) -> alt.LayerChart:
    """Return the names of a chart's cities on a rim that sets them off from the dots."""
    names, high = cities.encode(longitude="lon:Q", latitude="lat:Q", text="city:N"), _high(size)
    rim = names.mark_text(fontSize=high, color=palette.paper, stroke=palette.paper, strokeWidth=4)
    return alt.LayerChart(layer=[rim, names.mark_text(fontSize=high, color=palette.ink)])


def city_labels(
    stations: pl.DataFrame, pairs: pl.DataFrame, size: tuple[int, int] = SIZE
) -> pl.DataFrame:
    """Return each city's place for its name: `city`, `lon`, `lat`; no rows for too many cities.

    It is the station nearest the city's middle of those with the fewest paired stations, and names
    of other cities, in the name's way. The smallest cities have the least choice and choose first.
    """
    stations = stations.drop_nulls(["lon", "lat"])
    if stations["city"].n_unique() > _MOST:
        return stations.select("city", "lon", "lat").clear()
    marks = stations.filter(pl.col("station_id").is_in(pairs["station_id"].implode()))
    places, taken = (frame.select("lon", "lat").to_numpy() for frame in (stations, marks))
    share = np.array(_HALF) / size * _high(size) / _LARGE
    half = share * (np.ptp(places, axis=0) if len(places) else 0)
    city = stations["city"].rank("dense").to_numpy() - 1
    number = np.bincount(city)
    off = _off(places, city)
    hidden = _near(places, taken, half)
    ids = stations["station_id"].rank().to_numpy()
    chosen = np.empty(0, np.int64)
    for one in np.argsort(number, kind="stable"):
        own = np.flatnonzero(city == one)
        clash = _near(places[own], places[chosen], half * _NAMES)
        best = np.lexsort((ids[own], off[own], hidden[own] + clash))[0]
        chosen = np.append(chosen, own[best])
    order = np.lexsort((ids[chosen], off[chosen], hidden[chosen]))
    return stations.select("city", "lon", "lat")[chosen[order]]


def _high(size: tuple[int, int]) -> int:
    return _LARGE if 2 * size[0] > SIZE[0] else _SMALL


def _off(places: NDArray[np.float64], city: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how far each place is from the middle of its city, squared."""
    number = np.bincount(city)
    middles = np.column_stack([np.bincount(city, axis) / number for axis in places.T])
    return ((places - middles[city]) ** 2).sum(axis=1)


def _near(
    places: NDArray[np.float64], others: NDArray[np.float64], half: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Return how many of the others are in the way of a name at each place."""
    return (np.abs(places[:, None] - others) < half).all(axis=2).sum(axis=1)
