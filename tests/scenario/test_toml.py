"""A scenario as a file: what is read is what was written."""

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.scenario import Scenario, read_scenario
from planner.scenario.toml import toml_text
from tests.scenario.small import BASE, POLICY

WRITTEN = """# 两个处室驻村 · 示例
name = "两个处室驻村"

[policy.goals]
departments = ["coverage", "tie"]

[departments.set.D2]   # 后勤
village_duty = true

[stations]
remove = ["A1a"]

[[pins.add]]
unit_id = "D1"
station_id = "C1a"
decision = "forbid"
"""

KEYS = st.text(max_size=5)
VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
    | st.dates(min_value=dt.date(1900, 1, 1)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=9,
)


def written(tmp_path: Path, text: str) -> Path:
    """Return a file with a text."""
    file = tmp_path / "驻村.toml"
    file.write_text(text, "utf-8")
    return file


def wrong(file: Path) -> list[str]:
    """Return what is wrong with a file, in English."""
    with pytest.raises(InputError) as caught:
        read_scenario(file)
    return [fault.text("en") for fault in caught.value.faults]


def test_a_file_says_what_python_says(tmp_path: Path) -> None:
    assert read_scenario(written(tmp_path, WRITTEN)) == Scenario(
        "两个处室驻村",
        {
            "policy": {"goals": {"departments": ["coverage", "tie"]}},
            "departments": {"set": {"D2": {"village_duty": True}}},
            "stations": {"remove": ["A1a"]},
            "pins": {"add": [{"unit_id": "D1", "station_id": "C1a", "decision": "forbid"}]},
        },
    )


def test_a_scenario_that_was_read_keeps_its_comments(tmp_path: Path) -> None:
    assert read_scenario(written(tmp_path, WRITTEN)).toml() == WRITTEN


def test_a_scenario_changed_since_is_written_anew(tmp_path: Path) -> None:
    scenario = replace(read_scenario(written(tmp_path, WRITTEN)), name="三个处室驻村")
    assert "#" not in scenario.toml()
    assert tomllib.loads(scenario.toml())["name"] == "三个处室驻村"


def test_a_scenario_made_in_python_reads_back(tmp_path: Path) -> None:
    scenario = Scenario("试", {"departments": {"set": {"处 一.": {"name": 'a"b\\c\n'}}}})
    assert read_scenario(written(tmp_path, scenario.toml())) == scenario


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_is_written_reads_back(values: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(values)) == values


def test_nothing_is_written_as_empty_text() -> None:
    assert toml_text({"focus": None}) == 'focus = ""\n'


def test_the_place_of_a_fault_is_the_files_name(tmp_path: Path) -> None:
    file = written(tmp_path, 'name = "试"\n[departments.set.D9]\nheadcount = 3\n')
    with pytest.raises(InputError) as caught:
        read_scenario(file).apply(BASE, POLICY)
    assert caught.value.text("en").startswith("驻村.toml departments.set.D9: ")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert wrong(tmp_path / "x.toml") == ["x.toml: no such file, expected a scenario in TOML"]


def test_a_file_without_a_name_is_told(tmp_path: Path) -> None:
    assert wrong(written(tmp_path, "[policy.stations]\nunits = 1\n")) == [
        '驻村.toml name: the scenario has no name, expected name = "…"'
    ]


def test_a_value_given_twice_is_told_with_its_line(tmp_path: Path) -> None:
    twice = 'name = "试"\n[departments.set.D1]\nheadcount = 3\nheadcount = 4\n'
    assert wrong(written(tmp_path, twice)) == [
        "驻村.toml:4: not valid TOML (Cannot overwrite a value)"
    ]


def test_a_path_sets_one_value() -> None:
    scenario = Scenario("试", {"departments": {"set": {"D2": {"headcount": 3}}}})
    assert scenario.with_value("departments.set.D2.village_duty", True).changes == {
        "departments": {"set": {"D2": {"headcount": 3, "village_duty": True}}}
    }
    assert scenario.changes == {"departments": {"set": {"D2": {"headcount": 3}}}}


def test_a_path_makes_what_it_leads_through() -> None:
    scenario = Scenario("试").with_value("policy.stations.per_county", 1)
    assert scenario.apply(BASE, POLICY)[1].stations.per_county == 1


def test_a_paths_identifier_may_have_dots() -> None:
    scenario = Scenario("试").with_value("stations.set.36.01.nominated", False)
    assert scenario.changes == {"stations": {"set": {"36.01": {"nominated": False}}}}


def test_a_path_doesnt_lead_through_a_value() -> None:
    scenario = Scenario("试", {"stations": {"remove": ["A1a"]}})
    with pytest.raises(InputError, match="there is a value at 'remove' already"):
        scenario.with_value("stations.remove.A1a", True)


def test_a_path_that_names_nothing_is_told_when_it_is_applied() -> None:
    scenario = Scenario("试").with_value("policy.stations.per_countie", 1)
    with pytest.raises(InputError, match="expected perhaps per_county"):
        scenario.apply(BASE, POLICY)


def test_the_dataset_names_the_scenario_among_its_inputs() -> None:
    scenario = Scenario("试", {"departments": {"set": {"D2": {"headcount": 3}}}})
    inputs = scenario.apply(BASE, POLICY)[0].inputs
    assert inputs == BASE.inputs | {"scenario.toml": scenario.digest()}


def test_a_scenario_upon_another_is_neither_of_them() -> None:
    first = Scenario("一", {"departments": {"set": {"D2": {"headcount": 3}}}})
    second = Scenario("二", {"departments": {"set": {"D1": {"headcount": 9}}}})
    once = second.apply(BASE, POLICY)[0]
    twice = second.apply(*first.apply(BASE, POLICY))[0]
    assert twice.departments["headcount"].to_list() == [9, 3]
    assert twice.inputs["scenario.toml"] != once.inputs["scenario.toml"]
