"""Rows of postings as others show them side by side."""

import polars as pl

from planner.plans.duty import Tables


def sides_of(rows: pl.DataFrame, _tables: Tables | None) -> pl.DataFrame:
    """Return the columns by which two plans are set side by side: who goes where, from when."""
    return rows.select(
        pl.col("posting").alias("kind"),
        pl.col("person_id").alias("unit_id"),
        pl.col("person").alias("unit"),
        pl.col("host_id").alias("station_id"),
        pl.col("host").alias("station"),
        pl.col("city").fill_null(""),
        pl.col("start_date").cast(pl.String).alias("when"),
    )
