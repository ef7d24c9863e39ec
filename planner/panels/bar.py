"""The panel's bar: a step back, the baseline, and what is kept: the settings, and the plan."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from planner.errors import Fault, InputError, PlannerError, SpokenError
from planner.pairing.duty import PAIRING, proved
from planner.panels import views
from planner.panels.kit import button, widgets
from planner.panels.study import Study
from planner.plans.folder import write_file
from planner.plans.place import publish_plan
from planner.words import Language, say


class Bar:
    """Buttons in a `box`; `changed` is called when a step was taken back."""

    def __init__(self, study: Study, language: Language, changed: Callable[[], None]) -> None:
        self._study, self._changed = study, changed
        self._language: Language = language
        self.undo: Any = button(say("panel.undo", language), partial(self._step, study.undo))
        reset = button(say("panel.reset", language), partial(self._step, study.reset))
        scenario = widgets.Text("what-if.toml", description=say("panel.file", language))
        folder = widgets.Text("what-if", description=say("panel.folder", language))
        save = button(say("panel.save", language), lambda: self.save(scenario.value))
        export = button(say("panel.export", language), lambda: self.export(folder.value))
        self.note: Any = widgets.HTML()
        look = widgets.Layout(flex_flow="row wrap")
        row = widgets.HBox([self.undo, reset, scenario, save, folder, export], layout=look)
        self.box = widgets.VBox([row, self.note])
        self.show()

    def show(self) -> None:
        """Show whether there is a step to take back; what was noted is past."""
        self.undo.disabled = not self._study.can_undo
        self.note.value = ""

    def save(self, file: str) -> None:
        """Write the settings as a scenario's file; say so, or why it can't be done."""
        content = self._study.scenario.toml().encode()
        self._keep(lambda to: write_file(to, content), file)

    def export(self, folder: str) -> None:
        """Prove and audit the plan and write its files; say so, or why it can't be done."""
        self._keep(self._write, folder)

    def _write(self, folder: Path) -> None:
        """Write the plan of the present settings; raise why there is none to be written."""
        with self._study.lock:
            answer, asked = self._study.answer, self._study.asked()
        if answer.trouble is not None:
            raise answer.trouble
        if answer.plan is None or answer.draft:
            raise SpokenError("panel.not_yet" if answer.plan is None else "panel.only_a_draft")
        scenario = asked.scenario if asked.scenario.changes else None
        dataset, policy = asked.changed()
        found = proved(answer.plan, dataset, policy, asked.policy, scenario)
        publish_plan(PAIRING, found.files, folder)

    def _keep(self, write: Callable[[Path], None], place: str) -> None:
        try:
            if not place.strip() or not place.isprintable():
                raise InputError([Fault(place.strip() or "?", "panel.no_name")])
            write(Path(place))
            self.note.value = views.fine(say("panel.saved", self._language, place=place))
        except PlannerError as error:
            self.note.value = views.alert(error.text(self._language))

    def _step(self, step: Callable[[], None]) -> None:
        step()
        self._changed()
