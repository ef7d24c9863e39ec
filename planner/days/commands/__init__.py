"""What the commands of days do, apart from talking to people: a file each."""

from planner.days.commands.calendar import CalendarMade, make_and_write
from planner.days.commands.cost import Costed, count_cost
from planner.days.commands.count import Counted, count_days
from planner.days.commands.file import FilingMade, file_half

__all__ = [
    "CalendarMade",
    "Costed",
    "Counted",
    "FilingMade",
    "count_cost",
    "count_days",
    "file_half",
    "make_and_write",
]
