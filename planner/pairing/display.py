"""A plan as a notebook shows it."""

import polars as pl


def plan_html(pairs: pl.DataFrame, goals: pl.DataFrame, year: int) -> str:
    return ""
