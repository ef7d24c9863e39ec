from collections.abc import Callable

import pytest

from planner.cli import app_of
from planner.errors import PlannerError
from planner.usage import run_app

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command in English: its exit code, and all it said."""

    def called(*words: object) -> tuple[int, str]:
        try:
            code = run_app(app_of(), [*map(str, words), "--lang", "en"], "en")
        except PlannerError as error:
            return error.exit_code, error.text("en")
        told = capsys.readouterr()
        return code, told.out + told.err

    return called
