"""The tiny world with every table in use, and scenarios over it in few words."""

from typing import Any

from planner.dataset import Dataset
from planner.errors import Fault, InputError
from planner.policy import Policy
from planner.scenario import Scenario
from tests.audit.world import WORLD, World, department
from tests.pairing.tiny import dataset

LEADERS = [
    {"leader_id": "L1", "name": "厅长", "principal": True},
    {"leader_id": "L2", "name": "副厅长", "principal": False},
]
WORLD2: World = WORLD.but(
    leaders=LEADERS,
    departments=[department("D1", 12), {**department("D2", 6), "leader_id": "L2"}],
    history=["2017 L1 A1a", "2018 D1 B1a"],
    wishes=["D1 1 county C2", "D2 1 station A2b", "D2 2 station 司法所B2a"],
    recusals=["D1 city A", "L2 station B2a"],
    pins=["D2 A2b require", "L1 C1b forbid"],
)
"""L1 is the principal and in charge of D1, L2 of D2."""

BASE: Dataset = dataset(WORLD2)
POLICY = Policy()


def changed(**changes: Any) -> Dataset:
    """Return the tables as a scenario of these changes makes them."""
    return Scenario("试", changes).apply(BASE, POLICY)[0]


def policy(**sections: Any) -> Policy:
    """Return the policy as a scenario of these sections makes it."""
    return Scenario("试", {"policy": sections}).apply(BASE, POLICY)[1]


def faults(scenario: Scenario, base: Dataset = BASE) -> list[Fault]:
    """Return what is wrong with a scenario."""
    try:
        scenario.apply(base, POLICY)
    except InputError as error:
        return list(error.faults)
    return []


def said(**changes: Any) -> list[str]:
    """Return what is wrong with changes, as `path: sentence`, in English."""
    lines = [fault.text("en") for fault in faults(Scenario("试", changes))]
    return [line.removeprefix("scenario.toml ") for line in lines]


def notes(tables: Dataset) -> list[str]:
    """Return the warnings of changed tables that the scenario gave, in English."""
    own = (one for one in tables.warnings if one.file == "scenario.toml")
    return [one.text("en").removeprefix("scenario.toml ") for one in own]
