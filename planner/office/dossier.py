"""Dossier pages: a Word file for each cadre who is or was posted to a station (三-2).

A page has what the dossier needs and no more: no birth date, no native county, no hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from planner.dates import Day
from planner.office.clean import file_name
from planner.office.render import render
from planner.office.templates import DOSSIER, template
from planner.office.texts import NUMERALS
from planner.policy import AppraisalFigures
from planner.postings.after_events import by_row
from planner.postings.appraiser import appraisers
from planner.postings.facts import AT_STATIONS, Event, Facts, Row
from planner.tables.schema.postings import EVENTS, GRADES, POSTINGS_KINDS
from planner.words import say

SIGNERS = ("司法所", "县（市、区）司法局", "所在处室", "人事警务处", "本人")
"""Who gives an opinion and signs."""


def dossiers(
    facts: Facts,
    rows: Mapping[str, Sequence[Row]],
    events: Iterable[Event],
    figures: AppraisalFigures,
    on: Day,
    templates: Path | None,
) -> dict[str, bytes]:
    """Return the pages by file name, by person; the same bytes each time.

    `rows` and `events` are those known on the day. Raises `InputError` where the template can't be
    filled.
    """
    happened = by_row(events)
    own = {
        person: [row for row in rows.get(person, ()) if row.posting in AT_STATIONS]
        for person in sorted(facts.cadres)
    }
    posted = [person for person in own if own[person]]
    paper = template(DOSSIER, templates)
    stations = {one.id: one for one in facts.stations}
    found: dict[str, bytes] = {}
    for number, person in enumerate(posted, 1):
        cadre = facts.cadres[person]
        values = {
            "name": cadre.name,
            "department": facts.departments[facts.department(cadre, on)].name,
            "postings": [
                {
                    "number": NUMERALS[at] if at < len(NUMERALS) else str(at + 1),
                    "posting": dict(POSTINGS_KINDS)[row.posting],
                    "host": stations[row.host_id].name,
                    "place": "".join(dict.fromkeys(stations[row.host_id].place)),
                    "start": row.start.isoformat(),
                    "end": row.end.isoformat(),
                    "grade": dict(GRADES)[row.grade] if row.grade else "",
                    "years": [
                        {"year": year, "by": say(f"dossier.by.{by}")}
                        for year, by in appraisers(row, figures)
                    ],
                    "events": [
                        {"date": event.date.isoformat(), "event": _told(event)}
                        for event in happened.get((person, row.start), ())
                    ],
                }
                for at, row in enumerate(own[person])
            ],
            "signers": list(SIGNERS),
            "on": f"{on.year}年{on.month}月{on.day}日",
        }
        name = file_name(number, cadre.name, ".docx", of=len(posted))
        found[name] = render(paper, DOSSIER, values, on.year)
    return found


def _told(event: Event) -> str:
    what = dict(EVENTS)[event.event]
    return what if event.until is None else say("dossier.until", what=what, until=event.until)
