"""Which policy is in force, and what is refused in its place."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.policy.found import policy_in_force

FIGURES = "[leaders]\nstations = [1, 1]\n"


@pytest.mark.parametrize(
    "name", ["Policy.toml", "policy.TOML", "policy.toml.txt", "policy (1).toml", "政策.toml"]
)
def test_a_policy_of_nearly_the_name_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(FIGURES, "utf-8")
    with pytest.raises(InputError, match=r"policy\.toml"):
        policy_in_force(None, None, tmp_path)


def test_beside_a_workbook_it_is_refused_as_well(tmp_path: Path) -> None:
    (tmp_path / "Policy.toml").write_text(FIGURES, "utf-8")
    with pytest.raises(InputError, match=r"Policy\.toml"):
        policy_in_force(None, None, tmp_path / "data.xlsx")


@pytest.mark.parametrize("name", ["_policy.toml.txt", "policy-2020.toml", "scenario.toml"])
def test_other_files_are_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(FIGURES, "utf-8")
    assert policy_in_force(None, None, tmp_path).source == "default"


def test_what_is_given_counts_whatever_lies_there(tmp_path: Path) -> None:
    (tmp_path / "Policy.toml").write_text(FIGURES, "utf-8")
    assert policy_in_force(tmp_path / "Policy.toml", None, tmp_path).source == "given"
