"""A user's boundaries under a map: the lines of a GeoJSON and nothing else of it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError

GeoJson = Mapping[str, Any]

_DEPTH = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""How deep the lines lie in the coordinates of each kind of geometry."""


def borders(ground: GeoJson | Path | str) -> dict[str, Any]:
    """Return a GeoJSON (a file, or its content) as one feature of lines, longitude and latitude.

    Areas become their outlines: a fill would depend on the direction of their rings, on which
    writers of GeoJSON differ. Raises `InputError` where it is no GeoJSON or has no line.
    """
    name = "GeoJSON" if isinstance(ground, Mapping) else Path(ground).name
    try:
        content = ground if isinstance(ground, Mapping) else json.loads(Path(ground).read_bytes())
        lines = [_line(line) for line in _lines(content)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError([Fault(name, "ground.unreadable")]) from error
    if not lines:
        raise InputError([Fault(name, "ground.empty")])
    shape = {"type": "MultiLineString", "coordinates": lines}
    return {"type": "Feature", "properties": {}, "geometry": shape}


def _lines(node: GeoJson) -> Iterator[Any]:
    kind = node["type"]
    if kind == "FeatureCollection":
        for feature in node["features"]:
            yield from _lines(feature)
    elif kind == "GeometryCollection":
        for geometry in node["geometries"]:
            yield from _lines(geometry)
    elif kind == "Feature":
        if node["geometry"] is not None:
            yield from _lines(node["geometry"])
    elif kind in _DEPTH:
        yield from _unwrapped(node["coordinates"], _DEPTH[kind])


def _unwrapped(lists: list[Any], depth: int) -> Iterator[Any]:
    """Return the lists that lie so deep in lists."""
    if depth == 0:
        yield lists
    else:
        for inner in lists:
            yield from _unwrapped(inner, depth - 1)


def _line(points: Any) -> list[list[float]]:
    """Return a line's points; raise ValueError where one is not a place on the globe."""
    line = [
        [round(float(lon), 4), round(float(lat), 4)]
        for lon, lat, *_ in cast(list[list[float]], points)
    ]
    if any(not (abs(lon) <= 180 and abs(lat) <= 90) for lon, lat in line):
        raise ValueError(line)
    return line
