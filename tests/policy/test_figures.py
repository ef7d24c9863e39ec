from dataclasses import asdict, replace
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.policy import CLAUSES, Goals, LeaderFigures, Need, Policy, read_policy


def test_every_figure_has_its_clause() -> None:
    keys = [f"{section}.{key}" for section, figures in asdict(Policy()).items() for key in figures]
    assert list(CLAUSES) == keys
    assert CLAUSES["leaders.stations"] == "N1 三-1 ¶1"
    assert all(CLAUSES.values())


def test_the_digest_is_of_the_figures_and_not_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("# nothing but the default\n[leaders]\ndays = 10\n", encoding="utf-8")
    assert read_policy(path).digest() == Policy().digest()


def test_the_digest_changes_with_any_figure() -> None:
    changed = replace(Policy(), need=Need(unvisited_years=6))
    assert changed.digest() != Policy().digest()
    assert len(changed.digest()) == 64


def test_the_digest_of_the_defaults_does_not_drift() -> None:
    assert Policy().digest().startswith("44dd08318888f7a0")


def test_figures_given_in_code_are_checked_as_those_of_a_file() -> None:
    with pytest.raises(InputError) as raised:
        Policy(leaders=LeaderFigures(stations=(3, 2)), goals=Goals(leaders=("need",)))
    assert raised.value.text().splitlines() == [
        "policy leaders.stations: 发现 [3, 2]，下限不应高于上限",
        'policy goals.leaders: 发现 ["need"]，最后一个应为 tie',
    ]


def test_a_policy_does_not_change() -> None:
    policy = Policy()
    with pytest.raises(AttributeError):
        policy.travel.most_minutes = 5  # pyright: ignore[reportAttributeAccessIssue]


def test_a_policy_can_be_a_key() -> None:
    assert {Policy(): 1}[Policy()] == 1
