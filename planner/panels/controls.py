"""The controls of single values: switches for village duty, sliders for quotas and weights."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from planner.dataset import rows_of
from planner.panels.kit import WIDE, widgets
from planner.panels.study import Study
from planner.words import Language, say

BOUNDS: dict[str, tuple[str, int, int, int]] = {
    "policy.leaders.stations": ("quotas", 0, 6, 1),
    "policy.departments.stations": ("quotas", 0, 6, 1),
    "policy.departments.two_from_headcount": ("quotas", 1, 30, 1),
    "policy.leaders.per_city": ("quotas", 1, 6, 1),
    "policy.departments.per_city": ("quotas", 1, 6, 1),
    "policy.stations.units": ("quotas", 1, 4, 1),
    "policy.stations.per_county": ("quotas", 1, 6, 1),
    "policy.rotation.years": ("quotas", 0, 10, 1),
    "policy.stations.hard_percent": ("quotas", 0, 100, 5),
    "policy.travel.most_minutes": ("quotas", 0, 600, 10),
    "policy.need.hardship": ("weights", 0, 100, 5),
    "policy.need.staff": ("weights", 0, 100, 5),
    "policy.need.caseload": ("weights", 0, 100, 5),
    "policy.need.unvisited": ("weights", 0, 100, 5),
}
"""Each slider's group, least, most and step; a figure of the policy beyond them widens them."""

_WORDS = {"description_width": "190px"}


@dataclass(frozen=True, slots=True)
class Control:
    """One value's widget, and the path of the value it sets."""

    path: str
    widget: Any

    def show(self, value: Any) -> None:
        """Show a value, as after a step back."""
        if self.widget.value != value:
            self.widget.value = value


def sliders(study: Study, group: str, language: Language) -> list[Control]:
    """Return the sliders of a group, each at its present value."""
    return [
        Control(path, _slider(study.value(path), *bounds[1:], say(f"figure.{path}", language)))
        for path, bounds in BOUNDS.items()
        if bounds[0] == group
    ]


def duties(study: Study) -> list[Control]:
    """Return a switch for each department, on where it is on village duty."""
    departments = rows_of(study.dataset.departments, "department_id", "name", "village_duty")
    return [
        Control(
            f"departments.set.{id_}.village_duty",
            widgets.Checkbox(duty, description=f"{id_} {name}", indent=False, layout=WIDE),
        )
        for id_, name, duty in departments
    ]


def watch(controls: list[Control], changed: Callable[[str, Any], None]) -> None:
    """Call `changed` with path and value whenever one of the controls is moved."""
    for control in controls:
        control.widget.observe(_teller(control.path, changed), "value")


def _teller(path: str, changed: Callable[[str, Any], None]) -> Callable[[dict[str, Any]], None]:
    return lambda change: changed(path, change["new"])


def _slider(value: int | tuple[int, int], low: int, high: int, step: int, words: str) -> Any:
    """Return a slider that speaks when it is let go; of two ends where the value is a pair."""
    kind = widgets.IntRangeSlider if isinstance(value, tuple) else widgets.IntSlider
    ends = value if isinstance(value, tuple) else (value,)
    return kind(
        value=value,
        min=min(low, *ends),
        max=max(high, *ends),
        step=step,
        description=words,
        continuous_update=False,
        style=_WORDS,
        layout=WIDE,
    )
