"""A scenario: a name, and changes to a dataset, the policy and the order of goals.

Every plan may have been made with one, and few are: what applies the changes loads when it does.
"""

import hashlib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from planner.errors import Fault, InputError
from planner.policy import Policy

if TYPE_CHECKING:
    from planner.scenario.changeable import Changeable

Tables = TypeVar("Tables", bound="Changeable")

FILE = "scenario.toml"
"""What a scenario is called where it lies beside the plan made with it."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A name and the changes, nested by the words of a scenario's file.

    `changes` has `policy` (section, key, value) and tables, each with what to `set` (identifier,
    column, value), to `remove` and to `add`. `file` is the name by which messages call it, `text`
    what it was read from.
    """

    name: str
    changes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    file: str = field(default=FILE, compare=False)
    text: str = field(default="", compare=False, repr=False)

    def apply(self, dataset: Tables, policy: Policy) -> tuple[Tables, Policy]:
        """Return the dataset of any duty and the policy as changed; those given stay as they are.

        Only tables that the duty reads can be changed. The dataset is as one read from the changed
        tables: added rows stand at the end and count on from the last, what goes with a removed row
        is said among the warnings, and `inputs` names the scenario. Raises InputError with every
        fault.
        """
        from planner.scenario.apply import applied

        before = dataset.inputs.get(FILE, "")  # a scenario upon another is neither file's digest
        digest = hashlib.sha256((before + self.toml()).encode()).hexdigest()
        return applied(self.changes, self.file, {FILE: digest}, dataset, policy)

    def faults(self, tables: Collection[str]) -> list[Fault]:
        """Return what is wrong with changes of these tables whatever the rows: words, values."""
        from planner.scenario.notes import Notes
        from planner.scenario.shape import read_changes

        notes = Notes(self.file)
        read_changes(self.changes, tables, notes)
        return notes.faults

    def figures(self, policy: Policy) -> Policy:
        """Return the policy as changed; raise InputError with every fault of it."""
        from planner.scenario.figures import changed_policy
        from planner.scenario.notes import Notes

        notes = Notes(self.file)
        changed = changed_policy(policy, self.changes.get("policy", {}), notes)
        if notes.faults:
            raise InputError(notes.faults)
        return changed

    def with_value(self, path: str, value: object) -> "Scenario":
        """Return the scenario with one more value, or another one, at a dotted path.

        Such as `policy.stations.per_county`, `departments.set.D07.village_duty` or
        `stations.remove` (a list). What the path names is checked when the scenario is applied;
        raises InputError where it leads into a value.
        """
        return replace(self, changes=self._with(self.changes, _steps(path), path, value))

    def toml(self) -> str:
        """Return the scenario as its file; the same changes give the same text.

        One that was read and not changed since is as it was read, comments and all.
        """
        from planner.scenario.toml import toml_text

        said = {"name": self.name, **self.changes}
        return self.text if self.text and tomllib.loads(self.text) == said else toml_text(said)

    def digest(self) -> str:
        """Return the sha256 of that file."""
        return hashlib.sha256(self.toml().encode()).hexdigest()

    def _with(
        self, values: Mapping[str, Any], steps: list[str], path: str, value: object
    ) -> dict[str, Any]:
        step, *rest = steps
        if not rest:
            return {**values, step: value}
        below = values.get(step, {})
        if not isinstance(below, Mapping):
            raise InputError([Fault(self.file, "scenario.no_path", None, path, {"step": step})])
        below = cast("Mapping[str, Any]", below)
        return {**values, step: self._with(below, rest, path, value)}


def _steps(path: str) -> list[str]:
    """Return the steps of a path; an identifier may itself have dots."""
    steps = path.split(".")
    if len(steps) > 4 and steps[1] == "set":
        return [*steps[:2], ".".join(steps[2:-1]), steps[-1]]
    return steps
