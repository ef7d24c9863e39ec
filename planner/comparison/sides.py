"""What is compared: a plan, and as much as is known of the input it was made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl

from planner.duties import duty_of, duty_of_plan
from planner.errors import Fault, InputError
from planner.plans.duty import Duty
from planner.plans.files import POLICY
from planner.plans.finished import read_folder
from planner.plans.plan import Plan
from planner.policy import Policy, read_policy
from planner.scenario import FILE, Scenario

_SIDES = ("kind", "unit_id", "unit", "station_id", "station", "city")


@dataclass(frozen=True, slots=True)
class Side:
    """A plan under its name, the scenario it was made with, and the input it was made from.

    `own` is the policy beside the plan. `dataset` and `policy` are as the scenario changed them,
    None where they are not known. What is known is certain: its digests are those that the plan
    names.
    """

    name: str
    plan: Plan
    duty: Duty
    scenario: Scenario | None = None
    own: Policy | None = None
    dataset: Any = None
    policy: Policy | None = None

    @property
    def rows(self) -> pl.DataFrame:
        """The rows as they are set side by side."""
        if self.duty.sides is None:
            return pl.DataFrame(schema=dict.fromkeys(_SIDES, pl.String))
        return self.duty.sides(
            self.plan.rows, None if self.dataset is None else self.dataset.tables()
        )

    def knowing(self, datasets: Sequence[Any], policies: Sequence[Policy]) -> "Side":
        """Return the side with the dataset and the policy among these that it was made from.

        Raises `InputError` where the policy beside it is another, and none of those fits.
        """
        dataset = next((d for d in map(self.changed, datasets) if d is not None), None)
        every = [*policies, *([] if self.own is None else [self.own])]
        policy = next((p for p in map(self.ruled, every) if p is not None), None)
        if policy is None and self.own is not None:
            values = {"summary": Path(self.name) / "summary.json"}
            raise InputError(
                [Fault(str(Path(self.name) / POLICY), "policy.differs", values=values)]
            )
        return replace(self, dataset=dataset, policy=policy)

    def changed(self, dataset: Any) -> Any:
        """Return a dataset as the plan's scenario changed it, None where it is not the plan's."""
        if self.tables(dataset.inputs) != self.tables(self.plan.inputs):
            return None
        if dataset.inputs.get(FILE) == self.plan.inputs.get(FILE):
            return dataset
        if self.scenario is None or FILE in dataset.inputs:
            return None
        changes = {name: one for name, one in self.scenario.changes.items() if name != "policy"}
        return replace(self.scenario, changes=changes).apply(dataset, Policy())[0]

    def ruled(self, policy: Policy) -> Policy | None:
        """Return a policy as the plan's scenario changed it, None where it is not the plan's."""
        if policy.digest() == self.plan.policy:
            return policy
        changed = policy if self.scenario is None else self.scenario.figures(policy)
        return changed if changed.digest() == self.plan.policy else None

    def tables(self, inputs: Mapping[str, str]) -> dict[str, str]:
        """Return the digests of the tables among a plan's inputs."""
        aside = (FILE, *self.duty.beside)
        return {name: digest for name, digest in inputs.items() if name not in aside}


def side(of: Plan | Path | str, name: str) -> Side:
    """Return a plan, or the one in a folder, as a side; raise InputError where there is none."""
    if isinstance(of, Plan):
        return Side(name, of, duty_of_plan(of))
    folder = Path(of)
    found = read_folder(duty_of(folder), folder)
    own = read_policy(folder / POLICY) if POLICY in found.files else None
    return Side(name, found.plan, found.duty, found.scenario, own)
