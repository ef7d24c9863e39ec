"""A small year, planned once, copied for each test."""

import hashlib
from pathlib import Path

import pytest

from planner.errors import Fault
from planner.record import action, sound
from tests.record.years import Year, copied, finished

_JUDGED: dict[str, list[Fault]] = {}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small year's tables and plan, made once."""
    return finished(tmp_path_factory.mktemp("record") / "year")


@pytest.fixture
def year(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Year:
    """Return a small year of one's own; the same files are judged once."""
    monkeypatch.setattr(action, "unsound", _judged_once)
    return copied(made, tmp_path / "year")


def _judged_once(data: Path, folder: Path) -> list[Fault]:
    files = [*sorted(data.glob("*.csv")), *sorted(folder.iterdir())]
    key = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    if key not in _JUDGED:
        _JUDGED[key] = sound.unsound(data, folder)
    return _JUDGED[key]
