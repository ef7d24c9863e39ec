"""What is compared: a plan, and as much as is known of the input it was made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planner.dataset import Dataset
from planner.errors import Fault, InputError
from planner.finished import read_finished, scenario_of
from planner.outputs import PLAN
from planner.pairing import in_force
from planner.pairing.plan import Plan
from planner.policy import Policy
from planner.scenario import FILE, Scenario


@dataclass(frozen=True, slots=True)
class Side:
    """A plan under its name, the scenario it was made with, and the input it was made from.

    `dataset` and `policy` are as the scenario changed them, None where they are not known. What
    is known is certain: its digests are those that the plan names.
    """

    name: str
    plan: Plan
    scenario: Scenario | None = None
    dataset: Dataset | None = None
    policy: Policy | None = None

    def knowing(self, datasets: Sequence[Dataset], policies: Sequence[Policy]) -> "Side":
        """Return the side with the dataset and the policy among these that it was made from."""
        dataset = next((d for d in map(self.changed, datasets) if d is not None), None)
        policy = next((p for p in map(self.ruled, policies) if p is not None), None)
        return replace(self, dataset=dataset, policy=policy)

    def changed(self, dataset: Dataset) -> Dataset | None:
        """Return a dataset as the plan's scenario changed it, None where it is not the plan's."""
        if tables_only(dataset.inputs) != tables_only(self.plan.inputs):
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


def side(of: Plan | Path | str, name: str) -> Side:
    """Return a plan, or the one in a folder, as a side; raise InputError where there is none."""
    if isinstance(of, Plan):
        return Side(name, of)
    folder = Path(of)
    plan = read_finished(folder / PLAN)
    if plan is None:
        raise InputError([Fault(str(folder / PLAN), "beside.no_plan")])
    return Side(name, plan, scenario_of(folder))


def tables_only(inputs: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of the tables among a plan's inputs."""
    return {name: digest for name, digest in inputs.items() if name not in (FILE, in_force.FILE)}
