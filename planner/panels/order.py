"""The order of goals, to step up and down, each on or off; `tie` always stands last.

Where a plan is in force its changes always count, so `stability` can be moved but not switched off.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from planner.panels.kit import NARROW, button, widgets
from planner.policy.figures import STABILITY
from planner.words import Language, say

LAST = "tie"
_NAME = widgets.Layout(width="190px")


class GoalOrder:
    """A list of goals in a `box`, the most important on top, and under them those that are off."""

    def __init__(
        self, goals: tuple[str, ...], known: tuple[str, ...], language: Language,
        changed: Callable[[tuple[str, ...]], None],
    ) -> None:  # fmt: skip
        self.box = widgets.VBox()
        self._known, self._changed = known, changed
        self._language: Language = language
        self._goals: tuple[str, ...] = ()
        self.show(goals)

    def show(self, goals: tuple[str, ...]) -> None:
        """Show an order, as after a step back."""
        if goals != self._goals:
            self._goals = tuple(goals)
            off = [goal for goal in self._known if goal not in goals]
            self.box.children = [self._row(goal) for goal in (*goals, *off)]

    def move(self, goal: str, by: int) -> None:
        """Move a goal up (−1) or down (1) by one place, short of `tie`."""
        goals = [name for name in self._goals if name != LAST]
        at = goals.index(goal)
        to = min(max(at + by, 0), len(goals) - 1)
        goals.insert(to, goals.pop(at))
        self._turn((*goals, LAST))

    def switch(self, goal: str) -> None:
        """Switch a goal off, or on again, after all others."""
        goals = [name for name in self._goals if name not in (goal, LAST)]
        self._turn((*goals, *([] if goal in self._goals else [goal]), LAST))

    def _turn(self, goals: tuple[str, ...]) -> None:
        if goals != self._goals:
            self.show(goals)
            self._changed(goals)

    def _row(self, goal: str) -> Any:
        on = goal in self._goals
        place = f"{self._goals.index(goal) + 1}." if on else "–"
        name = widgets.Label(f"{place} {say(f'goal.{goal}', self._language)}", layout=_NAME)
        if goal == LAST:
            return widgets.HBox([name])
        row = [
            name,
            self._button("↑", "panel.up", partial(self.move, goal, -1), not on),
            self._button("↓", "panel.down", partial(self.move, goal, 1), not on),
        ]
        if goal != STABILITY:
            sign = "✓" if on else "✗"
            row.append(self._button(sign, "panel.switch", partial(self.switch, goal), False))
        return widgets.HBox(row)

    def _button(self, sign: str, key: str, pressed: Callable[[], None], off: bool) -> Any:
        words = say(key, self._language)
        return button(sign, pressed, tooltip=words, disabled=off, layout=NARROW)
