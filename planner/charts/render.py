"""A chart as a file, and in a notebook: without a network, and with Chinese glyphs everywhere.

JupyterLab brings its own Vega 5, so a notebook gets the chart compiled to that; whatever has no
Vega (a page made by nbconvert, a viewer) shows the picture beside it.
"""

import base64
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt

from planner.charts.rows import harmless
from planner.charts.theme import PIXELS

VEGA = "application/vnd.vega.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega/v5.json"  # A name: nobody fetches it.
_NAME = "planner"
_SCALE = 1.5
_MOVED = ("$schema", "config", "background", "padding", "usermeta", "datasets", "description")
"""What belongs to the whole picture, its footer included."""


def save_chart(
    chart: alt.TopLevelMixin, path: Path | str, scale: float = PIXELS, footer: str = ""
) -> None:
    """Write a chart as a picture, PNG (with `scale` pixels a point) or SVG by the file's ending.

    A `footer` says under it where it is from. Raises `ValueError` for any other ending.
    """
    import vl_convert

    path, spec = Path(path), footed(chart.to_dict(), footer)
    _register_font()
    if path.suffix == ".png":
        path.write_bytes(_squeezed(vl_convert.vegalite_to_png(spec, scale=scale)))
    elif path.suffix == ".svg":
        path.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")
    else:
        raise ValueError(f"{path}: found the ending '{path.suffix}', expected .png or .svg")


def use_renderer(footer: str = "") -> None:
    """Show every chart of this notebook as compiled Vega and as a picture, without a network.

    A `footer` says under each where it is from.
    """
    alt.renderers.register(_NAME, mime_bundle)
    alt.renderers.enable(_NAME, footer=footer)


def notebook_footer() -> str:
    """Return what stands under every chart of this notebook, as `use_renderer` was told."""
    options: Mapping[str, Any] = alt.renderers.options
    return options["footer"] if alt.renderers.active == _NAME else ""


def footed(spec: Mapping[str, Any], footer: str) -> dict[str, Any]:
    """Return a chart's specification with a line under it that says where it is from."""
    if not footer:
        return dict(spec)
    whole = {name: spec[name] for name in _MOVED if name in spec}
    params: list[dict[str, Any]] = spec.get("params", [])
    if any("views" in param for param in params):  # They name their views from the outside.
        whole["params"] = params
    inner = {name: value for name, value in spec.items() if name not in whole}
    colour = spec["config"]["axis"]["titleColor"]
    line: dict[str, Any] = {
        "data": {"values": [{}]},
        "mark": {
            "type": "text", "text": harmless(footer), "align": "left", "x": 0, "y": 6,
            "fontSize": 11, "color": colour,
        },
        "width": 10,
        "height": 12,
    }  # fmt: skip
    # What belongs to the chart, its keys too, stays above the line.
    apart = {"scale": dict.fromkeys(("color", "shape", "size", "opacity"), "independent")}
    return {**whole, "vconcat": [inner, line], "spacing": 14, "resolve": apart}


def mime_bundle(
    spec: Mapping[str, Any], footer: str = "", **_: object
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return what a notebook keeps of a Vega-Lite specification, and the picture's size and name.

    The same specification gives the same bytes: compiled Vega, a PNG, and the title as plain text.
    """
    import vl_convert

    _register_font()
    vega = vl_convert.vegalite_to_vega(footed(spec, footer))
    png = _squeezed(vl_convert.vega_to_png(vega, scale=_SCALE))
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    title: Any = spec.get("title", {})
    bundle = {
        VEGA: {**vega, "$schema": _SCHEMA},
        "image/png": base64.b64encode(png).decode("ascii"),
        "text/plain": str(title.get("text", "")),
    }
    size = {"width": round(width / _SCALE), "height": round(height / _SCALE)}
    return bundle, {"image/png": {**size, "alt": alt_text(spec)}}


def alt_text(chart: alt.TopLevelMixin | Mapping[str, Any]) -> str:
    """Return what a picture of a chart shows, in one line, for those who do not see it."""
    spec = chart if isinstance(chart, Mapping) else chart.to_dict()
    return " · ".join(str(spec.get("description", "")).split("\n"))


def _squeezed(png: bytes) -> bytes:
    """Return the same picture in a quarter of the bytes: the converter packs fast, not small."""
    start, packed, rest = 8, b"", [b"", b""]  # What stands before the pixels, and after them.
    while start < len(png):
        end = start + 12 + int.from_bytes(png[start : start + 4], "big")
        if png[start + 4 : start + 8] == b"IDAT":
            packed += png[start + 8 : end - 4]
        else:
            rest[bool(packed)] += png[start:end]
        start = end
    body = b"IDAT" + zlib.compress(zlib.decompress(packed), 9)
    chunk = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    return png[:8] + rest[0] + chunk + rest[1]


@cache
def _register_font() -> None:
    """Make the Chinese font known to the converter, once a process."""
    import vl_convert
    from pylopdf_fonts_zh_cn import sans_path

    vl_convert.register_font_directory(str(sans_path().parent))
