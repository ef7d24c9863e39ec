"""The postings' benchmark, beside CP-SAT and HiGHS: `python -m tests.bench.postings [--help]`.

A made-up department of 300 cadres, of whom some (or all) may be posted over three years, and 1,566
stations. The peers are given the joint problem, goal by goal, each until its time is over; the time
it takes to build their models counts.
"""

import argparse
import datetime as dt
import multiprocessing
import sys
import time
from collections.abc import Callable

import numpy as np

from planner.allocation.problem import Problem
from planner.policy import Policy
from planner.postings.facts import Cadre, Department, Facts, Move, Span, Station
from planner.postings.training.case import Training, training_case
from planner.postings.training.make import make_training
from planner.postings.training.problem import Problems
from tests.bench.machine import machine
from tests.bench.model import Model, model_of
from tests.bench.peers import CpSat, Highs, Peer

YEAR, CADRES, DEPARTMENTS, STATIONS, COUNTIES, CITIES = 2019, 300, 23, 1566, 100, 11
PEERS: dict[str, Callable[[Model], Peer]] = {"CP-SAT": CpSat, "HiGHS": Highs}


def main(arguments: list[str]) -> int:
    """Plan each number of eligible cadres, then give the peers their time on the same problem."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.postings", description=__doc__)
    parser.add_argument("--eligible", nargs="+", type=int, default=[80, CADRES])
    parser.add_argument("--limit", type=float, default=40.0, metavar="S")
    options = parser.parse_args(arguments)
    print(machine(), flush=True)
    for number in options.eligible:
        case = training_case(facts(number), Policy(), YEAR)
        problem = Problems(case).joint
        print(
            f"{CADRES} cadres, {number} eligible: {len(case.candidates)} candidates, "
            f"{len(case.departures)} departures, {problem.options} options",
            flush=True,
        )
        ours(case)
        for name in PEERS if options.limit else ():
            limited(name, problem, options.limit)
    return 0


def ours(case: Training) -> None:
    """Say what is proved, by whom, and in how many seconds."""
    start = time.perf_counter()
    made = make_training(case)
    taken = time.perf_counter() - start
    if made is None:
        print(f"  ours: no plan, {taken:.1f} s", flush=True)
        return
    for goal in made.claims.goals:
        word = " (its word)" if goal.proof.multipliers is None else ""
        prover = f"{goal.proof.prover}{word}"
        print(f"  ours: {goal.goal} {goal.value}, bound {goal.bound}, {prover}", flush=True)
    how = "names, then hosts" if made.staged else "all at once"
    print(f"  ours: {how}, {len(made.chosen)} sent, {taken:.1f} s", flush=True)


def limited(name: str, problem: Problem, limit: float) -> None:
    """Run a peer in a process of its own, which is stopped when its time is over."""
    start = time.perf_counter()
    process = multiprocessing.get_context("fork").Process(target=peer, args=(name, problem, limit))
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        process.join()
    print(f"  {name}: over after {time.perf_counter() - start:.0f} s", flush=True)


def peer(name: str, problem: Problem, limit: float) -> None:
    """Solve a problem goal by goal as long as there is time; say what is proved."""
    start = time.perf_counter()
    model = model_of(problem)
    solver = PEERS[name](model)
    print(f"  {name}: its model after {time.perf_counter() - start:.1f} s", flush=True)
    for goal in problem.goals:
        left = limit - (time.perf_counter() - start)
        x = solver.best(model.goals[goal.name], left) if left > 0 else None
        passed = time.perf_counter() - start
        if x is None:
            print(f"  {name}: {goal.name} not proved after {passed:.0f} s", flush=True)
            return
        value = goal.value(np.flatnonzero(x[: model.options]))
        print(f"  {name}: {goal.name} {value} proved after {passed:.1f} s", flush=True)
        solver.settle(model.goals[goal.name], int(model.goals[goal.name] @ x))


def facts(eligible: int) -> Facts:
    """Return the made-up department: the first so many may be sent, in all ways of ages and days.

    Every fifth of them is newly hired in the horizon (route B), the others go by route A, the
    oldest until a birthday; some have a hold, some move.
    """
    departments = {
        f"D{n:02}": Department(f"D{n:02}", f"D{n:02}", 8 + n % 11) for n in range(DEPARTMENTS)
    }
    cadres: dict[str, Cadre] = {}
    for n in range(CADRES):
        who, unit = f"C{n:03}", f"D{n * 7 % DEPARTMENTS:02}"
        if n >= eligible:
            cadres[who] = Cadre(who, who, unit, dt.date(1975, 1, 1), None, None, 24, 240)
        elif n % 5 == 4:
            joined = dt.date(YEAR - 1, 7, 1) + dt.timedelta(days=n * 37 % 700)
            born = dt.date(1992, 1, 1) + dt.timedelta(days=n * 11 % 365)
            cadres[who] = Cadre(who, who, unit, born, joined, None, 12, 0)
        else:
            born = dt.date(1968, 3, 1) + dt.timedelta(days=n * 61 % 6000)
            cadres[who] = Cadre(who, who, unit, born, dt.date(2005, 7, 1), None, 0, 120)
    stations = tuple(
        Station(
            f"S{n:04}", f"S{n:04}", f"city {n % COUNTIES % CITIES}", f"county {n % COUNTIES}",
            40 + n * 37 % 260, 1 + n * 7 % 5, n * 53 % 101,
        )
        for n in range(STATIONS)
    )  # fmt: skip
    held = [f"C{n:03}" for n in range(0, eligible, 9)]
    first, last = dt.date(YEAR, 1, 1), dt.date(YEAR, 6, 30)
    moved = [f"C{n:03}" for n in range(3, eligible, 31)]
    return Facts(
        cadres, {}, departments, stations, {}, {},
        {who: (Span(who, "key_work", first, last),) for who in held},
        {who: (Move(who, dt.date(YEAR + 1, 3, 1), "D00"),) for who in moved},
        (), (), None,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
