"""Checks of chiefs, of people to be kept apart, and of stations that offer places."""

from typing import Any

from planner.postings.checks.known import Check
from planner.tables.ledger import shown


def _one_chief_a_station(check: Check) -> None:
    _once(check, "chiefs", "postings.second_chief")


def _one_row_a_host(check: Check) -> None:
    _once(check, "hosts", "postings.host_twice")


def _once(check: Check, table: str, key: str) -> None:
    first: dict[str, int] = {}
    for row in check.rows(table, "station_id"):
        before = first.setdefault(row["station_id"], row["row"])
        if before != row["row"]:
            values: dict[str, Any] = {"value": shown(row["station_id"]), "first": before}
            check.ledger.fault(table, key, row["row"], "station_id", **values)


def _two_are_apart(check: Check) -> None:
    for row in check.rows("apart", "person_a", "person_b"):
        if row["person_a"] == row["person_b"]:
            person = check.named(row["person_a"])
            check.ledger.fault(
                "apart", "postings.apart_alone", row["row"], "person_b", person=person
            )


CHECKS = (_one_chief_a_station, _one_row_a_host, _two_are_apart)
"""The checks of the other tables."""
