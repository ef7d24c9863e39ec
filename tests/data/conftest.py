"""Tables of the example dataset, and of a fresh build of each dataset."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
Rows = list[dict[str, str]]


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _build(script: str, folder: Path, hash_seed: str) -> Path:
    """Run a build in a fresh process, as a user would."""
    subprocess.run(
        [sys.executable, str(DATA / script), str(folder)],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )
    return folder


@pytest.fixture(scope="session")
def data_folder() -> Path:
    return DATA


@pytest.fixture(scope="session")
def jiangxi() -> dict[str, Rows]:
    """The committed tables by name."""
    return {path.stem: _read(path) for path in sorted((DATA / "jiangxi").glob("*.csv"))}


@pytest.fixture(scope="session")
def jiangxi_rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("build_jiangxi.py", tmp_path_factory.mktemp("jiangxi"), "1")


@pytest.fixture(scope="session")
def days_rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("build_days.py", tmp_path_factory.mktemp("days") / "jiangxi", "2")


@pytest.fixture(scope="session")
def postings_rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("build_postings.py", tmp_path_factory.mktemp("postings") / "jiangxi", "3")


@pytest.fixture(scope="session")
def china_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds under different hash seeds."""
    first = _build("build_china.py", tmp_path_factory.mktemp("china"), "1")
    return first, _build("build_china.py", tmp_path_factory.mktemp("china"), "2")


@pytest.fixture(scope="session")
def china(china_twice: tuple[Path, Path]) -> dict[str, Rows]:
    return {path.stem: _read(path) for path in sorted(china_twice[0].glob("*.csv"))}
