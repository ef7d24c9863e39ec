"""The panel's bar: a step back, the baseline, and what is kept: the settings, and the plan."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from planner.errors import Fault, InputError, PlannerError, SpokenError
from planner.pairing.duty import PAIRING
from planner.panels import views
from planner.panels.kit import button, widgets
from planner.panels.study import Study
from planner.plans.folder import write_file
from planner.plans.place import publish_plan
from planner.plans.proved import proved
from planner.scenario import read_scenario
from planner.words import Language, say

_AUTO = widgets.Layout(width="auto")
_NAME = widgets.Layout(width="130px")


class Bar:
    """Buttons in a `box`; `changed` is called when the settings, or what is kept, changed."""

    def __init__(self, study: Study, language: Language, changed: Callable[[], None]) -> None:
        self._study, self._changed = study, changed
        self._language: Language = language

        def made(key: str, pressed: Callable[[], None]) -> Any:
            return button(say(f"panel.{key}", language), pressed, layout=_AUTO)

        self.undo: Any = made("undo", partial(self._step, study.undo))
        reset = made("reset", partial(self._step, study.reset))
        keep = made("keep", self.keep)
        scenario = widgets.Text("what-if.toml", layout=_NAME, tooltip=say("panel.file", language))
        folder = widgets.Text("what-if", layout=_NAME, tooltip=say("panel.folder", language))
        save = made("save", lambda: self.save(scenario.value))
        open_ = made("load", lambda: self.open(scenario.value))
        export = made("export", lambda: self.export(folder.value))
        self.note: Any = widgets.HTML()
        words = say("panel.over", language)
        self.over: Any = button(words, self._over, layout=widgets.Layout(width="auto"))
        self._pending: Callable[[], None] = _nothing
        look = widgets.Layout(flex_flow="row wrap", align_items="center")
        labels = [widgets.HTML(say(f"panel.{key}", language)) for key in ("file", "folder")]
        row = [self.undo, reset, keep, labels[0], scenario, save, open_, labels[1], folder, export]
        self.box = widgets.VBox([
            widgets.HBox(row, layout=look), widgets.HBox([self.note, self.over]),
        ])  # fmt: skip
        self.show()

    def show(self) -> None:
        """Show whether there is a step to take back; what was noted is past."""
        self.undo.disabled = not self._study.can_undo
        self._say("")

    def keep(self) -> None:
        """Keep the present plan to stand beside others; say so where there is none yet."""
        if self._study.keep():
            self._changed()
        else:
            self._say(views.alert(say("panel.not_kept", self._language)))

    def save(self, file: str) -> None:
        """Write the settings as a scenario's file; say so, or why it can't be done."""
        content = self._study.scenario.toml().encode()
        self._keep(lambda to: write_file(to, content), file, lambda to: to.exists())

    def open(self, file: str) -> None:
        """Take the settings from a scenario's file; say so, or why it can't be done."""
        try:
            place = _place(file)
            self._study.open(read_scenario(place))
            self._changed()
            self._say(views.fine(say("panel.opened", self._language, place=place)))
        except PlannerError as error:
            self._say(views.alert(error.text(self._language)))

    def export(self, folder: str) -> None:
        """Prove and audit the plan and write its files; say so, or why it can't be done."""
        self._keep(self._write, folder, lambda to: (to / "plan.csv").exists())

    def _write(self, folder: Path) -> None:
        """Write the plan of the present settings; raise why there is none to be written."""
        with self._study.lock:
            answer, asked = self._study.answer, self._study.asked()
        if answer.trouble is not None:
            raise answer.trouble
        if answer.plan is None:
            raise SpokenError("panel.not_yet")
        scenario = asked.scenario if asked.scenario.changes else None
        dataset, policy = asked.changed()
        found = proved(PAIRING, answer.plan, dataset, policy, asked.policy, scenario)
        publish_plan(PAIRING, found.files, folder)

    def _keep(
        self, write: Callable[[Path], None], place: str, there: Callable[[Path], bool]
    ) -> None:
        """Write to a place; where something is `there` already, ask first."""
        try:
            to = _place(place)
            if there(to):
                self._pending = partial(self._written, write, to)
                words = say("panel.there", self._language, place=to)
                self._say(views.alert(words), asked=True)
            else:
                self._written(write, to)
        except PlannerError as error:
            self._say(views.alert(error.text(self._language)))

    def _written(self, write: Callable[[Path], None], to: Path) -> None:
        try:
            write(to)
            self._say(views.fine(say("panel.saved", self._language, place=to)))
        except PlannerError as error:
            self._say(views.alert(error.text(self._language)))

    def _over(self) -> None:
        """Do what was asked about."""
        pending, self._pending = self._pending, _nothing
        pending()

    def _say(self, words: str, *, asked: bool = False) -> None:
        """Note something below the buttons; where it is a question, with a button to say yes."""
        self.note.value = words
        self.over.layout.display = "flex" if asked else "none"

    def _step(self, step: Callable[[], None]) -> None:
        step()
        self._changed()


def _place(given: str) -> Path:
    """Return the whole path of what was typed; raise `InputError` where that is no name."""
    if not given.strip() or not given.isprintable():
        raise InputError([Fault(given.strip() or "?", "panel.no_name")])
    return Path(given.strip()).resolve()


def _nothing() -> None:
    """Do nothing: nothing was asked."""
