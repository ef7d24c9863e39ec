"""On the example the analysis finds what was written into it, and nothing elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from planner import Policy, make_plan, read_dataset
from planner.outcomes import MEASURES, Matched, effects, matched, placebo, read_indicators

BEFORE, AFTER = range(2016, 2019), range(2019, 2024)
WRITTEN_IN = {"settled_percent": 3.0, "satisfaction": 3.0}
"""The generator's gains; settled mediations are rounded to whole ones, which moves it a little."""

Example = tuple[pl.DataFrame, Matched]


@pytest.fixture(scope="module")
def example() -> Example:
    folder = Path(__file__).parents[2] / "data/jiangxi"
    dataset = read_dataset(folder)
    plan = make_plan(dataset, Policy(), 2019)
    indicators = read_indicators(folder / "indicators.csv", dataset)
    return indicators, matched(dataset, Policy(), plan)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_effect_that_was_written_in_lies_in_the_interval(
    example: Example, measure: str
) -> None:
    (row,) = effects(*example, BEFORE, AFTER).filter(measure=measure).to_dicts()
    assert row["low"] <= WRITTEN_IN.get(measure, 0) <= row["high"]
    assert (row["low"] > 0) == (measure in WRITTEN_IN)


def test_a_placebo_year_shows_nothing(example: Example) -> None:
    shown = placebo(*example, BEFORE)
    assert shown.filter((pl.col("low") > 0) | (pl.col("high") < 0)).is_empty()


def test_the_table_can_be_made_again_byte_for_byte(data_folder: Path, tmp_path: Path) -> None:
    script = data_folder.parent / "build_indicators.py"
    subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )
    made = (tmp_path / "indicators.csv").read_bytes()
    assert made == (data_folder / "indicators.csv").read_bytes()
