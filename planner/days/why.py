"""Why a person owes what is owed, day by day in a few lines; what a trip in another month costs."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from planner.allocation.prices import NotBestError, Prices, price_of, prices
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import NotNestedError
from planner.days.calendar.case import Case
from planner.days.calendar.plan import CalendarPlan, case_again
from planner.days.calendar.problem import problem_of
from planner.days.dataset import DaysDataset, read_days
from planner.days.facts import Facts, Person
from planner.days.in_force import FILE as PAIRINGS
from planner.days.in_force import pairings_of
from planner.days.ledger import entries
from planner.days.obligations import obligation
from planner.days.read import facts_of
from planner.errors import Fault, InputError, Sentence
from planner.plans.answer import Answer, person_of
from planner.plans.losses import loss_sentence
from planner.plans.outputs import marked
from planner.policy import Policy
from planner.policy.found import InForce, policy_in_force

FREE = "tie"
"""A goal that only decides between calendars that are otherwise equal."""


def why_days(data: Path, folder: Path, person: str, policy: Path | None) -> tuple[Answer, InForce]:
    """Return a person's obligation as a folder of `planner days` counts it.

    Raises InputError with every fault of the tables, the policy or the folder.
    """
    said = marked(folder, "days", "days.no_days")
    used = policy_in_force(policy, folder, data)
    year, on = int(said["year"]), dt.date.fromisoformat(said["on"])
    dataset = read_days(data, year, used.policy)
    pairings = pairings_of((folder / PAIRINGS).read_bytes())
    facts = facts_of(dataset.frames, used.policy, year, pairings)
    return Answer(tuple(_told(facts, _person(facts, person), on))), used


def why_calendar(
    dataset: DaysDataset, policy: Policy, plan: CalendarPlan, person: str, month: str | None
) -> Answer:
    """Return a person's obligation and trips; with a month, what one there would cost.

    Raises InputError where the calendar is not the best one for these tables, or the person or the
    month is not known.
    """
    facts = facts_of(dataset.frames, policy, plan.year, plan.pairings)
    who = _person(facts, person)
    if month is None:
        before = plan.start - dt.timedelta(days=1)
        return Answer((*_told(facts, who, before), *_trips(facts, plan, who)))
    case = case_again(facts, plan)
    if month not in {week.month for week in case.weeks}:
        known = f"{case.weeks[0].month} … {case.weeks[-1].month}" if case.weeks else ""
        values = {"value": month, "known": known}
        raise InputError([Fault("MONTH", "days.why.month", values=values)])
    return _priced(case, plan, who, month)


def _told(facts: Facts, person: Person, on: dt.date) -> Iterator[Sentence]:
    """Yield what is owed and why, what counted, what is left."""
    one = obligation(facts, person, on)
    unit = facts.units.get(one.unit, one.unit)
    yield Sentence("days.why.owed", {
        "name": person.name, "person": person.id, "unit": unit, "year": facts.year.number,
        "owed": one.owed, "months": one.months,
    })  # fmt: skip
    for cause in one.causes:
        names = {"cause": f"days.cause.{cause}", "clause": f"days.clause.{cause}"}
        yield Sentence("days.why.excused", {name: Sentence(key) for name, key in names.items()})
    for entry in entries(facts, person, on):
        why = f"days.why.{entry.why_not or 'counts'}"
        yield Sentence(why, {
            "start": entry.start, "end": entry.end, "days": entry.days, "counted": entry.counted,
            "station": facts.stations[entry.station].name,
        })  # fmt: skip
    figures = {
        "on": on, "done": one.done, "short": one.short, "left": one.left,
        "status": Sentence(f"days.status.{one.status}"), "last": one.last_start or "—",
    }  # fmt: skip
    yield Sentence("days.why.stands", figures)


def _trips(facts: Facts, plan: CalendarPlan, person: Person) -> Iterator[Sentence]:
    rows = [row for row in plan.rows.to_dicts() if row["person_id"] == person.id]
    for row in rows:
        if row["station_id"] not in facts.stations:
            raise InputError([Fault("calendar.csv", "why.not_best")])
        station = facts.stations[row["station_id"]].name
        yield Sentence("days.why.trip", {**row, "station": station})
    if not rows:
        yield Sentence("days.why.no_trip")


def _priced(case: Case, plan: CalendarPlan, person: Person, month: str) -> Answer:
    """Return the least that a trip in a month costs, each station's cheapest week."""
    problem = problem_of(case)
    chosen = _chosen(case, plan)
    wanted = [
        at
        for at in range(len(case.options))
        if case.persons[at] == person.id and case.months[at] == month
    ]
    values: dict[str, Any] = {"name": person.name, "month": month}
    if any(at in chosen for at in wanted):
        return Answer((Sentence("days.why.goes", values),))
    if not wanted:
        return Answer((Sentence("days.why.no_option", values),))
    found = _losses(problem, chosen, wanted)
    best = min((loss for loss in found.values() if loss is not None), default=None)
    if best is None:
        return Answer((Sentence("days.why.impossible", values),))
    at = next(at for at in wanted if found[at] == best)
    station = case.facts.stations[case.stations[at]].name
    names = [goal.name for goal in problem.goals]
    losses = dict(zip(names, best, strict=True))
    costs = any(loss for name, loss in losses.items() if name != FREE)
    key = "days.why.price" if costs else "days.why.free"
    values |= {"station": station, "week": case.week_names[at], "losses": loss_sentence(losses)}
    row = {"station_id": case.stations[at], "week": case.week_names[at]}
    return Answer((Sentence(key, values),), [row | dict(zip(names, best, strict=True))])


def _losses(
    problem: Problem, chosen: IntArray, wanted: list[int]
) -> dict[int, tuple[int, ...] | None]:
    """Return each option's losses goal by goal, None where it can't be had."""
    try:
        every = prices(problem, chosen)
    except NotNestedError:
        return {at: price_of(problem, chosen, at) for at in wanted}
    except NotBestError:
        raise InputError([Fault("calendar.csv", "why.not_best")]) from None
    return {at: _loss(every, at) for at in wanted}


def _loss(every: Prices, at: int) -> tuple[int, ...] | None:
    return tuple(int(loss) for loss in every.loss[at]) if every.possible[at] else None


def _chosen(case: Case, plan: CalendarPlan) -> IntArray:
    rows = plan.rows.select("person_id", "station_id", "week").rows()
    place = {
        (case.persons[at], case.stations[at], case.week_names[at]): at
        for at in range(len(case.options))
    }
    if any(row not in place for row in rows):
        raise InputError([Fault("calendar.csv", "why.not_best")])
    return np.array(sorted(place[row] for row in rows), np.int64)


def _person(facts: Facts, person: str) -> Person:
    names = {one.id: one.name for one in facts.people.values()}
    return facts.people[person_of(names, person, "days.why.nobody", "days.why.several")]
