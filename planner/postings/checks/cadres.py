"""Checks of people: identifiers, births, joining, native counties."""

import datetime as dt
from typing import Any

from planner.places import PlaceError
from planner.plans.checks import identifiers_are_unique, old_enough
from planner.postings.checks.known import Check
from planner.tables.ledger import shown

WHOLE = 3
"""A county's name of fewer characters also ends the names of others."""


def _identifiers_are_unique(check: Check) -> None:
    """People, units and stations share one space of identifiers."""
    identifiers_are_unique(check, "leaders", "departments", "stations", "cadres", "chiefs")


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
    if ("stations", "county") in check.ledger.unusable:
        return
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
    old_enough,
    _born_by_the_year,
    _joined_within_the_horizon,
    _native_counties_are_known,
)
"""The checks of people."""
