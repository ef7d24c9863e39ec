"""The record of what was decided: applications closed, drafts, consultations, approvals, filings.

Rows are only ever added, each bound to the one before by its hash; a draft's entry holds the rows
themselves, so that what was approved outlives the files. Names are written down, not proved: who
may write is for the folder or the database to say.
"""

from planner.record.action import ACTIONS, Request, act
from planner.record.chain import Chain, checked
from planner.record.entry import Entry
from planner.record.place import place_of
from planner.record.state import Draft, Progress, Years, years_of
from planner.record.store import Store, store_of

__all__ = [
    "ACTIONS",
    "Chain",
    "Draft",
    "Entry",
    "Progress",
    "Request",
    "Store",
    "Years",
    "act",
    "checked",
    "place_of",
    "store_of",
    "years_of",
]
