"""The controls of single values: switches for village duty, sliders for quotas and weights."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

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

_LABEL = widgets.Layout(width="160px", min_width="160px")
_SLIDER = widgets.Layout(flex="1 1 60px", min_width="50px", width="60px")
_BOX = widgets.Layout(width="54px", min_width="54px")


@dataclass(frozen=True, slots=True)
class Control:
    """One value's widget, the path of the value it sets, and the row it stands in."""

    path: str
    widget: Any
    row: Any
    boxes: tuple[Any, ...] = ()

    def show(self, value: Any) -> None:
        """Show a value, as after a step back; one beyond the slider widens it."""
        if self.widget.value != value:
            if self.boxes:
                low, high = _ends(value)
                for widget in (self.widget, *self.boxes):
                    widget.min, widget.max = min(widget.min, low), max(widget.max, high)
            self.widget.value = value


def sliders(study: Study, group: str, language: Language) -> list[Control]:
    """Return the sliders of a group, each at its present value."""
    return [
        _slider(path, study.value(path), *bounds[1:], language)
        for path, bounds in BOUNDS.items()
        if bounds[0] == group
    ]


def duties(study: Study) -> list[Control]:
    """Return a switch for each department, on where it is on village duty."""
    departments = rows_of(study.dataset.departments, "department_id", "name", "village_duty")
    made: list[Control] = []
    for id_, name, duty in departments:
        box = widgets.Checkbox(duty, description=f"{id_} {name}", indent=False, layout=WIDE)
        made.append(Control(f"departments.set.{id_}.village_duty", box, box))
    return made


def watch(controls: list[Control], changed: Callable[[str, Any], None]) -> None:
    """Call `changed` with path and value whenever one of the controls is moved."""
    for control in controls:
        control.widget.observe(_teller(control.path, changed), "value")


def _teller(path: str, changed: Callable[[str, Any], None]) -> Callable[[dict[str, Any]], None]:
    return lambda change: changed(path, change["new"])


def _slider(
    path: str, value: int | tuple[int, int], low: int, high: int, step: int, language: Language
) -> Control:
    """Return a slider that speaks when it is let go, and boxes to type its figures into.

    The page reads a box's tooltip out as the name of the box and of the slider's handle.
    """
    words = say(f"figure.{path}", language)
    ends = value if isinstance(value, tuple) else (value,)
    low, high = min(low, *ends), max(high, *ends)
    kind = widgets.IntRangeSlider if isinstance(value, tuple) else widgets.IntSlider
    slider = kind(
        value=value, min=low, max=high, step=step,
        readout=False, continuous_update=False, layout=_SLIDER,
    )  # fmt: skip
    boxes = [
        widgets.BoundedIntText(value=end, min=low, max=high, step=step, layout=_BOX) for end in ends
    ]
    for at, box in enumerate(boxes):
        box.observe(partial(_typed, slider, boxes, at), "value")
    slider.observe(partial(_moved, boxes), "value")
    label = widgets.HTML(f'<span class="planner-label">{words}</span>', layout=_LABEL)
    for one in (slider, *boxes):
        one.add_class("planner-figure")
        one.tooltip = words
    if len(boxes) == 2:
        for box, key in zip(boxes, ("panel.least", "panel.most"), strict=True):
            box.tooltip = say(key, language, figure=words)
    return Control(path, slider, widgets.HBox([label, slider, *boxes]), tuple(boxes))


def _ends(value: int | tuple[int, int]) -> tuple[int, int]:
    return value if isinstance(value, tuple) else (value, value)


def _typed(slider: Any, boxes: list[Any], at: int, _: object) -> None:
    """Bring the slider to what was typed; of two ends the other one gives way."""
    ends = [box.value for box in boxes]
    if len(ends) == 2 and ends[0] > ends[1]:
        ends = [ends[at]] * 2
    slider.value = tuple(ends) if len(ends) == 2 else ends[0]


def _moved(boxes: list[Any], change: dict[str, Any]) -> None:
    """Bring the boxes to what the slider has."""
    new = change["new"]
    ends = cast("tuple[Any, ...]", new if isinstance(new, tuple) else (new,))
    for box, end in zip(boxes, ends, strict=True):
        if box.value != end:
            box.value = end
