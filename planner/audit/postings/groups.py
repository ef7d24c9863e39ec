"""How many a group may have: one check per rule, the amount being what is over or short."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

from planner.audit.finding import Violation, witness
from planner.audit.postings.case import Case, at_station
from planner.audit.postings.people import AT_STATIONS, meets


def person_once(case: Case) -> list[Violation]:
    """A person goes at most once in the plan."""
    times = Counter(row["person_id"] for row in case.rows)
    return [
        Violation(number - 1, witness(person=person, count=number, bound=1))
        for person, number in sorted(times.items())
        if number > 1
    ]


def away_share(case: Case) -> list[Violation]:
    """On no day too many of a department are away; those of the tables count first."""
    register, figures = case.register, case.register.policy.training

    def over(day: dt.date) -> dict[str, tuple[int, int]]:
        new = Counter(
            register.department(row["person_id"], day) for row in case.on(day) if at_station(row)
        )
        found: dict[str, tuple[int, int]] = {}
        for department, number in new.items():
            headcount = register.departments[department]["headcount"]
            share = max(1, headcount * figures.away_percent // 100)
            gone = [
                person for person in register.cadres
                if register.department(person, day) == department
                and (
                    any(meets(one, day, day) for one in register.of(person))
                    or (figures.village_away and register.on_village_duty(person, day))
                )
            ]  # fmt: skip
            found[department] = (number, max(0, share - len(gone)))
        return found

    return _worst(case, "department", over)


def station_places(case: Case) -> list[Violation]:
    """On no day a station has more people than places; those of the tables count first."""
    register = case.register

    def over(day: dt.date) -> dict[str, tuple[int, int]]:
        new = Counter(row["host_id"] for row in case.on(day) if at_station(row))
        return {
            host: (number, max(0, register.places(host) - _there(case, host, day)))
            for host, number in new.items()
        }

    return _worst(case, "station", over)


def _there(case: Case, host: str, day: dt.date) -> int:
    """Return how many the tables have at a station on a day; at one that is gone, none."""
    if not case.register.stays(host, day):
        return 0
    return sum(
        one["host_id"] == host and one["posting"] in AT_STATIONS and meets(one, day, day)
        for one in case.register.postings
    )


def station_total(case: Case) -> list[Violation]:
    """A station receives in the whole plan no more than it has places."""
    number = Counter(row["host_id"] for row in case.known)
    return [
        Violation(
            count - case.register.places(host),
            witness(station=host, count=count, bound=case.register.places(host)),
        )
        for host, count in sorted(number.items())
        if count > case.register.places(host)
    ]


def apart(case: Case) -> list[Violation]:
    """Two to be kept apart are not away on one day."""
    pairs = {tuple(sorted((a["person_a"], a["person_b"]))) for a in case.register.records("apart")}

    def over(day: dt.date) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for two in pairs:
            new = sum(row["person_id"] in two and at_station(row) for row in case.on(day))
            had = sum(any(meets(o, day, day) for o in case.register.of(p)) for p in two)
            found["/".join(two)] = (new, max(0, 1 - had))
        return found

    return _worst(case, "people", over)


def batch_size(case: Case) -> list[Violation]:
    """A batch has no more people than it may; 0 is no limit."""
    most = case.register.policy.training.batch
    number = Counter(row["start_date"] for row in case.rows)
    return [
        Violation(count - most, witness(start=start, count=count, bound=most))
        for start, count in sorted(number.items())
        if most and count > most
    ]


def department_hosts(case: Case) -> list[Violation]:
    """On no day a department has more attached chiefs than it may."""
    most = case.register.policy.exchange.hosts

    def over(day: dt.date) -> dict[str, tuple[int, int]]:
        new = Counter(row["host_id"] for row in case.on(day) if not at_station(row))
        had = Counter(
            one["host_id"] for one in case.register.postings
            if one["posting"] == "attachment" and meets(one, day, day)
        )  # fmt: skip
        return {host: (number, max(0, most - had[host])) for host, number in new.items()}

    return _worst(case, "department", over)


def staff_left(case: Case) -> list[Violation]:
    """A chief leaves only where people stay, or a posted cadre is there from first day to last."""
    register, found = case.register, list[Violation]()
    least = register.policy.exchange.staff_left
    for row in case.known:
        if at_station(row):
            continue
        station = register.chiefs[row["person_id"]]["station_id"]
        staff = register.stations[station]["staff"] - 1
        covered = any(
            one["host_id"] == station
            and at_station(one)
            and one["start_date"] <= row["start_date"]
            and row["end_date"] <= one["end_date"]
            for one in (*register.postings, *case.known)
        )
        if staff < least and not covered:
            found.append(
                Violation(least - staff, witness(station=station, count=staff, bound=least))
            )
    return found


def pin(case: Case) -> list[Violation]:
    """Every posting that a decision requires is made."""
    kinds = ("training",) if case.duty == "postings" else ("secondment", "attachment")
    found: list[Violation] = []
    for one in case.register.records("posting_pins"):
        ours = one["start_date"] is None or one["start_date"] in case.starts
        if one["decision"] == "require" and one["posting"] in kinds and ours:
            made = any(
                row["person_id"] == one["person_id"]
                and row["posting"] == one["posting"]
                and one["start_date"] in (None, row["start_date"])
                and case.register.covers(one, row["host_id"])
                for row in case.known
            )
            if not made:
                found.append(Violation(1, witness(person=one["person_id"], decision=one["row"])))
    return found


def _worst(
    case: Case, who: str, over: Callable[[dt.date], dict[str, tuple[int, int]]]
) -> list[Violation]:
    """Return for each group the first day on which it is over its bound the most."""
    worst: dict[str, tuple[int, dt.date, int, int]] = {}
    for day in case.days:
        for group, (number, bound) in over(day).items():
            if number - bound > worst.get(group, (0,))[0]:
                worst[group] = (number - bound, day, number, bound)
    return [
        Violation(amount, witness(**{who: group}, day=day, count=number, bound=bound))
        for group, (amount, day, number, bound) in sorted(worst.items())
    ]
