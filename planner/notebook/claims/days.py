"""What is claimed of a year of days at the stations."""

from collections.abc import Sequence

import polars as pl

from planner.notebook.claims.claim import Claim, claim
from planner.words import Language, say

CHARGES = ("meals", "local", "lodging", "fares", "attached")


def warnings(told: Sequence[object], language: Language = "zh") -> Claim:
    """Return how much is odd in the tables."""
    return claim("warnings", language, number=len(told))


def pace(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many people are on pace; `frame` is one of `pace`."""
    names = ("people", "owed", "done", "met", "on_pace", "behind", "impossible")
    sums = {name: int(frame[name].sum()) for name in names}
    in_time = sums["met"] + sums["on_pace"]
    return claim("pace", language, in_time=in_time, late=sums["people"] - in_time, **sums)


def counted(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many days of the visits count; `frame` is one of `counted`."""
    visits, days, own = (int(frame[name].sum()) for name in ("visits", "days", "counted"))
    return claim("counted", language, visits=visits, days=days, counted=own, not_=days - own)


def late(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many people are late and when the first has to start; of a frame of `late`."""
    first = frame["last_start"].drop_nulls().min()
    key = "late" if first else "late_none"
    return claim(key, language, people=frame.height, days=int(frame["short"].sum()), first=first)


def excused(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many people owe nothing, or less; `frame` is one of `excused`."""
    nothing = frame.filter(owed=0).height
    return claim("excused", language, nothing=nothing, less=frame.height - nothing)


def filed(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many people and days are filed; `frame` is one of `filed`."""
    days = int(frame["counted_half"].sum())
    return claim("filed", language, people=frame.height, days=days)


def load(calendar: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how often a station is visited; `calendar` has a row a stay."""
    weeks = calendar.select("station_id", "week").n_unique()
    stations = max(calendar["station_id"].n_unique(), 1)
    days = int(calendar["days"].sum())
    return claim("load", language, days=days, weeks=weeks / stations, mean=days / max(weeks, 1))


def department_year(
    calendar: pl.DataFrame, departments: pl.DataFrame, language: Language = "zh"
) -> Claim:
    """Return how even the departments' months are; `calendar` has a row a stay."""
    own = calendar.filter(pl.col("unit_id").is_in(departments["department_id"].implode()))
    months = own.group_by("month").agg(pl.col("days").sum())["days"].to_list() or [0]
    return claim("department_year", language, days=sum(months), low=min(months), high=max(months))


def spending(cost: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return what all costs, and the share of its largest charge; `cost` is one of `spent`."""
    sums = {name: int(cost[name].sum()) for name in CHARGES}
    total, most = sum(sums.values()), max(sums, key=lambda name: sums[name])
    percent = 100 * sums[most] / max(total, 1)
    charge = say(f"spending.{most}", language)
    return claim("spending", language, total=total, percent=percent, charge=charge)
