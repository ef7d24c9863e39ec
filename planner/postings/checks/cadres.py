"""Checks of people: identifiers, births, joining, native counties."""

import datetime as dt
from typing import Any

from planner.places import PlaceError
from planner.postings.checks.known import Check
from planner.postings.days import age
from planner.tables.ledger import shown

LEAST_AGE = 16
"""Full years on joining at least (劳动法 15)."""

WHOLE = 3
"""A county's name of fewer characters also ends the names of others."""

IDENTIFIERS = (
    ("leaders", "leader_id"), ("departments", "department_id"), ("stations", "station_id"),
    ("cadres", "cadre_id"), ("chiefs", "chief_id"),
)  # fmt: skip
"""People, units and stations share one space of identifiers."""


def _identifiers_are_unique(check: Check) -> None:
    taken: dict[str, str] = {}
    for table, column in IDENTIFIERS:
        for row in check.rows(table, column):
            here = check.ledger.place(table, row["row"], column)
            first = taken.setdefault(row[column], here)
            if first != here:
                check.ledger.fault(
                    table, "id.repeated", row["row"], column, value=shown(row[column]), place=first
                )


def _born_before_joining(check: Check) -> None:
    for row in check.rows("cadres", "birth_date", "joined_on"):
        birth, joined = row["birth_date"], row["joined_on"]
        values: dict[str, Any] = {"value": birth, "joined": joined}
        if birth >= joined:
            check.ledger.fault("cadres", "date.born_late", row["row"], "birth_date", **values)
        elif age(birth, joined) < LEAST_AGE:
            check.ledger.fault("cadres", "date.too_young", row["row"], "birth_date", **values)


def _born_by_the_year(check: Check) -> None:
    for table in ("cadres", "chiefs"):
        for row in check.rows(table, "birth_date"):
            if row["birth_date"] > check.today:
                values: dict[str, Any] = {"value": row["birth_date"], "day": check.today}
                check.ledger.fault(table, "postings.unborn", row["row"], "birth_date", **values)


def _joined_within_the_horizon(check: Check) -> None:
    if check.on is not None:
        return
    last = dt.date(check.year + check.policy.training.years - 1, 12, 31)
    for row in check.rows("cadres", "joined_on"):
        if row["joined_on"] > last:
            values: dict[str, Any] = {"value": row["joined_on"], "last": last}
            check.ledger.fault("cadres", "postings.joins_late", row["row"], "joined_on", **values)


def _native_counties_are_known(check: Check) -> None:
    """One that several cities have decides where someone may not go: it is not for us to guess."""
    for row in check.rows("cadres", "native_county"):
        county = row["native_county"]
        try:
            check.places.resolve("county", county)
        except PlaceError as error:
            at = ("cadres", row["row"], "native_county")
            near = _meant(check, county)
            if error.key == "place.ambiguous_county":
                check.ledger.fault(
                    at[0], "postings.ambiguous_county", *at[1:], value=shown(county), **error.values
                )
            elif near is not None:
                check.ledger.fault(
                    at[0], "postings.near_county", *at[1:], value=shown(county), near=shown(near)
                )
            else:
                check.ledger.warn(at[0], "postings.unknown_county", *at[1:], value=shown(county))


def _meant(check: Check, written: str) -> str | None:
    """Return the county that is written with a province or city before it, or cut short."""
    for row in check.rows("stations", "city", "county"):
        county = row["county"]
        longer = len(county) >= WHOLE and written.endswith(county)
        if written != county and (longer or written == county.rstrip("县区市旗")):
            return f"{row['city']}/{county}"
    return None


CHECKS = (
    _identifiers_are_unique,
    _born_before_joining,
    _born_by_the_year,
    _joined_within_the_horizon,
    _native_counties_are_known,
)
"""The checks of people."""
