"""What a panel studies: a baseline, the settings that differ from it, and the last plan made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from planner.dataset import Dataset, rows_of
from planner.errors import PlannerError
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.policy import Policy
from planner.scenario import Scenario

Settings = Mapping[str, Any]
"""Values by dotted path, as `Scenario.with_value` takes them; what is as in the baseline is absent.

`pins.add` is a tuple of rows (unit_id, station_id, decision), `pins.remove` one of
(unit_id, station_id).
"""
PIN_COLUMNS = ("unit_id", "station_id", "decision")
SECONDS = 2.0
"""The longest search, in seconds, where a rule asks for one: a panel answers at once or says so."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of some settings: a plan, or why there is none."""

    plan: Plan | None
    trouble: PlannerError | None


@dataclass(slots=True)
class Study:
    """A year's plan under changing settings; the dataset and the policy given are never touched.

    `plan` is the last plan that could be made, `trouble` why the present settings have none. Raises
    what `make_plan` raises where the baseline itself has no plan.
    """

    dataset: Dataset
    policy: Policy
    year: int
    name: str
    settings: Settings = field(init=False, default_factory=dict[str, Any])
    baseline: Plan = field(init=False)
    plan: Plan = field(init=False)
    trouble: PlannerError | None = field(init=False, default=None)
    _past: list[Settings] = field(init=False, default_factory=list[Settings])
    _answers: dict[str, Answer] = field(init=False, default_factory=dict[str, Answer])

    def __post_init__(self) -> None:
        self.baseline = make_plan(self.dataset, self.policy, self.year, seconds=SECONDS)
        self.plan = self.baseline
        self._answers[self.scenario.digest()] = Answer(self.baseline, None)

    @property
    def scenario(self) -> Scenario:
        """The settings as a scenario."""
        scenario = Scenario(self.name)
        for path, value in sorted(self.settings.items()):
            scenario = scenario.with_value(path, _words(path, value))
        return scenario

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def value(self, path: str) -> Any:
        """Return the present value at a path, the baseline's where it was not changed."""
        return self.settings.get(path, self.given(path))

    def given(self, path: str) -> Any:
        """Return the baseline's value at a path."""
        steps = path.split(".")
        if steps[0] == "policy":
            return getattr(getattr(self.policy, steps[1]), steps[2])
        if steps[1] == "set":
            return self._cell(steps[0], steps[2], steps[3])
        return ()

    def change(self, path: str, value: object) -> None:
        """Set one value, and plan anew; a value as in the baseline is no change."""
        self.change_all({path: value})

    def change_all(self, values: Settings) -> None:
        """Set several values in one step, and plan anew."""
        settings = {**self.settings, **values}
        settings = {path: value for path, value in settings.items() if value != self.given(path)}
        if settings != self.settings:
            self._past.append(self.settings)
            self._turn_to(settings)

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._turn_to(self._past.pop())

    def reset(self) -> None:
        """Go back to the baseline; that too can be undone."""
        if self.settings:
            self._past.append(self.settings)
            self._turn_to({})

    def changed(self) -> tuple[Dataset, Policy]:
        """Return the dataset and the policy under the present settings."""
        return self.scenario.apply(self.dataset, self.policy)

    def _turn_to(self, settings: Settings) -> None:
        self.settings = settings
        key = self.scenario.digest()
        if key not in self._answers:
            self._answers[key] = self._answer()
        answer = self._answers[key]
        self.trouble = answer.trouble
        self.plan = answer.plan or self.plan

    def _answer(self) -> Answer:
        try:
            dataset, policy = self.changed()
            return Answer(make_plan(dataset, policy, self.year, seconds=SECONDS), None)
        except PlannerError as error:
            return Answer(None, error)

    def _cell(self, table: str, row: str, column: str) -> Any:
        frame = self.dataset.tables()[table]
        ids = rows_of(frame, f"{table.removesuffix('s')}_id", column)
        return next(value for id_, value in ids if id_ == row)


def _words(path: str, value: Any) -> Any:
    """Return a value as a scenario's file writes it."""
    if path == "pins.add":
        return [dict(zip(PIN_COLUMNS, row, strict=True)) for row in value]
    if path == "pins.remove":
        return [dict(zip(PIN_COLUMNS[:2], row, strict=True)) for row in value]
    return list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value
