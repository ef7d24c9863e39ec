"""Examples of questions, chosen from whatever dataset is there."""

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.errors import NoPlanError
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.policy import Policy
from planner.scenario import Scenario
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
    """Return a scenario in which the neediest station of the plan's leaders is closed."""
    row = plan.of("leaders").sort("need", "station_id", descending=[True, False]).row(0, named=True)
    name = say("example.closed", language, station=row["station"], unit=row["unit"])
    return Scenario(name, {"stations": {"remove": [row["station_id"]]}})


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


def why_no_plan(
    dataset: Dataset, policy: Policy, year: int, scenario: Scenario, language: Language = "zh"
) -> list[str]:
    """Return why a scenario has no plan and what would repair it; nothing where it has one."""
    try:
        make_plan(*scenario.apply(dataset, policy), year)
    except NoPlanError as error:
        return error.text(language).splitlines()
    return []


def priced_pair(prices: pl.DataFrame) -> tuple[str, str]:
    """Return the first pair (unit, station) of a price table that could be had, at a price."""
    dear = prices.filter(~pl.col("chosen"), "possible", ~pl.col("free"))
    return dear.select("unit_id", "station_id").row(0)


def not_nominated(dataset: Dataset, plan: Plan) -> tuple[str, str]:
    """Return a department of the plan, and a station that was not nominated (else any other)."""
    unit = plan.of("departments")["unit_id"][0]
    others = dataset.stations.join(plan.pairs, "station_id", "anti")
    return unit, others.sort("nominated", "station_id")["station_id"][0]
