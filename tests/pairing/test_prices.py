"""The price of every pair: by eye, and against plans made with it required or forbidden."""

from random import Random

import polars as pl
import pytest

from planner.allocation.prices import NotBestError
from planner.allocation.solve import NotNestedError
from planner.errors import NoPlanError
from planner.pairing.plan import Plan
from planner.pairing.prices import case_of_plan, price_table
from planner.pairing.units import PARTS, Part
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from tests.audit.world import WORLD, World, leader
from tests.pairing.middling import middling
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset, plan, values
from tests.samples import long

# One leader with exactly one station; B2b is the neediest, at 55 where the others have 15.
ONE = WORLD.ruled("leaders", stations=(1, 1)).where("B2b", hardship=3)
# Two leaders, and of their two pairings one is to be at a hard station: A1b needs 41.
CROSSING = (
    ONE.where("A1b", hardship=2)
    .but(leaders=[leader("L1"), leader("L2")])
    .ruled("stations", hard_percent=50)
)


def table(
    world: World, part: Part, made: Plan | None = None, pairs: list[str] | None = None
) -> pl.DataFrame:
    """Return the prices of a part, of all its pairs or of some, `unit station`."""
    made = made or plan(world, *(LEADERS if part == "leaders" else PARTS))
    wanted = None if pairs is None else [(one.split()[0], one.split()[1]) for one in pairs]
    return price_table(dataset(world), world.policy, made, part, wanted)


def price(prices: pl.DataFrame, pair: str) -> dict[str, object]:
    """Return the row of a pair, `unit station`."""
    unit, station = pair.split()
    return prices.filter(unit_id=unit, station_id=station).row(0, named=True)


def test_every_allowed_pair_has_one_row_by_unit_and_station() -> None:
    prices = table(WORLD.but(recusals=["D2 city A"]), "departments")
    stations = WORLD.frames["stations"]["station_id"].sort().to_list()
    expected = [("D1", one) for one in stations]
    expected += [("D2", one) for one in stations if one[0] != "A"]
    assert prices.select("unit_id", "station_id").rows() == expected


@pytest.mark.parametrize(
    ("part", "goals"), [("leaders", LEADER_GOALS), ("departments", DEPARTMENT_GOALS)]
)
def test_the_columns_end_with_the_goals_in_their_order(part: Part, goals: tuple[str, ...]) -> None:
    first = ("unit_id", "station_id", "city", "county")
    price = ("chosen", "possible", "first_goal", "by", "free")
    assert tuple(table(WORLD, part).columns) == first + price + goals


def test_the_chosen_pairs_are_those_of_the_plan() -> None:
    made = plan(WORLD)
    for part in PARTS:
        chosen = table(WORLD, part, made).filter("chosen").select("unit_id", "station_id")
        assert chosen.rows() == made.of(part).select("unit_id", "station_id").rows()


def test_a_less_needy_station_costs_the_difference_of_need() -> None:
    row = price(table(ONE, "leaders"), "L1 A1a")
    assert (row["chosen"], row["possible"], row["free"]) == (False, True, False)
    assert (row["city"], row["county"]) == ("A", "A1")
    assert (row["first_goal"], row["by"]) == ("need", 40)


def test_a_loss_of_need_may_be_a_gain_of_travel() -> None:
    row = price(table(ONE.where("C1a", travel_minutes=10), "leaders"), "L1 C1a")
    assert (row["first_goal"], row["by"], row["travel"]) == ("need", 40, -50)


def test_a_chosen_pair_costs_what_the_next_best_has_less() -> None:
    # Without B2b a station of need 41 is left: 55 - 41.
    row = price(table(ONE.where("A1b", hardship=2), "leaders"), "L1 B2b")
    assert (row["chosen"], row["first_goal"], row["by"]) == (True, "need", 14)


def test_an_equally_good_pair_is_free_whatever_the_tie_says() -> None:
    # C2a is as needy and as far as B2b: one of them is chosen by the tie, the other is free.
    prices = table(ONE.where("C2a", hardship=3), "leaders")
    free = prices.filter("free")
    assert free["station_id"].to_list() == ["B2b", "C2a"]
    assert free["first_goal"].to_list() == ["tie", "tie"]
    assert free["by"].n_unique() == 1, "giving up the one is taking the other"


def test_beside_a_required_pair_nothing_is_possible() -> None:
    prices = table(ONE.but(pins=["L1 A1a require"]), "leaders")
    assert not prices["possible"].any()
    assert not prices["free"].any()
    empty = prices.select("first_goal", "by", *LEADER_GOALS)
    assert empty.null_count().row(0) == (12,) * empty.width


