"""Plans year after year: each remembers those before, and can be audited by what lies beside it."""

from pathlib import Path

import pytest

from planner.audit import audit_folder, audit_notes
from planner.crosswalk.moves import Move
from planner.errors import InputError, NoPlanError
from planner.horizon import Crosswalk, Outlook, plan_years, read_changes
from planner.policy import read_policy
from tests.audit.world import WORLD, leader
from tests.horizon.tiny import outlook, pairs, world

THREE = ["A1a", "B1a", "C1a"]


def changes(folder: Path, text: str, first: int = 2019, years: int = 3) -> Outlook:
    (folder / "changes.toml").write_text(text, "utf-8")
    known = outlook(world(["A1a", "B1a", "C1a", "A2a"], rotation=1))
    found = read_changes(folder / "changes.toml", first, years)
    return Outlook(known.dataset, known.policy, known.first, found)


def test_a_unit_does_not_return_to_what_it_was_given_the_year_before() -> None:
    first, second = pairs(plan_years(outlook(world(THREE, rotation=1)), 2))
    assert not set(first) & set(second)


def test_a_year_without_a_plan_is_named() -> None:
    # Two stations and rotation of two years: each unit has had both by 2021.
    with pytest.raises(NoPlanError, match="plan for 2021"):
        plan_years(outlook(world(["A1a", "B1a"], rotation=2)), 3)


def test_pins_are_of_the_first_year_only() -> None:
    some = world(THREE, rotation=0).but(pins=["L1 C1a require"])
    later = outlook(some).ahead(2)[1]
    assert later.dataset.pins.is_empty()


def test_a_change_is_in_force_from_its_year_on(tmp_path: Path) -> None:
    years = changes(tmp_path, '[2020.stations]\nremove = ["A1a"]\n').ahead(3)
    assert ["A1a" in year.dataset.stations["station_id"] for year in years] == [True, False, False]


def test_a_changed_policy_lies_beside_the_years_it_holds_for(tmp_path: Path) -> None:
    known = changes(tmp_path, "[2020.policy.rotation]\nyears = 2\n", years=2)
    plan_years(known, 2).write(tmp_path / "out")
    read = [read_policy(tmp_path / "out" / year / "data/policy.toml") for year in ("2019", "2020")]
    assert [policy.rotation.years for policy in read] == [1, 2]
    assert read[0] == known.policy


def test_a_year_out_of_the_horizon_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        changes(tmp_path, "[2018.policy.rotation]\nyears = 2\n[soon.policy]\n")
    assert [fault.column for fault in error.value.faults] == ["2018", "soon"]


def test_a_faulty_change_names_its_year(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        changes(tmp_path, '[2020.stations]\nremove = ["Z9z"]\n').ahead(2)
    assert [fault.file for fault in error.value.faults] == ["2020/changes.toml"]


def test_rotation_follows_a_station_to_its_successor() -> None:
    # L1 has A1a in 2019; from 2020 on that is A1b, which it may not have then.
    some = world(["A1a", "B1a", "C1a"]).but(pins=["L1 A1a require"])
    moves = (Move(2, 2020, "A1a", "A9a", {"name": "新所"}),)
    found = pairs(plan_years(outlook(some, Crosswalk(moves)), 2))
    assert "L1 A1a" in found[0]
    assert "L1 A9a" not in found[1]


def test_what_a_year_leaves_behind_is_enough_to_audit_it(tmp_path: Path) -> None:
    some = WORLD.but(leaders=[leader("L1")], history=["2018 D1 A1a"])
    plan_years(outlook(some), 2).write(tmp_path)
    for year in ("2019", "2020"):
        folder, policy = tmp_path / year, read_policy(tmp_path / year / "data/policy.toml")
        assert all(finding.holds for finding in audit_folder(folder / "data", folder, policy))
        assert audit_notes(folder / "data", folder, policy) == []


def test_every_pairing_of_every_year_is_in_the_last_years_history(tmp_path: Path) -> None:
    horizon = plan_years(outlook(WORLD), 3)
    history = horizon.years[-1].year.dataset.history.select("year", "unit_id", "station_id").rows()
    made = [
        row
        for year in horizon.years[:-1]
        for row in year.plan.pairs.select("year", "unit_id", "station_id").rows()
    ]
    assert sorted(history) == sorted(made)


def test_the_summary_counts_what_was_visited_so_far() -> None:
    # Two units, three stations in three counties: two are visited in the first year, then all.
    summary = plan_years(outlook(world(THREE)), 2).summary
    assert summary.select("year", "part", "pairings").rows() == [
        (2019, "leaders", 1),
        (2019, "departments", 1),
        (2020, "leaders", 1),
        (2020, "departments", 1),
    ]
    assert summary["counties_visited"].to_list() == [2, 2, 3, 3]
    assert summary["stations_visited"].to_list() == [2, 2, 3, 3]
