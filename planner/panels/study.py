"""What a panel studies: a baseline, the settings that differ from it, and the last plan made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from threading import RLock
from typing import Any, cast

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.errors import PlannerError
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.panels.answers import LONG, Answer, Asked, answer_of, answers
from planner.panels.settings import Settings, scenario_of, settings_of
from planner.panels.worker import Inline, Runner
from planner.policy import Policy
from planner.repairs import Change, Repairs
from planner.scenario import Scenario

KEPT = 3
"""So many plans stand beside each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A plan kept to stand beside others, and what it was made for."""

    asked: Asked
    plan: Plan


@dataclass(slots=True)
class Study:
    """A year's plan under changing settings; the dataset and the policy given are never touched.

    `answer` is what is known of the present settings, and only of them. `plan` is the last plan
    that was made: of the present settings where the answer has one, else of
    settings before; `planned` are those settings. A plan in force is part of the dataset (see
    `put_in_force`). `runner` follows the questions, and `told` is called, in the runner's
    thread, when the answer got better; whoever reads more than one thing holds the `lock`.
    Raises what `make_plan` raises where the baseline has no plan.
    """

    dataset: Dataset
    policy: Policy
    year: int
    name: str
    runner: Runner = field(default_factory=Inline)
    told: Callable[[], None] = field(default=lambda: None)
    settings: Settings = field(init=False, default_factory=dict[str, Any])
    baseline: Plan = field(init=False)
    plan: Plan = field(init=False)
    planned: Asked = field(init=False)
    answer: Answer = field(init=False)
    lock: Any = field(init=False, default_factory=RLock)
    kept: list["Kept"] = field(init=False, default_factory=list["Kept"])
    _past: list[Settings] = field(init=False, default_factory=list[Settings])
    _answers: dict[str, Answer] = field(init=False, default_factory=dict[str, Answer])

    def __post_init__(self) -> None:
        self.baseline = make_plan(self.dataset, self.policy, self.year, seconds=LONG)
        self._answers[self.scenario.digest()] = answer_of(self.baseline, "open")
        self._turn_to({})

    @property
    def trouble(self) -> PlannerError | None:
        """Why the present settings have no plan, as far as that is known."""
        return self.answer.trouble

    @property
    def scenario(self) -> Scenario:
        """The settings as a scenario."""
        return scenario_of(self.settings, self.name)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def value(self, path: str) -> Any:
        """Return the present value at a path, the baseline's where it was not changed."""
        return self.settings.get(path, self.given(path))

    def given(self, path: str) -> Any:
        """Return the baseline's value at a path; goals are those that are in force."""
        steps = path.split(".")
        if steps[0] == "policy":
            policy = self.policy
            if self.dataset.in_force is not None:
                policy = replace(policy, goals=policy.goals.with_stability())
            return getattr(getattr(policy, steps[1]), steps[2])
        if steps[1] == "set":
            return self._cell(steps[0], steps[2], steps[3])
        return ()

    def change(self, path: str, value: object) -> None:
        """Set one value, and plan anew; a value as in the baseline is no change."""
        self.change_all({path: value})

    def change_all(self, values: Settings) -> None:
        """Set several values in one step, and plan anew."""
        with self.lock:
            settings = {**self.settings, **values}
            settings = {at: value for at, value in settings.items() if value != self.given(at)}
            if settings != self.settings:
                self._past.append(self.settings)
                self._turn_to(settings)

    def undo(self) -> None:
        """Take the last step back."""
        with self.lock:
            if self._past:
                self._turn_to(self._past.pop())

    def reset(self) -> None:
        """Go back to the baseline; that too can be undone."""
        with self.lock:
            if self.settings:
                self._past.append(self.settings)
                self._turn_to({})

    def open(self, scenario: Scenario) -> None:
        """Take a scenario's changes for the settings; that can be undone.

        Raises InputError, and changes nothing, where they do not fit the tables or the policy.
        """
        scenario.apply(self.dataset, self.policy)
        settings = dict(settings_of(scenario.changes))
        with self.lock:
            if settings != self.settings:
                self._past.append(self.settings)
                self._turn_to(settings)

    def repair(self, number: int) -> None:
        """Make the changes of one of the repairs that were found, in one step."""
        with self.lock:
            found = cast("Repairs[Any] | None", self.answer.repairs)
            if isinstance(found, Repairs) and number < len(found.found):
                self.change_all(self._repaired(found.found[number].changes))

    def keep(self) -> bool:
        """Keep the present plan to stand beside others; return whether there was one to keep.

        Of more than `KEPT` the oldest goes.
        """
        with self.lock:
            if self.answer.plan is None:
                return False
            said = {kept.asked.scenario.digest() for kept in self.kept}
            if self.scenario.digest() not in said:
                self.kept = [*self.kept, Kept(self.asked(), self.answer.plan)][-KEPT:]
            return True

    def _repaired(self, changes: Iterable[Change[Any]]) -> dict[str, Any]:
        """Return the settings that some changes of a repair mean."""
        settings: dict[str, Any] = {}
        for change in changes:
            kind, *what = cast("tuple[Any, ...]", change.name)
            if kind == "nominate":
                settings[f"stations.set.{what[0]}.nominated"] = True
            elif kind == "pins":
                added = settings.get("pins.add", self.value("pins.add"))
                settings["pins.add"] = tuple(pin for pin in added if pin != tuple(what))
                if tuple(what) not in added:
                    gone = settings.get("pins.remove", self.value("pins.remove"))
                    settings["pins.remove"] = (*gone, tuple(what[:2]))
            elif kind == "recusals":
                gone = settings.get("recusals.remove", self.value("recusals.remove"))
                settings["recusals.remove"] = (*gone, tuple(what))
            else:
                settings[f"policy.{kind}"] = what[0]
        return settings

    def is_about(self, dataset: Dataset, policy: Policy, year: int) -> bool:
        """Return whether this is the study of such tables, and a plan in force, and a policy."""
        own, others = ({**d.tables(), "in force": d.in_force} for d in (self.dataset, dataset))
        return (self.policy, self.year, own.keys()) == (policy, year, others.keys()) and all(
            _same(own[name], frame) for name, frame in others.items()
        )

    def base(self) -> Asked:
        """Return what is asked without any change."""
        return Asked(self.dataset, self.policy, self.year, Scenario(self.name))

    def asked(self) -> Asked:
        """Return what is asked under the present settings."""
        return Asked(self.dataset, self.policy, self.year, self.scenario)

    def _turn_to(self, settings: Settings) -> None:
        """Ask for what is not known yet of some settings; no other question is followed on."""
        self.settings = settings
        asked = self.asked()
        key = asked.scenario.digest()
        self._take(self._answers.get(key, Answer()))
        self.runner.start(answers(asked, self.answer), partial(self._note, key))

    def _note(self, key: str, answer: Answer) -> None:
        """Keep an answer; it is shown where it is to the present settings."""
        with self.lock:
            self._answers[key] = answer
            if key == self.scenario.digest():
                self._take(answer)
                self.told()

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        if answer.plan is not None:
            self.plan, self.planned = answer.plan, self.asked()

    def _cell(self, table: str, row: str, column: str) -> Any:
        frame = self.dataset.tables()[table]
        ids = rows_of(frame, f"{table.removesuffix('s')}_id", column)
        return next(value for id_, value in ids if id_ == row)


def _same(one: pl.DataFrame | None, other: pl.DataFrame | None) -> bool:
    return one is other if one is None or other is None else one.equals(other)
