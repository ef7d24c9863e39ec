"""The second net: per rule, plans the notice allows and forbids, through the problem and the audit.

PLAN, which breaks no rule:   L1: A1a B1a   D1: A2a C1a   D2: B2a
"""

from dataclasses import dataclass, field

import pytest

from planner.rulebook import RULES
from tests.audit.world import DEPARTMENT_ROWS, PLAN, WORLD, World, department, leader
from tests.nets.verdicts import HARD, broken, possible


def but(*changes: str) -> tuple[str, ...]:
    """Return PLAN with pairs taken out (`-D2 B2a`) and put in (`+D2 C2a`)."""
    gone = {change[1:] for change in changes if change[0] == "-"}
    assert gone <= set(PLAN)
    added = [change[1:] for change in changes if change[0] == "+"]
    return (*(pair for pair in PLAN if pair not in gone), *added)


@dataclass(frozen=True)
class Example:
    """What the notice says of a rule: plans it allows, and plans that break it and nothing else."""

    rule: str
    world: World
    allowed: tuple[tuple[str, ...], ...] = (PLAN,)
    forbidden: tuple[tuple[str, ...], ...] = field(default=())


DUTY = WORLD.but(departments=[*DEPARTMENT_ROWS, department("D3", 12, duty=True)])
WIDE = WORLD.ruled("stations", per_county=9)
HARDER = WORLD.where("A1a", hardship=2).where("B1a", hardship=3).where("A2a", hardship=2)
FAR = WORLD.where("B1b", travel_minutes=61).ruled("travel", most_minutes=60)

