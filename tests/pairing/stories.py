"""Why a unit has its stations and why not another, told of plans that one can make by eye.

One leader and D1 have one station each. A1a needs 55, B1a 41, C1a 28 and every other station 15:
the leader is at A1a. D1 has wished for county B1 second, so it is at B1a.
"""

from planner.pairing.plan import Plan
from planner.pairing.why import why_pair, why_unit
from planner.plans.answer import Answer
from tests.audit.world import WORLD, World, department
from tests.pairing.tiny import dataset, plan

ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5, topics="普法")])
NEEDY = (
    ONE.where("A1a", hardship=3)
    .where("B1a", hardship=2)
    .where("C1a", hardship=1, focus="普法")
    .but(wishes=["D1 2 county B1"])
)


def asked(world: World, unit: str, station: str | None = None, made: Plan | None = None) -> Answer:
    """Return the answer about a unit, or about a unit and a station."""
    made = plan(world) if made is None else made
    if station is None:
        return why_unit(dataset(world), world.policy, made, unit)
    return why_pair(dataset(world), world.policy, made, unit, station)


def zh(answer: Answer) -> list[str]:
    return [sentence.text("zh") for sentence in answer.sentences]


def en(answer: Answer) -> list[str]:
    return [sentence.text("en") for sentence in answer.sentences]
