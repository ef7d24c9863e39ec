"""Checks of the cadres: identifiers, departments, and dates that can be a career's."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

from planner.days.checks.known import Check, named
from planner.days.read import Row
from planner.tables.ledger import shown

AGE = 16
"""Full years that a cadre has on joining at least."""


def _ids_are_free(check: Check) -> None:
    """Leaders, departments, cadres and stations share one space of identifiers."""
    taken: dict[str, str] = {}
    for table, column in (
        ("leaders", "leader_id"),
        ("departments", "department_id"),
        ("stations", "station_id"),
        ("cadres", "cadre_id"),
    ):
        for row in check.rows(table, column):
            identifier, at = row[column], row["row"]
            here = check.ledger.place(table, at, column)
            first = taken.setdefault(identifier, here)
            if first != here and table in ("cadres", "stations"):
                values: Row = {"value": shown(identifier), "place": first}
                check.ledger.fault(table, "id.repeated", at, column, **values)


def _left_after_joining(check: Check) -> None:
    for row in check.rows("cadres", "joined_on", "left_on"):
        if row["left_on"] < row["joined_on"]:
            check.ledger.fault(
                "cadres", "days.left_early", row["row"], "left_on",
                value=row["left_on"], joined=row["joined_on"],
            )  # fmt: skip


def _old_enough(check: Check) -> None:
    """A birth on or after joining is one fault, an age under 16 on joining another.

    Who joined nobody knows when is measured on 1 January of the year.
    """
    for row in check.rows("cadres", "birth_date"):
        birth: dt.date = row["birth_date"]
        joined: dt.date | None = row["joined_on"]
        if joined is None and check.year is None:
            continue
        day = joined or dt.date(check.year or 0, 1, 1)
        values: Row = {"value": birth, "joined": day}
        if birth >= day:
            key = "date.born_late"
        elif _age(birth, day) < AGE:
            key = "date.too_young"
        else:
            continue
        check.ledger.fault("cadres", key, row["row"], "birth_date", **values)


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
        if identifier not in listed:
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


def _age(birth: dt.date, day: dt.date) -> int:
    """Return the full years on a day; who was born on 29 February is a year older on the 28th."""
    anniversary = min(birth.day, 28) if birth.month == 2 and not _leap(day.year) else birth.day
    return day.year - birth.year - ((day.month, day.day) < (birth.month, anniversary))


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


CADRES: tuple[Callable[[Check], None], ...] = (
    _ids_are_free,
    _left_after_joining,
    _old_enough,
    _joins_by_the_year,
    _headcounts_hold,
    _village_is_said_once,
)
