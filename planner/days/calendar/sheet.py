"""The calendar as a sheet: a row a person, a column a week."""

import polars as pl

from planner.days.calendar.weeks import weeks
from planner.days.facts import Facts

HEADER = ("单位", "编号", "名称", "应补天数", "安排天数")
"""The columns before the weeks."""

Rows = list[list[str]]


def trips_sheet(facts: Facts, rows: pl.DataFrame, needs: dict[str, int]) -> tuple[list[str], Rows]:
    """Return header and rows of all with a need or a trip; cells say where and for how long.

    `needs` are the days still owed by person. Units come in order, leaders first.
    """
    first = facts.year.first
    every = [week.name for week in weeks(facts, first)]
    header = [*HEADER, *every]
    at: dict[tuple[str, str], str] = {}
    days: dict[str, int] = {}
    for row in rows.to_dicts():
        station = facts.stations[row["station_id"]].name
        at[row["person_id"], row["week"]] = f"{station} {row['start_date']:%m-%d} {row['days']}天"
        days[row["person_id"]] = days.get(row["person_id"], 0) + row["days"]
    people = [one for one in facts.in_order() if needs.get(one.id) or one.id in days]
    people.sort(key=lambda one: (one.kind != "leader", one.unit(facts.year.last), one.id))
    lines: Rows = []
    for one in people:
        unit = one.unit(facts.year.last)
        figures = (str(needs.get(one.id, 0)), str(days.get(one.id, 0)))
        lines.append([
            facts.units.get(unit, unit), one.id, one.name, *figures,
            *(at.get((one.id, week), "") for week in every),
        ])  # fmt: skip
    return header, lines
