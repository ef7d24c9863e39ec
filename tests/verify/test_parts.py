"""The proof of each part is re-added against the tables, around what stood when it was made."""

from pathlib import Path
from typing import Any

import pytest

from planner.plans.claims import GoalResult, PartPlan, Proof
from planner.plans.finished import Verified
from tests.audit.world import WORLD, World, department, leader
from tests.pairing.middling import middling
from tests.pairing.tiny import DEPARTMENTS, LEADERS, pairs, plan
from tests.verify.folders import change, failing, goal, part, told, write

ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5)])
NEEDY = ONE.where("A1a", hardship=3)


def test_both_parts_are_proved_throughout(tmp_path: Path) -> None:
    shown = told(write(tmp_path))
    assert [(one.part.part, one.proved, one.failures) for one in shown] == [
        ("leaders", 6, ()),
        ("departments", 8, ()),
    ]


@pytest.mark.parametrize("seed", [0, 3, 6, 9, 12, 18, 21])
def test_plans_with_every_table_and_rule_in_use_are_verified(tmp_path: Path, seed: int) -> None:
    assert failing(write(tmp_path, plan(middling(seed))), middling(seed)) == []


def test_departments_are_verified_around_the_leaders_as_they_stand(tmp_path: Path) -> None:
    # The leader stands at A1a, the neediest; without that D1 would be there.
    made = plan(NEEDY, *DEPARTMENTS, standing=plan(NEEDY, *LEADERS))
    assert pairs(made, "leaders") == ["L1 A1a"]
    assert failing(write(tmp_path, made), NEEDY) == []
    change(
        tmp_path / "proof.json",
        lambda proof: part(proof, "departments").update(around=False),
    )
    assert any(one.startswith("departments: ") for one in failing(tmp_path, NEEDY))


def test_leaders_made_around_the_departments_are_verified_around_them(tmp_path: Path) -> None:
    # D1 stands at A1a, so the leader is elsewhere: the best he can have around it.
    made = plan(NEEDY, *LEADERS, standing=plan(NEEDY, *DEPARTMENTS))
    assert pairs(made, "departments") == ["D1 A1a"]
    assert [one.part.part for one in told(write(tmp_path, made), NEEDY)] == ["leaders"]
    assert failing(tmp_path, NEEDY) == []
    change(tmp_path / "proof.json", lambda proof: part(proof, "leaders").update(around=False))
    assert failing(tmp_path, NEEDY) != [], "with A1a free for him the bounds are others"


def test_leaders_of_both_keep_the_departments_required_places_in_the_proof(tmp_path: Path) -> None:
    world = NEEDY.but(pins=["D1 A1a require"])
    made = plan(world)
    assert "L1 A1a" not in pairs(made)
    assert failing(write(tmp_path, made), world) == []


def test_rules_that_cut_across_are_verified_as_well(tmp_path: Path) -> None:
    world = WORLD.ruled("stations", hard_percent=30)
    for station in ("A1a", "B1a", "C1a", "A2a", "B2a"):
        world = world.where(station, hardship=2)
    made = plan(world)
    assert [one.proved for one in told(write(tmp_path, made), world)] == [6, 8]
    assert failing(tmp_path, world) == []


def rewritten(folder: Path, old: str, new: str) -> None:
    text = (folder / "plan.csv").read_text("utf-8")
    assert old in text
    (folder / "plan.csv").write_text(text.replace(old, new), "utf-8")


def test_a_station_that_is_not_in_the_tables_is_named(tmp_path: Path) -> None:
    (pair, *_) = pairs(plan(WORLD), "leaders")
    station = pair.split()[1]
    rewritten(write(tmp_path), f"L1,厅领导L1,{station}", "L1,厅领导L1,Z9z")
    assert failing(tmp_path) == ["leaders: station_id=Z9z", "departments: station_id=Z9z"]


def test_a_pair_that_is_not_allowed_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    (pair, *_) = pairs(plan(WORLD), "departments")
    unit, station = pair.split()
    barred = WORLD.but(recusals=[f"{unit} station {station}"])
    (first, *_) = failing(tmp_path, barred)
    assert first == f"departments: unit_id={unit} station_id={station}"


def test_a_unit_that_is_not_in_the_tables_is_named(tmp_path: Path) -> None:
    rewritten(write(tmp_path), "D2,处室D2", "D9,处室D2")
    (what,) = failing(tmp_path)
    assert what.startswith("departments: unit_id=D9 station_id=")


