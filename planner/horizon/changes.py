"""Known changes by year: a TOML file that has a scenario's words under each year."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.policy.toml import read_toml
from planner.scenario import Scenario
from planner.tables import TABLE


def read_changes(path: Path | str, first: int, years: int) -> dict[int, Scenario]:
    """Return the changes of a file by year, each in force from that year's plan on.

    The file has tables such as `[2021.leaders]`. The rows that they name are looked for when the
    year comes. Raises InputError with every fault: not TOML, not a year of the horizon, a word
    that is not known.
    """
    path = Path(path)
    given: dict[str, Any] = read_toml(path, "changes.missing")[1]
    last = first + years - 1
    found: dict[int, Scenario] = {}
    faults: list[Fault] = []
    for key, changes in given.items():
        year = int(key) if key.isascii() and key.isdigit() else 0
        if not first <= year <= last or not isinstance(changes, Mapping):
            values = {"first": first, "last": last}
            faults.append(Fault(path.name, "changes.year", None, key, values))
            continue
        scenario = Scenario(key, cast("Mapping[str, Any]", changes), path.name)
        faults += [replace(fault, file=f"{year}/{path.name}") for fault in scenario.faults(TABLE)]
        found[year] = scenario
    if faults:
        raise InputError(faults)
    return found
