"""A plan that does not exist: its case, and bounds of its problem that can't hold together."""

from dataclasses import dataclass

import numpy as np

from planner.allocation.conflict import Bound
from planner.allocation.problem import IntArray, Problem
from planner.pairing.case import Case
from planner.pairing.pairs import Mask


@dataclass(frozen=True, slots=True, eq=False)
class CaseConflict:
    """Bounds of a case's problem that can't hold together."""

    case: Case
    problem: Problem
    bounds: tuple[Bound, ...]

    @property
    def rules(self) -> frozenset[str]:
        """The bounds' rules and sides, `rule.side`."""
        return frozenset(f"{self.problem.quotas[b.quota].rule}.{b.side}" for b in self.bounds)

    def groups(self, rule: str, side: str) -> IntArray:
        """Return the groups that a rule's bounds of one side are on."""
        return np.array(
            [
                b.group
                for b in self.bounds
                if self.problem.quotas[b.quota].rule == rule and b.side == side
            ],
            np.int64,
        )

    @property
    def gain(self) -> Mask:
        """The pairs, units down, that are not allowed and would help if they were."""
        pairs = self.case.pairs
        wanted = np.zeros(pairs.allowed.shape, bool)
        wanted[self.groups("unit_quota", "lower")] = True
        if "hard_share.lower" in self.rules:
            wanted |= self.case.field.hard
        return wanted & ~pairs.allowed
