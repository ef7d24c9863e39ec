"""Frames as the rows of a chart: plain data, no more than is shown, and names that stay text."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TypedDict

import altair as alt
import polars as pl

from planner.words import Language, say

_ENDINGS = {"</": "<\u2060/", "<!": "<\u2060!"}


class Shown(TypedDict):
    """What another plan changes in a living chart: rows, as JSON by their name, and the titles.

    `told` are the titles in one line, for those who do not see it, and `file` is what a picture of
    it is called, without its ending.
    """

    rows: dict[str, str]
    title: str
    subtitle: list[str]
    told: str
    file: str


def chart_of(frame: pl.DataFrame, name: str | None = None) -> alt.Chart:
    """Return a chart of a frame's rows, however many; all of its columns are to be shown.

    Rows that have a `name` can be exchanged by it in a living chart.
    """
    return chart_of_text(json_of(frame), name)


def chart_of_text(rows: str, name: str | None = None) -> alt.Chart:
    """Return a chart of rows written as JSON.

    As objects they would be copied and checked one by one with every step of a chart.
    """
    named = {} if name is None else {"name": name}
    return alt.Chart({**named, "values": rows, "format": {"type": "json"}})


def charts_of(tables: Mapping[str, pl.DataFrame], live: bool) -> dict[str, alt.Chart]:
    """Return a chart of each table; in a living one its rows are known by the table's name."""
    return {name: chart_of(rows, name if live else None) for name, rows in tables.items()}


def shown_of(tables: Mapping[str, pl.DataFrame], title: str, *subtitle: str) -> Shown:
    """Return what a living chart is to show: tables with the names of its own, and titles."""
    rows = {name: json_of(frame) for name, frame in tables.items()}
    told, file = " · ".join([title, *subtitle]), file_name(title)
    return {"rows": rows, "title": title, "subtitle": [*subtitle], "told": told, "file": file}


def file_name(title: str) -> str:
    """Return a title as the name of a file, without its ending."""
    return re.sub(r'[\\/:*?"<>|\s\u0000-\u001f\u2060]+', " ", title).strip(" .")[:60] or "chart"


def json_of(frame: pl.DataFrame) -> str:
    """Return a frame's rows as JSON in which every name is harmless.

    Columns are named by us, never by the user: Vega-Lite reads dots, brackets and colons in names.
    """
    return harmless(frame.with_columns(pl.col(pl.Float64).round(4)).write_json())


def harmless(text: str) -> str:
    """Return a text that cannot end the script of a page, where charts end up.

    `</` and `<!` could: an invisible word joiner stands within them.
    """
    for ending, apart in _ENDINGS.items():
        text = text.replace(ending, apart)
    return text


def distinct(names: pl.Series) -> list[str]:
    """Return each name once, in the order of the rows, as it stands in a chart's rows."""
    return [harmless(str(name)) for name in names.unique(maintain_order=True)]


def tips(language: Language, fields: Mapping[str, str]) -> list[alt.Tooltip]:
    """Return a tooltip's lines: each column with the key of its words; numbers are plain."""
    return [
        alt.Tooltip(field=field, type="nominal", title=say(key, language))
        for field, key in fields.items()
    ]


def labelled(frame: pl.DataFrame, name: str, key: str) -> pl.DataFrame:
    """Return a frame whose names tell its keys apart: a name that several have gets its key."""
    keys: dict[str, set[str]] = defaultdict(set)
    rows = frame.select(name, key).rows()
    for one, its in rows:
        keys[one].add(its)
    labels = [f"{one} ({its})" if len(keys[one]) > 1 else one for one, its in rows]
    return frame.with_columns(pl.Series(name, labels, pl.String))
