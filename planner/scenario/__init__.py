"""Scenarios: what if a department went on village duty, a station closed, a figure differed.

A scenario is data: a name and changes to a dataset, the policy and the order of goals, in Python
or as a TOML file with the same words. Applying one gives a new dataset and policy.
"""

from planner.scenario.read import read_scenario
from planner.scenario.scenario import FILE, Scenario

__all__ = ["FILE", "Scenario", "read_scenario"]
