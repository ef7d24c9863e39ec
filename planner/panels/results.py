"""The panel's results: what is known of the settings, the charts of their plan, and what moved."""

from collections.abc import Callable
from typing import Any

import polars as pl

from planner.charts import Theme
from planner.pairing.plan import Plan
from planner.panels import views
from planner.panels.answers import Answer, Asked
from planner.panels.kit import widgets
from planner.panels.lab_theme import LabTheme
from planner.panels.live_chart import LiveChart
from planner.panels.pictures import Pictures
from planner.panels.study import Study
from planner.words import Language

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
        self._study, self._picked = study, picked
        self._language: Language = language
        self._theme: Theme | None = theme
        self.message, self.repairs, self.goals, self.moved = (widgets.HTML() for _ in range(4))
        self.message.add_class("planner-message")
        self._known: Answer | None = None
        self._pairs: pl.DataFrame | None = None
        self._pictures = Pictures(study.dataset, study.policy, study.baseline, language)
        self._map: Any = LiveChart()
        self._balance: Any = LiveChart()
        self._map.on_msg(self._clicked)
        self._page: Any = LabTheme(layout=_HIDDEN)
        if theme is None:
            self._page.observe(self._colour, "dark")
        self._colour()
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
            found = [
                (self.message, "value", views.message(answer, language)),
                (self.repairs, "value", views.repairs(answer, language)),
            ]
            plan, asked = answer.plan, self._study.asked()
            if answer.trouble is not None:  # What is drawn may be a draft.
                plan, asked = self._study.plan, self._study.planned
            # A plan that was proved has the pairings that are shown already.
            if plan is not None and plan.pairs is not self._pairs:
                found += self._plan_found(plan, asked)
                self._pairs = plan.pairs
            # Sent together: what is sent before would have the page in the way of what is made.
            for widget, trait, value in found:
                setattr(widget, trait, value)

    def _plan_found(self, plan: Plan, asked: Asked) -> list[tuple[Any, str, Any]]:
        """Return what each widget is to have of a plan of what was asked: trait and value."""
        baseline, language = self._study.baseline, self._language
        found: list[tuple[Any, str, Any]] = []
        if self._pairs is None or not self._pairs.equals(plan.pairs):
            found = [
                (self._map, "shown", self._pictures.on_map(plan)),
                (self.moved, "value", views.moved(plan, baseline, language)),
            ]
        bands = self._pictures.on_balance(*asked.changed(), plan)
        goals = views.in_force(plan, language) + views.goals(plan, baseline, language)
        return [*found, (self._balance, "shown", bands), (self.goals, "value", goals)]

    def _colour(self, *_: object) -> None:
        """Give the charts their theme, which is the page's where none was asked for."""
        with self._study.lock:  # The page answers in a thread of its own.
            theme = self._theme or _SHADES[bool(self._page.dark)]
            self._map.spec = self._pictures.map(theme)
            self._balance.spec = self._pictures.balance(theme)

    def _clicked(self, _: object, message: dict[str, str], __: object) -> None:
        self._picked(message["station"])
