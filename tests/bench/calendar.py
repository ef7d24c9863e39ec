"""The calendar's benchmark, beside CP-SAT on the whole: `python -m tests.bench.calendar [--help]`.

A made-up year of 25 departments, 9 leaders, 65 stations and as many cadres as asked for.
"""

import argparse
import datetime as dt
import sys
import time

import numpy as np

from planner.days.calendar import weekly
from planner.days.calendar.case import Case, case_of
from planner.days.calendar.make import make_calendar
from planner.days.calendar.peaks import peaks
from planner.days.calendar.problem import problem_of
from planner.days.facts import Absence, Facts, Pairing, Person, Station, Visit
from planner.days.spans import Span, Year
from planner.policy import Policy
from tests.bench.machine import machine
from tests.bench.model import model_of
from tests.bench.peers import CpSat

YEAR, DEPARTMENTS, LEADERS, STATIONS = 2020, 25, 9, 65
FIRST = dt.date(YEAR, 1, 1)


def main(arguments: list[str]) -> int:
    """Make the calendar of each size, then give CP-SAT its time on the same problem."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.calendar", description=__doc__)
    parser.add_argument("--cadres", nargs="+", type=int, default=[300, 800])
    parser.add_argument("--limit", type=float, default=180.0, metavar="S")
    options = parser.parse_args(arguments)
    print(machine(), flush=True)
    for number in options.cadres:
        case, start = case_of(facts(number), FIRST), time.perf_counter()
        print(f"{number} cadres: {len(case.needs)} people, {len(case.options)} options, "
              f"{len(case.weeks)} weeks", flush=True)  # fmt: skip
        ours(case)
        print(f"  ours, all of it: {time.perf_counter() - start:.1f} s", flush=True)
        if options.limit:
            cpsat(case, options.limit)
    return 0


def ours(case: Case) -> None:
    """Say what is proved, and by whom."""
    start = time.perf_counter()
    made = make_calendar(case)
    taken = time.perf_counter() - start
    for part in made.parts:
        goals = ", ".join(f"{g.goal} {g.value}/{g.bound} {g.proof.prover}" for g in part.goals)
        proved = all(goal.value == goal.bound for goal in part.goals)
        print(f"  ours, {part.part}: {goals}{'' if proved else ' (a gap)'}", flush=True)
    parts = len(weekly.parts(weekly.weekly_of(case, made.chosen)))
    print(f"  ours, months and weeks ({parts} parts): {taken:.1f} s", flush=True)
    start = time.perf_counter()
    found = peaks(case, made.chosen)
    level = sum(one.value == one.bound for one in found)
    print(f"  ours, peaks: {level} of {len(found)} groups at their bound, "
          f"{time.perf_counter() - start:.1f} s", flush=True)  # fmt: skip


def cpsat(case: Case, limit: float) -> None:
    """Give CP-SAT the whole problem on every core, goal by goal, until the time is over."""
    problem = problem_of(case)
    model, start = model_of(problem), time.perf_counter()
    peer = CpSat(model)
    for goal in problem.goals:
        left = limit - (time.perf_counter() - start)
        x = peer.best(model.goals[goal.name], left) if left > 0 else None
        passed = time.perf_counter() - start
        if x is None:
            print(f"  CP-SAT: {goal.name} not proved after {passed:.0f} s", flush=True)
            return
        value = goal.value(np.flatnonzero(x[: model.options]))
        print(f"  CP-SAT: {goal.name} {value} proved after {passed:.1f} s", flush=True)
        peer.settle(model.goals[goal.name], int(model.goals[goal.name] @ x))


def facts(cadres: int) -> Facts:
    """Return the made-up year: absences and visits of January by each person's number."""
    stations = {
        f"S{n:02}": Station(f"S{n:02}", f"S{n:02}", 1 + n * 7 % 5, 40 + n * 37 % 260)
        for n in range(STATIONS)
    }
    names = list(stations)
    units = {f"L{n}": f"L{n}" for n in range(LEADERS)}
    paired = {unit: tuple(names[2 * at : 2 * at + 2]) for at, unit in enumerate(units)}
    departments = [f"D{n:02}" for n in range(DEPARTMENTS)]
    at = 2 * LEADERS
    for n, unit in enumerate(departments):
        width = 2 if n % 5 else 1
        paired[unit] = tuple(names[at : at + width])
        at += width
    kinds = {unit: "leader" if unit in units else "department" for unit in paired}
    people = {unit: Person(unit, "leader", unit, unit) for unit in units}
    for n in range(cadres):
        who, unit = f"C{n:03}", departments[n * 11 % DEPARTMENTS]
        first = dt.date(YEAR, 1, 1) + dt.timedelta(days=n * 53 % 300)
        away = (Absence("leave", Span(first, first + dt.timedelta(days=20 + n % 40))),)
        people[who] = Person(who, "cadre", who, unit, "below", absences=away if n % 6 == 0 else ())
    visits = [
        Visit(who, paired[one.department][0], dt.date(YEAR, 1, 6), dt.date(YEAR, 1, 6 + n % 4))
        for n, (who, one) in enumerate(people.items())
        if n % 9 == 0
    ]
    return Facts(
        Year(YEAR), Policy(), people, stations, units | {d: d for d in departments},
        tuple(visits), (Pairing(FIRST, paired, kinds),),
        blocked=(("*", Span(dt.date(YEAR, 1, 20), dt.date(YEAR, 2, 7))),),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
