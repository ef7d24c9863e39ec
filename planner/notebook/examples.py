"""Examples of questions, chosen from whatever dataset is there."""

import re
from dataclasses import dataclass
from typing import Any, cast

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.errors import NoPlanError
from planner.notebook.chart_frames import units_called
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.policy import Policy
from planner.repairs import Repairs
from planner.repairs.figures import told as told_change
from planner.repairs.found import LISTED
from planner.scenario import Scenario
from planner.wording import told
from planner.words import Language, say


def departments_away(plan: Plan, number: int = 2, language: Language = "zh") -> Scenario:
    """Return a scenario in which the last departments of a plan are on village duty, too."""
    units = plan.of("departments").select("unit_id", "unit").unique(maintain_order=True)
    last = units.tail(number)
    scenario = Scenario(say("example.away", language, units="、".join(last["unit"])))
    for unit in last["unit_id"]:
        scenario = scenario.with_value(f"departments.set.{unit}.village_duty", True)
    return scenario


def closed_station(plan: Plan, language: Language = "zh") -> Scenario:
    """Return a scenario in which the plan's departments' farthest station is closed."""
    own = plan.of("departments").sort("travel_minutes", "station_id", descending=[True, False])
    row = own.row(0, named=True)
    name = say("example.closed", language, station=row["station"], unit=row["unit"])
    return Scenario(name, {"stations": {"remove": [row["station_id"]]}})


def told_scenario(scenario: Scenario, dataset: Dataset, language: Language = "zh") -> list[str]:
    """Return what a scenario changes, a sentence each, rows called by their names."""
    names = units_called(dataset) | dict(rows_of(dataset.stations, "station_id", "name"))
    lines = (line.partition(" ") for line in told(scenario.changes, language))
    return [f"{names.get(row, row)}{space}{rest}" for row, space, rest in lines]


def impossible_year(dataset: Dataset, policy: Policy, language: Language = "zh") -> Scenario:
    """Return a scenario without a plan: the first leader is recused from too many cities."""
    leader, name = next(iter(rows_of(dataset.leaders, "leader_id", "name")))
    cities = sorted(set(dataset.stations["city"]))
    # In what is left the leader has fewer stations than it needs, whatever is nominated there.
    left = 1 if policy.leaders.stations[0] > policy.leaders.per_city else 0
    recused = [
        {"unit_id": leader, "level": "city", "place": city, "reason": say("example.if", language)}
        for city in cities[left:]
    ]
    words = say("example.impossible", language, unit=name, cities=len(recused))
    return Scenario(words, {"recusals": {"add": recused}})


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Why a scenario has no plan, and how many repairs it has: sentences, a line each."""

    scenario: str
    lines: tuple[str, ...] = ()
    number: int = 0


def why_no_plan(
    dataset: Dataset, policy: Policy, year: int, scenario: Scenario, language: Language = "zh"
) -> NoPlan:
    """Return why a scenario has no plan and what would repair it; no lines where it has one.

    A figure is called by its name, and a row that only the scenario has is called the scenario's.
    """
    try:
        make_plan(*scenario.apply(dataset, policy), year)
    except NoPlanError as error:
        found = cast("Repairs[Any]", error.repairs)
        head, *rest = found.text(language).splitlines()
        joint = say("repair.and", language)
        listed = [
            f"  {number}. {joint.join(told_change(one, language) for one in repair.changes)}"
            for number, repair in enumerate(found.found[:LISTED], 1)
        ]
        text = "\n".join([error.sentence(language), head, *listed, *rest[len(listed) :]])
        lines = _of_scenario(text, scenario, dataset, language)
        return NoPlan(scenario.name, tuple(lines), found.number)
    return NoPlan(scenario.name)


def _of_scenario(text: str, scenario: Scenario, dataset: Dataset, language: Language) -> list[str]:
    """Return the lines of a text in which no recusal is named as a file's that is not there."""
    file, last = dataset.file("recusals"), max(dataset.recusals["row"], default=1)
    here, added = (
        say("example.here", language),
        len(scenario.changes.get("recusals", {}).get("add", ())),
    )
    text = text.replace(say("rows.many", language, file=file, number=added), here)
    rows = rf"{re.escape(file)}:(\d+)"
    return re.sub(rows, lambda at: here if int(at[1]) > last else at[0], text).splitlines()


def priced_pair(prices: pl.DataFrame) -> tuple[str, str]:
    """Return the first pair (unit, station) of a price table that could be had, at a price."""
    dear = prices.filter(~pl.col("chosen"), "possible", ~pl.col("free"))
    return dear.select("unit_id", "station_id").row(0)


def not_nominated(dataset: Dataset, plan: Plan) -> tuple[str, str]:
    """Return a department of the plan, and a station that was not nominated (else any other)."""
    unit = plan.of("departments")["unit_id"][0]
    others = dataset.stations.join(plan.pairs, "station_id", "anti")
    return unit, others.sort("nominated", "station_id")["station_id"][0]
