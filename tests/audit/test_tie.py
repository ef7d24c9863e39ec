"""三-1: one plan is put forward; a fixed hash decides between equals (N1, N2)."""

from planner.audit.values import mix, tie, tie_hash
from tests.audit.world import PLAN, WORLD, broken, claimed


def test_the_mix_is_the_finaliser_of_splitmix64() -> None:
    # the first three words of the generator seeded with 0; the second is mix of one golden step
    assert mix(0) == 0xE220A8397B1DCDAF
    assert mix(0x9E3779B97F4A7C15) == 0x6E789E6AA1B965F4
    assert mix(2 * 0x9E3779B97F4A7C15 % 2**64) == 0x06C45D188009454F


def test_the_hash_of_a_pair_is_fixed() -> None:
    assert tie_hash("L01", "360102001", 2019) == 3204703


def test_unit_station_and_year_all_matter() -> None:
    hashes = {
        tie_hash("L01", "360102001", 2019),
        tie_hash("360102001", "L01", 2019),
        tie_hash("L02", "360102001", 2019),
        tie_hash("L01", "360102002", 2019),
        tie_hash("L01", "360102001", 2020),
    }
    assert len(hashes) == 5


def test_swapping_two_units_changes_the_sum() -> None:
    first = tie(WORLD.case(["D1 A1a", "D2 B1a"]), "departments")
    assert first != tie(WORLD.case(["D1 B1a", "D2 A1a"]), "departments")


def test_a_plan_has_the_sum_of_its_pairs() -> None:
    pairs = [("L1", "A1a"), ("L1", "B1a")]
    assert tie(WORLD.case(), "leaders") == sum(tie_hash(*pair, 2019) for pair in pairs)


def test_a_wrong_value_is_reported() -> None:
    assert broken("tie", WORLD, PLAN, "leaders", "departments") == []
    true = tie(WORLD.case(), "leaders")
    assert claimed("leaders", "tie", value=true - 1, bound=true - 1) == [
        f"1 part=leaders value={true - 1} expected={true}"
    ]
