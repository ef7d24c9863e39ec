"""A question that easing the rules can only turn to yes: many answers follow from few."""

from planner.pairing.changes import Change, SetFigure

Key = frozenset[Change]


class Easing:
    """The answers to such a question for a year after some changes, and what follows from them.

    Moving a figure that only eases farther turns no yes to no, so moving it less far turns no no to
    yes.
    """

    def __init__(self) -> None:
        self._answers: dict[Key, dict[Key, bool]] = {}

    def note(self, changes: Key, answer: bool) -> None:
        """Keep an answer."""
        figures = _figures(changes)
        self._answers.setdefault(changes - figures, {})[figures] = answer

    def told(self, changes: Key) -> bool | None:
        """Return the answer where it is known or follows; None where it is neither."""
        figures = _figures(changes)
        for known, answer in self._answers.get(changes - figures, {}).items():
            if _as_far(figures, known) if answer else _as_far(known, figures):
                return answer
        return None


def _figures(changes: Key) -> Key:
    return frozenset(some for some in changes if isinstance(some, SetFigure) and some.eases_only)


def _as_far(far: Key, near: Key) -> bool:
    """Return whether every figure of `near` is moved in `far`, too, and as far at least."""
    moved = {some.name: some.distance for some in far if isinstance(some, SetFigure)}
    return all(
        moved.get(some.name, 0) >= some.distance for some in near if isinstance(some, SetFigure)
    )
