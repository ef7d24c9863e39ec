"""Reading a scenario's file."""

from pathlib import Path

from planner.errors import Fault, InputError
from planner.policy.toml import read_toml
from planner.scenario.scenario import Scenario


def read_scenario(path: Path | str) -> Scenario:
    """Return the scenario of a TOML file; its changes are checked when it is applied.

    Raises InputError where the file can't be read, is no TOML, or has no name.
    """
    path = Path(path)
    text, given = read_toml(path, "scenario.missing")
    name = given.pop("name", None)
    if not isinstance(name, str) or not name.strip():
        raise InputError([Fault(path.name, "scenario.no_name", None, "name")])
    return Scenario(name, given, path.name, text)
