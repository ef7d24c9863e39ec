"""From the tables to the facts of postings: sound frames in, people and what befell them out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import polars as pl

from planner.errors import Sentence
from planner.need import need_index
from planner.places import NAMED, PlaceError, Places
from planner.plans.checks import rows_of as rows
from planner.policy import Policy
from planner.postings.after_events import after_events
from planner.postings.facts import (
    Cadre,
    Chief,
    Department,
    Event,
    Facts,
    Move,
    Pin,
    Row,
    Span,
    Station,
)

Frames = Mapping[str, pl.DataFrame]


def facts_of(frames: Frames, policy: Policy, year: int) -> Facts:
    """Return the facts of tables without a fault, stations with their need in a plan year."""
    moves: dict[str, list[Move]] = defaultdict(list)
    for row in rows(frames, "moves"):
        cadre = row["cadre_id"]
        moves[cadre].append(Move(cadre, row["moved_on"], row["from_department_id"]))
    return Facts(
        {row["cadre_id"]: _cadre(row) for row in rows(frames, "cadres")},
        {row["chief_id"]: _chief(row) for row in rows(frames, "chiefs")},
        {row["department_id"]: _department(row) for row in rows(frames, "departments")},
        tuple(_stations(frames, policy, year)),
        after_events(posting_rows(frames), events(frames)),
        _spans(frames, "absences", "cause"),
        _spans(frames, "holds", "reason"),
        {cadre: tuple(several) for cadre, several in moves.items()},
        tuple(_pins(frames)),
        tuple((row["person_a"], row["person_b"]) for row in rows(frames, "apart")),
        # An empty sheet, as the template has it, says nothing of who would host.
        {row["station_id"]: row["places"] for row in rows(frames, "hosts")} or None,
    )


def posting_rows(frames: Frames) -> Iterator[Row]:
    """Yield the postings as they were written, before their events."""
    for row in rows(frames, "postings"):
        yield Row(
            row["person_id"], row["posting"], row["host_id"], row["start_date"], row["end_date"],
            row["grade"], row["route"], row["row"],
        )  # fmt: skip


def events(frames: Frames) -> Iterator[Event]:
    """Yield what happened to postings."""
    for row in rows(frames, "posting_events"):
        yield Event(
            row["person_id"], row["start_date"], row["event"], row["date"], row["until"], row["row"]
        )


def covered(frames: Frames, places: Places, level: str, place: str) -> frozenset[str]:
    """Return the ids that a place covers: stations, or one department; raise `PlaceError`."""
    if level != "department":
        found = places.resolve(level, place)
        return frozenset(frames["stations"]["station_id"].gather(found).to_list())
    departments = rows(frames, "departments")
    for column in ("department_id", "name"):
        found = [row["department_id"] for row in departments if row[column] == place]
        if len(found) == 1:
            return frozenset(found)
    known = tuple(row[column] for column in ("department_id", "name") for row in departments)
    raise PlaceError("place.unknown", lambda: known, level=Sentence(NAMED[level]))


def _cadre(row: dict[str, Any]) -> Cadre:
    return Cadre(
        row["cadre_id"], row["name"], row["department_id"],
        row["birth_date"], row["joined_on"], row["left_on"],
        row["grassroots_months"], row["justice_months"],
        row["village_duty"], row["outstanding"], row["native_county"],
    )  # fmt: skip


def _chief(row: dict[str, Any]) -> Chief:
    return Chief(
        row["chief_id"], row["name"], row["station_id"], row["birth_date"],
        row["outstanding"], row["recommended_by"],
    )  # fmt: skip


def _department(row: dict[str, Any]) -> Department:
    topics = frozenset(row["expertise"] or ())
    return Department(row["department_id"], row["name"], row["headcount"], topics)


def _stations(frames: Frames, policy: Policy, year: int) -> Iterator[Station]:
    gone = {row["station_id"]: row["merged_on"] for row in rows(frames, "mergers")}
    visited: dict[str, int] = {}
    for row in rows(frames, "history"):
        if row["year"] < year:
            visited[row["station_id"]] = max(row["year"], visited.get(row["station_id"], 0))
    frame = frames["stations"].sort("station_id")
    last = np.array([visited.get(id, 0) for id in frame["station_id"]], np.int64)
    need = need_index(frame, last, policy, year)
    for row, index in zip(frame.to_dicts(), need, strict=True):
        yield Station(
            row["station_id"], row["name"], row["city"], row["county"],
            row["travel_minutes"], row["staff"], int(index), row["focus"],
            gone.get(row["station_id"]),
        )  # fmt: skip


def _spans(frames: Frames, table: str, cause: str) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for row in rows(frames, table):
        span = Span(row["person_id"], row[cause], row["start_date"], row["end_date"])
        found[row["person_id"]].append(span)
    return {person: tuple(several) for person, several in found.items()}


def _pins(frames: Frames) -> Iterator[Pin]:
    places = Places(frames["stations"])
    for row in rows(frames, "posting_pins"):
        place = None
        if row["level"] is not None:
            place = covered(frames, places, row["level"], row["place"])
        yield Pin(
            row["person_id"], row["posting"], row["start_date"], row["decision"], place, row["row"]
        )
