"""What a worker does: it is given what does not change once, and then scenario after scenario."""

import pickle
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import polars as pl

from planner.duties import duty_named
from planner.errors import NoPlanError, PlannerError, Sentence
from planner.plans.duty import Duty
from planner.policy import Policy
from planner.scenario import Scenario
from planner.words import LANGUAGES, Language

Status = Literal["settled", "feasible", "infeasible", "error"]
Row = tuple[object, ...]
"""What makes a row the same in two plans: whose it is, where, and perhaps when."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A dataset, and the rows that changes to its plan count from, None where it has none."""

    dataset: Any
    reference: frozenset[Row] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """What no scenario of a sweep changes; the duty by its name."""

    grounds: tuple[Ground, ...]
    policy: Policy
    year: int
    duty: str = "pairing"


@dataclass(frozen=True, slots=True)
class Task:
    """One plan to make: its row in the frame, the base's ground it stands on, what is changed."""

    row: int
    ground: int = 0
    scenario: Scenario | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a scenario.

    `goals` are the values by `part.goal`; `changes` are the rows of the reference that the plan
    has no more, `new` those that it has instead or besides; `sentences` say by language why there
    is no plan; `seconds` are the worker's own; `cost` is in yuan, where the duty's plans have one.
    """

    status: Status
    goals: Mapping[str, int] = field(default_factory=dict[str, int])
    changes: int | None = None
    new: int | None = None
    sentences: Mapping[Language, str] = field(default_factory=dict[Language, str])
    seconds: float = 0.0
    cost: int | None = None

    @classmethod
    def error(cls, key: str, /, **values: object) -> "Outcome":
        """Return that a scenario failed, by a sentence of the table of words."""
        return cls("error", sentences=_said(Sentence(key, values)))


_EQUIPPED: dict[str, Base] = {}
"""What this process was given, by the name of the sweep."""


def equip(name: str, content: bytes) -> None:
    """Give this process what does not change in a sweep."""
    _EQUIPPED[name] = pickle.loads(content)  # noqa: S301 (our own process wrote it)


def strip(name: str) -> None:
    """Let go of what was given."""
    _EQUIPPED.pop(name, None)


def work(name: str, tasks: Sequence[Task]) -> list[Outcome]:
    """Return what comes of some scenarios of the sweep that this process was equipped for."""
    return [outcome_of(_EQUIPPED[name], task) for task in tasks]


def outcome_of(base: Base, task: Task) -> Outcome:
    """Return what comes of one scenario; its failure is an outcome too.

    No files are written, nothing is verified or audited, and so nothing is called optimal.
    `settled` is where every goal meets its bound: the engine re-adds it from integer multipliers,
    and where CP-SAT had to search it is CP-SAT's own.
    """
    start = time.perf_counter()
    outcome = _outcome(base, task)
    return replace(outcome, seconds=round(time.perf_counter() - start, 4))


def _outcome(base: Base, task: Task) -> Outcome:
    ground, duty = base.grounds[task.ground], duty_named(base.duty)
    try:
        dataset, policy = ground.dataset, base.policy
        if task.scenario is not None:
            dataset, policy = task.scenario.apply(dataset, policy)
        plan = duty.make(dataset, policy, base.year)
        cost = None if duty.cost is None else duty.cost(dataset.tables(), policy, plan, plan)
    except NoPlanError as error:
        return Outcome("infeasible", sentences={to: error.sentence(to) for to in LANGUAGES})
    except PlannerError as error:
        return Outcome("error", sentences=_said(error))
    except Exception as error:  # noqa: BLE001 (one scenario's failure is a row, not the end)
        return Outcome.error("sweep.failed", value=f"{type(error).__name__}: {error}")
    goals = {f"{part.part}.{goal.goal}": goal.value for part in plan.parts for goal in part.goals}
    settled = all(plan.status_of(part) != "feasible" for part in plan.parts)
    status = "settled" if settled else "feasible"
    made = Outcome(status, goals, cost=None if cost is None else int(cost["total"].sum()))
    if ground.reference is None:
        return made
    now = same_rows(duty, plan.rows)
    changes, new = len(ground.reference - now), len(now - ground.reference)
    return replace(made, changes=changes, new=new)


def same_rows(duty: Duty, rows: pl.DataFrame) -> frozenset[Row]:
    """Return a plan's rows by what makes them the same in two plans."""
    return frozenset(rows.select(duty.key).iter_rows())


def _said(said: Sentence | PlannerError) -> dict[Language, str]:
    return {to: "; ".join(said.text(to).splitlines()) for to in LANGUAGES}
