"""六-3, 一: cadres go where it is hard (off unless the policy says how many percent)."""

from tests.audit.world import LEADERS, PLAN, WORLD, World, audited, broken

# Upper quotas: leaders 3 (L1); departments 2 + 1 = 3 (D1, D2).


def with_hardship(world: World, *stations: str, hardship: int = 2) -> World:
    for station in stations:
        world = world.where(station, hardship=hardship)
    return world


def test_it_is_off_by_default() -> None:
    assert broken("hard_share", WORLD) == []
    off = [one for one in audited(WORLD, PLAN, None) if one.rule == "hard_share"]
    assert [one.witness for one in off] == ["off"]


def test_a_part_of_a_pairing_is_rounded_up_for_each_plan() -> None:
    # 34 percent of 3 places are 1.02, so that 2 pairings are asked for in either plan
    world = WORLD.ruled("stations", hard_percent=34)
    assert broken("hard_share", with_hardship(world, "A1a", "B1a", "A2a", "B2a")) == []
    assert broken("hard_share", with_hardship(world, "A1a", "A2a")) == [
        "1 part=leaders count=1 bound=2",
        "1 part=departments count=1 bound=2",
    ]


def test_an_exact_share_is_not_rounded_up() -> None:
    # 33 percent of 3 places are 0.99, so 1; 100 percent are 3, and the leaders have 2 pairings
    assert broken("hard_share", with_hardship(WORLD, "A1a").ruled("stations", hard_percent=33)) == [
        "1 part=departments count=0 bound=1"
    ]
    world = with_hardship(WORLD, "A1a", "B1a").ruled("stations", hard_percent=100)
    assert broken("hard_share", world, LEADERS) == ["1 part=leaders count=2 bound=3"]


def test_hardship_of_one_does_not_count_and_three_does() -> None:
    world = WORLD.ruled("stations", hard_percent=30)
    assert broken("hard_share", with_hardship(world, "A1a", hardship=3), LEADERS) == []
    assert broken("hard_share", with_hardship(world, "A1a", hardship=1), LEADERS) == [
        "1 part=leaders count=0 bound=1"
    ]
