"""Rows of postings as others show them side by side."""

import polars as pl


def sides_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the columns by which two plans are set side by side: who goes where, from when."""
    return rows.select(
        pl.col("posting").alias("kind"),
        pl.col("person_id").alias("unit_id"),
        pl.col("person").alias("unit"),
        pl.concat_str("host_id", "start_date", separator="@").alias("station_id"),
        pl.concat_str("host", "start_date", separator=" ").alias("station"),
        pl.col("city").fill_null(""),
    )
