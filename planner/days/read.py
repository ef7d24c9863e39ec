"""From the tables to the facts of a year: sound frames in, people and what happens to them out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import polars as pl

from planner.days.facts import (
    Absence,
    Attachment,
    Facts,
    Merger,
    Pairing,
    Person,
    Station,
    Task,
    Visit,
)
from planner.days.spans import Span, Year
from planner.plans.checks import Row
from planner.plans.checks import rows_of as rows
from planner.policy import Policy

Frames = Mapping[str, pl.DataFrame]

AWAY = ("training", "secondment")
"""Postings that take a cadre away; an attachment brings a chief here."""


def facts_of(frames: Frames, policy: Policy, year: int, pairings: Sequence[Pairing] = ()) -> Facts:
    """Return the facts of a year from tables without a fault, and the plans in force in it."""
    departments = rows(frames, "departments")
    leaders = rows(frames, "leaders")
    stations = {row["station_id"]: _station(row) for row in rows(frames, "stations")}
    return Facts(
        Year(year),
        policy,
        {one.id: one for one in _people(frames)},
        stations,
        {row["leader_id"]: row["name"] for row in leaders}
        | {row["department_id"]: row["name"] for row in departments},
        tuple(_visit(row) for row in rows(frames, "visits")),
        tuple(_there(pairing, stations) for pairing in pairings),
        _last_year(frames, year - 1),
        {
            row["station_id"]: Merger(row["merged_on"], row["successor_id"])
            for row in rows(frames, "mergers")
        },
        frozenset(row["department_id"] for row in departments if row["village_duty"]),
        {row["date"]: row["working"] for row in rows(frames, "workdays")},
        tuple((row["subject"], _span(row)) for row in rows(frames, "blocked")),
        tuple(_task(row) for row in rows(frames, "tasks")),
        tuple(
            Attachment(row["host_id"], Span(row["start_date"], end))
            for row, end in posted(frames)
            if row["posting"] == "attachment"
        ),
    )


def posted(frames: Frames) -> Iterator[tuple[Row, dt.date]]:
    """Yield the rows of postings with the day on which each ends by its events, the latest last."""
    ends: dict[tuple[str, dt.date], tuple[dt.date, int, dt.date]] = {}
    for event in rows(frames, "posting_events"):
        until = event["until"] if event["event"] == "extended" else event["date"]
        if event["event"] in ("extended", "recalled", "returned") and until is not None:
            key, said = (event["person_id"], event["start_date"]), (event["date"], event["row"])
            if key not in ends or ends[key][:2] < said:
                ends[key] = (*said, until)
    for row in rows(frames, "postings"):
        changed = ends.get((row["person_id"], row["start_date"]))
        yield row, row["end_date"] if changed is None else changed[2]


def away(frames: Frames) -> Iterator[tuple[Row, Span]]:
    """Yield the postings that are absences, and their days."""
    for row, end in posted(frames):
        if row["posting"] in AWAY and end >= row["start_date"]:
            yield row, Span(row["start_date"], end)


def _people(frames: Frames) -> Iterator[Person]:
    absences: dict[str, list[Absence]] = defaultdict(list)
    for row in rows(frames, "absences"):
        absences[row["person_id"]].append(Absence(row["cause"], _span(row)))
    for row, span in away(frames):
        absences[row["person_id"]].append(Absence("posting", span))
    moves: dict[str, list[tuple[dt.date, str]]] = defaultdict(list)
    for row in rows(frames, "moves"):
        moves[row["cadre_id"]].append((row["moved_on"], row["from_department_id"]))
    for row in rows(frames, "leaders"):
        person = row["leader_id"]
        yield Person(person, "leader", row["name"], person, absences=tuple(absences[person]))
    for row in rows(frames, "cadres"):
        yield Person(
            row["cadre_id"],
            "cadre",
            row["name"],
            row["department_id"],
            row["duty_rank"],
            row["joined_on"],
            row["left_on"],
            row["village_duty"],
            tuple(sorted(moves[row["cadre_id"]])),
            tuple(absences[row["cadre_id"]]),
        )


def _last_year(frames: Frames, year: int) -> dict[str, tuple[str, ...]]:
    """Return each unit's stations of a year by history, those that are gone left out."""
    known = {row["station_id"] for row in rows(frames, "stations")}
    stations: dict[str, list[str]] = defaultdict(list)
    for row in rows(frames, "history"):
        if row["year"] == year and row["station_id"] in known:
            stations[row["unit_id"]].append(row["station_id"])
    return {unit: tuple(dict.fromkeys(several)) for unit, several in stations.items()}


def _there(pairing: Pairing, stations: Mapping[str, Station]) -> Pairing:
    """Return a plan in force without the stations that the tables no longer have."""
    left = {
        unit: tuple(one for one in several if one in stations)
        for unit, several in pairing.stations.items()
    }
    return replace(pairing, stations=left)


def _station(row: Row) -> Station:
    return Station(row["station_id"], row["name"], row["staff"], row["travel_minutes"])


def _visit(row: Row) -> Visit:
    return Visit(
        row["person_id"],
        row["station_id"],
        row["start_date"],
        row["end_date"],
        row["task"] or "",
        row["row"],
    )


def _task(row: Row) -> Task:
    return Task(row["unit_id"], row["station_id"], row["task"], row["target"], row["done_on"])


def _span(row: Row) -> Span:
    return Span(row["start_date"], row["end_date"])
