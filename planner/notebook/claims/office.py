"""What is claimed of the office's work: tables, papers, entries, history."""

import polars as pl

from planner.notebook.claims.claim import Claim, claim
from planner.words import Language


def rows(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many tables there are, and rows in all; `frame` has table and rows."""
    filled = frame.filter(pl.col("rows") > 0).height
    return claim(
        "rows", language, tables=frame.height, filled=filled, rows=int(frame["rows"].sum())
    )


def files(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many papers were written; `frame` is that of `Papers`."""
    return claim("files", language, kinds=frame.height, files=int(frame["number"].sum()))


def entries(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many entries the record has; `frame` is that of a desk's `entries`."""
    if frame.is_empty():
        return claim("no_entries", language, entries=0)
    return claim("entries", language, entries=frame.height, last=frame["on"].max())


def turned(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many pairings became history."""
    return claim("turned", language, pairings=frame.height, units=frame["unit"].n_unique())
