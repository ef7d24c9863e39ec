"""Which pairs may be made: nomination, recusal, rotation and decisions; who takes part at all."""

import pytest

from planner.pairing.pairs import Pairs
from tests.audit.world import DEPARTMENT_ROWS, WORLD, World, department
from tests.pairing.tiny import allowed, case

STATIONS = {"A1a", "A1b", "A2a", "A2b", "B1a", "B1b", "B2a", "B2b", "C1a", "C1b", "C2a", "C2b"}


def barred(world: World, unit: str = "D1") -> set[str]:
    """Return the stations that a unit may not have."""
    some = case(world, "leaders" if unit.startswith("L") else "departments")
    return {station for station in STATIONS if f"{unit} {station}" not in allowed(some)}


def test_every_station_is_open_where_nothing_stands_in_the_way() -> None:
    assert barred(WORLD, "L1") == barred(WORLD, "D1") == barred(WORLD, "D2") == set()


def test_a_station_that_was_not_nominated_is_for_nobody() -> None:
    world = WORLD.where("A1a", nominated=False)
    assert barred(world, "L1") == barred(world, "D1") == {"A1a"}


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        ("station A1a", {"A1a"}),
        ("station 司法所A1a", {"A1a"}),  # by its name
        ("county A1", {"A1a", "A1b"}),
        ("county A/A1", {"A1a", "A1b"}),
        ("city A", {"A1a", "A1b", "A2a", "A2b"}),
    ],
)
def test_a_recusal_covers_a_station_a_county_or_a_city(place: str, covered: set[str]) -> None:
    world = WORLD.but(recusals=[f"D1 {place}"])
    assert barred(world, "D1") == covered
    assert barred(world, "D2") == barred(world, "L1") == set()


def test_counties_of_one_name_in_two_cities_are_told_apart() -> None:
    world = WORLD.where("B1a", county="A1").where("B1b", county="A1")
    assert barred(world.but(recusals=["D1 county B/A1"])) == {"B1a", "B1b"}
    assert barred(world.but(recusals=["D1 county A/A1"])) == {"A1a", "A1b"}


@pytest.mark.parametrize(
    ("year", "open_"), [(2018, False), (2017, False), (2016, False), (2015, True), (2001, True)]
)
def test_a_unit_does_not_return_within_three_years(year: int, open_: bool) -> None:
    world = WORLD.but(history=[f"{year} D1 A1a"])
    assert barred(world, "D1") == (set() if open_ else {"A1a"})
    assert barred(world, "D2") == set()


@pytest.mark.parametrize(("years", "open_"), [(0, True), (1, True), (2, False)])
def test_the_policy_says_for_how_many_years(years: int, open_: bool) -> None:
    world = WORLD.but(history=["2017 D1 A1a"]).ruled("rotation", years=years)
    assert barred(world) == (set() if open_ else {"A1a"})


def test_units_and_stations_that_are_no_more_bar_nothing() -> None:
    world = WORLD.but(history=["2018 GONE A1a", "2018 D1 GONE"])
    assert barred(world) == set()


def test_a_pin_that_forbids_bars_its_pair_alone() -> None:
    world = WORLD.but(pins=["D1 A1a forbid"])
    assert barred(world, "D1") == {"A1a"}
    assert barred(world, "D2") == set()


def test_a_pin_that_requires_overrides_nomination_and_rotation() -> None:
    world = WORLD.where("A1a", nominated=False).but(history=["2018 D1 A1a"])
    assert barred(world, "D1") == {"A1a"}
    world = world.but(pins=["D1 A1a require"])
    assert barred(world, "D1") == set()
    assert barred(world, "D2") == {"A1a"}, "for nobody else"


def test_a_department_on_village_duty_takes_no_part() -> None:
    world = WORLD.but(departments=[*DEPARTMENT_ROWS, department("D3", 20, duty=True)])
    assert case(world, "departments").units.ids == ("D1", "D2")


@pytest.mark.parametrize("exempts", [(), ("days",)])
def test_village_duty_exempts_from_pairing_only_where_the_policy_says_so(
    exempts: tuple[str, ...],
) -> None:
    world = WORLD.but(departments=[*DEPARTMENT_ROWS, department("D3", 20, duty=True)])
    some = case(world.ruled("village_duty", exempts=exempts), "departments")
    assert some.units.ids == ("D1", "D2", "D3")


@pytest.mark.parametrize(
    ("headcount", "bounds"), [(1, (1, 1)), (9, (1, 1)), (10, (1, 2)), (80, (1, 2))]
)
def test_a_department_s_number_goes_by_its_headcount(
    headcount: int, bounds: tuple[int, int]
) -> None:
    units = case(WORLD.but(departments=[department("D1", headcount)]), "departments").units
    assert (units.lower[0], units.upper[0]) == bounds


def test_a_leader_has_two_or_three() -> None:
    units = case(WORLD, "leaders").units
    assert (units.lower.tolist(), units.upper.tolist()) == ([2], [3])


def test_what_bars_a_pair_can_be_asked() -> None:
    world = WORLD.where("A1a", nominated=False).but(
        history=["2018 D1 A1a"],
        recusals=["D1 city A"],
        pins=["D1 A1a forbid", "D1 B1a require"],
    )
    some = case(world.where("B1a", nominated=False), "departments")
    pairs: Pairs = some.pairs

    def why(unit: str, station: str) -> tuple[str, ...]:
        return pairs.barred_by(some.units.position[unit], some.field.position[station])

    assert why("D1", "A1a") == ("nominated", "recusal", "rotation", "forbid")
    assert why("D1", "A1b") == ("recusal",)
    assert why("D2", "A1a") == ("nominated",)
    assert why("D1", "B1a") == (), "required"
    assert why("D1", "C1a") == ()
