"""What notebooks call: a year opened, its tables and plans as frames, shown in the user's language.

`open_year` begins, `show` and `tell` show frames and sentences; the frames need no loop and no
filter of the notebook's own, and the examples are chosen from whatever dataset is there.
"""

from planner.notebook.days import by_month, excused, filed, late, pace
from planner.notebook.examples import (
    closed_station,
    departments_away,
    impossible_year,
    not_nominated,
    priced_pair,
    why_no_plan,
)
from planner.notebook.frames import (
    by_city,
    by_unit,
    changes,
    checked,
    cities,
    first_losses,
    hardship_by_staff,
    sizes,
)
from planner.notebook.opened import Opened, open_year, write_plan
from planner.notebook.results import Results, results
from planner.notebook.show import show, tell
from planner.notebook.swept import swept

__all__ = [
    "Opened",
    "Results",
    "by_city",
    "by_month",
    "by_unit",
    "changes",
    "checked",
    "cities",
    "closed_station",
    "departments_away",
    "excused",
    "filed",
    "first_losses",
    "hardship_by_staff",
    "impossible_year",
    "late",
    "not_nominated",
    "open_year",
    "pace",
    "priced_pair",
    "results",
    "show",
    "sizes",
    "swept",
    "tell",
    "why_no_plan",
    "write_plan",
]
