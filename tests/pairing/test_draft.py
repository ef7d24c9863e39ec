"""A plan to look at while the best one is being made."""

from contextlib import suppress
from dataclasses import replace

import pytest

from planner.audit import audit
from planner.errors import InputError, NoPlanError
from planner.pairing.draft import draft_plan
from planner.pairing.plan import Plan
from tests.audit.world import WORLD, World
from tests.pairing.middling import middling
from tests.pairing.tiny import dataset, plan

SEEDS = range(12)


def limited(seed: int, minutes: int = 300) -> World:
    """Return a random world whose units have so many minutes to travel."""
    world = middling(seed)
    return world.ruled("travel", unit_max=minutes)


def drafted(world: World) -> Plan | None:
    return draft_plan(dataset(world), world.policy, world.year)


def found(seed: int) -> Plan | None:
    """Return the draft of a random world, None where it has no plan."""
    with suppress(NoPlanError):
        return drafted(limited(seed))
    return None


@pytest.mark.parametrize("seed", SEEDS)
def test_it_breaks_no_rule(seed: int) -> None:
    world, early = limited(seed), found(seed)
    if early is not None:
        findings = audit(world.frames, world.policy, world.year, early.pairs, None)
        assert [finding for finding in findings if not finding.holds] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_goal_of_the_leaders_beats_the_best_plan_before_one_that_is_worse(seed: int) -> None:
    world, early = limited(seed), found(seed)
    if early is not None:
        best = plan(world)
        pairs = zip(early.parts[0].goals, best.parts[0].goals, strict=True)
        worse = next(((a, b) for a, b in pairs if a.value != b.value), None)
        assert worse is None or (worse[0].value < worse[1].value) == (worse[0].sense == "max")


def test_most_years_have_a_draft_and_most_drafts_are_not_yet_the_best() -> None:
    drafts = [early for seed in SEEDS if (early := found(seed)) is not None]
    best = [all(part.status == "optimal" for part in early.parts) for early in drafts]
    assert len(drafts) >= 10
    assert sum(best) < 6


def test_where_no_rule_hinders_anybody_a_draft_is_the_best_plan() -> None:
    same = 0
    for seed in SEEDS:
        world = limited(seed, 5000).ruled("stations", hard_percent=0)
        with suppress(NoPlanError):
            best, early = plan(world), drafted(world)
            assert early is not None
            assert [part.status for part in early.parts] == ["optimal", "optimal"]
            same += early.pairs.equals(best.pairs)
    assert same >= 9


def test_without_a_limit_it_is_the_best_plan() -> None:
    world = middling(0)
    best = plan(world)
    early = drafted(world)
    assert early is not None
    assert early.pairs.equals(best.pairs)
    assert [part.status for part in early.parts] == ["optimal", "optimal"]


def test_leaders_of_more_stations_than_sets_are_listed_of_have_a_draft_that_breaks_no_rule() -> (
    None
):
    early = list[Plan]()
    for seed in SEEDS:
        world = limited(seed, 400).ruled("leaders", stations=(3, 5), per_city=2)
        with suppress(NoPlanError):
            if (some := drafted(world)) is not None:
                findings = audit(world.frames, world.policy, world.year, some.pairs, None)
                assert [finding for finding in findings if not finding.holds] == []
                early.append(some)
    assert len(early) >= 8
    assert sum(some.parts[0].status != "optimal" for some in early) >= 4


def test_where_a_part_has_no_plan_the_reason_is_told() -> None:
    with pytest.raises(NoPlanError) as told:
        drafted(limited(0, minutes=1))
    with pytest.raises(NoPlanError) as best:
        plan(limited(0, minutes=1))
    assert told.value.sentence("en") == best.value.sentence("en")


def test_what_the_departments_lack_is_told_before_a_draft_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """D2 must have a station that is too far."""
    world = WORLD.ruled("travel", unit_max=120).where("C1a", travel_minutes=121)
    world = world.but(pins=["D2 C1a require"])
    with pytest.raises(NoPlanError) as best:
        plan(world)
    monkeypatch.setattr("planner.pairing.draft.soon", None)
    with pytest.raises(NoPlanError) as told:
        drafted(world)
    assert told.value.sentence("en") == best.value.sentence("en")


def test_contradictory_input_is_refused() -> None:
    world = middling(0).ruled("stations", per_county=1)
    world = replace(world, year=world.year - 30)
    with pytest.raises(InputError):
        drafted(world)