def test_a_station_of_the_leaders_is_impossible_for_a_department() -> None:
    prices = table(ONE, "departments")
    assert not prices.filter(station_id="B2b")["possible"].any()
    assert prices.filter(station_id="B2a")["possible"].all()


def test_a_wish_not_met_is_the_first_goal_that_is_worse() -> None:
    # D2's one station is the one it asked for first, worth 3; any other in a new county loses that.
    world = ONE.but(wishes=["D2 1 station C2b"])
    row = price(table(world, "departments"), "D2 C2a")
    assert (row["first_goal"], row["by"], row["coverage"], row["counties"]) == ("wishes", 3, 0, 0)


def test_some_pairs_only_are_priced_as_among_all() -> None:
    some = table(ONE, "leaders", pairs=["L1 C1a", "L1 A1a", "L1 A1a"])
    assert (
        some.rows()
        == table(ONE, "leaders").filter(pl.col("station_id").is_in(["A1a", "C1a"])).rows()
    )


def test_no_pairs_have_no_rows() -> None:
    for world in (ONE, CROSSING):
        assert table(world, "leaders", pairs=[]).is_empty()


def test_rules_that_cut_across_want_the_pairs_named() -> None:
    with pytest.raises(NotNestedError):
        table(CROSSING, "leaders")


def test_named_pairs_have_prices_under_rules_that_cut_across() -> None:
    # The leaders have A1b and B2b; C1a needs 15, and has no room where both are to be hard.
    prices = table(CROSSING, "leaders", pairs=["L1 B2b", "L1 C1a"])
    assert prices["first_goal"].to_list() == ["tie", "need"]
    assert prices["by"].to_list()[1] == 26
    both = table(CROSSING.ruled("stations", hard_percent=100), "leaders", pairs=["L1 C1a"])
    assert both["possible"].to_list() == [False]


def test_a_pair_that_is_not_allowed_has_no_price() -> None:
    world = ONE.but(pins=["L1 A1a forbid"])
    with pytest.raises(ValueError, match="not allowed: L1 A1a"):
        table(world, "leaders", pairs=["L1 A1a", "L1 A1b"])


def test_a_plan_for_other_tables_is_not_the_best() -> None:
    made = plan(ONE, *LEADERS)
    with pytest.raises(NotBestError, match="another choice is better"):
        table(ONE.where("A1a", hardship=3, travel_minutes=10), "leaders", made)
    with pytest.raises(NotBestError, match="not allowed: unit_id=L1 station_id=B2b"):
        table(ONE.but(pins=["L1 B2b forbid"]), "leaders", made)


def test_a_part_that_nothing_is_proved_of_has_no_prices() -> None:
    made = plan(ONE, *LEADERS)
    with pytest.raises(NotBestError, match="does not say how its departments"):
        case_of_plan(dataset(ONE), ONE.policy, made, "departments")


def remade(world: World, part: Part, made: Plan, row: dict[str, object]) -> dict[str, int] | None:
    """Return each goal's loss in the plan made with the pair required (a chosen one: forbidden)."""
    decision = "forbid" if row["chosen"] else "require"
    pin = f"{row['unit_id']} {row['station_id']} {decision}"
    pins = [*world.rows["pins"], pin]
    try:
        if part == "leaders":
            other = plan(world.but(pins=pins), *LEADERS)
        else:
            other = plan(world.but(pins=pins), *DEPARTMENTS, standing=made)
    except NoPlanError:
        return None
    before, after = values(made, part), values(other, part)
    senses = {goal.goal: goal.sense for one in made.parts for goal in one.goals}
    return {
        goal: before[goal] - after[goal] if senses[goal] == "max" else after[goal] - before[goal]
        for goal in before
    }


@pytest.mark.parametrize("seed", [0, 2, 3, *long(5, 6, 7, 9, 11)])  # 2: the rules cut across
def test_prices_are_what_the_plan_made_anew_loses(seed: int) -> None:
    # With the pair required where it was not chosen, forbidden where it was.
    world = middling(seed)
    made = plan(world)
    pins = world.frames["pins"].filter(decision="require")
    required = {" ".join(pair) for pair in pins.select("unit_id", "station_id").rows()}
    rng = Random(seed)
    for part in PARTS:
        case, chosen = case_of_plan(dataset(world), world.policy, made, part)
        options = [*rng.sample(range(len(case.unit)), 5), *rng.sample(chosen.tolist(), 2)]
        pairs = [
            f"{case.units.ids[case.unit[at]]} {case.field.ids[case.station[at]]}" for at in options
        ]
        wanted = [pair for pair in dict.fromkeys(pairs) if pair not in required]
        for row in table(world, part, made, wanted).iter_rows(named=True):
            expected = remade(world, part, made, row)
            assert row["possible"] == (expected is not None)
            if expected is not None:
                assert {goal: row[goal] for goal in expected} == expected
