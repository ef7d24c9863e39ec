"""What is claimed of prices and questions, of scenarios, of years ahead and of outcomes."""

from collections.abc import Iterable

import polars as pl

from planner.comparison import Comparison
from planner.comparison.pairings import CHANGES
from planner.dataset import Dataset
from planner.notebook.claims.claim import Claim, claim
from planner.notebook.examples import NoPlan
from planner.notebook.results import Results
from planner.notebook.show import header
from planner.pairing.called import Called
from planner.words import Language


def prices(table: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many pairs not chosen cost nothing; `table` is a `price_table`."""
    others = table.filter(~pl.col("chosen"))
    return claim(
        "prices", language, pairs=others.height, free=others.filter("free").height,
        none=others.filter(~pl.col("possible")).height,
        priced=others.filter(~pl.col("free"), "possible").height,
    )  # fmt: skip


def nearly_free(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many departments could change at no cost; `frame` is one of `nearly_free`."""
    free = frame.filter(by=0)
    return claim(
        "nearly_free", language, pairs=frame.height, units=frame["unit_id"].n_unique(),
        free=free.height, longer=frame.height - free.height,
    )  # fmt: skip


def prices_by_county(cheapest: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many counties are free to some unit; `cheapest` is of `cheapest_by_county`."""
    place = ["city", "county"]
    free = cheapest.filter(state="free")
    return claim(
        "prices_by_county", language, counties=cheapest.select(place).n_unique(),
        free=free.select(place).n_unique(), units=free["unit_id"].n_unique(),
    )  # fmt: skip


def unit(dataset: Dataset, table: pl.DataFrame, unit: str, language: Language = "zh") -> Claim:
    """Return how many stations a unit may have, and how many it could have at no cost."""
    own = table.filter(unit_id=unit)
    return claim(
        "unit", language, unit=Called.of(dataset).units[unit], stations=own.height,
        has=own.filter("chosen").height, free=own.filter("free", ~pl.col("chosen")).height,
    )  # fmt: skip


def impossible(why: NoPlan, language: Language = "zh") -> Claim:
    """Return how many repairs a scenario without a plan has."""
    return claim("impossible", language, name=why.scenario, repairs=why.number)


def compared(comparison: Comparison, language: Language = "zh") -> Claim:
    """Return how many pairings change, and how many goals are worse."""
    counts = {change: comparison.pairings.filter(change=change).height for change in CHANGES}
    better = comparison.goals["better"].drop_nulls()
    return claim("compared", language, worse=(~better).sum(), better=better.sum(), **counts)


def swept(frame: pl.DataFrame, axis: str, goal: str, language: Language = "zh") -> Claim:
    """Return what a goal is at both ends of a sweep's axis."""
    made = frame.drop_nulls([axis, goal]).sort(axis)
    if made.is_empty():
        return claim("swept_none", language, scenarios=frame.drop_nulls(axis).height)
    (low, first), *_, (high, last) = made.select(axis, goal).rows() * 2
    return claim(
        "swept", language, axis=header(axis, language), goal=header(goal, language),
        low=low, high=high, first=first, last=last,
    )  # fmt: skip


def each(frame: pl.DataFrame, goal: str, language: Language = "zh") -> Claim:
    """Return which scenario of a sweep one by one costs a goal most, its first row the baseline."""
    was, others = frame[goal][0], frame[1:]
    made = others.drop_nulls(goal)
    if was is None or made.is_empty():
        return claim("swept_none", language, scenarios=others.height)
    values = made[goal].to_list()
    return claim(
        "each", language, goal=header(goal, language),
        scenarios=others.height, made=made.height, was=was, low=min(values), high=max(values),
    )  # fmt: skip


def ahead(reached: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many counties the years ahead reach; `reached` is a frame of `reached_by_year`."""
    first, last = reached.row(0, named=True), reached.row(-1, named=True)
    return claim(
        "ahead", language, years=reached.height, first=str(first["year"]), last=str(last["year"]),
        before=first["counties"], after=last["counties"],
    )  # fmt: skip


def effects(study: Results, language: Language = "zh") -> Claim:
    """Return of how many measures the paired stations differ from the comparable ones."""
    found = study.effects
    if found.is_empty():
        return claim("effects_none", language, measures=0)
    sets = found["sets"].max()
    return claim("effects", language, measures=found.height, differ=_differ(found), sets=sets)


def placebo(study: Results, language: Language = "zh") -> Claim:
    """Return of how many measures a pairing that never was seems to do something."""
    found = study.placebo_effects
    return claim("placebo", language, measures=found.height, differ=_differ(found))


def cautions(told: Iterable[str], language: Language = "zh") -> Claim:
    """Return with how many reservations the results come."""
    return claim("cautions", language, number=len([*told]))


def _differ(effects: pl.DataFrame) -> int:
    if effects.is_empty():
        return 0
    return effects.filter((pl.col("low") > 0) | (pl.col("high") < 0)).height
