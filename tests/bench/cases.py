"""What a case is solved from: validated tables and a policy."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from planner.dataset import Dataset, read_dataset
from planner.policy import Policy
from tests.bench.folders import RULES, Case


def dataset_of(case: Case, folder: Path) -> Dataset:
    """Return the validated tables of a case."""
    dataset = read_dataset(folder, case.year)
    if not case.everything:
        return dataset
    return replace(dataset, stations=dataset.stations.with_columns(nominated=pl.lit(True)))


def policy_of(rules: str) -> Policy:
    """Return the default policy with two more rules as named in `RULES`."""
    hard_percent, most_minutes = RULES[rules]
    policy = Policy()
    return replace(
        policy,
        stations=replace(policy.stations, hard_percent=hard_percent),
        travel=replace(policy.travel, most_minutes=most_minutes),
    )
