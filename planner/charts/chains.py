"""Chains of changes: a unit goes where another one left, and so leaves a station to the next."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from planner.words import Language, say

Row = Mapping[str, Any]


def chains(pairings: pl.DataFrame) -> list[list[Row]]:
    """Return the changes between two plans as chains, the longest first.

    `pairings` are those of a `Comparison`. In a chain each change goes to the station that the one
    before it left; every change is in one chain.
    """
    changes: list[Row] = list(pairings.filter(pl.col("change") != "kept").to_dicts())
    comers: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(changes):
        comers[row["to_id"]].append(at)
    left = {row["from_id"] for row in changes} - {None}
    first = [at for at, row in enumerate(changes) if row["to_id"] not in left]
    used: set[int] = set()
    found = [
        [changes[at] for at in _followed(start, changes, comers, used)]
        # What is left of the changes goes round in circles.
        for start in (*first, *range(len(changes)))
        if start not in used
    ]
    return sorted(found, key=len, reverse=True)


def told_chains(pairings: pl.DataFrame, language: Language = "zh") -> list[str]:
    """Return the chains of more than one change in words, the longest first."""
    return [
        say("chain.then", language).join(_told(row, language) for row in chain)
        for chain in chains(pairings)
        if len(chain) > 1
    ]


def _followed(
    start: int, changes: list[Row], comers: dict[str, list[int]], used: set[int]
) -> Iterator[int]:
    """Yield a change, that which takes its old station, and so on."""
    at: int | None = start
    while at is not None:
        used.add(at)
        yield at
        had = changes[at]["from_id"]
        at = next((one for one in comers[had] if one not in used), None) if had else None


def _told(row: Row, language: Language) -> str:
    names = {end: row[f"{end}_station"] for end in ("from", "to")}
    return say(f"chain.{row['change']}", language, unit=row["unit"], **names)
