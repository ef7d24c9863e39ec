"""What every command of days does first: read the policy, the tables and the plans in force."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from planner.days.inputs import Inputs, read_inputs
from planner.days.pairings import given
from planner.days.spans import parsed
from planner.errors import Fault, InputError
from planner.policy.found import InForce, policy_in_force


def read_all(
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Path | None,
    on: dt.date | None,
    *faults: Sequence[Fault],
) -> tuple[InForce, Inputs]:
    """Return the policy in force and what was read; raise InputError with every fault."""
    wrong = [fault for some in faults for fault in some]
    try:
        found = policy_in_force(policy, None, data)
    except InputError as error:
        read_inputs(data, year, plans, None, on, [*wrong, *error.faults])
        raise
    return found, read_inputs(data, year, plans, found.policy, on, wrong)


def day_of(option: str, written: str | None) -> tuple[dt.date | None, list[Fault]]:
    """Return the day that an option gives, or what is wrong with it."""
    day = None if written is None else parsed(written)
    if written is None or day is not None:
        return day, []
    return None, [Fault(option, "days.no_date", values={"value": written})]


def said(read: Inputs) -> dict[str, Any]:
    """Return what every command of days says of what it was made from."""
    return {
        "pairings": read.dataset.named(),
        "inputs": read.dataset.inputs,
        "policy": read.facts.policy.digest(),
    }


def input_places(data: Path, plans: Sequence[str], year: int) -> list[Path]:
    """Return where the inputs lie: no command writes there."""
    return [data, *(plan.folder for plan in given(plans, year)[0])]
