"""What falls due for people who are posted, and for those whose chance passes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from planner.dates import YEAR, Day, end_of, plus
from planner.policy import Policy
from planner.postings.after_events import Key, by_row
from planner.postings.appraiser import appraisers
from planner.postings.change import last_eligible
from planner.postings.facts import Event, Facts, Row

SCHEMA = {
    "due_on": pl.Date, "person_id": pl.String, "posting": pl.String,
    "what": pl.String, "by": pl.String,
}  # fmt: skip

SOON = dt.timedelta(60)
RELATIONS = DOSSIER = dt.timedelta(30)

Due = tuple[Day, str, str, str, str | None]


def due(facts: Facts, events: Iterable[Event], policy: Policy, on: Day) -> pl.DataFrame:
    """Return all that is due by a day or within 60 days of it and not settled: see `SCHEMA`.

    What two postings of a person ask for alike (a filing, a year's appraisal) is due once.
    An event settles what it is about from its own date on; `filed` closes the whole posting.
    """
    happened = by_row(event for event in events if event.date <= on)
    found = [
        one
        for rows in facts.rows.values()
        for row in rows
        for one in _of_row(row, happened, policy)
        if one[0] <= on + SOON
    ]
    found += _lapses(facts, policy, on)
    return pl.DataFrame(found, SCHEMA, orient="row").unique().sort(*SCHEMA, nulls_last=False)


def _of_row(row: Row, happened: Mapping[Key, list[Event]], policy: Policy) -> Iterator[Due]:
    """Yield what a posting asks for and no event has settled."""
    events = {one.event: one for one in happened.get((row.person_id, row.start), ())}
    if "filed" in events:
        return
    who = (row.person_id, row.posting)
    figures = policy.appraisal
    lasts = row.end >= end_of(row.start, figures.relations_months)
    if lasts and "relations_moved" not in events:
        yield row.start + RELATIONS, *who, "relations", None
    if not events.keys() & {"returned", "recalled"}:
        yield row.end, *who, "return", None
    if "assessed" in events:
        yield events["assessed"].date + DOSSIER, *who, "dossier", None
    else:
        yield row.end + dt.timedelta(figures.assess_days), *who, "assessment", None
    for half in _halves(row):
        yield half, *who, "filing", None
    for year, by in appraisers(row, figures):
        yield Day(year, 12, 31), *who, "appraisal", by


def _halves(row: Row) -> Iterator[Day]:
    """Yield the last days of the halves in which a posting has days."""
    for year in range(row.start.year, row.end.year + 1):
        for first, last in (
            (Day(year, 1, 1), Day(year, 6, 30)),
            (Day(year, 7, 1), Day(year, 12, 31)),
        ):
            if row.start <= last and first <= row.end:
                yield last


def _lapses(facts: Facts, policy: Policy, on: Day) -> Iterator[Due]:
    """Yield those who may go and, unless they are sent, no longer may within twelve months."""
    for cadre in facts.cadres.values():
        rows = facts.rows.get(cadre.id, ())
        sent = any(row.posting == "training" and row.end >= on for row in rows)
        last = None if sent else last_eligible(cadre, rows, on, policy.training)
        if last is not None and last <= plus(on, YEAR):
            yield last, cadre.id, "training", "lapse", None
