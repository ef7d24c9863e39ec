"""Sweeps: cost as scenarios and workers grow, on processes and on Dask, and all of China.

`python -m tests.bench.sweeps [--scenarios N …] [--workers N …] [--skip processes dask china]`.
Fewer than a thousand scenarios or other than two workers leave the aims for those untold.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl

from planner.dataset import Dataset, read_dataset
from planner.policy import Policy
from planner.sweep import Sweep, run_sweep
from tests.bench.folders import folder_of
from tests.bench.machine import machine

AXES = {
    "policy.stations.per_county": (1, 2),
    "policy.rotation.years": (0, 1, 2, 3, 4),
    "policy.departments.two_from_headcount": (8, 9, 10, 11, 12),
    "policy.need.hardship": (20, 30, 40, 50, 60),
    "departments.set.D05.village_duty": (False, True),
    "stations.set.360102006.nominated": (False, True),
}
"""1,000 scenarios of the example: figures of the policy, a department's duty, a nomination."""

AIMS = {("processes", 1000, 2): 45.0, ("provinces", 31, 2): 15.0}
"""Seconds that a run of so many scenarios on so many workers should take at most."""

MUNICIPALITIES = ("11", "12", "31", "50")

Work = Callable[[], pl.DataFrame]


def main(arguments: list[str]) -> int:
    """Run it and print a line for each run, with its aim where it has one."""
    options = _options(arguments)
    print(machine())
    print("what        scenarios  workers   seconds  a second   CPU s  a CPU s")
    data = read_dataset(folder_of("jiangxi", Path()), 2019)
    for workers, number in product(options.workers, options.scenarios):
        work = partial(_jiangxi, data, sweep_of(number))
        if "processes" not in options.skip:
            _measured("processes", number, workers, partial(work, workers=workers))
        if "dask" not in options.skip:
            _dask(work, number, workers)
    if "china" not in options.skip:
        _china(max(options.workers))
    return 0


def sweep_of(number: int) -> Sweep:
    """Return some scenarios of the grid, mixed so that every axis has all its values."""
    grid = list(product(*AXES.values()))
    mixed = [grid[(at * 611) % len(grid)] for at in range(number)]  # 611 and 1,000 are coprime
    return Sweep(dict(zip(AXES, map(list, zip(*mixed, strict=True)), strict=True)), "list")


def _jiangxi(data: Dataset, sweep: Sweep, **means: Any) -> pl.DataFrame:
    return run_sweep(data, Policy(), 2019, sweep, **means)


def _dask(work: Callable[..., pl.DataFrame], number: int, workers: int) -> None:
    """Sweep on a cluster of processes over loopback that stands already."""
    from distributed import LocalCluster

    started: Any = LocalCluster
    cluster = started(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    )
    _measured("dask", number, workers, partial(work, scheduler=cluster.scheduler_address), cluster)


def _china(workers: int) -> None:
    """Plan the 31 provinces, each with leaders and departments of its own, as many as Jiangxi's."""
    with tempfile.TemporaryDirectory() as aside:
        stations = read_dataset(folder_of("china", Path(aside)), 2024).stations
    units = read_dataset(folder_of("jiangxi", Path()), 2019)
    provinces = {
        code: province(code, stations.filter(pl.col("station_id").str.starts_with(code)), units)
        for code in stations["station_id"].str.head(2).unique().sort()
    }
    work = partial(run_sweep, provinces, Policy(), 2024, workers=workers)
    _measured("provinces", len(provinces), workers, work)


def province(code: str, stations: pl.DataFrame, units: Dataset) -> Dataset:
    """Return a province's dataset; in a municipality the districts stand where cities do."""
    if code in MUNICIPALITIES:
        stations = stations.with_columns(city="county")
    own = {name: pl.format(f"{code}-{{}}", name) for name in ("leader_id", "department_id")}
    leaders = units.leaders.with_columns(leader_id=own["leader_id"])
    departments = units.departments.with_columns(**own)
    frames = {"leaders": leaders, "departments": departments, "stations": stations}
    return Dataset.from_frames(2024, **frames)


def _measured(
    what: str,
    number: int,
    workers: int,
    work: Work,
    crew: AbstractContextManager[Any] | None = None,
) -> None:
    """Run it once and print what it took; the processor's time is that of all the workers."""
    before = _cpu()
    with crew or nullcontext():
        start = time.perf_counter()
        frame = work()
        seconds = time.perf_counter() - start
    cpu = _cpu() - before
    statuses = frame["status"].value_counts().sort("status").rows()
    told = ", ".join(f"{count} {status}" for status, count in statuses)
    aim = AIMS.get((what, number, workers))
    if aim is not None:
        told += f"; aim {aim:.0f} s: {'hit' if seconds <= aim else 'MISS'}"
    print(f"{what:10}{number:11}{workers:9}{seconds:10.2f}{number / seconds:10.1f}{cpu:8.1f}"
          f"{number / cpu:9.1f}  {told}", flush=True)  # fmt: skip


def _cpu() -> float:
    """Return the processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sweeps", description=__doc__)
    add = parser.add_argument
    add("--scenarios", type=int, nargs="+", default=[100, 300, 1000], metavar="N")
    add("--workers", type=int, nargs="+", default=[1, 2], metavar="N")
    add("--skip", nargs="+", choices=("processes", "dask", "china"), default=())
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
