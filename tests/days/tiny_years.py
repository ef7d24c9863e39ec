"""Tiny random years: a few people, stations and weeks, small enough to try every calendar."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import polars as pl

from planner.audit.calendar.case import Ground
from planner.audit.calendar.checks import findings_on
from planner.audit.calendar.people import Tables
from planner.audit.finding import Finding
from planner.days.calendar.case import Case, case_of
from planner.days.calendar.make import Made, rows_of
from planner.days.facts import Facts
from planner.days.read import facts_of
from planner.policy import CalendarFigures, Policy
from planner.tables.schema import SCHEMA
from planner.tables.schema.calendar import CALENDAR
from tests.days.small import plan

START = dt.date(2019, 6, 17)
"""A fortnight before the half ends: weeks of both halves, a holiday-free June."""

Frames = dict[str, pl.DataFrame]


class TinyYear:
    """A random year: its tables, its policy, its plans, and the case made of them."""

    def __init__(self, seed: int, options: int = 8) -> None:
        for attempt in range(50):
            lot = random.Random(f"{seed}/{attempt}")
            self.frames = _frames(lot)
            self.policy = replace(Policy(), calendar=_figures(lot))
            stations = lot.sample(["S1", "S2", "S3"], 2)
            pairs = {"L1": ("S3",), "D1": (stations[0],), "D2": tuple(stations)}
            self.pairings = (plan(dt.date(2019, 1, 1), pairs),)
            self.facts: Facts = facts_of(self.frames, self.policy, 2019, self.pairings)
            self.case: Case = case_of(self.facts, START)
            if 2 <= len(self.case.options) <= options:
                self.ground = self._ground()
                return
        raise AssertionError("no year of this seed is small enough")

    def _ground(self) -> Ground:
        """Return what the audit judges by, read by its own code."""
        in_force = [
            (one.start, one.kind_of[unit], unit, station)
            for one in self.pairings
            for unit, stations in one.stations.items()
            for station in stations
        ]
        return Ground(Tables(self.frames, in_force, self.policy, 2019), START)

    def choices(self) -> Iterator[np.ndarray]:
        """Yield every set of options."""
        number = len(self.case.options)
        for size in range(number + 1):
            for some in combinations(range(number), size):
                yield np.array(some, np.int64)

    def audited(self, chosen: np.ndarray, **claims: int) -> list[Finding]:
        """Return what the audit finds of a choice, as its rows say."""
        rows = rows_of(Made(self.case, chosen, ()))  # pyright: ignore[reportArgumentType]
        return audit(self, frame(rows), **claims)


def audit(year: TinyYear, rows: pl.DataFrame, **claims: int) -> list[Finding]:
    """Return the audit of some rows."""
    return findings_on(year.ground, rows, claims)


def frame(rows: list[tuple[object, ...]]) -> pl.DataFrame:
    """Return rows as the audit reads them."""
    schema = {column.name: column.dtype for column in CALENDAR.columns}
    return pl.DataFrame(rows, schema, orient="row").with_row_index("row", 2)


def _figures(lot: random.Random) -> CalendarFigures:
    return CalendarFigures(
        leader_trip=(1, lot.choice((1, 2))),
        cadre_trip=(2, lot.choice((3, 5))),
        trips_a_month=lot.choice((1, 2)),
        visitors=lot.choice((1, 2)),
        trips_per_staff=lot.choice((0, 1)),
        first_half_percent=lot.choice((50, 80, 100)),
    )


def _frames(lot: random.Random) -> Frames:
    """Return tables of two departments, a leader and three stations; most days do not suit."""
    cadres = [
        ("C1", "D1", lot.choice(("below", "bureau"))), ("C2", "D2", "below"),
        ("C3", lot.choice(("D1", "D2")), "division"),
    ]  # fmt: skip
    lasts = [dt.date(2019, 6, 17) + dt.timedelta(weeks=lot.randint(2, 4))]
    blocked = [("*", lasts[0], dt.date(2019, 12, 31))]
    for subject in ("C1", "C2", "C3", "L1", "D2", "S1", "S2"):
        if lot.random() < 0.5:
            day = dt.date(2019, 6, 17) + dt.timedelta(days=lot.randint(0, 25))
            blocked.append((subject, day, day + dt.timedelta(days=lot.randint(0, 8))))
    visits = [
        (person, station, dt.date(2019, 3, 4), dt.date(2019, 3, 3 + lot.randint(1, 18)))
        for person, station in (("C1", "S1"), ("C2", "S2"), ("C3", "S1"), ("L1", "S3"))
        if lot.random() < 0.8
    ]
    away = [("C2", "leave", dt.date(2019, 6, 24), dt.date(2019, 6, 25))][: lot.randint(0, 1)]
    moved = [("C3", dt.date(2019, 7, 2), "D2")] if cadres[2][1] == "D1" else []
    merged = [("S1", dt.date(2019, 7, 1), lot.choice(("S2", None)))][: lot.randint(0, 1)]
    return {
        "leaders": _table("leaders", leader_id=["L1"], name=["L1"], principal=[True]),
        "departments": _table(
            "departments", department_id=["D1", "D2"], name=["D1", "D2"], headcount=[3, 3],
            leader_id=["L1"] * 2, village_duty=[lot.random() < 0.2, False],
        ),
        "stations": _table(
            "stations", station_id=["S1", "S2", "S3"], name=["S1", "S2", "S3"],
            staff=[lot.randint(0, 3) for _ in range(3)],
            travel_minutes=[lot.randint(10, 90) for _ in range(3)],
        ),
        "history": _table("history"),
        "cadres": _table(
            "cadres", cadre_id=[c[0] for c in cadres], name=[c[0] for c in cadres],
            department_id=[c[1] for c in cadres], duty_rank=[c[2] for c in cadres],
            village_duty=[False] * 3,
        ),
        "visits": _table(
            "visits", person_id=[v[0] for v in visits], station_id=[v[1] for v in visits],
            start_date=[v[2] for v in visits], end_date=[v[3] for v in visits],
        ),
        "absences": _table(
            "absences", person_id=[a[0] for a in away], cause=[a[1] for a in away],
            start_date=[a[2] for a in away], end_date=[a[3] for a in away],
        ),
        "moves": _table(
            "moves", cadre_id=[m[0] for m in moved], moved_on=[m[1] for m in moved],
            from_department_id=[m[2] for m in moved],
        ),
        "mergers": _table(
            "mergers", station_id=[m[0] for m in merged], merged_on=[m[1] for m in merged],
            successor_id=[m[2] for m in merged],
        ),
        "blocked": _table(
            "blocked", subject=[b[0] for b in blocked], start_date=[b[1] for b in blocked],
            end_date=[b[2] for b in blocked],
        ),
    }  # fmt: skip


def _table(name: str, /, **columns: list[object]) -> pl.DataFrame:
    """Return a table's frame, columns that are not given being blank."""
    schema = SCHEMA[name].schema()
    height = len(next(iter(columns.values()), []))
    rows: dict[str, list[object]] = {"row": list(range(2, height + 2)), **columns}
    return pl.DataFrame(
        [
            pl.Series(column, rows.get(column, [None] * height), kind)
            for column, kind in schema.items()
        ]
    )
