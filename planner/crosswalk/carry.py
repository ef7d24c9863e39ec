"""A year's moves of stations, carried through every table: nothing is lost without being said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from planner.crosswalk.moves import Move
from planner.errors import Sentence
from planner.naming import called, named
from planner.places import PlaceError, Places
from planner.tables import TABLE

Frames = dict[str, pl.DataFrame]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Carried:
    """The tables after a year's moves, and what is to be said of them."""

    frames: Frames
    notes: tuple[Sentence, ...]


def carried(frames: Mapping[str, pl.DataFrame], moves: Sequence[Move], year: int) -> Carried:
    """Return the tables as a year's moves leave them.

    Stations that change or merge pass their history, pins, wishes and recusals on to the successor.
    Of a station that closes the history stays on record; what else names it is dropped, and
    counted in the notes. A place that no longer covers what it did is written station by station.
    """
    if not moves:
        return Carried(dict(frames), ())
    now = {move.before: move.after for move in moves if move.before is not None}
    stations = _stations(frames["stations"], moves)
    dropped = {"pins": 0, "wishes": 0, "recusals": 0}
    after = dict(frames) | {"stations": stations, "history": _history(frames["history"], now)}
    after["pins"], dropped["pins"] = _pins(frames["pins"], now)
    before, places = Places(frames["stations"]), Places(stations)
    for name in ("wishes", "recusals"):
        after[name], dropped[name] = _placed(frames[name], name, before, places, now)
    notes = _notes(_names(stations, frames["stations"]), frames["history"], moves, dropped, year)
    return Carried(after, tuple(notes))


def _stations(stations: pl.DataFrame, moves: Sequence[Move]) -> pl.DataFrame:
    """Return the stations, those that leave taken out and those described put in.

    Of several that merge, the first one's row goes on where nothing else is said.
    """
    rows: dict[str, Row] = {row["station_id"]: row for row in stations.iter_rows(named=True)}
    known = dict(rows)
    for move in moves:
        if move.leaves and move.before is not None:
            rows.pop(move.before, None)
    for move in moves:
        if move.after is None or not (move.details or move.after not in rows):
            continue
        start = rows.get(move.after) or known.get(move.before or "", {})
        rows[move.after] = {**start, **move.details, "station_id": move.after}
    return _frame("stations", sorted(rows.values(), key=lambda row: row["station_id"]))


def _history(history: pl.DataFrame, now: Mapping[str, str | None]) -> pl.DataFrame:
    """Return the history under the successors' ids; closed stations keep theirs."""
    rows = [
        {**row, "station_id": now.get(row["station_id"]) or row["station_id"]}
        for row in history.iter_rows(named=True)
    ]
    return _frame("history", _distinct(rows))


def _pins(pins: pl.DataFrame, now: Mapping[str, str | None]) -> tuple[pl.DataFrame, int]:
    """Return the pins under the successors' ids, and how many were of closed stations."""
    rows = list(pins.iter_rows(named=True))
    kept = [
        {**row, "station_id": now.get(row["station_id"], row["station_id"])}
        for row in rows
        if now.get(row["station_id"], "") is not None
    ]
    return _frame("pins", _distinct(kept)), len(rows) - len(kept)


def _placed(
    frame: pl.DataFrame, table: str, before: Places, after: Places, now: Mapping[str, str | None]
) -> tuple[pl.DataFrame, int]:
    """Return rows that name places so that they cover the successors, and how many were dropped.

    A row stays while its place is known; stations that it covered and no longer does get a row
    each.
    """
    rows, dropped = list[Row](), 0
    for row in frame.iter_rows(named=True):
        covered = _ids(before, row["level"], row["place"]) or []
        onward = [now.get(station, station) for station in covered]
        still = _ids(after, row["level"], row["place"])
        wanted = sorted({station for station in onward if station is not None})
        lost = [station for station in wanted if station not in set(still or ())]
        if row["level"] == "station" and (lost or not wanted):
            still = None  # the name, if it is known at all, is another station's by now
        rows += [row] if still is not None else []
        rows += [{**row, "level": "station", "place": station} for station in lost]
        dropped += still is None and not wanted
    return _frame(table, _distinct(rows)), dropped


def _ids(places: Places, level: str, place: str) -> list[str] | None:
    """Return the ids of the stations that a place covers, None where it is no place."""
    try:
        return places.stations["station_id"].gather(places.resolve(level, place)).to_list()
    except PlaceError:
        return None


def _distinct(rows: Iterable[Row]) -> list[Row]:
    """Return the rows without those that repeat an earlier one."""
    seen: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        seen.setdefault(tuple(value for name, value in row.items() if name != "row"), row)
    return list(seen.values())


def _frame(table: str, rows: Sequence[Row]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=TABLE[table].schema())


def _names(*stations: pl.DataFrame) -> dict[str, str]:
    """Return the stations' names by id; a later table's go before an earlier one's."""
    return {row[0]: row[1] for some in stations for row in some.select("station_id", "name").rows()}


def _notes(
    names: Mapping[str, str],
    history: pl.DataFrame,
    moves: Sequence[Move],
    dropped: Mapping[str, int],
    year: int,
) -> list[Sentence]:
    """Return what happened to stations and to what was known of them, with numbers."""
    pairings = history["station_id"].to_list()
    moved = [m.before for m in moves if m.leaves and m.after is not None]
    renamed = [m.before for m in moves if m.before is not None and m.before == m.after]
    closed = [m.before for m in moves if m.before is not None and m.after is None]
    new = [m.after for m in moves if m.before is None and m.after is not None]
    found: list[Sentence] = []
    for key, stations in (("moved", moved), ("renamed", renamed), ("closed", closed), ("new", new)):
        if stations:
            ids = [station for station in stations if station is not None]
            count = sum(map(pairings.count, ids))
            told = named([called(at, names.get(at, at)) for at in ids], "names")
            values = {"names": told, "number": len(ids), "history": count}
            found.append(Sentence(f"carry.{key}", {"year": year, **values}))
    if any(dropped.values()):
        found.append(Sentence("carry.dropped", {"year": year, **dropped}))
    return found
