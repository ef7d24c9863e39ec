"""The exports of a visit calendar: a workbook, and each person's appointments."""

from collections import defaultdict

from planner.days.calendar.appointments import appointments
from planner.days.calendar.case import case_of
from planner.days.calendar.plan import CalendarPlan
from planner.days.calendar.sheet import HEADER, trips_sheet
from planner.days.inputs import Inputs
from planner.office.sheets import Sheet, workbook

FILE = "trips.xlsx"
WIDTHS = (16, 10, 14, 8, 8)
WEEK = 12


def calendar_exports(plan: CalendarPlan, read: Inputs) -> dict[str, bytes]:
    """Return `trips.xlsx` and an .ics file a person, by file name; the same bytes each time."""
    facts = read.facts
    needs = {need.person: need.need for need in case_of(facts, plan.start).needs}
    header, rows = trips_sheet(facts, plan.rows, needs)
    title = f"{plan.year}年蹲点日程"
    widths = (*WIDTHS, *[WEEK] * (len(header) - len(HEADER)))
    names = defaultdict(str, {person.id: person.name for person in facts.people.values()})
    stations = {station.id: station.name for station in facts.stations.values()}
    return {
        FILE: workbook([Sheet("日程", header, rows, title, widths)], plan.year),
        **appointments(plan.rows, names, stations),
    }
