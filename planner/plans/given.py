"""What a plan is made from: policy, tables, scenario, read with the faults of all at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from planner.errors import Fault, InputError, gathered, hints
from planner.policy import Policy
from planner.policy.found import InForce, policy_in_force
from planner.scenario import Scenario

Reader = Callable[[Path, int | None, Policy | None], Any]
"""Tables to a dataset; by a year and a policy where these are known."""


class Given(NamedTuple):
    """What is read before anything is made: figures and tables as a scenario changes them.

    `used` is the policy before the scenario, and where it was found.
    """

    figures: Policy
    dataset: Any
    used: InForce
    scenario: Scenario | None = None


def sound_input(
    read: Reader,
    data: Path,
    year: int | None,
    policy: Path | None,
    scenario: Scenario | None = None,
    *,
    folder: Path | None = None,
    faults: Sequence[Fault] = (),
) -> Given:
    """Return the policy and the dataset, as a scenario changes them where one is given.

    The policy is the first given or found: that one, the one in a plan's `folder`, the one of the
    data, the notice's own. Raises `InputError` with every fault of both, after those found before.
    """
    wrong = [*faults]
    used, figures, dataset = read_input(wrong, read, data, year, policy, scenario, folder)
    if wrong or dataset is None or figures is None or used is None:
        raise refusal(wrong, dataset)
    return Given(figures, dataset, used, scenario)


def refusal(faults: Sequence[Fault], dataset: Any) -> InputError:
    """Return the error of all faults, with what is odd in the tables where these were sound."""
    return InputError([*faults, *hints(() if dataset is None else dataset.warnings)])


def read_input(
    faults: list[Fault],
    read: Reader,
    data: Path,
    year: int | None,
    policy: Path | None,
    scenario: Scenario | None = None,
    folder: Path | None = None,
) -> tuple[InForce | None, Policy | None, Any]:
    """Return the policy found, its figures and the dataset as changed; note what is wrong."""
    used = gathered(faults, lambda: policy_in_force(policy, folder, data))
    figures = None if used is None else used.policy
    dataset = gathered(faults, lambda: read(data, year, figures))
    if scenario is not None and dataset is not None:
        base = dataset
        changed = gathered(faults, lambda: scenario.apply(base, figures or Policy()))
        if changed is not None:
            dataset, figures = changed[0], figures and changed[1]
    return used, figures, dataset
