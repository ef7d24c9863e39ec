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
        self._changed = changed
        # Made once and never moved in the box: the page would take longer to make their buttons
        # anew than the plan does, and the one that was pressed would lose the focus.
        every = dict.fromkeys((*known, *goals))
        self._rows = {goal: _Row(goal, language, self.move, self.switch) for goal in every}
        self._goals: tuple[str, ...] = ()
        self.box.children = [row.box for row in self._rows.values()]
        self.show(goals)

    def show(self, goals: tuple[str, ...]) -> None:
        """Show an order; whoever is told of a change has it shown."""
        if goals != self._goals:
            self._goals = tuple(goals)
            off = [goal for goal in self._rows if goal not in goals]
            for place, goal in enumerate((*goals, *off), 1):
                self._rows[goal].show(place, on=goal in goals)

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
            self._changed(goals)


class _Row:
    """A goal's line in a `box`: its place and name, and buttons to move it, on and off."""

    def __init__(
        self, goal: str, language: Language,
        move: Callable[[str, int], None], switch: Callable[[str], None],
    ) -> None:  # fmt: skip
        def made(sign: str, key: str, pressed: Callable[[], None]) -> Any:
            tooltip = say(key, language, goal=self._words)
            return button(sign, pressed, tooltip=tooltip, layout=NARROW)

        self._language: Language = language
        self._words = say(f"goal.{goal}", language)
        self._name: Any = widgets.Label(layout=_NAME)
        self._steps: list[Any] = []
        self._switch: list[Any] = []
        if goal != LAST:
            self._steps += [
                made("↑", "panel.up", partial(move, goal, -1)),
                made("↓", "panel.down", partial(move, goal, 1)),
            ]
        if goal not in (LAST, STABILITY):
            self._switch.append(made("✓", "panel.off", partial(switch, goal)))
        self.box = widgets.HBox([self._name, *self._steps, *self._switch])

    def show(self, place: int, *, on: bool) -> None:
        """Show the line at a place, and whether the goal is on."""
        self.box.layout.order = str(place)
        self._name.value = f"{f'{place}.' if on else '–'} {self._words}"
        for step in self._steps:
            step.disabled = not on
        for switch in self._switch:
            switch.description = "✓" if on else "✗"
            key = "panel.off" if on else "panel.on"
            switch.tooltip = say(key, self._language, goal=self._words)
