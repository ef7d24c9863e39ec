"""The example scenarios are sound, and say that they are made up."""

from pathlib import Path

import pytest

from planner import Policy, read_dataset, read_scenario

DATA = Path(__file__).parents[2] / "data"
FILES = sorted((DATA / "scenarios").glob("*.toml"))


def test_there_are_example_scenarios() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scenario_changes_the_example_and_says_that_it_is_made_up(file: Path) -> None:
    jiangxi, policy = read_dataset(DATA / "jiangxi", 2019), Policy()
    scenario = read_scenario(file)
    tables, figures = scenario.apply(jiangxi, policy)
    assert figures != policy or any(
        not frame.equals(getattr(jiangxi, name)) for name, frame in tables.tables().items()
    )
    assert "编造" in scenario.text
    assert "made-up" in scenario.text
