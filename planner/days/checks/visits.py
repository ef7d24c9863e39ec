"""Checks of the visits: who, where, and whether he can have been there."""

from collections import defaultdict
from collections.abc import Callable

from planner.days.checks.known import Check, named
from planner.days.excuses import EXEMPT_RANK
from planner.days.facts import Merger
from planner.days.own import successor
from planner.days.spans import Span
from planner.plans.checks import Row

AWAY = ("posting", "leave", "out")
LONGEST = 60
"""Calendar days that one visit may take: more is a posting, or a slip of the pen."""


def _visits_do_not_overlap(check: Check) -> None:
    """A day counts at one station; a row that stands twice was told of."""
    earlier: dict[str, list[tuple[Row, Span]]] = defaultdict(list)
    for row, span in _spans(check):
        for other, days in earlier[row["person_id"]]:
            same = all(row[name] == other[name] for name in row if name != "row")
            if span.meets(days) and not same:
                values: Row = {"value": row["person_id"], "first": other["row"]}
                check.ledger.fault(
                    "visits", "days.visits_overlap", row["row"], "start_date", **values
                )
                break
        earlier[row["person_id"]].append((row, span))


def _visits_while_in_post(check: Check) -> None:
    for row, span in _spans(check):
        cadre = check.cadres.get(row["person_id"], {})
        joined, left = cadre.get("joined_on"), cadre.get("left_on")
        if joined is not None and span.start < joined:
            values: Row = {"value": span.start, "joined": joined}
            check.ledger.fault("visits", "days.visit_early", row["row"], "start_date", **values)
        if left is not None and row["end_date"] > left:
            values: Row = {"value": row["end_date"], "left": left}
            check.ledger.fault("visits", "days.visit_late", row["row"], "end_date", **values)


def _visits_while_here(check: Check) -> None:
    for row, span in _spans(check):
        for cause, days, place in check.away.get(row["person_id"], ()):
            if cause in AWAY and span.meets(days):
                values: Row = {"value": row["person_id"], "cause": cause, "place": place}
                check.ledger.fault("visits", "days.visit_away", row["row"], "start_date", **values)


def _visited_stations_stand(check: Check) -> None:
    mergers = {
        row["station_id"]: Merger(row["merged_on"], row["successor_id"])
        for row in check.rows("mergers", "station_id", "merged_on")
    }
    for row, _ in _spans(check):
        merger = mergers.get(row["station_id"])
        if merger is None or row["end_date"] < merger.day:
            continue
        heir = successor(row["station_id"], mergers, row["end_date"])
        key = "days.visit_closed" if heir is None else "days.visit_merged"
        near = "" if heir is None else named(check.stations.get(heir), heir)
        values: Row = {"value": row["station_id"], "day": merger.day, "near": near}
        check.ledger.fault("visits", key, row["row"], "station_id", **values)


def _visits_are_short(check: Check) -> None:
    for row, span in _spans(check):
        if (span.length or 0) > LONGEST:
            values: Row = {"value": span.length, "most": LONGEST}
            check.ledger.fault("visits", "days.visit_long", row["row"], "end_date", **values)


def _visits_since_the_notice(check: Check) -> None:
    if check.policy is None:
        return
    since = check.policy.source.in_force_from
    for row in check.rows("visits", "start_date"):
        if row["start_date"] < since:
            values: Row = {"value": row["start_date"], "since": since}
            check.ledger.fault("visits", "days.before_notice", row["row"], "start_date", **values)


def _visitors_owe_days(check: Check) -> None:
    """What a bureau cadre does counts, but he owes nothing."""
    for row in check.rows("visits", "person_id"):
        if check.cadres.get(row["person_id"], {}).get("duty_rank") == EXEMPT_RANK:
            values: Row = {"value": row["person_id"]}
            check.ledger.warn("visits", "days.visit_bureau", row["row"], "person_id", **values)


def _spans(check: Check) -> list[tuple[Row, Span]]:
    """Return the visits whose days are sound."""
    needed = ("person_id", "station_id", "start_date", "end_date")
    return [
        (row, Span(row["start_date"], row["end_date"]))
        for row in check.rows("visits", *needed)
        if row["end_date"] >= row["start_date"]
    ]


VISITS: tuple[Callable[[Check], None], ...] = (
    _visits_do_not_overlap,
    _visits_while_in_post,
    _visits_while_here,
    _visited_stations_stand,
    _visits_are_short,
    _visits_since_the_notice,
    _visitors_owe_days,
)
