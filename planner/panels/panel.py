"""The what-if panel: every change of a setting plans anew and shows what it does."""

from threading import Thread
from typing import Any

import altair as alt

from planner.charts import Theme
from planner.dataset import Dataset
from planner.errors import NoPlanError
from planner.panels import controls, maps, views
from planner.panels.bar import Bar
from planner.panels.kit import widgets
from planner.panels.order import GoalOrder
from planner.panels.pins import Pins
from planner.panels.study import Study
from planner.policy import Policy
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from planner.words import Language, say

PARTS = {"leaders": LEADER_GOALS, "departments": DEPARTMENT_GOALS}
_LEFT = widgets.Layout(width="400px", min_width="400px")
_EMBEDDED = {
    "renderer": "canvas",
    "actions": {"export": True, "source": False, "compiled": False, "editor": False},
}
"""A canvas draws thousands of dots the soonest; an editor would be somewhere on the network."""
_WRAPPED = widgets.Layout(flex_flow="row wrap")


class Panel:
    """A widget for JupyterLab, in its `box`; `study` has the present settings and their plan."""

    def __init__(
        self, dataset: Dataset, policy: Policy, year: int, language: Language, theme: Theme
    ) -> None:
        alt.JupyterChart.enable_offline(True)
        self.study = Study(dataset, policy, year, say("panel.scenario", language, year=year))
        self._language: Language = language
        self._theme: Theme = theme
        self._showing = False
        self._controls = [
            *controls.duties(self.study),
            *controls.sliders(self.study, "quotas", language),
            *controls.sliders(self.study, "weights", language),
        ]
        controls.watch(self._controls, self._change)
        self._orders = {part: self._order(part) for part in PARTS}
        self._pins = Pins(self.study, language, self._show)
        self._message, self._goals, self._moved, self._repairs = (widgets.HTML() for _ in range(4))
        self._drawn = self.study.plan
        self._map: Any = alt.JupyterChart(self._map_chart(), embed_options=_EMBEDDED)
        self._balance: Any = alt.JupyterChart(self._balance_chart(), embed_options=_EMBEDDED)
        self._watch_map()
        self._bar = Bar(self.study, language, self._show)
        body = widgets.HBox([self._settings(), self._results()])
        self.box = widgets.VBox([self._bar.box, body])
        self.box.add_class("planner-panel")
        self._show()

    def _repr_mimebundle_(self, **kinds: Any) -> Any:
        words = say("panel.closed", self._language)
        return {**self.box._repr_mimebundle_(**kinds), "text/plain": words}

    def _change(self, path: str, value: Any) -> None:
        """Plan anew for a control that was moved, unless it is being shown."""
        if not self._showing:
            self.study.change(path, value)
            self._show()

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
        study, language = self.study, self._language
        self._bar.show()
        self._message.value = views.message(study.plan, study.trouble, language)
        self._repairs.value = ""
        if study.trouble is None:
            self._goals.value = views.goals(study.plan, study.baseline, language)
            self._moved.value = views.moved(study.plan, study.baseline, language)
            self._draw()
        elif isinstance(study.trouble, NoPlanError):
            Thread(target=self._find_repairs, args=(study.trouble,), daemon=True).start()

    def _find_repairs(self, trouble: NoPlanError) -> None:
        """Show the repairs when they are found, if they are still asked for."""
        found = views.repairs(trouble, self._language)
        if self.study.trouble is trouble:
            self._repairs.value = found

    def _draw(self) -> None:
        """Draw the charts anew; the map only where pairings moved, for it is the slow one."""
        if not self._drawn.pairs.equals(self.study.plan.pairs):
            self._drawn = self.study.plan
            self._map.chart = self._map_chart()
            self._watch_map()
        self._balance.chart = self._balance_chart()

    def _map_chart(self) -> alt.LayerChart:
        stations = self.study.dataset.stations
        return maps.map_to_pick_from(stations, self.study.plan, self._language, self._theme)

    def _balance_chart(self) -> alt.LayerChart:
        dataset, policy = self.study.changed()
        return maps.balance_of(dataset, policy, self.study.plan, self._language, self._theme)

    def _watch_map(self) -> None:
        """Listen to clicks on the map; every new chart has selections of its own."""
        self._map.selections.observe(self._picked, maps.PICK)

    def _picked(self, change: Any) -> None:
        chosen: list[dict[str, str]] = change["new"].value or []
        for row in chosen:
            self._pins.pick(row["station_id"])

    def _order(self, part: str) -> GoalOrder:
        path = f"policy.goals.{part}"
        goals = tuple(self.study.value(path))
        return GoalOrder(goals, PARTS[part], self._language, lambda new: self._change(path, new))

    def _settings(self) -> Any:
        """Return the left side: the controls, and what the goals come to."""
        duties, quotas, weights = (
            widgets.VBox([c.widget for c in self._controls if group(c.path)])
            for group in (_is_duty, _is_quota, _is_weight)
        )
        orders = widgets.VBox([
            box
            for part, order in self._orders.items()
            for box in (widgets.Label(say(f"part.{part}", self._language)), order.box)
        ])  # fmt: skip
        accordion = widgets.Accordion([quotas, duties, weights, orders, self._pins.box])
        for at, name in enumerate(("quotas", "duties", "weights", "order", "pins")):
            accordion.set_title(at, say(f"panel.{name}", self._language))
        accordion.selected_index = 0
        return widgets.VBox([accordion, self._goals], layout=_LEFT)

    def _results(self) -> Any:
        charts = widgets.HBox([self._map, self._balance], layout=_WRAPPED)
        return widgets.VBox([self._message, self._repairs, charts, self._moved])


def panel(
    dataset: Dataset,
    policy: Policy,
    year: int,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> Panel:
    """Return the what-if panel of a year: settings on the left, what they do on the right.

    Every change plans anew. Settings without a plan show the sentence why and the smallest
    repairs; the last good plan stays. Raises what `make_plan` raises where the baseline has none.
    """
    return Panel(dataset, policy, year, language, theme)


def _is_duty(path: str) -> bool:
    return path.startswith("departments.")


def _is_weight(path: str) -> bool:
    return path.startswith("policy.need.")


def _is_quota(path: str) -> bool:
    return not _is_duty(path) and not _is_weight(path)
