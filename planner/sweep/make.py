"""Planning many scenarios, of one dataset or of several, on every core or on a cluster."""

import hashlib
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import polars as pl

from planner.duties import duty_named
from planner.errors import Fault, InputError, NoPlanError, SolverError
from planner.plans.duty import Duty
from planner.policy import Policy
from planner.sweep.axes import Sweep, check_names
from planner.sweep.frame import frame_of
from planner.sweep.journal import Journal
from planner.sweep.processes import Processes, cores
from planner.sweep.runner import Crew, run
from planner.sweep.work import Base, Ground, Outcome, Row, Task, same_rows
from planner.tables import write_csv
from planner.words import WORDS, Language

BASELINE = "baseline"
"""The name of a dataset's first row: its plan as it stands."""

Progress = Callable[[int, int], None]
"""Told how many scenarios are done, of how many; first those that were done before."""


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A scenario with its place in the frame, and the key by which its outcome is known."""

    name: str
    values: Mapping[str, object]
    task: Task
    key: str


def run_sweep(
    dataset: Any,
    policy: Policy,
    year: int,
    sweep: Sweep | None = None,
    *,
    duty: str = "pairing",
    workers: int | None = None,
    scheduler: str | None = None,
    journal: Path | None = None,
    progress: Progress | None = None,
    language: Language = "zh",
) -> pl.DataFrame:
    """Plan the base and every scenario of a sweep; return a row for each (see `frame_of`).

    `dataset` is what plans of the `duty` (by its name) are made from: its tables, and what is in
    force beside them (`planner.sweep.base`). Several datasets by name are swept one after the
    other, or only planned where there is no sweep.
    Runs on `workers` fresh processes, by default one for each core (a script needs its
    `if __name__ == "__main__"`), or on the Dask cluster behind `scheduler`. `journal` is a file
    that keeps what is finished: with it the same sweep goes on where it was interrupted. A scenario
    that fails is a row with its error, and is tried again then. Raises `InputError` where the
    sweep, a dataset or the cluster is wrong, `NoPlanError` where stations of the plan are to close
    and there is none, `SpokenError` where the cluster is lost or no process starts.
    """
    of = duty_named(duty)
    datasets = cast("Mapping[str, Any]", dataset)
    several = datasets if isinstance(dataset, Mapping) else {"": dataset}
    base, rows = _prepared(of, several, policy, year, sweep)
    tell = progress or _nobody
    record = None if journal is None else Journal(journal)
    known = {} if record is None else record.read()
    outcomes = {row.task.row: known[row.key] for row in rows if row.key in known}

    def done(task: Task, outcome: Outcome) -> None:
        outcomes[task.row] = outcome
        if record is not None and outcome.status != "error":  # what failed is tried again
            record.write(rows[task.row].key, outcome)
        tell(len(outcomes), len(rows))

    tell(len(outcomes), len(rows))
    if left := [row.task for row in rows if row.task.row not in outcomes]:
        run(left, _crew(base, workers, scheduler, len(left)), done)
    named = [(row.name, row.values, outcomes[row.task.row]) for row in rows]
    return frame_of(named, of, policy, language)


def _nobody(done: int, total: int) -> None:
    """Tell nobody."""


def _prepared(
    duty: Duty, datasets: Mapping[str, Any], policy: Policy, year: int, sweep: Sweep | None
) -> tuple[Base, list[_Line]]:
    """Return what does not change, and the rows: each dataset's baseline, then its scenarios."""
    if sweep is not None and sweep.each not in (None, *duty.each):
        values = {"value": sweep.each, "known": " / ".join(duty.each), "day": f"{year}-07-01"}
        key = f"sweep.each.{duty.name}"
        key = key if key in WORDS else "sweep.each"
        raise InputError([Fault(sweep.file, key, column="each", values=values)])
    grounds, rows = list[Ground](), list[_Line]()
    for at, (name, dataset) in enumerate(datasets.items()):
        reference = None if sweep is None else _reference(duty, dataset, policy, year, sweep)
        grounds.append(Ground(dataset, reference))
        digest = _digest(duty, grounds[-1], policy, year)
        named = {"dataset": name} if name else {}
        rows.append(_Line(BASELINE, named, Task(len(rows), at), digest))
        if sweep is None:
            continue
        variants = sweep.variants(dataset, {str(row[1]) for row in reference or ()})
        check_names(variants, dataset, policy)
        for variant in variants:
            scenario, key = variant.scenario, f"{digest}-{variant.scenario.digest()}"
            task = Task(len(rows), at, scenario)
            rows.append(_Line(scenario.name, {**named, **variant.values}, task, key))
    return Base(tuple(grounds), policy, year, duty.name), rows


def _reference(
    duty: Duty, dataset: Any, policy: Policy, year: int, sweep: Sweep
) -> frozenset[Row] | None:
    """Return the rows that changes count from: those in force, else the baseline's, if any."""
    in_force = duty.in_force(dataset)
    if in_force is not None:
        return same_rows(duty, in_force)
    try:
        return same_rows(duty, duty.make(dataset, policy, year).rows)
    except (NoPlanError, SolverError):
        if sweep.each == "closure":
            raise
        return None


def _digest(duty: Duty, ground: Ground, policy: Policy, year: int) -> str:
    """Return what an outcome depends on besides its scenario, as one short text."""
    digest = hashlib.sha256()
    for frame in ground.dataset.tables().values():
        digest.update(write_csv(frame))
    said: list[object] = [duty.name, sorted(ground.dataset.aside().items())]
    said += [policy.digest(), year, sorted(ground.reference or ()), ground.reference is None]
    said += [(name, version(name)) for name in ("planner", "ortools", "numpy", "polars")]
    digest.update(repr(said).encode())
    return digest.hexdigest()


def _crew(base: Base, workers: int | None, scheduler: str | None, tasks: int) -> Crew:
    """Return the workers, each given the base once."""
    content, name = pickle.dumps(base), uuid4().hex
    if scheduler is None:
        return Processes(name, content, min(workers or cores(), tasks))
    try:
        from planner.sweep.cluster import Cluster
    except ModuleNotFoundError as error:
        fault = Fault("--scheduler", "sweep.scheduler.extra", values={"value": error.name})
        raise InputError([fault]) from None
    return Cluster(name, content, scheduler)
