"""Each person's trips as an iCalendar file: whole days, the same bytes each time."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import polars as pl

from planner.plans.outputs import sha256

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST = 60


def appointments(
    rows: pl.DataFrame, names: Mapping[str, str], stations: Mapping[str, str]
) -> dict[str, bytes]:
    """Return an .ics file a person, by file name; `names` and `stations` are by id."""
    found: dict[str, bytes] = {}
    for (person,), trips in rows.group_by("person_id", maintain_order=True):
        who = str(person)
        found[file_name(who)] = _calendar(who, names[who], trips, stations)
    return found


def file_name(person: str) -> str:
    """Return a name for a person's file that every system takes; ids that differ keep apart."""
    safe = UNSAFE.sub("_", person)[:LONGEST].rstrip(". ")
    return f"{safe}.ics" if safe == person else f"{safe}-{sha256(person.encode())[:8]}.ics"


def _calendar(person: str, name: str, trips: pl.DataFrame, stations: Mapping[str, str]) -> bytes:
    from icalendar import Calendar

    calendar: Any = Calendar()
    calendar.add("prodid", "-//planner//visit calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{name} 蹲点日程")
    for row in trips.to_dicts():
        calendar.add_component(_event(person, row, stations[row["station_id"]]))
    return calendar.to_ical()


def _event(person: str, row: dict[str, Any], station: str) -> Any:
    from icalendar import Event

    event: Any = Event()
    start: dt.date = row["start_date"]
    key = f"{person}|{row['station_id']}|{start}"
    event.add("uid", f"{sha256(key.encode())[:32]}@planner")
    event.add("dtstamp", dt.datetime(row["year"], 1, 1, tzinfo=dt.UTC))
    event.add("dtstart", start)
    event.add("dtend", row["end_date"] + dt.timedelta(days=1))  # the day after, by RFC 5545
    event.add("summary", f"蹲点：{station}")
    event.add("location", station)
    return event
