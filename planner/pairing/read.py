"""Reading the tables of the pairing, over a crosswalk where there is one."""

from pathlib import Path

from planner.crosswalk import Bridge, read_bridged
from planner.dataset import Dataset, read_dataset, unjoined_history
from planner.errors import InputError
from planner.policy import Policy


def read_pairing(
    data: Path, year: int | None, policy: Policy | None, bridge: Bridge | None = None
) -> Dataset:
    """Return the dataset of a plan year, or as it judges a finished plan; raise `InputError`.

    With a year and a policy, history that joins nothing in the years of rotation is a fault, too.
    """
    dataset = read_dataset(data, year) if bridge is None else read_bridged(data, year, bridge)
    if year is not None and policy is not None:
        faults = unjoined_history(dataset, policy, year)
        if faults:
            raise InputError(faults)
    return dataset
