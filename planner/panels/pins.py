"""Pairings required or forbidden: chosen by unit and station, in lists or on the map."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

from planner.dataset import rows_of
from planner.panels import views
from planner.panels.kit import NARROW, WIDE, button, widgets
from planner.panels.study import Study
from planner.words import Language, say

Pin = tuple[str, str, str]
_OFFERED = 6


class Pins:
    """The pins in force in a `box`, each to be taken out, and a form for one more."""

    def __init__(self, study: Study, language: Language, changed: Callable[[], None]) -> None:
        self.box = widgets.VBox()
        self._study, self._changed = study, changed
        self._rows: dict[Pin, Any] = {}
        self._language: Language = language
        self._units = {id_: f"{id_} {name}" for id_, name in _unit_names(study)}
        stations = study.dataset.stations
        self._stations = {id_: f"{id_} {name}" for id_, name in
                          rows_of(stations, "station_id", "name")}  # fmt: skip
        self.unit: Any = widgets.Dropdown(
            options=[(words, id_) for id_, words in self._units.items()],
            description=say("panel.unit", language), layout=WIDE,
        )  # fmt: skip
        self.station: Any = widgets.Combobox(
            options=[*self._stations.values()], description=say("panel.station", language),
            placeholder=say("panel.station.hint", language), layout=WIDE,
        )  # fmt: skip
        self.note: Any = widgets.HTML()
        self._in_force: Any = widgets.VBox()
        buttons = [self._adder(decision) for decision in ("require", "forbid")]
        self.box.children = [
            self.unit, self.station, widgets.HBox(buttons), self.note, self._in_force,
        ]  # fmt: skip
        self.show()

    def pick(self, station: str, unit: str | None = None) -> None:
        """Put a station, and the unit that has it, into the form, as when clicked on the map."""
        self.station.value = self._stations.get(station, "")
        if unit in self._units:
            self.unit.value = unit
        self.note.value = ""

    def show(self) -> None:
        """Show the pins in force."""
        pins = self.in_force()
        if pins != [*self._rows]:
            self._rows = {pin: self._rows.get(pin) or self._row(pin) for pin in pins}
            self._in_force.children = [*self._rows.values()]

    def in_force(self) -> list[Pin]:
        """Return the pins in force, the dataset's own first."""
        removed = set(self._study.value("pins.remove"))
        given = [pin for pin in self._given() if pin[:2] not in removed]
        return [*given, *self._study.value("pins.add")]

    def add(self, decision: str) -> None:
        """Add the form's pin in place of any for the same pairing; say so where it names none."""
        matches = self._matches(self.station.value.strip())
        if len(matches) != 1:
            self.note.value = views.alert(self._unclear(matches))
            return
        (station,) = matches
        self.pick(station)
        self._turn([pin for pin in self.in_force() if pin[:2] != (self.unit.value, station)]
                   + [(self.unit.value, station, decision)])  # fmt: skip

    def _matches(self, typed: str) -> list[str]:
        """Return the stations that what was typed names: that one, else all that contain it."""
        exact = [id_ for id_, words in self._stations.items() if typed in (id_, words)]
        parts = typed.split()
        return exact or [
            id_ for id_, words in self._stations.items()
            if typed and all(part in words for part in parts)
        ]  # fmt: skip

    def _unclear(self, matches: list[str]) -> str:
        """Return what to say of what was typed where it does not name one station."""
        typed = self.station.value.strip()
        if not matches:
            key = "panel.no_station" if typed else "panel.which_station"
            return say(key, self._language, typed=typed)
        named = "、".join(self._stations[id_] for id_ in matches[:_OFFERED])
        return say("panel.stations", self._language, number=len(matches), named=named)

    def remove(self, pin: Pin) -> None:
        """Take a pin out."""
        self._turn([kept for kept in self.in_force() if kept != pin])

    def _turn(self, wanted: list[Pin]) -> None:
        """Say what is to be added and removed for the pins wanted."""
        given = self._given()
        self._study.change_all({
            "pins.add": tuple(pin for pin in wanted if pin not in given),
            "pins.remove": tuple(pin[:2] for pin in given if pin not in wanted),
        })  # fmt: skip
        self._changed()

    def _given(self) -> list[Pin]:
        return [*rows_of(self._study.dataset.pins, "unit_id", "station_id", "decision")]

    def _row(self, pin: Pin) -> Any:
        unit, station, decision = pin
        key = {"require": "panel.required", "forbid": "panel.forbidden"}[decision]
        words = say(key, self._language, unit=self._units.get(unit, unit),
                    station=self._stations.get(station, station))  # fmt: skip
        here = pin in self._study.value("pins.add")
        words += say("panel.pin_here" if here else "panel.pin_given", self._language)
        out = button("✕", partial(self.remove, pin), layout=NARROW,
                     tooltip=say("panel.unpin", self._language, pin=words))  # fmt: skip
        return widgets.HBox([out, widgets.HTML(escape(words))])

    def _adder(self, decision: str) -> Any:
        return button(say(f"panel.{decision}", self._language), partial(self.add, decision))


def _unit_names(study: Study) -> list[tuple[str, str]]:
    leaders = rows_of(study.dataset.leaders, "leader_id", "name")
    departments = rows_of(study.dataset.departments, "department_id", "name")
    return [*leaders, *departments]
