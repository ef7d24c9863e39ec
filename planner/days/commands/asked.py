"""What every command of days does first: read the policy, the tables and the plans in force."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from planner.days.dataset import read_days
from planner.days.inputs import Inputs, inputs_of
from planner.days.pairings import given
from planner.errors import Fault
from planner.plans.given import sound_input
from planner.policy.found import InForce
from planner.scenario import Scenario


def read_all(
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Path | None,
    on: dt.date | None,
    *faults: Sequence[Fault],
    scenario: Scenario | None = None,
) -> tuple[InForce, Inputs]:
    """Return the policy in force and what was read; raise InputError with every fault."""
    wrong = [fault for some in faults for fault in some]
    reader = partial(read_days, plans=plans)
    given = sound_input(reader, data, year, policy, scenario, faults=wrong)
    return given.used, inputs_of(given.dataset, given.figures, year, on)


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
