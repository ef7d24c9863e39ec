"""A small sweep and what must come of it, scenario by scenario."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import cache
from pathlib import Path

import polars as pl

from planner.dataset import Dataset
from planner.errors import NoPlanError
from planner.pairing.duty import PAIRING
from planner.pairing.make import make_plan
from planner.policy import Policy
from planner.sweep import BASELINE, Sweep, run_sweep
from planner.sweep.work import Base, Outcome, Task, outcome_of, same_rows
from tests.audit.world import WORLD
from tests.pairing.tiny import dataset

DATA, POLICY, YEAR = dataset(WORLD), WORLD.policy, WORLD.year

AXES = {
    "policy.stations.per_county": [1, 2],
    "stations.set.A1a.hardship": [0, 1, 2, 3],
    "departments.set.D1.headcount": [4, 12],
    "stations.remove": [[], ["B1a"], ["B1a", "B1b", "B2a", "B2b", "C1a", "C1b", "C2a", "C2b"]],
}
GRID = Sweep(AXES)
"""48 scenarios. In the third of each three only city A is left: L1 needs two cities, there is no
plan."""


def swept(sweep: Sweep = GRID, journal: Path | None = None, **means: object) -> pl.DataFrame:
    """Return the frame of a sweep over the world, but for its times."""
    return timeless(run_sweep(DATA, POLICY, YEAR, sweep, journal=journal, **means))  # pyright: ignore[reportArgumentType]


def timeless(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a sweep's frame without its times."""
    return frame.drop("seconds")


def one_by_one(sweep: Sweep = GRID, data: Dataset = DATA, policy: Policy = POLICY) -> pl.DataFrame:
    """Return what plans made one after the other come to: name, status, goals, changes, new."""
    base = make_plan(data, policy, YEAR)
    before = same_rows(PAIRING, base.pairs)
    rows: list[dict[str, object]] = []
    variants = sweep.variants(data, {str(station) for _, station in before})
    for name, scenario in [(BASELINE, None), *((v.scenario.name, v.scenario) for v in variants)]:
        row: dict[str, object] = {"name": name}
        try:
            new_data, figures = (data, policy) if scenario is None else scenario.apply(data, policy)
            plan = make_plan(new_data, figures, YEAR)
        except NoPlanError as error:
            rows.append(row | {"status": "infeasible", "sentence": error.sentence("zh")})
            continue
        after = same_rows(PAIRING, plan.pairs)
        values = {f"{part}.{goal}": value for part, _, goal, _, value, _ in plan.goals().rows()}
        row |= {"status": "settled", "sentence": None, **values}
        rows.append(row | {"changes": len(before - after), "new": len(after - before)})
    return pl.DataFrame(rows, infer_schema_length=None)


@cache
def expected() -> pl.DataFrame:
    """Return what the small sweep must come to, made once a process."""
    return one_by_one()


def same(frame: pl.DataFrame, other: pl.DataFrame) -> bool:
    """Return whether a frame has what plans made one by one come to."""
    return frame.select(other.columns).equals(other)


class Hands:
    """A crew in this very process that works when it is handed a chunk, and can be told to die."""

    def __init__(
        self, base: Base, hands: int = 2, deadly: Sequence[int] = (), deaths: int = 9
    ) -> None:
        self.hands = hands
        self.losses: tuple[type[BaseException], ...] = (ConnectionError,)
        self.chunks = list[list[int]]()
        self.closed = False
        self._base, self._deadly, self._deaths = base, deadly, deaths

    def submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
        self.chunks.append([task.row for task in tasks])
        future: Future[list[Outcome]] = Future()
        if self._deaths and any(task.row in self._deadly for task in tasks):
            self._deaths -= 1
            future.set_exception(ConnectionError("gone"))
        else:
            future.set_result([outcome_of(self._base, task) for task in tasks])
        return future

    def check(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
