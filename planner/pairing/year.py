"""A year as it is asked for: its input, the parts to be made, and the other part's stations."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.dataset import Dataset
from planner.pairing.case import Case, case_of
from planner.pairing.field import Field, field_of
from planner.pairing.units import PARTS, Part
from planner.policy import Policy

Stations = tuple[str, ...]
"""The stations of a plan, one for each pairing."""


@dataclass(frozen=True, slots=True, eq=False)
class Year:
    """What was asked for; `standing` is None where the other part is made too, or not there."""

    dataset: Dataset
    policy: Policy
    year: int
    parts: Sequence[Part] = PARTS
    standing: Stations | None = None

    def field(self) -> Field:
        """Return the year's stations."""
        return field_of(self.dataset, self.policy, self.year)

    def case(self, part: Part, field: Field, around: Stations | None) -> Case:
        """Return the case of one part around the other's stations."""
        first = part == "leaders" and len(self.parts) > 1
        return case_of(self.dataset, self.policy, self.year, part, field, around, first=first)
