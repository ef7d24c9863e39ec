"""A plan's tables over a crosswalk: what stands under a station's old id binds its successor."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from planner.characters import key_of
from planner.crosschecks import cross_check
from planner.crosswalk import FILE
from planner.crosswalk.carry import carried
from planner.crosswalk.moves import Crosswalk, Move, alone_wrong, moves_of
from planner.dataset import Dataset, read_dataset
from planner.errors import Fault, InputError
from planner.tables import CROSSWALK, TABLES, read_table
from planner.tables.file import table_of
from planner.tables.ledger import Ledger, shown
from planner.tables.references import Frames, folded


@dataclass(frozen=True, slots=True)
class Bridge:
    """The moves of stations up to a plan year, and the bytes of their file."""

    crosswalk: Crosswalk
    year: int
    content: bytes

    def onward(self) -> dict[str, str | None]:
        """Return the last successor of each station that leaves, None for one that closes."""
        steps: dict[str, str | None] = {}
        for move in self._moves():
            if move.leaves and move.before is not None:
                steps[move.before] = move.after
        found: dict[str, str | None] = {}
        for start in steps:
            last: str | None = start
            for _ in steps:
                if last is None or last not in steps:
                    break
                last = steps[last]
            found[start] = last
        return found

    def in_force(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return a plan in force under the successors' ids; closed stations keep theirs."""
        onward = self.onward()
        ids = [onward.get(station) or station for station in frame["station_id"].to_list()]
        return frame.with_columns(pl.Series("station_id", ids, pl.String))

    def standing(self, stations: pl.DataFrame) -> list[Move]:
        """Return the moves of stations that the table still has as they were before."""
        there = set(stations["station_id"].to_list())
        return [
            move
            for move in self._moves()
            if (move.before in there and (move.leaves or move.year == self.year))
            or (move.before is None and move.after not in there)
        ]

    def _moves(self) -> list[Move]:
        moves = (move for move in self.crosswalk.moves if move.year <= self.year)
        return sorted(moves, key=lambda move: move.year)


def read_bridge(file: Path, year: int, content: bytes | None = None) -> Bridge:
    """Return the crosswalk of a file (or of its bytes) for a plan of some year.

    Raises InputError with every fault that a row has by itself.
    """
    if content is None:
        frame, content = read_table(CROSSWALK, file), file.read_bytes()
    else:
        frame = table_of(CROSSWALK, file.name, content)
    crosswalk = moves_of(file.name, frame)
    faults = alone_wrong(crosswalk)
    if faults:
        raise InputError(faults)
    return Bridge(crosswalk, year, content)


def read_bridged(data: Path | str, year: int | None, bridge: Bridge) -> Dataset:
    """Return the dataset whose history, wishes, recusals and pins name the stations of the year.

    Stations that the table still has under an old id move as in a year of a horizon. Raises
    InputError with every fault of the tables, and where a successor is in no table.
    """
    dataset = read_dataset(data, year, lambda frames, ledger: _renamed(frames, ledger, bridge))
    moves = bridge.standing(dataset.stations)
    notes = list[Fault]()
    frames = dataset.tables()
    for when in sorted({move.year for move in moves}):
        moved = carried(frames, [move for move in moves if move.year == when], when)
        frames, file = moved.frames, bridge.crosswalk.file
        notes += [Fault(file, note.key, None, None, note.values) for note in moved.notes]
    if moves:
        sources = dataset.sources
        ledger = Ledger(sources.files, sources.headers, sources.letters, sources.sheets)
        cross_check(frames, ledger, year)
        ledger.settle()
        dataset = replace(dataset, **frames)
    _all_there(dataset.stations, bridge)
    inputs = {**dataset.inputs, FILE: hashlib.sha256(bridge.content).hexdigest()}
    return replace(dataset, inputs=inputs, warnings=(*dataset.warnings, *notes))


def _renamed(frames: Frames, ledger: Ledger, bridge: Bridge) -> Frames:
    """Return the frames with the successors of stations that are no more in the table."""
    there = set(frames["stations"]["station_id"].to_list())
    onward = {old: new for old, new in bridge.onward().items() if old not in there}
    file = bridge.crosswalk.file
    found = dict(frames)
    for table in TABLES:
        frame, name = frames[table.name], table.name
        for column in table.columns:
            if column.kind == "ref" and ("stations", "station_id") in column.refers:
                found[name] = _column(frame, name, column.name, onward, there, file, ledger)
        if {"level", "place"} <= {column.name for column in table.columns}:
            found[name] = _column(frame, name, "place", onward, there, file, ledger)
    return found


def _column(
    frame: pl.DataFrame,
    table: str,
    column: str,
    onward: Mapping[str, str | None],
    there: Collection[str],
    file: str,
    ledger: Ledger,
) -> pl.DataFrame:
    """Return a table with the successors in one column; rows of closed stations go, and it's said.

    A closed station's history stays on record. What is nearly the id of one that left is a fault.
    """
    near = {folded(key_of(old)): old for old in onward}
    values: list[str | None] = frame[column].to_list()
    levels = frame["level"].to_list() if column == "place" else ["station"] * len(values)
    gone: list[int] = []
    for at, (value, level) in enumerate(zip(values, levels, strict=True)):
        if value is None or level != "station":
            continue
        if value not in onward and value not in there and folded(key_of(value)) in near:
            old = near[folded(key_of(value))]
            key = "ref.case" if key_of(old) == key_of(value) else "ref.padded"
            said = {"value": shown(value), "near": shown(old), "file": file}
            ledger.fault(table, key, frame["row"][at], column, **said)
            values[at] = None
        elif value in onward:
            after = onward[value]
            if after is not None:
                values[at] = after
            elif table != "history":
                gone.append(at)
                ledger.warn(table, "place.emptied", frame["row"][at], column, value=value)
    changed = frame.with_columns(pl.Series(column, values, pl.String))
    return changed.filter(~pl.Series(range(frame.height)).is_in(gone)) if gone else changed


def _all_there(stations: pl.DataFrame, bridge: Bridge) -> None:
    """Raise InputError where the last successor of a station is not in the table."""
    there = set(stations["station_id"].to_list())
    onward = bridge.onward()
    rows = {move.before: move for move in bridge.crosswalk.moves if move.leaves}
    faults = [
        Fault(
            bridge.crosswalk.file, "crosswalk.no_successor", rows[old].row, "successor_id",
            {"value": new, "year": rows[old].year},
        )
        for old, new in onward.items()
        if new is not None and new not in there
    ]  # fmt: skip
    if faults:
        raise InputError(faults)
