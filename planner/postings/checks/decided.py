"""Checks of what was decided beforehand: each by itself, and each against the others."""

import datetime as dt
from typing import Any

from planner.places import PlaceError
from planner.postings.batches import batches, exchange_starts
from planner.postings.checks.known import Check
from planner.postings.read import covered
from planner.tables.ledger import listed, shown

TABLE = "posting_pins"
NAMED = {"department": ("departments", "name"), "station": ("stations", "name")}
"""The column that a place is in, by its level; cities and counties stand in columns so called."""


def _places_are_known(check: Check) -> None:
    for row in check.rows(TABLE, "person_id"):
        level, place = row["level"], row["place"]
        if (level is None) != (place is None):
            missing = "place" if place is None else "level"
            check.ledger.fault(TABLE, f"postings.no_{missing}", row["row"], missing)
        elif level == "department" and row["person_id"] in check.cadres:
            person = check.named(row["person_id"])
            check.ledger.fault(
                TABLE, "postings.department_for_cadre", row["row"], "level", person=person
            )
        elif level not in (None, "department") and row["person_id"] in check.chiefs:
            person = check.named(row["person_id"])
            check.ledger.fault(
                TABLE, "postings.station_for_chief", row["row"], "level", person=person
            )
        elif level is not None:
            _place(check, row)


def _place(check: Check, row: dict[str, Any]) -> None:
    level = row["level"]
    if NAMED.get(level, ("stations", level)) in check.ledger.unusable:
        return
    try:
        covered(check.frames, check.places, row["level"], row["place"])
    except PlaceError as error:
        near = check.ledger.equally_near(row["place"], error.known) if error.known else []
        values: dict[str, Any] = {
            "value": shown(row["place"]),
            "file": check.ledger.file(
                "departments" if row["level"] == "department" else "stations"
            ),
            "near": " / ".join(map(shown, near)),
            **error.values,
        }
        check.ledger.fault(
            TABLE, f"{error.key}_near" if near else error.key, row["row"], "place", **values
        )


def _starts_are_batches(check: Check) -> None:
    """What was decided for earlier years stays in the table, and had the batches of its time."""
    if check.on is not None:
        return
    for row in check.rows(TABLE, "start_date"):
        days = starts(check, row["posting"])
        if row["start_date"] >= check.today and row["start_date"] not in days:
            values: dict[str, Any] = {"value": row["start_date"], "batches": listed(days, 12)}
            check.ledger.fault(TABLE, "postings.no_batch", row["row"], "start_date", **values)


def starts(check: Check, posting: str | None) -> list[dt.date]:
    """Return the days on which a posting of a kind may begin, of any kind where that is None."""
    years = range(check.year, check.year + check.policy.training.years)
    training = batches(check.policy.training, check.year)
    exchange = [day for year in years for day in exchange_starts(check.policy.exchange, year)]
    if posting is None:
        return sorted({*training, *exchange})
    return training if posting == "training" else exchange


def _requirements_say_what(check: Check) -> None:
    for row in check.rows(TABLE, "decision"):
        if row["decision"] == "require" and row["posting"] is None:
            check.ledger.fault(TABLE, "postings.require_what", row["row"], "posting")


CHECKS = (_places_are_known, _starts_are_batches, _requirements_say_what)
"""The checks of decisions."""
