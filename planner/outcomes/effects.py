"""Difference in differences over matched sets, with intervals."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from planner.errors import Fault, InputError
from planner.outcomes.matched import Matched

MEASURES = ("mediations", "settled_percent", "corrections", "legal_aid", "satisfaction")
"""What is compared: matters a year, percent of mediations settled, people, matters, points."""
CONFIDENCE = 0.95
"""Of all intervals of one table together: each is wider, so that none misleads by their number."""


def effects(
    indicators: pl.DataFrame, matches: Matched, before: Sequence[int], after: Sequence[int]
) -> pl.DataFrame:
    """Return what changed more at paired stations than at comparable ones, a row a measure.

    A set's difference is the paired station's mean over the years `after` less that over `before`,
    less the mean of the same over its comparable stations; `estimate` is the mean over sets,
    `low` and `high` the t interval of statsmodels' `DescrStatsW`, Bonferroni's over the measures.
    Columns: measure, before and after (means of the paired), estimate, low, high, sets. A station
    with a year missing is left out of that table, and with it a set that has no comparison left.
    Raises InputError for fewer than two sets, which have no spread, or no years to compare.
    """
    return pl.DataFrame([
        _effect(measure, indicators, matches, before, after) for measure in MEASURES
    ])  # fmt: skip


def placebo(indicators: pl.DataFrame, matches: Matched, before: Sequence[int]) -> pl.DataFrame:
    """Return the effects of a pairing that never was: the last year before, as if it came after."""
    return effects(indicators, matches, before[:-1], before[-1:])


def by_year(indicators: pl.DataFrame, matches: Matched, base: int) -> pl.DataFrame:
    """Return paired against comparable stations year by year, differences against a base year.

    Columns: measure, year, paired and comparable (means), estimate, low, high; at the base year
    the three are 0. The intervals are those of `effects`, over the years of one measure.
    """
    years = sorted(set(indicators["year"].to_list()) - {base})
    rows: list[dict[str, Any]] = []
    for measure in MEASURES:
        values = _values(indicators, matches, measure, [base, *years])
        levels = _levels(values)
        for year in [base, *years]:
            at = {"measure": measure, "year": year, **levels[year]}
            if year == base:
                rows.append(at | {"estimate": 0.0, "low": 0.0, "high": 0.0})
            else:
                rows.append(at | _interval(_differences(values, [base], [year]), len(years)))
    return pl.DataFrame(rows).sort("measure", "year", maintain_order=True)


def _effect(
    measure: str,
    indicators: pl.DataFrame,
    matches: Matched,
    before: Sequence[int],
    after: Sequence[int],
) -> dict[str, Any]:
    if not before or not after:
        raise InputError([Fault("indicators", "outcomes.no_years")])
    values = _values(indicators, matches, measure, [*before, *after])
    differences = _differences(values, before, after)
    kept = values.filter(pl.col("paired") & pl.col("set").is_in(differences["set"].implode()))
    return {
        "measure": measure,
        "before": kept.filter(pl.col("year").is_in(before))["value"].mean(),
        "after": kept.filter(pl.col("year").is_in(after))["value"].mean(),
        **_interval(differences, len(MEASURES)),
        "sets": differences.height,
    }


def _values(
    indicators: pl.DataFrame, matches: Matched, measure: str, years: Sequence[int]
) -> pl.DataFrame:
    """Return set, station_id, paired, year, value of the stations that have all of the years."""
    share = 100 * pl.col("mediations_settled") / pl.col("mediations")
    value = share if measure == "settled_percent" else pl.col(measure).cast(pl.Float64)
    return (
        matches.sets.join(indicators, "station_id", maintain_order="left_right")
        .filter(pl.col("year").is_in(years))
        .select("set", "station_id", "paired", "year", value=value)
        .filter(pl.col("value").is_finite())
        .filter(pl.len().over("station_id") == len(set(years)))
    )


def _differences(values: pl.DataFrame, before: Sequence[int], after: Sequence[int]) -> pl.DataFrame:
    """Return each set's difference in differences: set, difference."""
    mean = [pl.col("value").filter(pl.col("year").is_in(years)).mean() for years in (before, after)]
    changes = values.group_by("set", "station_id", "paired", maintain_order=True).agg(
        change=mean[1] - mean[0]
    )
    paired, free = (pl.col("change").filter(pl.col("paired") == side).mean() for side in (1, 0))
    sets = changes.group_by("set", maintain_order=True).agg(difference=paired - free)
    return sets.drop_nulls()


def _levels(values: pl.DataFrame) -> dict[int, dict[str, float]]:
    """Return each year's means: of the paired, and of the comparable ones, every set alike."""
    sides = {"paired": pl.col("paired"), "comparable": ~pl.col("paired")}
    means = values.group_by("set", "year", maintain_order=True).agg(
        **{name: pl.col("value").filter(side).mean() for name, side in sides.items()}
    )
    levels = means.drop_nulls().group_by("year").agg(pl.col(*sides).mean())
    return {row["year"]: {name: row[name] for name in sides} for row in levels.to_dicts()}


def _interval(differences: pl.DataFrame, together: int) -> dict[str, float]:
    """Return the mean of the differences and its interval, one of so many read together."""
    from statsmodels.stats.weightstats import DescrStatsW  # pyright: ignore[reportMissingTypeStubs]

    if differences.height < 2:
        raise InputError([Fault("indicators", "outcomes.few", values={"sets": differences.height})])
    spread = DescrStatsW(differences["difference"].to_numpy())
    low, high = spread.tconfint_mean(alpha=(1 - CONFIDENCE) / together)
    return {"estimate": float(spread.mean), "low": float(low), "high": float(high)}
