"""Every duty whose plans this toolkit makes, by what tells its folders apart.

A new duty is registered by a line in each of the tables; its module is loaded when needed.
"""

import json
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.plans.duty import Duty
from planner.plans.files import SUMMARY
from planner.plans.folder import settle
from planner.plans.plan import Plan

BY_NAME: dict[str, str] = {
    "pairing": "planner.pairing.duty:PAIRING",
    "calendar": "planner.days.duty:CALENDAR",
    "postings": "planner.postings.duty:POSTINGS",
    "exchange": "planner.postings.exchange.duty:EXCHANGE",
}
"""Where each duty describes itself."""

BY_PART: dict[str, str] = {
    "leaders": "pairing",
    "departments": "pairing",
    "calendar": "calendar",
    "weeks": "calendar",
    "postings": "postings",
    "exchange": "exchange",
}
"""The duty of each part that a `summary.json` may claim."""

BY_FILE: dict[str, str] = {
    "plan.csv": "pairing",
    "calendar.csv": "calendar",
    "postings.csv": "postings",
    "exchange.csv": "exchange",
}
"""The duty of each table that a folder may hold, where no summary tells it."""

DATA = "cadres.csv"
"""What no plan's folder holds: the data's own register of postings is called as their plans are."""


def duty_of(folder: Path) -> Duty:
    """Return the duty whose plan a folder holds, by the first part that its summary claims.

    Where that tells nothing, the tables in the folder do. Raises `InputError` where there is none.
    """
    settle(folder)
    for part in _parts(folder / SUMMARY):
        if part in BY_PART:
            return duty_named(BY_PART[part])
    for file, name in BY_FILE.items():
        if (folder / file).exists():
            if name == "postings" and (folder / DATA).exists():
                raise InputError([Fault(str(folder), "plan.data")])
            return duty_named(name)
    raise InputError([Fault(str(folder / next(iter(BY_FILE))), "plan.none")])


def duty_of_plan(plan: Plan) -> Duty:
    """Return the duty of a plan just made, by its parts; without any, that of the pairing."""
    names = [BY_PART[part.part] for part in plan.parts if part.part in BY_PART]
    return duty_named(next(iter(names), next(iter(BY_NAME))))


def duty_named(name: str) -> Duty:
    """Return a duty by its name; raise KeyError where there is none of it."""
    module, _, variable = BY_NAME[name].partition(":")
    return cast(Duty, getattr(import_module(module), variable))


def _parts(file: Path) -> list[str]:
    """Return the parts that a summary names; none where it can't be read, which others tell."""
    try:
        value: Any = json.loads(file.read_bytes())
        return [entry["part"] for entry in value["plans"] if isinstance(entry["part"], str)]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
