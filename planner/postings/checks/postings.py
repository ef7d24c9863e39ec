"""Checks of the register of postings: who, where, how long, with what grade and route."""

from typing import Any

from planner.dates import end_of
from planner.plans.checks import ends_after_starts
from planner.postings.checks.known import Check
from planner.postings.facts import AT_STATIONS, Row
from planner.postings.verdict import months_of
from planner.tables.ledger import shown

TABLE = "postings"
OVER = ("returned", "recalled", "assessed")
"""Events that show that a posting is over, and may have its grade."""


def _ends_after_it_starts(check: Check) -> None:
    ends_after_starts(check, "postings", "holds", "absences")


def _people_are_of_the_kind(check: Check) -> None:
    for row in check.postings:
        if row.person_id in check.chiefs and row.posting in AT_STATIONS:
            _fault(check, row, "postings.chief_sent", "posting", person=check.named(row.person_id))
        elif row.person_id in check.cadres and row.posting == "attachment":
            _fault(
                check, row, "postings.cadre_attached", "posting", person=check.named(row.person_id)
            )


def _hosts_are_of_the_kind(check: Check) -> None:
    """A host that no table has is gone; the reader warned of it."""
    for row in check.postings:
        if row.host_id is None:  # pyright: ignore[reportUnnecessaryComparison] (a fault already)
            continue
        station = row.host_id in check.stations
        known = station or row.host_id in (check.departments | check.cities)
        if row.posting in AT_STATIONS and known and not station:
            _fault(check, row, "postings.not_at_a_station", "host_id", value=shown(row.host_id))
        elif row.posting == "attachment" and station:
            _fault(check, row, "postings.attached_to_station", "host_id", value=shown(row.host_id))


def _hosts_stay(check: Check) -> None:
    gone = {
        r["station_id"]: r["merged_on"] for r in check.rows("mergers", "station_id", "merged_on")
    }
    for row in check.postings:
        if row.posting in AT_STATIONS and gone.get(row.host_id, check.end(row)) < check.end(row):
            values: dict[str, Any] = {"value": shown(row.host_id), "day": gone[row.host_id]}
            check.ledger.warn(TABLE, "postings.host_gone", row.line, "host_id", **values)


def _one_posting_at_a_time(check: Check) -> None:
    """Two rows of one person that start together are one fault, two that overlap another."""
    latest: dict[str, Row] = {}
    for row in sorted(check.postings, key=lambda one: (one.person_id, one.start, one.line)):
        before = latest.get(row.person_id)
        if before is not None and before.start == row.start:
            _fault(check, row, "postings.same_start", "start_date", first=before.line)
        elif before is not None and row.start <= check.end(before):
            _fault(
                check, row, "postings.overlap", "start_date",
                first=before.line, end=check.end(before), person=check.named(row.person_id),
            )  # fmt: skip
        if before is None or check.end(row) > check.end(before):
            latest[row.person_id] = row


def _no_exchange_is_too_long(check: Check) -> None:
    most = check.policy.exchange.most_months
    for row in check.postings:
        since = row.start >= check.policy.source.in_force_from
        if row.posting != "training" and since and row.end > end_of(row.start, most):
            last = end_of(row.start, most)
            _fault(check, row, "postings.too_long", "end_date", value=row.end, last=last, most=most)


def _grades_follow_the_end(check: Check) -> None:
    for row in check.postings:
        over = any(e.event in OVER for e in check.happened.get((row.person_id, row.start), ()))
        if row.grade is not None and not over and check.end(row) >= check.today:
            _fault(check, row, "postings.graded_early", "grade", end=check.end(row))


def _routes_are_of_training(check: Check) -> None:
    for row in check.postings:
        if row.posting == "training" and row.route is None:
            _fault(check, row, "postings.no_route", "route")
        elif row.posting != "training" and row.route is not None:
            _fault(check, row, "postings.route", "route", value=row.route)


def _training_has_its_length(check: Check) -> None:
    for row in check.postings:
        if row.posting == "training" and row.route is not None:
            months = months_of(row.route, check.policy.training)
            if row.end != end_of(row.start, months):
                values: dict[str, Any] = {
                    "value": row.end,
                    "last": end_of(row.start, months),
                    "months": months,
                }
                check.ledger.warn(
                    TABLE, "postings.other_length", row.line, "end_date", **values, route=row.route
                )


def _fault(check: Check, row: Row, key: str, column: str, **values: Any) -> None:
    check.ledger.fault(TABLE, key, row.line, column, **values)


CHECKS = (
    _ends_after_it_starts,
    _people_are_of_the_kind,
    _hosts_are_of_the_kind,
    _hosts_stay,
    _one_posting_at_a_time,
    _no_exchange_is_too_long,
    _grades_follow_the_end,
    _routes_are_of_training,
    _training_has_its_length,
)
"""The checks of postings."""
