"""The panel's results: what is known of the settings, the charts of their plan, and what moved."""

from collections.abc import Callable
from typing import Any

import altair as alt

from planner.charts import Theme
from planner.pairing.plan import Plan
from planner.panels import maps, views
from planner.panels.answers import Answer
from planner.panels.kit import widgets
from planner.panels.lab_theme import LabTheme
from planner.panels.study import Study
from planner.words import Language

_EMBEDDED = {
    "renderer": "canvas",
    "actions": {"export": True, "source": False, "compiled": False, "editor": False},
}
"""A canvas draws thousands of dots the soonest; an editor would be somewhere on the network."""
_WRAPPED = widgets.Layout(flex_flow="row wrap")
_SHADES: tuple[Theme, Theme] = ("light", "dark")
_HIDDEN = widgets.Layout(display="none")


class Results:
    """What a study knows, in a `box`, and its goals in a table of their own (`goals`).

    Without a `theme` the charts follow the page's. `picked` is called with a station that is
    clicked on the map.
    """

    def __init__(
        self, study: Study, language: Language, theme: Theme | None, picked: Callable[[str], None]
    ) -> None:
        alt.JupyterChart.enable_offline(True)
        self._study, self._picked = study, picked
        self._language: Language = language
        self._theme: Theme | None = theme
        self._dark = False
        self.message, self.repairs, self.goals, self.moved = (widgets.HTML() for _ in range(4))
        self.message.add_class("planner-message")
        self._known: Answer | None = None
        self._drawn, self._under = study.plan, ""
        self._map: Any = alt.JupyterChart(self._map_chart(), embed_options=_EMBEDDED)
        self._balance: Any = alt.JupyterChart(self._balance_chart(), embed_options=_EMBEDDED)
        self._watch_map()
        self._page: Any = LabTheme(layout=_HIDDEN)
        self._page.observe(self._recolour, "dark")
        # The page can answer, in a thread of its own, before it is listened to.
        if self._page.dark:
            self._recolour()
        charts = widgets.HBox([self._map, self._balance], layout=_WRAPPED)
        self.box = widgets.VBox([self.message, self.repairs, charts, self.moved, self._page])
        self.show()

    def show(self) -> None:
        """Show what is known now; while that is no plan, the last one stays."""
        with self._study.lock:
            answer, language = self._study.answer, self._language
            if answer is self._known:
                return
            self._known = answer
            self.message.value = views.message(answer, language)
            self.repairs.value = views.repairs(answer, language)
            if answer.plan is not None:
                self._show_plan(answer.plan)

    def _show_plan(self, plan: Plan) -> None:
        baseline, language = self._study.baseline, self._language
        self.goals.value = views.in_force(plan, language) + views.goals(plan, baseline, language)
        self.moved.value = views.moved(plan, baseline, language)
        moved = not self._drawn.pairs.equals(plan.pairs)
        under = self._study.scenario.digest()
        if moved:  # The map is the slow one.
            self._drawn = plan
            self._draw_map()
        if moved or under != self._under:
            self._under = under
            self._balance.chart = self._balance_chart()

    def _recolour(self, *_: object) -> None:
        """Draw anew for another theme of the page."""
        if self._theme is None:
            with self._study.lock:
                self._dark = bool(self._page.dark)
                self._draw_map()
                self._balance.chart = self._balance_chart()

    def _draw_map(self) -> None:
        self._map.chart = self._map_chart()
        self._watch_map()

    def _map_chart(self) -> alt.LayerChart:
        stations = self._study.dataset.stations
        return maps.map_to_pick_from(stations, self._drawn, self._language, self._shade())

    def _balance_chart(self) -> alt.LayerChart:
        dataset, policy = self._study.asked().changed()
        return maps.balance_of(dataset, policy, self._drawn, self._language, self._shade())

    def _shade(self) -> Theme:
        return self._theme or _SHADES[self._dark]

    def _watch_map(self) -> None:
        """Listen to clicks on the map; every new chart has selections of its own."""
        self._map.selections.observe(self._clicked, maps.PICK)

    def _clicked(self, change: Any) -> None:
        chosen: list[dict[str, str]] = change["new"].value or []
        for row in chosen:
            self._picked(row["station_id"])
