"""The what-if panel: every change of a setting plans anew and shows what it does."""

import gc
from typing import Any

import polars as pl

from planner.charts import Theme
from planner.charts.render import notebook_footer
from planner.dataset import Dataset
from planner.pairing.in_force import put_in_force
from planner.panels import controls
from planner.panels.bar import Bar
from planner.panels.kit import Sections, widgets
from planner.panels.order import GoalOrder
from planner.panels.pins import Pins
from planner.panels.results import Results
from planner.panels.study import Study
from planner.panels.worker import Runner, Worker
from planner.policy import Policy
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from planner.words import Language, say

PARTS = {"leaders": LEADER_GOALS, "departments": DEPARTMENT_GOALS}
GRACE = 0.3
"""So long, in seconds, a change waits for its plan; then the panel says that it is solving."""
_MADE: list["Panel"] = []
"""The panels of this kernel."""


class Panel:
    """A widget for JupyterLab, in its `box`; `study` has the present settings and their plan.

    Settings change in the thread that a control is moved in, results whenever they are found, in
    the runner's; so only the former touches the controls.
    """

    def __init__(
        self, dataset: Dataset, policy: Policy, year: int, language: Language,
        theme: Theme | None = None, runner: Runner | None = None, footer: str = "",
    ) -> None:  # fmt: skip
        self._runner = runner or Worker()
        name = say("panel.scenario", language, year=year)
        self.study = Study(dataset, policy, year, name, self._runner)
        self.language: Language = language
        self.theme: Theme | None = theme
        self.footer = footer
        self._showing = False
        self._controls = [
            *controls.duties(self.study),
            *controls.sliders(self.study, "quotas", language),
            *controls.sliders(self.study, "weights", language),
        ]
        controls.watch(self._controls, self._change)
        self._orders = {part: self._order(part) for part in PARTS}
        self._pins = Pins(self.study, language, self._show)
        self._results = Results(self.study, language, theme, footer, self._pick, self._show)
        self._bar = Bar(self.study, language, self._show)
        self._sections = self._settings()
        self._sections.box.add_class("planner-settings")
        body = widgets.HBox([self._sections.box, self._results.box])
        body.add_class("planner-body")
        self.box = widgets.VBox([self._bar.box, body])
        self.box.add_class("planner-panel")
        self.study.told = self._results.show
        self._show()

    def _repr_mimebundle_(self, **kinds: Any) -> Any:
        words = say("panel.closed", self.language)
        return {**self.box._repr_mimebundle_(**kinds), "text/plain": words}

    def _change(self, path: str, value: Any) -> None:
        """Plan anew for a control that was moved, unless it is being shown."""
        if not self._showing:
            self.study.change(path, value)
            self._show()

    def _pick(self, station: str, unit: str | None) -> None:
        """Put what was clicked on the map into the form, and open that: it answers the click."""
        self._pins.pick(station, unit)
        self._sections.show(self._pins.box)

    def _show(self) -> None:
        """Bring every control and every result to the study's present state."""
        self._showing = True
        try:
            for control in self._controls:
                control.show(self.study.value(control.path))
            for part, order in self._orders.items():
                order.show(tuple(self.study.value(f"policy.goals.{part}")))
            self._pins.show()
        finally:
            self._showing = False
        self._bar.show()
        if self.study.answer.state == "waiting":
            self._runner.wait(GRACE)
        self._results.show()

    def _order(self, part: str) -> GoalOrder:
        path = f"policy.goals.{part}"
        goals = tuple(self.study.value(path))
        return GoalOrder(goals, PARTS[part], self.language, lambda new: self._change(path, new))

    def _settings(self) -> Sections:
        """Return the left side: the controls."""
        duties, quotas, weights = (
            widgets.VBox([c.row for c in self._controls if group(c.path)])
            for group in (_is_duty, _is_quota, _is_weight)
        )
        orders = widgets.VBox([
            box
            for part, order in self._orders.items()
            for box in (widgets.Label(say(f"part.{part}", self.language)), order.box)
        ])  # fmt: skip
        parts = [quotas, duties, weights, orders, self._pins.box]
        names = ("quotas", "duties", "weights", "order", "pins")
        words = [say(f"panel.{name}", self.language) for name in names]
        return Sections(dict(zip(words, parts, strict=True)))


def panel(
    dataset: Dataset,
    policy: Policy,
    year: int,
    language: Language = "zh",
    *,
    theme: Theme | None = None,
    in_force: pl.DataFrame | None = None,
    footer: str | None = None,
) -> Panel:
    """Return the what-if panel of a year: settings on the left, what they do on the right.

    Every change plans anew, in the background where that takes longer. Settings without a plan
    show the sentence why and the smallest repairs; the last good plan stays. `in_force` are
    pairings to change least, as `make_plan` takes them. Without a `theme` the charts follow the
    page's. A `footer` says under a picture that is saved where it is from; without one it is that
    of the notebook's other charts. Raises what `make_plan` raises where the baseline has none.

    The same call gives the same panel as long as the kernel lives: where a page that was loaded
    anew does not show it, its cell run again brings it back with all of its settings.
    """
    if in_force is not None:
        dataset = put_in_force(dataset, in_force, year)
    footer = notebook_footer() if footer is None else footer
    for made in _MADE:
        asked_so = (made.language, made.theme, made.footer) == (language, theme, footer)
        if asked_so and made.study.is_about(dataset, policy, year):
            return made
    _MADE.append(Panel(dataset, policy, year, language, theme, footer=footer))
    _set_aside()
    return _MADE[-1]


def _set_aside() -> None:
    """Set aside all that the kernel holds: to look for garbage in it, too, takes 0.15 s each time.

    It would be looked through at any moment, while a change waits for its plan as well.
    """
    gc.collect()
    gc.freeze()


def _is_duty(path: str) -> bool:
    return path.startswith("departments.")


def _is_weight(path: str) -> bool:
    return path.startswith("policy.need.")


def _is_quota(path: str) -> bool:
    return not _is_duty(path) and not _is_weight(path)
