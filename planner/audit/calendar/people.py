"""Who is where on a day, by the tables: unit, own stations, whether he can go at all."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from planner.policy import Policy

Row = dict[str, Any]
DAY = dt.timedelta(days=1)
LEADER, DEPARTMENT = "leader", "department"
SENT = ("training", "secondment")
ENDING = ("recalled", "returned")
LATE = dt.date.max


@dataclass(frozen=True)
class Tables:
    """The tables as rows, the plans in force as (day, kind, unit, station), and the policy."""

    frames: Mapping[str, pl.DataFrame]
    in_force: Sequence[tuple[dt.date, str, str, str]]
    policy: Policy
    year: int

    def rows(self, name: str) -> list[Row]:
        """Return a table's rows."""
        frame = self.frames.get(name)
        return [] if frame is None else frame.to_dicts()

    @cached_property
    def leaders(self) -> set[str]:
        """The leaders' ids."""
        return {row["leader_id"] for row in self.rows("leaders")}

    @cached_property
    def cadres(self) -> dict[str, Row]:
        """The cadres by id."""
        return {row["cadre_id"]: row for row in self.rows("cadres")}

    @cached_property
    def stations(self) -> dict[str, Row]:
        """The stations by id."""
        return {row["station_id"]: row for row in self.rows("stations")}

    @cached_property
    def people(self) -> list[str]:
        """Everybody's id."""
        return sorted(self.leaders | set(self.cadres))

    @cached_property
    def duty(self) -> set[str]:
        """The departments on village duty."""
        return {row["department_id"] for row in self.rows("departments") if row["village_duty"]}

    @cached_property
    def moves(self) -> dict[str, list[Row]]:
        """The moves of each cadre by their day."""
        found: dict[str, list[Row]] = {}
        for row in sorted(self.rows("moves"), key=lambda one: one["moved_on"]):
            found.setdefault(row["cadre_id"], []).append(row)
        return found

    @cached_property
    def absences(self) -> dict[str, list[tuple[str, dt.date, dt.date]]]:
        """Each person's absences: cause, first and last day; postings as events end them."""
        found: dict[str, list[tuple[str, dt.date, dt.date]]] = {}
        for row in self.rows("absences"):
            one = (row["cause"], row["start_date"], row["end_date"] or LATE)
            found.setdefault(row["person_id"], []).append(one)
        for row in self.rows("postings"):
            if row["posting"] in SENT:
                one = ("posting", row["start_date"], self._end(row))
                found.setdefault(row["person_id"], []).append(one)
        return found

    def _end(self, posting: Row) -> dt.date:
        events = [
            row
            for row in self.rows("posting_events")
            if (row["person_id"], row["start_date"])
            == (posting["person_id"], posting["start_date"])
            and (row["event"] in ENDING or (row["event"] == "extended" and row["until"]))
        ]
        if not events:
            return posting["end_date"]
        last = max(events, key=lambda row: (row["date"], row["row"]))
        return last["date"] if last["event"] in ENDING else last["until"]

    def kind(self, person: str) -> str:
        """Return whether a person is a leader or a cadre."""
        return LEADER if person in self.leaders else "cadre"

    def unit(self, person: str, day: dt.date) -> str:
        """Return a person's unit on a day: what the next move leaves, else the present one."""
        if person in self.leaders:
            return person
        later = [row for row in self.moves.get(person, ()) if row["moved_on"] > day]
        return later[0]["from_department_id"] if later else self.cadres[person]["department_id"]

    def own(self, person: str, day: dt.date) -> set[str]:
        """Return a person's own stations on a day, those merged by their successors."""
        kind = LEADER if person in self.leaders else DEPARTMENT
        return self._standing(kind, self.unit(person, day), day)

    def _standing(self, kind: str, unit: str, day: dt.date) -> set[str]:
        found = self._known.get((kind, unit, day))
        if found is None:
            found = self._known[kind, unit, day] = {
                heir
                for station in self._paired(kind, unit, day)
                for heir in (self._heir(station, day),)
                if heir is not None
            }
        return found

    def _paired(self, kind: str, unit: str, day: dt.date) -> set[str]:
        dates = [start for start, of, _, _ in self.in_force if of == kind and start <= day]
        if dates:
            rows = (one for one in self.in_force if one[:3] == (max(dates), kind, unit))
            return {station for *_, station in rows if station in self.stations}
        return {
            row["station_id"]
            for row in self.rows("history")
            if row["year"] == self.year - 1
            and row["unit_id"] == unit
            and row["station_id"] in self.stations
        }

    def _heir(self, station: str, day: dt.date) -> str | None:
        gone = self._gone.get(station)
        if gone is None or gone["merged_on"] > day:
            return station
        return None if gone["successor_id"] is None else self._heir(gone["successor_id"], day)

    @cached_property
    def _gone(self) -> dict[str, Row]:
        return {row["station_id"]: row for row in self.rows("mergers")}

    @cached_property
    def _known(self) -> dict[tuple[str, str, dt.date], set[str]]:
        return {}

    def excused(self, person: str, day: dt.date) -> bool:
        """Return whether nothing is asked of a person on a day (N3)."""
        found = self._found.get((person, day))
        if found is None:
            found = self._found[person, day] = self._excused(person, day)
        return found

    @cached_property
    def _found(self) -> dict[tuple[str, dt.date], bool]:
        return {}

    def _excused(self, person: str, day: dt.date) -> bool:
        figures = self.policy.days
        cadre = self.cadres.get(person, {})
        if cadre.get("duty_rank") == "bureau":
            return True
        joined, left = cadre.get("joined_on"), cadre.get("left_on")
        if (joined is not None and day < joined) or (left is not None and day > left):
            return True
        if "village" in figures.excuses and cadre.get("village_duty"):
            return True
        if "days" in self.policy.village_duty.exempts and self.unit(person, day) in self.duty:
            return True
        for cause, start, end in self.absences.get(person, ()):
            if start <= day <= end:
                long = end == LATE or (end - start).days + 1 >= figures.leave_from
                named = cause in figures.excuses and (cause != "leave" or long)
                if cause == "out" or named:
                    return True
        return False

    def absent(self, person: str, day: dt.date) -> bool:
        """Return whether a person is absent on a day, for whatever cause and time."""
        return any(start <= day <= end for _, start, end in self.absences.get(person, ()))

    def blocked(self, day: dt.date, *subjects: str) -> bool:
        """Return whether a day does not suit one of the subjects, or everybody."""
        named = {"*", *subjects}
        return any(subject in named and start <= day <= end for subject, start, end in self._blocks)

    @cached_property
    def _blocks(self) -> list[tuple[str, dt.date, dt.date]]:
        return [
            (row["subject"], row["start_date"], row["end_date"]) for row in self.rows("blocked")
        ]
