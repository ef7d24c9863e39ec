"""A sweep as a file: the words of a scenario with lists of values in place of values."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.sweep import Sweep, read_sweep


def read(folder: Path, text: str) -> Sweep:
    (folder / "my.toml").write_text(text, "utf-8")
    return read_sweep(folder / "my.toml")


def told(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, text)
    return caught.value.text("en")


def test_axes_are_written_as_a_scenario_is(tmp_path: Path) -> None:
    text = """
    shape = "list"
    [axes.policy.stations]
    per_county = [1, 2]
    [axes.departments.set.D1]
    village_duty = [true, false]
    """
    assert read(tmp_path, text) == Sweep(
        {
            "policy.stations.per_county": [1, 2],
            "departments.set.D1.village_duty": [True, False],
        },
        "list",
    )


def test_axes_may_be_dotted_paths(tmp_path: Path) -> None:
    text = 'axes."policy.stations.per_county" = [1, 2]'
    assert read(tmp_path, text) == Sweep({"policy.stations.per_county": [1, 2]})


def test_a_file_may_only_say_each(tmp_path: Path) -> None:
    assert read(tmp_path, 'each = "village_duty"') == Sweep(each="village_duty")


def test_a_misspelt_word_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert told(tmp_path, "axis = 1") == "my.toml axis: there is no such key, expected perhaps axes"


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    lines = told(tmp_path, 'shape = "gird"\neach = "x"\naxes.policy = 1').splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "my.toml shape",
        "my.toml each",
        "my.toml policy",
    ]


def test_axes_are_a_table(tmp_path: Path) -> None:
    assert told(tmp_path, "axes = 3").startswith("my.toml axes: '3' is no table")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_sweep(tmp_path / "none.toml")
    assert caught.value.faults[0].key == "sweep.missing"


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, "each = [\n").startswith("my.toml:1")
