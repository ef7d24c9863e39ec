"""What the tables say of people and hosts, read once more as an auditor reads them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import polars as pl

from planner.audit.postings.dates import birthdays, last_day, later, months_between
from planner.policy import Policy

Record = dict[str, Any]

AT_STATIONS = ("training", "secondment")
FAR = dt.date(9999, 12, 31)
NEAR = dt.date(1, 1, 1)


class Register:
    """The tables as records, and what they say on a day."""

    def __init__(self, frames: Mapping[str, pl.DataFrame], policy: Policy, year: int) -> None:
        self.policy, self.year = policy, year
        self._records = {name: frame.to_dicts() for name, frame in frames.items()}
        self.cadres = {one["cadre_id"]: one for one in self.records("cadres")}
        self.chiefs = {one["chief_id"]: one for one in self.records("chiefs")}
        self.departments = {one["department_id"]: one for one in self.records("departments")}
        self.stations = {one["station_id"]: one for one in self.records("stations")}
        self.gone = {one["station_id"]: one["merged_on"] for one in self.records("mergers")}

    def records(self, table: str) -> list[Record]:
        """Return the records of a table, none where it is not there."""
        return self._records.get(table, [])

    @cached_property
    def postings(self) -> list[Record]:
        """The register of postings, each with its true last day."""
        events = sorted(self.records("posting_events"), key=lambda e: (e["date"], e["row"]))
        found: list[Record] = []
        for posting in self.records("postings"):
            last = posting["end_date"]
            for event in events:
                if (event["person_id"], event["start_date"]) == (
                    posting["person_id"], posting["start_date"]
                ):  # fmt: skip
                    if event["event"] == "extended":
                        last = event["until"] or last
                    elif event["event"] in ("recalled", "returned"):
                        last = event["date"]
            found.append({**posting, "end_date": last})
        return found

    @cached_property
    def _of(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for one in self.postings:
            found.setdefault(one["person_id"], []).append(one)
        return found

    def of(self, person: str) -> list[Record]:
        """Return a person's postings."""
        return self._of.get(person, [])

    def department(self, person: str, day: dt.date) -> str:
        """Return the department of a cadre on a day."""
        moves = [
            m for m in self.records("moves") if m["cadre_id"] == person and m["moved_on"] > day
        ]
        if moves:
            return min(moves, key=lambda m: m["moved_on"])["from_department_id"]
        return self.cadres[person]["department_id"]

    def served(self, person: str, day: dt.date) -> int:
        """Return the full months that a person has spent at stations before a day."""
        eve = day - dt.timedelta(1)
        return sum(
            months_between(one["start_date"], min(one["end_date"], eve))
            for one in self.of(person)
            if one["posting"] in AT_STATIONS and one["start_date"] < day
        )

    def verdict(self, person: str, day: dt.date) -> str:
        """Return whether a cadre may be sent for training on a day: A, B, undecided or no."""
        figures = self.policy.training
        order = ("B", "A") if figures.both == "B" else ("A", "B")
        for route in order:
            answers = list(self._conditions(person, day, route))
            if False in answers:
                continue
            return "undecided" if None in answers else route
        return "no"

    def _conditions(self, person: str, day: dt.date, route: str) -> Iterator[bool | None]:
        """Yield the answer to each condition of a route, None where a datum is missing."""
        cadre, figures = self.cadres[person], self.policy.training
        joined, birth = cadre["joined_on"], cadre["birth_date"]
        if joined is not None:
            yield later(joined, figures.after_joining) <= day
            if route == "B":
                yield day <= later(joined, figures.new_hire)
        elif route == "B" or figures.after_joining > 0:
            yield None
        counted = dt.date(day.year, 1, 1) if figures.age_on == "year" else day
        limit = figures.age_a if route == "A" else figures.age_b
        yield None if birth is None else birthdays(birth, counted) <= limit
        before = cadre["grassroots_months" if route == "A" else "justice_months"]
        most = figures.grassroots if route == "A" else figures.justice
        here = self.served(person, day)
        if before is not None:
            yield before + here <= most
        else:
            yield False if here > most else None

    def exchangeable(self, person: str, posting: str, day: dt.date) -> bool:
        """Say whether a person may be seconded or attached from a day."""
        if posting == "attachment":
            chief = self.chiefs[person]
            return chief["outstanding"] and chief["recommended_by"] is not None
        cadre = self.cadres[person]
        birth, joined = cadre["birth_date"], cadre["joined_on"]
        return (
            cadre["outstanding"]
            and birth is not None
            and birthdays(birth, day) <= self.policy.exchange.age
            and (joined is None or joined <= day)
            and (not self.policy.exchange.training_first or self.verdict(person, day) == "no")
        )

    def hindrance(self, person: str, posting: str, start: dt.date, end: dt.date) -> str | None:
        """Return what keeps a person from being away from one day to another."""
        cadre = self.cadres.get(person, {})
        if cadre.get("village_duty"):
            return "village_duty"
        if any(meets(one, start, end) for one in self.of(person)):
            return "away"
        if (cadre.get("left_on") or FAR) < end:
            return "left"
        causes = ("village", "leave", "out")
        if any(
            absence["person_id"] == person and absence["cause"] in causes
            and meets(absence, start, end)
            for absence in self.records("absences")
        ):  # fmt: skip
            return "absent"
        if any(h["person_id"] == person and meets(h, start, end) for h in self.records("holds")):
            return "hold"
        for pin in self.pins("forbid", person, posting, start):
            if pin["level"] is None:
                return "pin"
        return None

    def pins(self, decision: str, person: str, posting: str, start: dt.date) -> Iterator[Record]:
        """Yield the decisions that speak of someone's posting from a day."""
        for pin in self.records("posting_pins"):
            if (
                (pin["person_id"], pin["decision"]) == (person, decision)
                and pin["posting"] in (None, posting)
                and pin["start_date"] in (None, start)
            ):
                yield pin

    def covers(self, pin: Record, host: str) -> bool:
        """Say whether the place of a decision is a host, or has it in it; none is anywhere."""
        level, place = pin["level"], pin["place"]
        if level is None:
            return True
        if level == "department":
            return place in (host, self.departments.get(host, {}).get("name"))
        station = self.stations.get(host)
        if station is None:
            return False
        if level == "city":
            return place == station["city"]
        if level == "county":
            return place in (station["county"], f"{station['city']}/{station['county']}")
        return place == host if place in self.stations else place == station["name"]

    def native(self, person: str, host: str) -> bool:
        """Say whether a station lies in a cadre's native county."""
        county, station = self.cadres[person]["native_county"], self.stations[host]
        return county is not None and county in (
            station["county"], f"{station['city']}/{station['county']}"
        )  # fmt: skip

    def places(self, host: str) -> int:
        """Return how many people a station takes at once, 0 where it does not offer to."""
        offers = self.records("hosts")
        if not offers:
            return self.policy.training.places
        return next((one["places"] for one in offers if one["station_id"] == host), 0)

    def stays(self, host: str, end: dt.date) -> bool:
        """Say whether a station is there on a day: neither merged nor closed by then."""
        return self.gone.get(host, FAR) > end

    def on_village_duty(self, person: str, day: dt.date) -> bool:
        """Say whether a cadre in post is on village duty on a day."""
        cadre = self.cadres[person]
        if not (cadre["joined_on"] or NEAR) <= day <= (cadre["left_on"] or FAR):
            return False
        return cadre["village_duty"] or any(
            absence["person_id"] == person and absence["cause"] == "village"
            and meets(absence, day, day)
            for absence in self.records("absences")
        )  # fmt: skip

    def need(self, host: str) -> int:
        """Return how much a station needs help in the plan year, from 0 to 100."""
        station, figures = self.stations[host], self.policy.need
        years = [
            one["year"] for one in self.records("history")
            if one["station_id"] == host and one["year"] < self.year
        ]  # fmt: skip
        alone = self.year - max(years) if years else figures.unvisited_years
        full = max(station["staff"], 1) * figures.caseload_full
        short = max(0, figures.staff_standard - station["staff"])
        parts = (
            (figures.hardship, 100 * station["hardship"] // 3),
            (figures.staff, 100 * short // figures.staff_standard),
            (figures.caseload, min(100, 100 * station["caseload"] // full)),
            (
                figures.unvisited,
                100 * min(figures.unvisited_years, alone) // figures.unvisited_years,
            ),
        )
        return sum(w * part for w, part in parts) // sum(w for w, _ in parts)


def meets(span: Record, start: dt.date, end: dt.date) -> bool:
    """Say whether a record's days, open where one is missing, have a day of others."""
    return (span["start_date"] or NEAR) <= end and start <= (span["end_date"] or FAR)


def length(route: str, policy: Policy, start: dt.date) -> dt.date:
    """Return the last day of a training posting on a route."""
    figures = policy.training
    return last_day(start, figures.months_a if route == "A" else figures.months_b)
