"""The members that something needs, and no others."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

from planner.errors import SolverError

_Member = TypeVar("_Member")


class Sure(Generic[_Member]):
    """A question whether something is so of members for sure; `answered` if that was always told.

    A question that a solver has no answer to counts as no: what is so for sure stays together.
    Nothing is asked any more after so many `questions`, or `misses`, where numbers are given.
    """

    def __init__(
        self,
        asked: Callable[[Sequence[_Member]], bool],
        questions: int | None = None,
        misses: int | None = None,
    ) -> None:
        self.answered = True
        self._asked, self._questions, self._misses = asked, questions, misses

    def holds(self, members: Sequence[_Member]) -> bool:
        """Return whether it is so of some members for sure."""
        if self._questions != 0 and self._misses != 0:
            self._questions = None if self._questions is None else self._questions - 1
            with suppress(SolverError):
                return self._asked(members)
            self._misses = None if self._misses is None else self._misses - 1
        self.answered = False
        return False


def smallest(
    members: Sequence[_Member], holds: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    """Return members for which `holds` is true still, and false without any one (QuickXplain).

    `holds` must be true of all members, and stay true when members join (Junker, "QUICKXPLAIN:
    Preferred Explanations and Relaxations", AAAI 2004). The first members stay where others could.
    """
    return [] if holds([]) else _shrink([], list(members), holds)


def _shrink(
    needed: list[_Member], rest: list[_Member], holds: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    """Return the part of `rest` that is needed besides `needed`, which does not do alone."""
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    from_second = _besides([*needed, *first], second, holds)
    from_first = _besides([*needed, *from_second], first, holds)
    return [*from_first, *from_second]


def _besides(
    given: list[_Member], rest: list[_Member], holds: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    return [] if holds(given) else _shrink(given, rest, holds)
