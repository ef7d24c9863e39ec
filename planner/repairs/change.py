"""Single changes of an input, the ways they are of, and sets of changes that make a plan possible.

`T` is whatever a duty makes its plan from: one object that holds its tables, its policy, its year.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from planner.errors import Sentence
from planner.words import Language, say

T = TypeVar("T")

Bound = tuple[str, str] | tuple[str, str, tuple[str, ...]]
"""A bound of a conflict: its rule, its side (`lower` or `upper`), and the ids of one group; all
groups whose ids begin so where fewer are named, or none."""

Conflict = list[tuple[str, str, tuple[str, ...]]]
"""Bounds that can't hold together: rule, side, and the ids of the group."""


@dataclass(frozen=True)
class Change(Generic[T]):
    """One change: its name (changes of one name are the same), its words, and what it makes of T.

    `alike` are the names of changes that every rule counts as this one.
    """

    name: Hashable
    label: Sentence = field(compare=False)
    apply: Callable[[T], T] = field(compare=False)
    alike: tuple[Hashable, ...] = field(default=(), compare=False)

    @property
    def names(self) -> tuple[Hashable, ...]:
        """Its name and those of the changes that it stands for."""
        return (self.name, *self.alike)


Changes = tuple[Change[T], ...]


@dataclass(frozen=True, eq=False)
class Way(Generic[T]):
    """What may be changed: a single change, or the values of a figure, the nearest first.

    `moves` are the bounds of a conflict that it could undo. Where it `eases`, a farther value
    allows all that a nearer one does, and the nearest all that none does. Ways of one `name` are
    never taken together. `many` marks one of very many of a kind, which are tried last.
    """

    name: Hashable
    changes: Sequence[Change[T]]
    moves: frozenset[Bound] = frozenset()
    eases: bool = True
    many: bool = False

    def touches(self, conflict: Conflict) -> bool:
        """Return whether it moves one of a conflict's bounds."""
        return any(
            (rule, side) in self.moves
            or any((rule, side, key[:ids]) in self.moves for ids in range(1, len(key) + 1))
            for rule, side, key in conflict
        )


@dataclass(frozen=True)
class Repair(Generic[T]):
    """Changes that together make a plan possible."""

    changes: Changes[T]

    @property
    def number(self) -> int:
        """How many repairs this stands for: changes alike counted one by one."""
        number, earlier = 1, list[Change[T]]()
        for change in self.changes:
            same = sum(change.name in other.alike for other in earlier)
            number = number * len(change.names) // (1 + same)  # of n, any 2: n(n-1)/2
            earlier.append(change)
        return number

    def apply(self, given: T) -> T:
        """Return the input with all changes made."""
        for change in self.changes:
            given = change.apply(given)
        return given

    def text(self, language: Language = "zh") -> str:
        """Return the changes in words, on one line."""
        return say("repair.and", language).join(one.label.text(language) for one in self.changes)
