"""The members that something needs, and no others."""

from collections.abc import Callable, Sequence
from typing import TypeVar

_Member = TypeVar("_Member")


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
