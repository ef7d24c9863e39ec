"""The record over the days: what was done on each part, what is void, what is next and by whom."""

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, harmless, tips
from planner.charts.theme import PALETTES, Theme, finished
from planner.words import Language, say

PARTS = ("leaders", "departments", "postings", "exchange")
ACTIONS = (
    "applications", "draft", "consult", "review", "approve", "reject", "amend", "file",
)  # fmt: skip
"""In the order of a year's work, from the top."""
STATES = ("done", "void", "next")
_DAY = 24 * 60 * 60 * 1000
_TICKS = 8


def timeline(
    entries: pl.DataFrame,
    steps: pl.DataFrame,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> alt.LayerChart:
    """Return what was entered on the record day by day, a row an action of a part.

    `entries` has `seq`, `year`, `part`, `on` (YYYY-MM-DD), `action`, `subject`, `actor` and `void`,
    one row an entry; `steps` has `year`, `part`, `action` (`nothing` where all is done) and `by`,
    what is next of each part, as `planner.record.timeline` makes both. Entries of one action, day
    and state are one mark with their number beside it.
    """
    palette = PALETTES[theme]
    marks = _marks(entries, steps, language)
    lanes = [harmless(lane) for lane in _lanes(marks)]
    days: list[int] = sorted({*marks.filter(pl.col("by") == "")["day"]})
    x = alt.X("day:T", title=None, scale=_scale(days), axis=_axis(days))
    y = alt.Y(
        "lane:N", sort=lanes, title=None, scale=alt.Scale(domain=lanes),
        axis=alt.Axis(grid=True, ticks=False, domain=False),
    )  # fmt: skip
    states = {state: say(f"entry.{state}", language) for state in STATES}
    colours = (palette.kinds[1], palette.dot, palette.kinds[0])
    fields = {"lane": "timeline.lane", "on": "timeline.on", "seqs": "timeline.seqs",
              "subjects": "timeline.subjects", "actors": "timeline.actors",
              "state": "timeline.state"}  # fmt: skip
    base = chart_of(marks.select(*fields, "day", "number", "by")).encode(x=x, y=y)
    legend = alt.Legend(orient="top", title=None)
    points = base.mark_point(size=150, filled=True, opacity=1).encode(
        color=alt.Color(
            "state:N",
            scale=alt.Scale(domain=[*states.values()], range=[*colours]),
            legend=legend,
        ),
        shape=alt.Shape(
            "state:N",
            scale=alt.Scale(domain=[*states.values()], range=["circle", "cross", "diamond"]),
            legend=legend,
        ),
        tooltip=tips(language, fields),
    )
    number = base.mark_text(align="left", dx=6, dy=-8, fontSize=11).encode(text="number:N")
    by = base.mark_text(align="left", dx=11, limit=260).encode(text="by:N")
    return finished(
        alt.LayerChart(layer=[points, number, by]),
        theme,
        language,
        _title(steps, language),
        say("timeline.reading", language),
        width=620,
        height=alt.Step(26),
    )


def _marks(entries: pl.DataFrame, steps: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return a row a mark: lane, on, day (ms), state, seqs, subjects, actors, number, by.

    `number` is blank where it is one, `by` where it is done; what is next stands behind all days.
    """
    joined = "、" if language == "zh" else ", "
    states = {state: say(f"entry.{state}", language) for state in STATES}
    done = (
        entries.sort("seq")
        .with_columns(state=pl.when("void").then(pl.lit("void")).otherwise(pl.lit("done")))
        .group_by("year", "part", "action", "on", "state", maintain_order=True)
        .agg(
            seqs=pl.col("seq").cast(pl.String).str.join(joined),
            subjects=pl.col("subject").filter(pl.col("subject") != "").unique(maintain_order=True)
            .str.join(joined),
            actors=pl.col("actor").unique(maintain_order=True).str.join(joined),
            number=pl.when(pl.len() > 1).then(pl.format("×{}", pl.len())).otherwise(pl.lit("")),
        )
        .with_columns(
            day=pl.col("on").str.to_date().cast(pl.Datetime("ms")).cast(pl.Int64), by=pl.lit("")
        )
    )  # fmt: skip
    days: list[int] = sorted(done["day"])
    following = steps.filter(pl.col("action") != "nothing").select(
        "year", "part", "action", on=pl.lit(""), state=pl.lit("next"), seqs=pl.lit(""),
        subjects=pl.lit(""), actors="by", number=pl.lit(""),
        day=pl.lit(days[-1] + _room(days) if days else 0, pl.Int64), by="by",
    )  # fmt: skip
    several = entries["year"].n_unique() > 1
    frame = pl.concat([done, following])
    about = frame.select("year", "part", "action").rows()
    lanes = [_lane(year, part, action, several, language) for year, part, action in about]
    return frame.with_columns(
        pl.Series("lane", lanes, pl.String),
        pl.col("state").replace(states),
    )


def _lane(year: int, part: str, action: str, several: bool, language: Language) -> str:
    about = say(f"record.part.{part}", language), say(f"deed.{action}", language)
    lane = " · ".join(about)
    return f"{year} · {lane}" if several else lane


def _lanes(marks: pl.DataFrame) -> list[str]:
    """Return the lanes in the order of years, parts, and a year's work."""
    rows = marks.select("year", "part", "action", "lane").unique().rows()
    rows.sort(key=lambda row: (row[0], PARTS.index(row[1]), ACTIONS.index(row[2])))
    return [row[3] for row in rows]


def _room(days: list[int]) -> int:
    return max(_DAY, (days[-1] - days[0]) // 16) if days else _DAY


def _scale(days: list[int]) -> alt.Scale:
    """Return a scale with room at both ends, the same wherever the page is read."""
    first, last = (days[0], days[-1]) if days else (0, 0)
    return alt.Scale(type="utc", domain=[first - _room(days), last + 2 * _room(days)])  # pyright: ignore[reportArgumentType]


def _axis(days: list[int]) -> alt.Axis:
    """Return an axis whose ticks are days of the record, never hours."""
    distance = -(-len(days) // _TICKS)
    ticks = days[::-1][:: max(distance, 1)]
    return alt.Axis(values=ticks[::-1], format="%Y-%m-%d", labelAngle=0, labelOverlap=True)


def _title(steps: pl.DataFrame, language: Language) -> str:
    """Return how far the last year is: a clause a part."""
    if steps.is_empty():
        return say("timeline.none", language)
    year = steps["year"].max()
    clauses = [
        say(f"awaits.{action}", language, part=say(f"record.part.{part}", language), by=by)
        for part, action, by in steps.filter(pl.col("year") == year)
        .select("part", "action", "by")
        .rows()
    ]
    told = ("；" if language == "zh" else "; ").join(clauses)
    return say("timeline.title", language, year=year, told=told)
