"""What is claimed of a dataset and of the pairing plan of a year."""

import polars as pl

from planner.dataset import Dataset
from planner.notebook.claims.claim import Claim, claim
from planner.pairing.plan import Plan
from planner.plans.claims import HASHES
from planner.words import Language, say

RECENT = 2
"""Years that count as lately, besides the plan's own."""


def checked(found: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many faults and warnings there are; `found` is a frame of `checked`."""
    numbers = {what: found.filter(what=what).height for what in ("fault", "warning")}
    key = "faulty" if numbers["fault"] else "sound"
    return claim(key, language, faults=numbers["fault"], warnings=numbers["warning"])


def cities(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many stations there are and are nominated; `frame` is one of `cities`."""
    stations, nominated = int(frame["stations"].sum()), int(frame["nominated"].sum())
    percent = 100 * nominated / max(stations, 1)
    return claim(
        "cities", language,
        cities=frame.height, stations=stations, nominated=nominated, percent=percent,
    )  # fmt: skip


def hardship(dataset: Dataset, language: Language = "zh") -> Claim:
    """Return how many of the hardest stations have one person at most."""
    hardest = dataset.stations["hardship"].max()
    stations = dataset.stations.filter(hardship=hardest)
    alone = stations.filter(pl.col("staff") <= 1).height
    return claim("hardship", language, stations=stations.height, hardship=hardest, alone=alone)


def asked(dataset: Dataset, language: Language = "zh") -> Claim:
    """Return how many departments, wishes, recusals and decisions there are."""
    return claim(
        "asked", language,
        departments=dataset.departments.height, wishes=dataset.wishes.height,
        recusals=dataset.recusals.height, pins=dataset.pins.height,
        duty=dataset.departments.filter("village_duty").height,
    )  # fmt: skip


def chosen(need: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many of the stations open to choice are; `need` is one of `need_of_nominated`."""
    stations = need.unique("station_id").sort("need", "station_id", descending=[True, False])
    chosen = stations["kind"].is_not_null()
    number = int(chosen.sum())
    return claim(
        "chosen", language,
        stations=stations.height, number=number, percent=100 * number / max(stations.height, 1),
        neediest=chosen.head(number).sum(),
    )  # fmt: skip


def proved(goals: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many goals are proved to be at their best; `goals` are those of a plan.

    Hashes that only break ties are nobody's goals.
    """
    goals = goals.filter(~pl.col("goal").is_in(HASHES))
    optimal = goals.filter(status="optimal").height
    key = "proved" if optimal == goals.height else "proved_in_part"
    return claim(key, language, goals=goals.height, optimal=optimal)


def plan(plan: Plan, language: Language = "zh") -> Claim:
    """Return how many have how many stations."""
    pairs = plan.pairs
    units = {kind: frame["unit_id"].n_unique() for (kind,), frame in pairs.group_by("kind")}
    return claim(
        "plan", language,
        leaders=units.get("leader", 0), departments=units.get("department", 0),
        stations=pairs["station_id"].n_unique(),
        counties=pairs.select("city", "county").n_unique(),
    )  # fmt: skip


def balance(bands: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many cities are within their bands; `bands` is a frame of `city_bands`."""
    made = bands.with_columns(made=pl.col("leaders") + pl.col("departments"))
    within = made.filter(pl.col("made").is_between("low", "high")).height
    most, least = (made.sort("made", descending=side).row(0, named=True) for side in (True, False))
    return claim(
        "balance", language, cities=made.height, within=within,
        most=most["city"], high=most["made"], least=least["city"], low=least["made"],
    )  # fmt: skip


def counties(years: pl.DataFrame, total: int, language: Language = "zh") -> Claim:
    """Return how many counties the last year reaches; `years` is a frame of `counties_by_year`."""
    last = years.sort("year").row(-1, named=True)
    return claim(
        "counties", language, year=str(last["year"]), counties=last["first"] + last["again"],
        first=last["first"], left=total - int(years["first"].sum()),
    )  # fmt: skip


def visits(since: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many counties are reached lately; `since` is a frame of `years_since_visit`."""
    before, after = (since.filter(pl.col(side) <= RECENT).height for side in ("before", "after"))
    return claim(
        "visits", language,
        years=RECENT + 1, before=before, after=after, percent=100 * after / max(since.height, 1),
    )  # fmt: skip


def unchosen(plan: Plan, frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return why most of the neediest are not chosen; `frame` is one of `neediest_unchosen`."""
    neediest = plan.pairs["station_id"].n_unique()
    if frame.is_empty():
        return claim("all_chosen", language, neediest=neediest)
    goal, number = (
        frame.with_columns(pl.col("goal").fill_null("free"))["goal"]
        .value_counts(sort=True).sort("count", "goal", descending=[True, False]).row(0)
    )  # fmt: skip
    return claim(
        "unchosen", language,
        neediest=neediest, left=frame.height, why=say(f"goal.{goal}", language), number=number,
    )  # fmt: skip


def travel(pairs: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how far the stations of a plan's `pairs` are in all, and on average."""
    total, number = int(pairs["travel_minutes"].sum()), max(pairs.height, 1)
    return claim(
        "travel", language, total=total, mean=round(total / number),
        farthest=pairs["travel_minutes"].max() or 0,
    )  # fmt: skip


def wishes(told: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many departments have their first wish; `told` is a frame of `wishes_told`."""
    met, first = told.filter("met"), told.filter(rank=1)
    return claim(
        "wishes", language, wishes=told.height, met=met.height,
        departments=told["department_id"].n_unique(), first=first["met"].sum(),
        some=met["department_id"].n_unique(),
    )  # fmt: skip


def by_city(plan: Plan, language: Language = "zh") -> Claim:
    """Return over how many cities the pairings are spread."""
    return claim(
        "by_city", language, pairings=plan.pairs.height, cities=plan.pairs["city"].n_unique()
    )


def by_unit(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how much need a unit has on average; `frame` is one of `by_unit`."""
    need, minutes = (
        frame[name].sum() / max(frame.height, 1) for name in ("need", "travel_minutes")
    )
    return claim("by_unit", language, units=frame.height, need=need, minutes=round(minutes))
