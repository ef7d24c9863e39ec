"""Years ahead: plans year after year, and the fewest years in which every place can be visited."""

from planner.crosswalk.moves import Crosswalk, read_crosswalk
from planner.horizon.changes import read_changes
from planner.horizon.fewest import Schedule, fewest_years
from planner.horizon.first_year import GiveUp
from planner.horizon.outlook import Outlook
from planner.horizon.run import Horizon, plan_years
from planner.horizon.targets import Targets, county_targets, read_targets

__all__ = [
    "Crosswalk",
    "GiveUp",
    "Horizon",
    "Outlook",
    "Schedule",
    "Targets",
    "county_targets",
    "fewest_years",
    "plan_years",
    "read_changes",
    "read_crosswalk",
    "read_targets",
]
