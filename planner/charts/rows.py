"""Frames as the rows of a chart: plain data, no more than is shown, and names that stay text."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from planner.words import Language, say

_ENDINGS = {"</": "<\u2060/", "<!": "<\u2060!"}


def chart_of(frame: pl.DataFrame) -> alt.Chart:
    """Return a chart of a frame's rows, however many; all of its columns are to be shown.

    Columns are named by us, never by the user: Vega-Lite reads dots, brackets and colons in names.
    """
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    safe = [_safe(pl.col(name)) for name in texts]
    return chart_of_text(frame.with_columns(*safe, pl.col(pl.Float64).round(4)).write_json())


def chart_of_text(rows: str) -> alt.Chart:
    """Return a chart of rows written as JSON.

    As objects they would be copied and checked one by one with every step of a chart.
    """
    return alt.Chart({"values": rows, "format": {"type": "json"}})


def harmless(text: str) -> str:
    """Return a text that cannot end the script of a page, where charts end up.

    `</` and `<!` could: an invisible word joiner stands within them.
    """
    for ending, apart in _ENDINGS.items():
        text = text.replace(ending, apart)
    return text


def _safe(texts: pl.Expr) -> pl.Expr:
    return texts.str.replace_many(list(_ENDINGS), list(_ENDINGS.values()))


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
    several = pl.col(key).n_unique().over(name) > 1
    return frame.with_columns(
        pl.when(several).then(pl.format("{} ({})", name, key)).otherwise(name).alias(name)
    )
