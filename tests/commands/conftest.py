"""The command line in this process, as a user would call it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from planner.cli import main
from tests.audit.world import WORLD, World
from tests.commands.folders import contents, write_data


@dataclass(frozen=True)
class Outcome:
    """How a command left: its exit code, what it printed, what it said was wrong."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that calls `planner` with arguments."""

    def called(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["planner", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        told = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, told.out, told.err)

    return called


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with the tables of the world."""
    return write_data(tmp_path / "data", WORLD)


@pytest.fixture
def out(data: Path, call: Call) -> Path:
    """Return the folder of a plan of the world."""
    return standing(call, data, WORLD)


_PLANNED: dict[int, dict[str, bytes]] = {}


def standing(call: Call, data: Path, world: World) -> Path:
    """Return the folder `out` with the plan of a world, whose tables `data` holds.

    It is planned once; after that the same files are laid there again.
    """
    out = data.parent / "out"
    if id(world) not in _PLANNED:
        assert call("plan", data, "--year", 2019, "--out", out, "--quiet").code == 0
        _PLANNED[id(world)] = contents(out)
    out.mkdir(exist_ok=True)
    for name, content in _PLANNED[id(world)].items():
        (out / name).write_bytes(content)
    return out
