"""Checks of the cadres: identifiers, departments, and dates that can be a career's."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

from planner.days.checks.known import Check, named
from planner.plans.checks import Row, identifiers_are_unique, old_enough


def _ids_are_free(check: Check) -> None:
    identifiers_are_unique(check, "leaders", "departments", "stations", "cadres")


def _left_after_joining(check: Check) -> None:
    for row in check.rows("cadres", "joined_on", "left_on"):
        if row["left_on"] < row["joined_on"]:
            check.ledger.fault(
                "cadres", "days.left_early", row["row"], "left_on",
                value=row["left_on"], joined=row["joined_on"],
            )  # fmt: skip


def _old_enough(check: Check) -> None:
    """Who joined nobody knows when is measured on 1 January of the year."""
    old_enough(check, None if check.year is None else dt.date(check.year, 1, 1))


def _joins_by_the_year(check: Check) -> None:
    for row in check.rows("cadres", "joined_on"):
        if check.year is not None and row["joined_on"].year > check.year:
            values: Row = {"value": row["joined_on"], "year": check.year}
            check.ledger.warn("cadres", "days.joins_later", row["row"], "joined_on", **values)


def _headcounts_hold(check: Check) -> None:
    """Cadres in post at the year's end are no more than the headcount, and at least one."""
    if check.year is None:
        return
    last = dt.date(check.year, 12, 31)
    number = Counter(
        row["department_id"]
        for row in check.rows("cadres", "department_id")
        if row["left_on"] is None or row["left_on"] >= last
    )
    listed = {row["department_id"] for row in check.rows("cadres", "department_id")}
    for identifier, row in check.departments.items():
        headcount = row["headcount"]
        if headcount is not None and number[identifier] > headcount:
            values: Row = {"unit": named(row, identifier), "value": number[identifier]}
            check.ledger.warn(
                "departments", "days.over_headcount", row["row"], "headcount",
                headcount=headcount, **values,
            )  # fmt: skip
        if listed and identifier not in listed:  # without any cadre that is said of the table
            values: Row = {"unit": named(row, identifier)}
            check.ledger.warn(
                "departments", "days.no_cadres", row["row"], "department_id", **values
            )


def _village_is_said_once(check: Check) -> None:
    flagged = {row["cadre_id"]: row for row in check.rows("cadres", "cadre_id", "village_duty")}
    for row in check.rows("absences", "person_id", "cause"):
        cadre = flagged.get(row["person_id"])
        if row["cause"] == "village" and cadre is not None and cadre["village_duty"]:
            values: Row = {"place": check.place("cadres", cadre["row"])}
            check.ledger.warn("absences", "days.village_twice", row["row"], "cause", **values)


CADRES: tuple[Callable[[Check], None], ...] = (
    _ids_are_free,
    _left_after_joining,
    _old_enough,
    _joins_by_the_year,
    _headcounts_hold,
    _village_is_said_once,
)
