"""The scenario that a plan was made with: its file beside the plan."""

from pathlib import Path

from planner.audit.folder import read_summary
from planner.errors import Fault, InputError
from planner.scenario import FILE, Scenario, read_scenario


def scenario_of(folder: Path) -> Scenario | None:
    """Return the scenario that the plan in a folder was made with, None where with none.

    Raises InputError where the summary names one and its file is not there or is another one.
    """
    summary = read_summary(folder)
    digest = None if summary is None else dict(summary.get("inputs") or {}).get(FILE)
    if digest is None:
        return None
    scenario = read_scenario(folder / FILE)
    if scenario.digest() != digest:
        raise InputError([Fault(str(folder / FILE), "scenario.differs")])
    return scenario
