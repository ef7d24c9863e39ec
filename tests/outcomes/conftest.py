"""The example dataset."""

from pathlib import Path

import pytest


@pytest.fixture
def data_folder() -> Path:
    return Path(__file__).parents[2] / "data/jiangxi"
