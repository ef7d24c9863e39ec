"""What becomes of stations over the years: which go on as which, which close, which are new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from planner.errors import Fault, InputError
from planner.tables import CROSSWALK, TABLE, read_table
from planner.tables.ledger import Ledger, listed, shown

DETAILS = tuple(column.name for column in TABLE["stations"].columns[1:])
"""What a station is, besides its id."""

MAY_BE_BLANK = tuple(column.name for column in TABLE["stations"].columns if column.blank)


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of one station in a year.

    `before` is None for a new one, `after` for one that closes. `details` describe the successor by
    the columns of a station; what is not said there is as it was before.
    """

    row: int
    year: int
    before: str | None
    after: str | None
    details: Mapping[str, Any]

    @property
    def leaves(self) -> bool:
        """Whether a station of that id is no more."""
        return self.before is not None and self.before != self.after


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The moves of stations, in the order of the table; a year's take effect in that year's plan.

    `file` is the name by which messages call it.
    """

    moves: tuple[Move, ...] = ()
    file: str = "crosswalk.csv"

    def of(self, year: int) -> tuple[Move, ...]:
        """Return the moves of one year."""
        return tuple(move for move in self.moves if move.year == year)

    def onward(self, year: int) -> dict[str, str | None]:
        """Return the successor of each station that a year's moves take away, None for none."""
        return {m.before: m.after for m in self.of(year) if m.leaves and m.before is not None}


def read_crosswalk(path: Path | str, stations: pl.DataFrame, first: int) -> Crosswalk:
    """Return the crosswalk in a CSV file, for the stations of a plan that begins in year `first`.

    Columns: `year`, `station_id` (blank for a new station), `successor_id` (blank for one that
    closes), and those of a station, which describe a successor that is not in the tables yet; a
    blank one goes on from the station before. Raises InputError with every fault.
    """
    path = Path(path)
    crosswalk = moves_of(path.name, read_table(CROSSWALK, path))
    faults = sorted(
        [*_alone(crosswalk, first), *_loops(crosswalk), *_by_year(crosswalk, stations)],
        key=lambda fault: fault.row or 0,
    )
    if faults:
        raise InputError(faults)
    return crosswalk


def moves_of(file: str, frame: pl.DataFrame) -> Crosswalk:
    """Return the moves of a crosswalk's rows."""
    moves = tuple(
        Move(
            row["row"], row["year"], row["station_id"], row["successor_id"],
            {name: row[name] for name in DETAILS if row[name] is not None},
        )
        for row in frame.iter_rows(named=True)
    )  # fmt: skip
    return Crosswalk(moves, file)


def alone_wrong(crosswalk: Crosswalk) -> list[Fault]:
    """Return what is wrong with the rows of a crosswalk, whatever stations there are."""
    years = sorted({move.year for move in crosswalk.moves})
    twice = (fault for year in years for fault in _twice(crosswalk.file, crosswalk.of(year)))
    return [*_alone(crosswalk, 0), *_loops(crosswalk), *twice]


def _alone(crosswalk: Crosswalk, first: int) -> Iterator[Fault]:
    """Yield what is wrong with rows by themselves: too early, or about no station."""
    for move in crosswalk.moves:
        if move.year < first:
            values = {"value": move.year, "year": first}
            yield Fault(crosswalk.file, "crosswalk.early", move.row, "year", values)
        if move.before is None and move.after is None:
            yield Fault(crosswalk.file, "crosswalk.nothing", move.row)
        if move.after is None and move.details:
            yield Fault(crosswalk.file, "crosswalk.closed", move.row, next(iter(move.details)))


def _loops(crosswalk: Crosswalk) -> Iterator[Fault]:
    """Yield each circle of successors, at its first row."""
    onward = {move.before: move for move in crosswalk.moves if move.leaves and move.after}
    seen: set[str] = set()
    for start in onward.values():
        circle, move = list[str](), start
        while move.before is not None and move.before not in seen:
            seen.add(move.before)
            circle.append(move.before)
            if move.after not in onward:
                break
            move = onward[move.after]
            if move.before in circle:
                ring = circle[circle.index(str(move.before)) :]
                values = {"names": listed([*ring, ring[0]])}
                yield Fault(crosswalk.file, "crosswalk.circle", start.row, "successor_id", values)


def _by_year(crosswalk: Crosswalk, stations: pl.DataFrame) -> Iterator[Fault]:
    """Yield what is wrong with each year's rows, given the stations that are there by then."""
    there = set(stations["station_id"].to_list())
    ledger = Ledger()
    for year in sorted({move.year for move in crosswalk.moves}):
        moves = crosswalk.of(year)
        yield from _twice(crosswalk.file, moves)
        leaving = {move.before for move in moves if move.leaves}
        described = {m.after for m in moves if m.after is not None and m.details}
        for move in moves:
            if move.before is not None and move.before not in there:
                yield _unknown(crosswalk.file, move, ledger.nearest(move.before, sorted(there)))
            yield from _successor(crosswalk.file, move, there, leaving, described)
        there = (there - leaving) | {move.after for move in moves if move.after is not None}


def _twice(file: str, moves: tuple[Move, ...]) -> Iterator[Fault]:
    """Yield the rows that say something else of a station than an earlier one of the year."""
    first: dict[str, Move] = {}
    for move in moves:
        if move.before is not None:
            earlier = first.setdefault(move.before, move)
            if earlier is not move:
                values = {"value": shown(move.before), "first": earlier.row}
                yield Fault(file, "crosswalk.twice", move.row, "station_id", values)


def _unknown(file: str, move: Move, near: str | None) -> Fault:
    key = "crosswalk.unknown" if near is None else "crosswalk.unknown_near"
    values = {"value": shown(move.before), "near": near, "year": move.year}
    return Fault(file, key, move.row, "station_id", values)


def _successor(
    file: str, move: Move, there: set[str], leaving: set[str | None], described: set[str]
) -> Iterator[Fault]:
    """Yield what is wrong with a row's successor: it is not there, or lacks what a station has."""
    if move.after is None:
        return
    stays = move.after in there and move.after not in leaving
    values = {"value": shown(move.after), "year": move.year}
    if move.before is None:
        if stays:
            yield Fault(file, "crosswalk.not_new", move.row, "successor_id", values)
        lacking = [n for n in DETAILS if n not in move.details and n not in MAY_BE_BLANK]
        if lacking:
            values |= {"names": listed(lacking, len(lacking))}
            yield Fault(file, "crosswalk.undescribed", move.row, None, values)
    elif move.leaves and not stays and move.after not in described:
        yield Fault(file, "crosswalk.no_successor", move.row, "successor_id", values)
