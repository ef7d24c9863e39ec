"""Reading the tables of the pairing, over a crosswalk where there is one."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.dataset import Dataset, read_dataset, unjoined_history
from planner.errors import InputError
from planner.policy import Policy

if TYPE_CHECKING:
    from planner.crosswalk.bridge import Bridge


def read_pairing(
    data: Path, year: int | None, policy: Policy | None, bridge: "Bridge | None" = None
) -> Dataset:
    """Return the dataset of a plan year, or as it judges a finished plan; raise `InputError`.

    With a year and a policy, history that joins nothing in the years of rotation is a fault, too.
    """
    if bridge is None:
        dataset = read_dataset(data, year)
    else:
        from planner.crosswalk.bridge import read_bridged

        dataset = read_bridged(data, year, bridge)
    if year is not None and policy is not None:
        faults = unjoined_history(dataset, policy, year)
        if faults:
            raise InputError(faults)
    return dataset
