"""A crew in this process, for tests of what does not depend on where scenarios are planned."""

import pickle

import pytest

from planner.sweep import make
from tests.sweep.small import Hands


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sweep of a test run in this process."""

    def crew(name: str, content: bytes, workers: int) -> Hands:
        return Hands(pickle.loads(content), workers)

    monkeypatch.setattr(make, "Processes", crew)
