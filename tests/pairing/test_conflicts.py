"""What is said to be in vain is: made anew with all the changes, the year has no plan."""

from dataclasses import replace
from random import Random

import pytest

from planner.pairing.attempt import Year, clash_of
from planner.pairing.changes import Change, Nominate, Repair, drops_of
from planner.pairing.conflicts import Conflicts
from planner.pairing.figures import scales_of
from planner.pairing.trials import Trials
from tests.audit.world import WORLD, department
from tests.pairing.middling import Size, drawn
from tests.pairing.small_years import policy_of
from tests.pairing.tiny import dataset


def has_plan(year: Year, changes: tuple[Change, ...]) -> bool:
    tables, policy = Repair(changes).apply(year.dataset, year.policy)
    return clash_of(replace(year, dataset=tables, policy=policy)) is None


def every_change(year: Year) -> list[Change]:
    """Return every single change, of a figure only the farthest value."""
    idle = year.dataset.stations.filter(~year.dataset.stations["nominated"])
    places = idle.select("station_id", "city", "county").iter_rows()
    nominations = [Nominate(station, f"{city}/{county}") for station, city, county in places]
    figures = [
        scale.change(len(scale.values) - 1) for scale in scales_of(year.dataset, year.policy)
    ]
    return [*nominations, *drops_of(year.dataset), *figures]


@pytest.mark.parametrize("crossing", [False, True])
def test_what_is_in_vain_after_some_changes_makes_no_plan(crossing: bool) -> None:
    vain = with_nomination = 0
    for seed in range(12 if crossing else 40):
        rng = Random(seed)
        world = drawn(rng, Size(2, 2, 9, 4, 3), policy_of(rng, crossing))
        year = Year(dataset(world), world.policy, world.year)
        every, conflicts = every_change(year), Conflicts(year, Trials(year, None))
        for number in (0, 1, 1):
            changes = tuple(rng.sample(every[: len(every) // 2], number))
            additions = conflicts.additions(changes) if not has_plan(year, changes) else None
            if additions is None:
                continue
            told = [some for some in every if some not in changes and additions.in_vain(some)]
            for change in rng.sample(told, min(len(told), 6)):
                assert not has_plan(year, (*changes, change))
                vain += 1
                with_nomination += any(isinstance(some, Nominate) for some in changes)
    assert vain > 30
    assert with_nomination > 5


def lonely(number: int) -> Conflicts:
    """Return the conflicts of departments recused from all but one station, not nominated: A1a."""
    rows = [department(f"D{n}", 5) for n in range(1, number + 1)]
    away = [
        f"D{n} {place}"
        for n in range(1, number + 1)
        for place in ("city B", "city C", "county A2", "station A1b")
    ]
    world = WORLD.but(departments=rows, recusals=away).where("A1a", nominated=False)
    world = world.where("C1a", nominated=False).where("C2a", nominated=False)
    year = Year(dataset(world), world.policy, world.year, ("departments",))
    return Conflicts(year, Trials(year, None))


def test_beside_a_nomination_others_are_in_vain_where_even_all_of_them_do_not_help() -> None:
    # Two departments and one station that both may have: nominated, it serves one of them.
    additions = lonely(2).additions([Nominate("C1a", "C/C1")])
    assert additions is not None
    assert additions.in_vain(Nominate("A1a", "A/A1"))
    assert additions.in_vain(Nominate("C2a", "C/C2"))


def test_a_nomination_that_helps_is_not_in_vain_beside_another() -> None:
    additions = lonely(1).additions([Nominate("C1a", "C/C1")])
    assert additions is not None
    assert not additions.in_vain(Nominate("A1a", "A/A1"))
