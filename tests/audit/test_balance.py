"""三-1: pairings are spread over the cities as their bureaus put stations forward (N1, N2)."""

from planner.audit.values import balance
from tests.audit.world import (
    DEPARTMENT_ROWS,
    LEADERS,
    PLAN,
    STATIONS,
    WORLD,
    World,
    broken,
    claimed,
    station,
)


def nominated(**stations: int) -> World:
    """Return the world with so many nominated stations in each city."""
    left = dict(stations)
    rows = []
    for id in STATIONS:
        rows.append(station(id, nominated=left.get(id[0], 0) > 0))
        left[id[0]] = left.get(id[0], 0) - 1
    return WORLD.but(stations=rows)


def test_cities_with_equal_shares() -> None:
    # leaders: 3 places (L1's upper quota), 4 of 12 stations in each city: exactly 3·4/12 = 1 each;
    # L1 has A and B, so C misses 1
    assert balance(WORLD.case(), "leaders") == 1
    # departments: 2 + 1 places and the leaders' 2 pairings, 5·4/12 = 1.67: from 1 to 2 each;
    # A1a A2a, B1a B2a, C1a are 2, 2 and 1
    assert balance(WORLD.case(), "departments") == 0


def test_too_many_and_too_few_both_count() -> None:
    # 5 places again, 1 to 2 each; A has 4, B and C none: 2 over, 1 short, 1 short
    pairs = ["L1 A1a", "L1 A1b", "D1 A2a", "D1 A2b"]
    assert balance(WORLD.case(pairs), "departments") == 4


def test_shares_follow_the_nominated_stations() -> None:
    # 3 places; A 4, B 1, C 1 of 6 nominated: A 12/6 = 2, B and C 3/6, from 0 to 1
    world = nominated(A=4, B=1, C=1)
    assert balance(world.case(["L1 A1a", "L1 B1a"]), "leaders") == 1
    assert balance(world.case(["L1 A1a", "L1 A2a"]), "leaders") == 0
    assert balance(world.case(["L1 B1a", "L1 B2a"]), "leaders") == 2 + 1


def test_the_leaders_pairings_made_count_as_places_of_the_departments() -> None:
    # the departments alone have 3 places, 3·4/12 = 1 each: A2a, C1a, B2a are 1 each
    assert balance(WORLD.case(PLAN[2:]), "departments") == 0
    # with a leader at A1a there are 4 places, 4·4/12 = 1.33, from 1 to 2 each
    assert balance(WORLD.case(["L1 A1a", *PLAN[2:]]), "departments") == 0
    # without the departments' D2: A 1, C 1, B 0, which is one short of 1
    assert balance(WORLD.case(PLAN[2:4]), "departments") == 1


def test_departments_on_village_duty_have_no_places() -> None:
    rows = [row | {"village_duty": row["department_id"] == "D1"} for row in DEPARTMENT_ROWS]
    # D2 alone has 1 place, 1·4/12: from 0 to 1 in each city
    assert balance(WORLD.but(departments=rows).case(["D2 B2a"]), "departments") == 0
    # nobody is exempt: 3 places, exactly 1 in each city; A and C miss one
    assert balance(WORLD.case(["D2 B2a"]), "departments") == 2


def test_a_required_station_of_a_city_without_nominations_is_one_too_many() -> None:
    world = nominated(A=4, C=2).but(pins=["L1 B1a require"])
    # 3 places: A 3·4/6 = 2, C 3·2/6 = 1, B 0; A1a leaves A 1 short, C 1 short, B is 1 over
    assert balance(world.case(LEADERS), "leaders") == 3


def test_without_any_nominated_station_every_pairing_is_one_too_many() -> None:
    assert balance(nominated().case(LEADERS), "leaders") == 2
    assert broken("balance", nominated(), PLAN, "leaders", "departments") == []


def test_a_wrong_value_is_reported() -> None:
    assert claimed("leaders", "balance", value=0, bound=0) == ["1 part=leaders value=0 expected=1"]