EXAMPLES = (
    Example("exempt", DUTY, (PLAN,), (but("+D3 C2a"),)),
    Example(
        "exempt",
        DUTY.ruled("village_duty", exempts=("days",)),
        (but("+D3 C2a"), but("+D3 C2a", "+D3 B2b")),
    ),
    Example(
        "nominated", WORLD.where("B2a", nominated=False), (but("-D2 B2a", "+D2 B2b"),), (PLAN,)
    ),
    Example("nominated", WORLD.where("A1a", nominated=False), (), (PLAN,)),
    Example("nominated", WORLD.where("B2a", nominated=False).but(pins=["D2 B2a require"])),
    Example("nominated", WORLD.where("C2a", nominated=False)),
    Example(
        "recusal", WORLD.but(recusals=["D2 station B2a"]), (but("-D2 B2a", "+D2 B2b"),), (PLAN,)
    ),
    Example("recusal", WORLD.but(recusals=["D2 county B2"]), (), (PLAN, but("-D2 B2a", "+D2 B2b"))),
    Example("recusal", WORLD.but(recusals=["L1 city B"]), (but("-L1 B1a", "+L1 C2a"),), (PLAN,)),
    Example("recusal", WORLD.but(recusals=["D1 station B2a", "D2 city A"])),
    Example("rotation", WORLD.but(history=["2018 D2 B2a"]), (but("-D2 B2a", "+D2 B2b"),), (PLAN,)),
    Example("rotation", WORLD.but(history=["2016 L1 A1a"]), (), (PLAN,)),
    Example("rotation", WORLD.but(history=["2015 L1 A1a", "2018 D1 B2a"])),
    Example("rotation", WORLD.but(history=["2018 D2 B2a"], pins=["D2 B2a require"])),
    Example("rotation", WORLD.but(history=["2018 D2 B2a"]).ruled("rotation", years=0)),
    Example("forbid", WORLD.but(pins=["D2 B2a forbid"]), (but("-D2 B2a", "+D2 B2b"),), (PLAN,)),
    Example("forbid", WORLD.but(pins=["D1 B2a forbid"])),
    Example(
        "unit_quota",
        WORLD,
        (PLAN, but("+L1 C2a"), but("-D1 A2a")),
        (
            but("-L1 A1a"),  # a leader with one
            but("-D1 A2a", "-D1 C1a"),  # a department with none
            but("+D2 C2a"),  # a department of 6 people with two
            but("+D1 B2b"),  # a department of 12 people with three
            (),
        ),
    ),
    Example("unit_quota", WORLD.ruled("leaders", per_city=2), (), (but("+L1 B2b", "+L1 C2a"),)),
    Example("unit_quota", WORLD.but(departments=[department("D1", 10), department("D2", 9)])),
    Example(
        "unit_quota", WORLD.but(departments=[department("D1", 9), department("D2", 9)]), (), (PLAN,)
    ),
    Example("unit_quota", WORLD.but(leaders=[leader("L1"), leader("L2")]), (), (PLAN,)),
    Example(
        "unit_city",
        WORLD,
        (PLAN, but("-D1 A2a", "+D1 C2a")),  # a department may have two in a city
        (but("-L1 B1a", "+L1 A2b"),),  # a leader may not
    ),
    Example(
        "unit_city", WORLD.ruled("departments", per_city=1), (PLAN,), (but("-D1 A2a", "+D1 C2a"),)
    ),
    Example(
        "station_capacity",
        WIDE,
        (PLAN,),
        (but("-D2 B2a", "+D2 A2a"), but("-D2 B2a", "+D2 A1a")),  # of one plan, of both
    ),
    Example("station_capacity", WIDE.ruled("stations", units=2), (but("-D2 B2a", "+D2 A1a"),)),
    Example(
        "county_cap",
        WORLD.where("A2a", county="A1"),
        (PLAN,),  # A1: the leader's A1a and D1's A2a
        (but("-D1 C1a", "+D1 A1b"), but("-D2 B2a", "+D2 A1b")),  # and A1b besides
    ),
    Example(
        "county_cap", WORLD.ruled("stations", per_county=1), (PLAN,), (but("-D1 A2a", "+D1 A1b"),)
    ),
    Example(
        "county_cap",
        WORLD.where("B2a", county="A1"),  # a county of that name in another city
        (but("-D1 A2a", "+D1 A1b"),),
    ),
    Example("pin", WORLD.but(pins=["D2 B2a require", "L1 A1a require"])),
    Example("pin", WORLD.but(pins=["D2 C2a require"]), (but("-D2 B2a", "+D2 C2a"),), (PLAN,)),
    Example("pin", WORLD.but(pins=["L1 A2b require"]), (but("-L1 A1a", "+L1 A2b"),), (PLAN,)),
    Example(
        # 50% of the leaders' 3 places: 1.5, so 2; of the departments' 3 as well.
        "hard_share",
        HARDER.where("C1a", hardship=2).ruled("stations", hard_percent=50),
        (PLAN, but("+L1 C2a")),
        (but("-L1 B1a", "+L1 B1b"), but("-D1 C1a", "+D1 C2a")),
    ),
    Example("hard_share", HARDER.ruled("stations", hard_percent=34), (), (PLAN,)),
    Example("hard_share", HARDER.ruled("stations", hard_percent=33)),
    Example(
        # B1b alone is 61 minutes away; what a unit travels in all does not matter.
        "travel_limit",
        FAR,
        (PLAN, but("+L1 C2a")),
        (but("-L1 B1a", "+L1 B1b"), but("-D1 C1a", "+D1 B1b")),
    ),
    Example("travel_limit", FAR.ruled("travel", most_minutes=0), (but("-L1 B1a", "+L1 B1b"),)),
    Example("travel_limit", FAR.but(pins=["L1 B1b require"]), (but("-L1 B1a", "+L1 B1b"),)),
)


def named(examples: tuple[Example, ...]) -> list[str]:
    return [f"{example.rule}-{number}" for number, example in enumerate(examples)]


@pytest.mark.parametrize("example", EXAMPLES, ids=named(EXAMPLES))
def test_what_the_notice_allows_both_allow(example: Example) -> None:
    for plan in example.allowed:
        assert broken(example.world, plan) == []
        assert possible(example.world, plan)


@pytest.mark.parametrize("example", EXAMPLES, ids=named(EXAMPLES))
def test_what_the_notice_forbids_both_forbid_and_for_that_rule_alone(example: Example) -> None:
    for plan in example.forbidden:
        assert broken(example.world, plan) == [example.rule]
        assert not possible(example.world, plan)


def test_every_hard_rule_has_examples_of_both_kinds() -> None:
    assert {example.rule for example in EXAMPLES if example.allowed} == HARD
    assert {example.rule for example in EXAMPLES if example.forbidden} == HARD
    assert len(RULES) > len(HARD)
