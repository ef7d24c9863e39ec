"""An exchange as its table has it: rows of postings, with what people read beside them."""

from collections.abc import Iterable

import numpy as np
import polars as pl

from planner.allocation.problem import IntArray, Problem
from planner.postings.exchange.case import Exchange, Move
from planner.postings.exchange.goals import fits, goals_of
from planner.postings.exchange.quotas import quotas_of

SCHEMA = {
    "person_id": pl.String, "posting": pl.String, "host_id": pl.String,
    "start_date": pl.Date, "end_date": pl.Date, "grade": pl.String, "route": pl.String,
    "person": pl.String, "department_id": pl.String, "host": pl.String,
    "city": pl.String, "county": pl.String, "need": pl.Int64,
    "fit": pl.Boolean, "swap": pl.Boolean,
}  # fmt: skip
"""The columns of `exchange.csv`; the first seven are those of the register `postings`.

`department_id` is a cadre's own department, and the one that a chief is attached to.
"""


def problem_of(case: Exchange) -> Problem:
    """Return the problem of an exchange."""
    return Problem(len(case.options), quotas_of(case), goals_of(case))


def rows_of(case: Exchange, chosen: IntArray) -> pl.DataFrame:
    """Return the rows of the options chosen, by start, kind and person."""
    moves = [move for at in chosen for move in case.options[int(at)].moves]
    rows = [_row(case, move, _swapped(move, moves)) for move in moves]
    return ordered(pl.DataFrame(rows, SCHEMA, orient="row"))


def ordered(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows in the exchange's own columns and order."""
    return rows.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items()).sort(
        "start_date", "posting", "person_id"
    )


def find(case: Exchange, rows: pl.DataFrame) -> tuple[IntArray, list[str]]:
    """Return the options that rows choose, swaps as such, and the rows that are none."""
    alone = {one.moves[0].key: at for at, one in enumerate(case.options) if len(one.moves) == 1}
    pairs = {
        (one.moves[0].key, one.moves[1].key): at
        for at, one in enumerate(case.options) if len(one.moves) > 1
    }  # fmt: skip
    left: dict[tuple[str, str, str, str], Move] = {}
    unknown: list[str] = []
    columns = ("person_id", "posting", "start_date", "host_id")
    for person, posting, start, host in rows.select(*columns).iter_rows():
        key = (str(person), str(posting), str(start), str(host))
        if key in left or key not in alone:
            unknown.append(" ".join(key))
        else:
            left[key] = case.options[alone[key]].moves[0]
    chosen: list[int] = []
    for (one, other), at in pairs.items():
        if one in left and other in left:
            chosen.append(at)
            del left[one], left[other]
    chosen += [alone[key] for key in left]
    return np.array(sorted(chosen), np.int64), unknown


def _swapped(move: Move, moves: Iterable[Move]) -> bool:
    return any(
        other.posting != move.posting
        and (other.station, other.department, other.start)
        == (move.station, move.department, move.start)
        for other in moves
    )


def _row(case: Exchange, move: Move, swap: bool) -> tuple[object, ...]:
    head = (move.person, move.posting, move.host, move.start, move.end, None, None)
    fit = fits(case, move)
    if move.posting == "attachment":
        name = case.facts.chiefs[move.person].name
        host = case.facts.departments[move.department].name
        return (*head, name, move.department, host, None, None, None, fit, swap)
    station = case.facts.stations[case.hosts.position[move.station]]
    name = case.facts.cadres[move.person].name
    return (
        *head, name, move.department, station.name, station.city, station.county, station.need,
        fit, swap,
    )  # fmt: skip
