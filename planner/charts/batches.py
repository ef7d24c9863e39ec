"""The batches of years as bars in time: who of which department is away from when to when."""

from typing import Any

import altair as alt
import polars as pl

from planner.charts.labels import halves
from planner.charts.rows import chart_of, labelled, tips
from planner.charts.theme import PALETTES, Palette, Theme, finished
from planner.words import Language, say

_WIDTH, _LANE, _TEXT = 860, 17, 10
_NAMES = 190
GROUPS = ("A", "B", "there")


def batches(
    sent: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return who is away in which time, a bar a posting, department by department.

    `sent` has `department_id`, `department`, `most` (people away at once), `person_id`, `person`,
    `host`, `county`, `start_date`, `end_date`, `since` and `until` (when the person belongs to the
    department), `route` (`A`, `B`) and `planned` (whether it is the plan's, or was there before),
    as `sent` of `planner.notebook` makes it. Postings of a department that do not meet share a
    line.
    """
    palette = PALETTES[theme]
    bars = _lanes(labelled(sent, "department", "department_id"), language)
    y = alt.Y("lane:O", axis=None, sort="ascending", scale=alt.Scale(padding=0.12))
    layers: list[Any] = []
    if bars.height:
        layers = [
            *_bars(bars, y, language, palette),
            _departments(bars, y, language, palette),
            _rules(bars, y, palette),
        ]
    planned = sent.filter("planned")
    title = say("batches.none", language)
    if planned.height:
        title = say(
            "batches.title", language,
            people=planned["person_id"].n_unique(), batches=planned["start_date"].n_unique(),
            departments=planned["department_id"].n_unique(), most=_most(sent),
        )  # fmt: skip
    return finished(
        alt.LayerChart(layer=layers or [_nothing()]),
        theme,
        language,
        title,
        say("batches.reading", language),
        width=_WIDTH,
        height=alt.Step(_LANE),
    )


def _nothing() -> alt.Chart:
    return chart_of(pl.DataFrame({"lane": []})).mark_bar().encode(y=alt.Y("lane:O", axis=None))


def _lanes(sent: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return a row a bar: its lane, counted through all departments, its group, what it says."""
    words = _groups(language)
    ends = [day for span in sent.select("since", "until").rows() for day in span]
    days = (max(ends) - min(ends)).days + 1 if ends else 1
    rows: list[dict[str, Any]] = []
    below = 0
    for _, own in sent.group_by("department_id", maintain_order=True):
        taken: list[Any] = []
        for row in own.sort("since", "person_id").to_dicts():
            lane = next((at for at, end in enumerate(taken) if end < row["since"]), len(taken))
            taken[lane : lane + 1] = [row["until"]]
            wide = _WIDTH * (row["until"] - row["since"]).days / days
            where = row["county"] or row["host"]
            rows.append({
                **{name: row[name] for name in ("department", "most", "person", "host")},
                "lane": below + lane, "first": below, "place": where,
                "group": words[(row["route"] or "there") if row["planned"] else "there"],
                "start": str(row["since"]), "end": str(row["until"]),
                "time": f"{row['since']} – {row['until']}",
                "text": _cut(f"{row['person']}　{where}", wide - 8),
            })  # fmt: skip
        below += len(taken)
    return pl.DataFrame(rows)


def _most(sent: pl.DataFrame) -> int:
    """Return how many are away at once, at most: it grows on first days only."""
    spans = sent.select("since", "until").rows()
    return max(sum(start <= day <= end for start, end in spans) for day, _ in spans)


def _groups(language: Language) -> dict[str, str]:
    return {group: say(f"batches.{group}", language) for group in GROUPS}


def _cut(text: str, points: float) -> str:
    """Return as much of a text as a bar has room for."""
    if halves(text) * _TEXT / 2 <= points:
        return text
    kept = ""
    for one in text:
        if halves(kept + one) * _TEXT / 2 > points - _TEXT:
            break
        kept += one
    return kept + "…"


def _bars(bars: pl.DataFrame, y: alt.Y, language: Language, palette: Palette) -> list[alt.Chart]:
    domain = [*_groups(language).values()]
    colours = [palette.kinds[1], palette.kinds[0], palette.dot]
    x = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(type="utc", nice=False),
        axis=alt.Axis(
            format="%Y-%m",
            orient="top",
            labelAngle=0,
            tickCount=alt.TimeIntervalStep(interval="month", step=6),
        ),
    )
    # A day that is a place on the axis is a moment: what is told of it is a text of its own.
    fields = ("department", "person", "host", "place", "time", "group")
    key = alt.Legend(title=None, orient="top", symbolOpacity=1)
    return [
        chart_of(bars.select(*fields, "lane", "start", "end"))
        .mark_bar(opacity=0.5, cornerRadius=2)
        .encode(
            x=x,
            x2="end:T",
            y=y,
            color=alt.Color("group:N", scale=alt.Scale(domain=domain, range=colours), legend=key),
            tooltip=tips(language, {field: f"batches.{field}" for field in fields}),
        ),
        chart_of(bars.select("start", "lane", "text"))
        .mark_text(align="left", dx=4, fontSize=_TEXT, color=palette.ink)
        .encode(x=x, y=y, text="text:N"),
    ]


def _departments(bars: pl.DataFrame, y: alt.Y, language: Language, palette: Palette) -> alt.Chart:
    """Return each department's name beside its first line, with how many may be away at once."""
    names = bars.unique("first", keep="first", maintain_order=True)
    told = [
        say("batches.limit", language, department=department, most=most)
        for department, most in names.select("department", "most").iter_rows()
    ]
    frame = pl.DataFrame({"lane": names["first"], "told": told})
    return (
        chart_of(frame)
        .mark_text(align="right", fontSize=12, color=palette.ink, limit=_NAMES)
        .encode(x=alt.value(-10), y=y, text="told:N")
    )


def _rules(bars: pl.DataFrame, y: alt.Y, palette: Palette) -> alt.Chart:
    """Return a line above each department."""
    return (
        chart_of(bars.select(lane="first").unique(maintain_order=True))
        .mark_rule(color=palette.line, yOffset=-_LANE / 2)
        .encode(x=alt.value(-_NAMES), x2=alt.value(_WIDTH), y=y)
    )
