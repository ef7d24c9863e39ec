"""What is claimed of a year of postings and of the exchange."""

import datetime as dt

import polars as pl

from planner.notebook.claims.claim import Claim, claim
from planner.words import Language


def funnel(frame: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many cadres meet a route; `frame` is one of `funnel`."""
    steps = {(path, step): (left, lost) for path, step, _, left, lost in frame.iter_rows()}
    may, free = steps["sent", "either"][0], frame.filter(path="sent")["left"][-1]
    return claim(
        "funnel", language, may=may, free=free, kept=may - free,
        undecided=steps["verdict", "undecided"][1],
    )  # fmt: skip


def batches(away: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many people the plan sends; `away` is a frame of `sent`."""
    own = away.filter("planned").unique(["person_id", "start_date"])
    return claim(
        "batches", language, people=own.height, batches=own["start_date"].n_unique(),
        there=away.filter(~pl.col("planned"))["person_id"].n_unique(),
    )  # fmt: skip


def hosts(away: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return where the plan's people go; `away` is a frame of `sent`."""
    own = away.filter("planned").unique(["person_id", "start_date"])
    return claim(
        "hosts", language, people=own.height, cities=own["city"].drop_nulls().n_unique(),
        counties=own.select("city", "county").drop_nulls().n_unique(),
        need=float(own["need"].sum() / max(own.height, 1)),
    )  # fmt: skip


def exchange(pairs: pl.DataFrame, language: Language = "zh") -> Claim:
    """Return how many change places; `pairs` is a frame of that name."""
    kinds = ("swap", "secondment", "attachment")
    counts = {kind: pairs.filter(exchange=kind).height for kind in kinds}
    return claim(
        "exchange", language, stations=pairs["station_id"].n_unique(),
        departments=pairs["department_id"].n_unique(), **counts,
    )  # fmt: skip


def due(matters: pl.DataFrame, on: dt.date, language: Language = "zh") -> Claim:
    """Return how much is due, and of how many people; `matters` is a frame of that name."""
    overdue = matters.filter(pl.col("due_on") < on)
    return claim(
        "due", language, on=on, matters=matters.height, people=matters["person_id"].n_unique(),
        overdue=overdue.height,
    )  # fmt: skip