def test_a_pair_that_is_there_twice_is_named_once(tmp_path: Path) -> None:
    lines = (write(tmp_path) / "plan.csv").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "plan.csv").write_text("".join([*lines, lines[-1]]), "utf-8")
    unit, station = lines[-1].split(",")[2], lines[-1].split(",")[4]
    assert failing(tmp_path) == [f"departments: unit_id={unit} station_id={station}"]


def test_a_pair_left_out_breaks_a_quota(tmp_path: Path) -> None:
    lines = (write(tmp_path) / "plan.csv").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "plan.csv").write_text("".join(lines[:-1]), "utf-8")  # D2's only one
    assert failing(tmp_path) == ["departments: quotas"]


def test_another_year_in_the_summary_is_another_plan(tmp_path: Path) -> None:
    change(write(tmp_path) / "summary.json", lambda summary: summary.update(year=2020))
    assert any("tie value=" in one for one in failing(tmp_path))


def test_tables_that_have_changed_are_no_longer_those_of_the_proof(tmp_path: Path) -> None:
    (pair, *_) = pairs(plan(WORLD), "leaders")
    needier = WORLD.where(pair.split()[1], hardship=3)
    write(tmp_path)
    assert any(one.startswith("leaders: need value=") for one in failing(tmp_path, needier))


def test_a_better_station_that_came_later_is_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path)
    taken = {pair.split()[1] for pair in pairs(plan(WORLD))}
    rows = [row["station_id"] for row in WORLD.frames["stations"].iter_rows(named=True)]
    free = next(station for station in rows if station not in taken)
    told_of = failing(tmp_path, WORLD.where(free, hardship=3))
    assert any("need bound=" in one and "not re-added" in one for one in told_of)


def test_another_order_of_goals_is_not_what_was_proved(tmp_path: Path) -> None:
    world = WORLD.ruled("goals", leaders=("coverage", "need", "tie"))
    assert failing(write(tmp_path), world) == ["leaders: goals"]


@pytest.mark.parametrize("name", ["coverage", "balance", "counties", "need", "travel", "tie"])
def test_a_value_and_its_bound_changed_alike_are_both_caught(tmp_path: Path, name: str) -> None:
    def more(summary: Any) -> None:
        claimed = goal(summary, "leaders", name)
        claimed.update(value=claimed["value"] + 1, bound=claimed["bound"] + 1)

    change(write(tmp_path) / "summary.json", more)
    first, second, *after = failing(tmp_path)
    assert first.startswith(f"leaders: {name} value=")
    assert second.startswith(f"leaders: {name} bound=")
    assert all(" bound=" in one for one in after), "nothing is proved of the goals after it"


def verified_of(*goals: tuple[bool, int, int], failing: tuple[str, ...] = ()) -> Verified:
    """Return a part whose goals are (with multipliers?, value, bound)."""
    results = [
        GoalResult("need", "max", value, bound, Proof("x", 1, {} if proof else None))
        for proof, value, bound in goals
    ]
    return Verified(PartPlan("leaders", "flow", tuple(results)), failing)


@pytest.mark.parametrize(
    ("one", "proved"),
    [
        (verified_of((True, 1, 1), (True, 2, 2)), 2),
        (verified_of((True, 1, 1), (False, 2, 2)), 1),
        (verified_of((True, 1, 1), (False, 2, 2), (True, 3, 3)), 1),
        (verified_of((True, 1, 2), (True, 2, 2)), 0),
        (verified_of((False, 1, 1)), 0),
        (verified_of((True, 1, 1), failing=("tie",)), 0),
        (verified_of(), 0),
    ],
)
def test_the_first_goals_are_proved_up_to_one_that_is_not(one: Verified, proved: int) -> None:
    assert one.proved == proved


def test_a_department_that_is_exempt_now_is_not_allowed(tmp_path: Path) -> None:
    duty = WORLD.but(departments=[department("D1", 12), department("D2", 6, duty=True)])
    (what,) = failing(write(tmp_path), duty)
    assert what.startswith("departments: unit_id=D2 station_id=")


def test_a_leader_more_than_the_plan_has_is_short_of_his_quota(tmp_path: Path) -> None:
    world: World = WORLD.but(leaders=[leader("L1"), leader("L2")])
    assert "leaders: quotas" in failing(write(tmp_path), world)
