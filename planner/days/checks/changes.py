"""Checks of what changes in a year: absences, moves, mergers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

from planner.days.checks.known import Check
from planner.days.spans import Span
from planner.plans.checks import Row


def _absences_do_not_overlap(check: Check) -> None:
    earlier: dict[str, list[tuple[Row, Span]]] = defaultdict(list)
    for row in check.rows("absences", "person_id", "cause", "start_date"):
        span = Span(row["start_date"], row["end_date"])
        for other, days in earlier[row["person_id"]]:
            same = (row["cause"], span) == (other["cause"], days)
            if span.meets(days) and not same:
                values: Row = {"value": row["person_id"], "first": other["row"]}
                check.ledger.fault(
                    "absences", "days.absences_overlap", row["row"], "start_date", **values
                )
                break
        earlier[row["person_id"]].append((row, span))


def _absent_while_in_post(check: Check) -> None:
    for row in check.rows("absences", "person_id", "start_date"):
        cadre = check.cadres.get(row["person_id"])
        if cadre is None:
            continue
        start, joined, left = row["start_date"], cadre["joined_on"], cadre["left_on"]
        if joined is not None and start < joined:
            values: Row = {"value": start, "joined": joined}
            check.ledger.fault("absences", "days.absent_early", row["row"], "start_date", **values)
        if left is not None and start > left:
            values: Row = {"value": start, "left": left}
            check.ledger.fault("absences", "days.absent_late", row["row"], "start_date", **values)


def _leaders_have_no_village_duty(check: Check) -> None:
    for row in check.rows("absences", "person_id", "cause"):
        if row["cause"] == "village" and row["person_id"] in check.leaders:
            values: Row = {"value": row["person_id"]}
            check.ledger.fault("absences", "days.leader_village", row["row"], "cause", **values)


def _moves_lead_elsewhere(check: Check) -> None:
    """A move's department left is not the one he is in from then on; one move a day."""
    moves: dict[str, list[Row]] = defaultdict(list)
    for row in check.rows("moves", "cadre_id", "moved_on", "from_department_id"):
        moves[row["cadre_id"]].append(row)
    for cadre, several in moves.items():
        if cadre not in check.cadres:
            continue
        in_order = sorted(several, key=lambda one: (one["moved_on"], one["row"]))
        now = check.cadres[cadre]["department_id"]
        then = [one["from_department_id"] for one in in_order[1:]] + [now]
        for row, into in zip(in_order, then, strict=True):
            if row["from_department_id"] == into:
                values: Row = {"value": into}
                check.ledger.fault(
                    "moves", "days.moved_nowhere", row["row"], "from_department_id", **values
                )
        for before, row in pairwise(in_order):
            same = before["from_department_id"] == row["from_department_id"]
            if before["moved_on"] == row["moved_on"] and not same:
                values: Row = {"value": row["moved_on"], "first": before["row"]}
                check.ledger.fault("moves", "days.moved_twice", row["row"], "moved_on", **values)


def _moved_while_in_post(check: Check) -> None:
    for row in check.rows("moves", "cadre_id", "moved_on"):
        cadre = check.cadres.get(row["cadre_id"])
        if cadre is None:
            continue
        moved, joined, left = row["moved_on"], cadre["joined_on"], cadre["left_on"]
        if joined is not None and moved <= joined:
            values: Row = {"value": moved, "joined": joined}
            check.ledger.fault("moves", "days.moved_early", row["row"], "moved_on", **values)
        if left is not None and moved > left:
            values: Row = {"value": moved, "left": left}
            check.ledger.fault("moves", "days.moved_late", row["row"], "moved_on", **values)


def _stations_merge_once(check: Check) -> None:
    first: dict[str, Row] = {}
    for row in check.rows("mergers", "station_id", "merged_on"):
        earlier = first.setdefault(row["station_id"], row)
        same = all(earlier[name] == row[name] for name in ("merged_on", "successor_id"))
        if earlier is not row and not same:
            values: Row = {"value": row["station_id"], "first": earlier["row"]}
            check.ledger.fault("mergers", "days.merged_twice", row["row"], "station_id", **values)


def _mergers_lead_on(check: Check) -> None:
    """A successor is there on the day; a chain of them never comes back."""
    merged = {row["station_id"]: row for row in reversed(list(check.rows("mergers", "station_id")))}
    for row in check.rows("mergers", "station_id", "successor_id"):
        chain = [row["station_id"]]
        at: str | None = row["successor_id"]
        while at in merged and at not in chain:
            chain.append(at)
            at = merged[at]["successor_id"]
        if at in chain:
            values: Row = {"value": " → ".join([*chain, str(at)])}
            check.ledger.fault("mergers", "days.circle", row["row"], "successor_id", **values)
            continue
        gone: dt.date | None = merged.get(row["successor_id"], {}).get("merged_on")
        if gone is not None and row["merged_on"] is not None and gone <= row["merged_on"]:
            values: Row = {"value": row["successor_id"], "day": gone}
            check.ledger.fault(
                "mergers", "days.successor_gone", row["row"], "successor_id", **values
            )


CHANGES: tuple[Callable[[Check], None], ...] = (
    _absences_do_not_overlap,
    _absent_while_in_post,
    _leaders_have_no_village_duty,
    _moves_lead_elsewhere,
    _moved_while_in_post,
    _stations_merge_once,
    _mergers_lead_on,
)
