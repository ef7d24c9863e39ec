"""What a sweep varies: axes of values, and the scenarios they make."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import prod
from typing import Any, Literal, cast, get_args

from planner.dataset import rows_of
from planner.errors import Fault, InputError
from planner.policy import Policy
from planner.scenario import Scenario
from planner.tables.ledger import shown

Shape = Literal["grid", "list", "single"]
Each = Literal["village_duty", "closure", "any_closure"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
EACH: tuple[Each, ...] = get_args(Each)
MOST = 100_000
"""Scenarios that one sweep may have: more is a slip of the pen."""

FILE = "sweep.toml"
"""What messages call a sweep that is given in code."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value on an axis: how it is called, what the frame shows, and the change it means."""

    label: str
    value: object
    path: str
    change: object


@dataclass(frozen=True, slots=True)
class Variant:
    """One scenario of a sweep and where it stands on each axis, null off it."""

    scenario: Scenario
    values: Mapping[str, object]


Axes = Mapping[str, Sequence[Point]]


@dataclass(frozen=True, slots=True)
class Sweep:
    """Axes, and how scenarios are made of them.

    `axes` maps dotted paths of a scenario to their values. A `grid` combines every value with every
    other, a `list` the first values of all axes, then the second ones, `single` changes one thing
    at a time. `each` is one more axis: each department in turn goes on `village_duty` (where it is
    not already); each station of the plan in turn closes (`closure`), or each station of all
    (`any_closure`: one outside the plan matters where its going changes a city's share). A duty
    tells which of these it knows.
    `file` is the name by which messages call it. Raises InputError with every fault.
    """

    axes: Mapping[str, Sequence[object]] = field(default_factory=dict[str, Sequence[object]])
    shape: Shape = "grid"
    each: Each | None = None
    file: str = field(default=FILE, compare=False)

    def __post_init__(self) -> None:
        """Check the shape and the axes, as far as that needs no dataset."""
        found = list(_faults(self))
        if found:
            raise InputError(found)

    def variants(self, dataset: Any, planned: Iterable[str]) -> list[Variant]:
        """Return the scenarios over a dataset; `planned` are the stations of its plan.

        Raises InputError where two axes change the same thing, or there are too many scenarios.
        """
        axes = {
            name: [Point(f"{name}={_text(value)}", value, name, value) for value in values]
            for name, values in self.axes.items()
        }
        if self.each is not None:
            axes = {self.each: _each(self.each, dataset, planned), **axes}
        found = [*_clashes(axes, self.file), *_excess(axes, self.shape, self.file)]
        if found:
            raise InputError(found)
        return [_variant(points, self.file) for points in _combined(axes, self.shape)]


def check_names(variants: Sequence[Variant], dataset: Any, policy: Policy) -> None:
    """Raise InputError where no value of some axis can be applied: what it names is not there.

    Where one value can be, the others that can't are errors of their scenarios.
    """
    axes = dict.fromkeys(name for variant in variants for name in variant.values)
    faults = [fault for name in axes for fault in _unappliable(variants, name, dataset, policy)]
    if faults:
        raise InputError([fault for at, fault in enumerate(faults) if fault not in faults[:at]])


def _unappliable(
    variants: Sequence[Variant], axis: str, dataset: Any, policy: Policy
) -> list[Fault]:
    """Return the faults of the first scenario of each value of an axis; none where one has none."""
    firsts = dict[str, Variant]()
    for variant in variants:
        if axis in variant.values:
            firsts.setdefault(_text(variant.values[axis]), variant)
    faults: list[Fault] = []
    for variant in firsts.values():
        try:
            variant.scenario.apply(dataset, policy)
        except InputError as error:
            faults += error.faults
        else:
            return []
    return faults


def _faults(sweep: Sweep) -> Iterator[Fault]:
    for column, value, known in (("shape", sweep.shape, SHAPES), ("each", sweep.each, EACH)):
        if value not in (*known, *([None] if column == "each" else [])):
            values = {"value": shown(value), "known": " / ".join(known)}
            yield Fault(sweep.file, "sweep.choice", column=column, values=values)
    if not sweep.axes and sweep.each is None:
        yield Fault(sweep.file, "sweep.empty", column="axes")
    for name, values in sweep.axes.items():
        if not isinstance(cast("object", values), list | tuple) or not values:
            yield Fault(sweep.file, "sweep.no_values", column=name, values={"value": _text(values)})


def _each(kind: Each, dataset: Any, planned: Iterable[str]) -> list[Point]:
    tables = dataset.tables()
    if kind == "village_duty":
        rows = rows_of(tables["departments"], "department_id", "name", "village_duty")
        return [
            Point(f"{one} {name}", one, f"departments.set.{one}.village_duty", True)
            for one, name, duty in rows
            if not duty
        ]
    rows, closing = rows_of(tables["stations"], "station_id", "name"), set(planned)
    return [
        Point(f"{one} {name}", one, "stations.remove", [one])
        for one, name in rows
        if kind == "any_closure" or one in closing
    ]


def _clashes(axes: Axes, file: str) -> Iterator[Fault]:
    """Yield the axes that change what another one changes too: the later would hide the earlier."""
    paths = {name: sorted({point.path for point in points}) for name, points in axes.items()}
    for (first, ours), (second, theirs) in combinations(paths.items(), 2):
        if any(_overlap(a, b) for a in ours for b in theirs):
            yield Fault(file, "sweep.clash", column=second, values={"other": first})


def _overlap(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _excess(axes: Axes, shape: Shape, file: str) -> Iterator[Fault]:
    """Yield that a list's axes are of different lengths, or that scenarios are too many."""
    lengths = {name: len(points) for name, points in axes.items()}
    if shape == "list" and len(set(lengths.values())) > 1:
        named = ", ".join(f"{name}: {length}" for name, length in lengths.items())
        yield Fault(file, "sweep.lengths", column="axes", values={"value": named})
    number = prod(lengths.values()) if shape == "grid" else sum(lengths.values())
    if number > MOST:
        yield Fault(file, "sweep.many", column="axes", values={"value": number, "most": MOST})


def _combined(axes: Axes, shape: Shape) -> Iterable[tuple[tuple[str, Point], ...]]:
    """Return the scenarios as the points they are made of, each with its axis."""
    named = [[(name, point) for point in points] for name, points in axes.items()]
    if shape == "grid":
        return product(*named)
    if shape == "list":
        return zip(*named, strict=True)
    return ((one,) for points in named for one in points)


def _variant(points: Sequence[tuple[str, Point]], file: str) -> Variant:
    scenario = Scenario(", ".join(point.label for _, point in points), file=file)
    for _, point in points:
        scenario = scenario.with_value(point.path, point.change)
    return Variant(scenario, {name: point.value for name, point in points})


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
