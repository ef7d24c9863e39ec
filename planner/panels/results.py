"""The panel's results: what is known of the settings, the charts of their plan, and what moved."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from planner.charts import Theme
from planner.charts.lines import wrapped
from planner.pairing.plan import Plan
from planner.panels import views
from planner.panels.answers import Answer, Asked
from planner.panels.board import Board, Drawing
from planner.panels.kit import widgets
from planner.panels.pictures import WIDE, Pictures
from planner.panels.study import Study
from planner.words import Language, say

_SHADES: tuple[Theme, Theme] = ("light", "dark")


class Results:
    """What a study knows, on a `board` in a `box`.

    Without a `theme` the charts follow the page's; a `footer` says under a saved one where it is
    from. `picked` is called with a station that is
    clicked on the map, and the unit that has it; `changed` when a repair was made.
    """

    def __init__(
        self, study: Study, language: Language, theme: Theme | None,
        footer: str, picked: Callable[[str, str | None], None], changed: Callable[[], None],
    ) -> None:  # fmt: skip
        self._study, self._picked, self._changed = study, picked, changed
        self._kept: object = None
        self._language: Language = language
        self._theme: Theme | None = theme
        self._known: Answer | None = None
        self._pairs: pl.DataFrame | None = None
        self._pictures = Pictures(study.dataset, study.policy, study.baseline, language)
        self.board: Any = Board(language, wrapped(footer, WIDE) if footer else ())
        self.board.on_msg(self._clicked)
        if theme is None:
            self.board.observe(self._colour, "dark")
        self._colour()
        unstarted = widgets.HTML(say("panel.unstarted", language))
        unstarted.add_class("planner-unstarted")
        self.box = widgets.VBox([Drawing(board=self.board.model_id), unstarted])
        self.show()

    def show(self) -> None:
        """Show what is known now; while that is no plan, the last one stays."""
        with self._study.lock:
            answer, language = self._study.answer, self._language
            self._show_kept()
            if answer is self._known:
                return
            self._known = answer
            found: dict[str, object] = {
                "message": views.message(answer, self._study.dataset, language),
                "repairs": views.repairs(answer, self._study.dataset, language),
                "stale": answer.plan is None,
                "changes": self._changes(answer),
            }
            plan = self._study.plan
            # A plan that was proved has the pairings that are shown already.
            if plan.pairs is not self._pairs:
                found |= self._plan_found(plan, self._study.planned)
                self._pairs = plan.pairs
            self._tell(found)

    def _changes(self, answer: Answer) -> str:
        """Return the line of changes; what is not planned yet has none."""
        if answer.plan is None:
            return ""
        study = self._study
        return views.changes(study.asked(), answer.plan, study.baseline, self._language)

    def _show_kept(self) -> None:
        """Show the plans that are kept beside each other, where one is new."""
        study, kept = self._study, self._study.kept
        if kept is not self._kept:
            self._kept = kept
            plans = [(one.plan, one.asked) for one in kept]
            told = views.kept(plans, study.baseline, study.base(), self._language)
            self._tell({"kept": told})

    def _plan_found(self, plan: Plan, asked: Asked) -> dict[str, object]:
        """Return what the board is to show of a plan of what was asked."""
        baseline, language = self._study.baseline, self._language
        found: dict[str, object] = {
            "balance": self._pictures.on_balance(*asked.changed(), plan),
            "goals": views.in_force(plan, language)
            + views.goals(plan, asked, baseline, self._study.base(), language),
        }
        if self._pairs is None or not self._pairs.equals(plan.pairs):
            found["map"] = self._pictures.on_map(plan)
            found["moved"] = views.moved(plan, baseline, language)
        return found

    def _colour(self, *_: object) -> None:
        """Give the charts their theme, which is the page's where none was asked for."""
        with self._study.lock:  # The page answers in a thread of its own.
            theme = self._theme or _SHADES[bool(self.board.dark)]
            map_, balance = self._pictures.map(theme), self._pictures.balance(theme)
            self._tell({"map_look": map_, "balance_look": balance})

    def _tell(self, found: Mapping[str, object]) -> None:
        """Tell the board in one message: each has the page draw a frame of its own."""
        with self.board.hold_sync():
            for trait, value in found.items():
                setattr(self.board, trait, value)

    def _clicked(self, _: object, message: dict[str, Any], __: object) -> None:
        if "repair" in message:
            self._study.repair(message["repair"])
            self._changed()
        else:
            self._picked(message["station"], message.get("unit"))
