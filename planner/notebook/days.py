"""Small frames of a year of days, as notebooks show them."""

import polars as pl

from planner.days.calendar.plan import CalendarPlan
from planner.days.cost import rates_told
from planner.days.year import DaysYear
from planner.words import Language, say

WHY_NOT = ("future", "elsewhere")
STATES = ("met", "on_pace", "behind", "impossible")


def pace(days: DaysYear) -> pl.DataFrame:
    """Return how far each unit has come.

    Columns: unit_id, unit, people (who owe days), owed and done (days), how many people have met
    it, are on pace, behind, or can't make it any more, and how many are exempt.
    """
    owing = pl.col("status") != "exempt"
    return (
        _named(days.obligations, days)
        .group_by("unit_id", "unit", maintain_order=True)
        .agg(
            people=owing.sum(),
            owed=pl.col("owed").sum(),
            done=pl.col("done").sum(),
            **{state: (pl.col("status") == state).sum() for state in STATES},
            exempt=(~owing).sum(),
        )
    )


def late(days: DaysYear, language: Language = "zh") -> pl.DataFrame:
    """Return who is behind or can't make it, the first to have to start at the top.

    Columns: person_id, person, unit, owed, done, short, left (days), last_start, pace (in words).
    """
    return (
        _named(days.obligations, days)
        .filter(pl.col("status").is_in(["behind", "impossible"]))
        .sort("last_start", "person_id", nulls_last=False)
        .select(
            "person_id", "person", "unit", "owed", "done", "short", "left", "last_start",
            pace=_states(language),
        )
    )  # fmt: skip


def excused(days: DaysYear, language: Language = "zh") -> pl.DataFrame:
    """Return who owes nothing or less, and why.

    Columns: person_id, person, unit, owed (days), causes (in words).
    """
    frame = _named(days.obligations, days).filter(pl.col("causes").is_not_null())
    told = [
        "、".join(say(f"days.cause.{cause}", language) for cause in causes.split(";"))
        for causes in frame["causes"]
    ]
    causes = pl.Series(told, dtype=pl.String)
    return frame.select("person_id", "person", "unit", "owed", causes=causes)


def filed(days: DaysYear, half: int, language: Language = "zh") -> pl.DataFrame:
    """Return the people of a half's filing.

    Columns: unit, person_id, person, owed, counted_half, done, short (days), pace (in words).
    """
    return _named(days.filing_people(half), days).select(
        "unit", "person_id", "person", "owed", "counted_half", "done", "short",
        pace=_states(language),
    )  # fmt: skip


def counted(days: DaysYear, language: Language = "zh") -> pl.DataFrame:
    """Return what of the visits counts, unit by unit.

    Columns: unit, visits, days, counted (days), and days that do not count, by reason: `future`,
    `elsewhere`.
    """
    return (
        _named(days.ledger, days)
        .group_by("unit", maintain_order=True)
        .agg(
            visits=pl.len(),
            days=pl.col("days").sum(),
            counted=pl.col("counted").sum(),
            **{why: pl.col("days").filter(pl.col("why_not") == why).sum() for why in WHY_NOT},
        )
    )


def spent(days: DaysYear, calendar: CalendarPlan | None = None) -> pl.DataFrame:
    """Return the cost of the visits, or of a calendar's trips, by unit and month, in yuan.

    Columns: those of `cost.csv`, and the unit's name.
    """
    cost = days.cost(calendar)
    return cost.join(_units(days), "unit_id", "left", maintain_order="left")


def rates(days: DaysYear, language: Language = "zh") -> str:
    """Return whether somebody confirmed the rates by which costs are counted."""
    return rates_told(days.read.facts.policy.cost).text(language)


def by_month(cost: pl.DataFrame) -> pl.DataFrame:
    """Return the cost of all units month by month, as `cost.csv` without its unit, in yuan."""
    return cost.drop("unit_id").group_by("month").agg(pl.all().sum()).sort("month")


def _named(frame: pl.DataFrame, days: DaysYear) -> pl.DataFrame:
    """Return a frame with the names of its units and people, in the order of their ids."""
    people = _called(days, leaders="leader_id", cadres="cadre_id").rename(
        {"id": "person_id", "name": "person"}
    )
    return (
        frame.join(_units(days), "unit_id", "left", maintain_order="left")
        .join(people, "person_id", "left", maintain_order="left")
        .sort("unit_id", "person_id")
    )


def _units(days: DaysYear) -> pl.DataFrame:
    called = _called(days, leaders="leader_id", departments="department_id")
    return called.rename({"id": "unit_id", "name": "unit"})


def _called(days: DaysYear, **tables: str) -> pl.DataFrame:
    """Return the names of all in some tables, by the column that has their ids: id, name."""
    frames = days.read.dataset.frames
    return pl.concat(frames[table].select("name", id=key) for table, key in tables.items())


def _states(language: Language) -> pl.Expr:
    words = {state: say(f"days.status.{state}", language) for state in (*STATES, "exempt")}
    return pl.col("status").replace(words)
