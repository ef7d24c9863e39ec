"""What notebooks call: a year opened, its tables and plans as frames, shown in the user's language.

`open_year` begins, `show` and `tell` show frames and sentences; the frames need no loop and no
filter of the notebook's own, and the examples are chosen from whatever dataset is there.
"""

from planner.notebook import claims
from planner.notebook.days import by_month, counted, excused, filed, late, pace, rates, spent
from planner.notebook.desk import Desk, open_desk
from planner.notebook.examples import (
    closed_station,
    departments_away,
    impossible_year,
    not_nominated,
    priced_pair,
    told_scenario,
    why_no_plan,
)
from planner.notebook.frames import (
    by_city,
    by_unit,
    changes,
    checked,
    cities,
    compared,
    first_losses,
    hardship_by_staff,
    losses,
    named,
    sizes,
    two_years,
)
from planner.notebook.opened import Opened, open_year, write_plan
from planner.notebook.papers import Papers, write_packet
from planner.notebook.postings import due_soon, funnel, lapsing, matters, pairs, sent
from planner.notebook.results import Results, results
from planner.notebook.show import show, tell
from planner.notebook.swept import against_baseline, swept

__all__ = [
    "Desk",
    "Opened",
    "Papers",
    "Results",
    "against_baseline",
    "by_city",
    "by_month",
    "by_unit",
    "changes",
    "checked",
    "cities",
    "claims",
    "closed_station",
    "compared",
    "counted",
    "departments_away",
    "due_soon",
    "excused",
    "filed",
    "first_losses",
    "funnel",
    "hardship_by_staff",
    "impossible_year",
    "lapsing",
    "late",
    "losses",
    "matters",
    "named",
    "not_nominated",
    "open_desk",
    "open_year",
    "pace",
    "pairs",
    "priced_pair",
    "rates",
    "results",
    "sent",
    "show",
    "sizes",
    "spent",
    "swept",
    "tell",
    "told_scenario",
    "two_years",
    "why_no_plan",
    "write_packet",
    "write_plan",
]
