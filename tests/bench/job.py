"""One measurement in a process of its own: `python -m tests.bench.job SOLVER CASE FOLDER RULES S`.

Says what happens as it happens, a JSON object a line: `start` (the clock starts: solver imported,
tables validated), `goal` (one more is proved), `end`.
"""

import hashlib
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from planner.allocation.face import levels_of
from planner.allocation.nest import Order
from planner.allocation.reduce import reduction_of
from planner.allocation.solve import Engine
from planner.dataset import Dataset, read_dataset
from planner.errors import SolverError
from planner.pairing.case import case_of
from planner.pairing.field import field_of
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS
from planner.policy import Policy
from tests.bench.cases import dataset_of, policy_of
from tests.bench.folders import CASES
from tests.bench.model import model_of
from tests.bench.peers import PEERS
from tests.bench.stages import stages

_RUNS, _ENOUGH_SECONDS = 15, 20.0
_LIBRARY = {"highs": "scipy.optimize", "cpsat": "ortools.sat.python.cp_model", "scip": "pyscipopt"}


@dataclass(frozen=True, slots=True)
class Task:
    """What to solve: the clock starts with this in hand."""

    dataset: Dataset
    policy: Policy
    year: int


def main(solver: str, name: str, folder: str, rules: str, seconds: str) -> None:
    """Measure one solver on one case."""
    case = CASES[name]
    if solver == "read":
        return _read(Path(folder), case.year)
    task = Task(dataset_of(case, Path(folder)), policy_of(rules), case.year)
    kind, _, variant = solver.partition(":")
    if kind == "ours":
        return _ours(task, "cpsat" if variant == "cpsat" else None, float(seconds))
    importlib.import_module(_LIBRARY[kind])
    _say("start")
    return _peer(task, kind, variant == "reduced", float(seconds))


def _say(event: str, **facts: Any) -> None:
    print(json.dumps({"event": event, **facts}), flush=True)


def _read(folder: Path, year: int) -> None:
    """Read and validate a few times."""
    times = [_timed(lambda: read_dataset(folder, year))[0] for _ in range(5)]
    _say("end", first=times[0], seconds=min(times), median=median(times), runs=len(times))


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _ours(task: Task, engine: Engine | None, limit: float) -> None:
    """Make the plan several times; the first run loads libraries as well."""

    def make() -> Plan:
        return make_plan(task.dataset, task.policy, task.year, engine=engine, seconds=limit)

    _say("start")
    try:
        first, plan = _timed(make)
    except SolverError as error:
        return _say("unsolved", why=str(error))
    times, least = [first], 3 if first < _ENOUGH_SECONDS else 1
    begun = time.process_time()
    while len(times) < least or (len(times) < _RUNS and sum(times) < _ENOUGH_SECONDS):
        times.append(_timed(make)[0])
    cpu = (time.process_time() - begun) / max(1, len(times) - 1)
    for part, number in _pairs(task, plan).items():
        _say("pairs", part=part, number=number)
    for part, status, goal, _, value, bound in plan.goals().iter_rows():
        _say("goal", part=part, goal=goal, value=value, proved=value == bound, status=status)
    chosen = zip(plan.pairs["unit_id"], plan.pairs["station_id"], strict=True)
    facts = {"first": first, "seconds": min(times), "median": median(times), "runs": len(times)}
    spent = stages(make) if least > 1 else {}
    return _say("end", digest=_digest(chosen), stages=spent, cpu=cpu, **facts)


def _pairs(task: Task, plan: Plan) -> dict[str, int]:
    """Return how many pairs are allowed in each part."""
    field = field_of(task.dataset, task.policy, task.year)
    standing = {"leaders": None, "departments": plan.of("leaders")["station_id"].to_list()}
    return {
        part: len(case_of(task.dataset, task.policy, task.year, part, field, standing[part]).unit)
        for part in PARTS
    }


def _peer(task: Task, kind: str, reduced: bool, seconds: float) -> None:
    """Let a peer solve both parts, each goal after the other."""
    start, standing = time.perf_counter(), None
    field, pairs = field_of(task.dataset, task.policy, task.year), list[tuple[str, str]]()
    for part in PARTS:
        case = case_of(task.dataset, task.policy, task.year, part, field, standing)
        problem = problem_of(case)
        kept = np.arange(problem.options)
        if reduced:
            levels = levels_of(problem)
            kept = reduction_of(problem, levels, Order(levels)).kept
            problem = problem.take(kept)
        model = model_of(problem)
        peer = PEERS[kind](model)
        chosen = kept[:0]
        for goal in problem.goals:
            left = seconds - (time.perf_counter() - start)
            x = peer.best(model.goals[goal.name], left) if left > 0 else None
            if x is None:
                return
            chosen = np.flatnonzero(x[: model.options])
            assert problem.allows(chosen), f"{kind} breaks a quota"
            value, passed = goal.value(chosen), time.perf_counter() - start
            _say("goal", part=part, goal=goal.name, value=value, proved=True, passed=passed)
            peer.settle(model.goals[goal.name], int(model.goals[goal.name] @ x))
        unit, station = case.unit[kept[chosen]], case.station[kept[chosen]]
        standing = [field.ids[at] for at in station]
        pairs += zip((case.units.ids[at] for at in unit), standing, strict=True)
    _say("end", seconds=time.perf_counter() - start, digest=_digest(pairs))


def _digest(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the same text for the same set of pairs."""
    return hashlib.sha256(repr(sorted(pairs)).encode()).hexdigest()[:12]


if __name__ == "__main__":
    main(*sys.argv[1:])
