"""People posted and to be posted, chiefs of stations, and what was decided: all of it made up."""

import datetime as dt
from collections.abc import Sequence

from synthetic.draws import draw, pick

POSTING_COLUMNS = (
    "person_id", "posting", "host_id", "start_date", "end_date", "grade", "route",
)  # fmt: skip
EVENT_COLUMNS = ("person_id", "start_date", "event", "date", "until", "note")
CHIEF_COLUMNS = (
    "chief_id", "name", "station_id", "birth_date", "outstanding", "recommended_by",
)  # fmt: skip
HOLD_COLUMNS = ("person_id", "start_date", "end_date", "reason")
APART_COLUMNS = ("person_a", "person_b", "reason")
POSTING_PIN_COLUMNS = (
    "person_id", "posting", "start_date", "level", "place", "decision", "reason",
)  # fmt: skip

CHIEFS = 400
OUTSTANDING, RECOMMENDED = 30, 50
"""Of a hundred chiefs, so many are outstanding, and so many of these recommended."""

Row = tuple[object, ...]


def chiefs(stations: Sequence[tuple[str, str, str]]) -> list[Row]:
    """Return the chiefs of some stations (id, city, county), called by their station's number."""
    chosen = sorted(sorted(stations, key=lambda one: draw(1 << 30, "chief", one[0]))[:CHIEFS])
    rows: list[Row] = []
    for station, _, county in chosen:
        born = dt.date(1965 + draw(25, "chief born", station), 1 + draw(12, "month", station), 15)
        good = draw(100, "chief good", station) < OUTSTANDING
        put_forward = good and draw(100, "recommended", station) < RECOMMENDED
        by = f"{county}司法局" if put_forward else ""
        rows.append((f"H{station}", f"所长{station}", station, born, good, by))
    return rows


def running(people: Sequence[str], hosts: Sequence[str]) -> tuple[list[Row], list[Row]]:
    """Return the postings that run into 2019 of four people, and what happened to them."""
    postings: list[Row] = []
    events: list[Row] = []
    for person, route, end in zip(
        people[:3], "AAB", ("2020-06-30", "2020-06-30", "2019-06-30"), strict=True
    ):
        start, host = "2018-07-01", pick(hosts, "host", person)
        postings.append((person, "training", host, start, end, "", route))
        events.append((person, start, "sent", "2018-07-03", "", ""))
        events.append((person, start, "relations_moved", "2018-07-20", "", ""))
    start, host = "2018-10-01", pick(hosts, "host", people[3])
    postings.append((people[3], "secondment", host, start, "2019-03-31", "", ""))
    events.append((people[3], start, "sent", "2018-10-08", "", ""))
    return postings, events


def holds(people: Sequence[str]) -> list[Row]:
    """Return three people who are not sent for now."""
    reasons = ("maternity", "care", "key_work")
    return [
        (person, "2019-01-01", end, reason)
        for person, end, reason in zip(
            people, ("2019-12-31", "", "2019-06-30"), reasons, strict=False
        )
    ]


def pins(people: Sequence[str], city: str) -> list[Row]:
    """Return a posting that is required in a city from July, and one that is ruled out."""
    return [
        (people[0], "training", "2019-07-01", "city", city, "require", "厅党组确定的重点帮扶地区"),
        (people[1], "", "", "", "", "forbid", "承担专项工作，暂不派出"),
    ]


def first_exchanged(people: Sequence[str]) -> list[Row]:
    """Return that people wait half a year, so that others of their departments may be seconded.

    Training would else take all that a department may have away, and nobody would be exchanged.
    """
    why = "本处上半年先安排挂职交流，锻炼从下一批起派出"
    return [(one, "training", "2019-01-01", "", "", "forbid", why) for one in people]
