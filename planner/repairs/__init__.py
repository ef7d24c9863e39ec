"""Repairs: the smallest sets of changes that make an input without a plan possible, for any duty.

A duty lists what may be changed; the search sees only that (see `change`, `search`, `single`).
"""

from planner.repairs.change import Change, Repair, Way
from planner.repairs.effort import Effort, SpentError
from planner.repairs.found import Repairs
from planner.repairs.search import Subject, repairs_of
from planner.repairs.single import SingleProblem

__all__ = [
    "Change",
    "Effort",
    "Repair",
    "Repairs",
    "SingleProblem",
    "SpentError",
    "Subject",
    "Way",
    "repairs_of",
]
