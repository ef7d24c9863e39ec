"""The repairs that were found, in words."""

from dataclasses import dataclass
from typing import Generic

from planner.repairs.change import Repair, T
from planner.words import Language, say

LISTED = 20
"""So many repairs are listed; of more, how many there are."""


@dataclass(frozen=True)
class Repairs(Generic[T]):
    """All repairs of the smallest size there is.

    `complete` says whether everything to change was tried, and `nearest` whether every figure is
    moved as little as can be, in all ways. Without a repair `size` is the largest that was tried to
    the end. A repair stands for all that differ from it in changes alike only.
    """

    found: tuple[Repair[T], ...]
    size: int
    complete: bool
    nearest: bool

    @property
    def number(self) -> int:
        """How many repairs there are, changes alike counted one by one."""
        return sum(repair.number for repair in self.found)

    def text(self, language: Language = "zh") -> str:
        """Return what was found in a sentence, and at most 20 repairs below it, one a line."""
        key = "single" if self.size == 1 else "sets"
        if not self.found:
            key = "none" if self.complete and self.size else "unknown"
        if self.found and not self.complete:
            key += "_at_least"
        head = say(f"repairs.{key}", language, number=self.number, size=self.size)
        lines = [f"  {n}. {repair.text(language)}" for n, repair in enumerate(self.found, 1)]
        more = [say("repairs.listed", language, number=LISTED)] if len(lines) > LISTED else []
        open_ = ["repairs.farther"] if self.complete and not self.nearest else []
        open_ += [] if self.complete else ["repairs.cut"]
        return "\n".join([head, *lines[:LISTED], *more, *(say(key, language) for key in open_)])
