"""Killed at any moment, the old plan stands or the new one; workers end by themselves."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import contents, write_data

ROOT = Path(__file__).parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
MINE = {"mine.txt": "保留".encode(), "notes/": b"", "notes/a.txt": b"a"}


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "planner", *map(str, words), "--quiet"]


def kill_at_random_moments(call: Call, folder: Path, times: int) -> None:
    """Kill `plan` so many times; a folder with a mixture, or anything left beside, is found out."""
    data, out, policy = write_data(folder / "data", WORLD), folder / "out", folder / "p.toml"
    policy.write_text("[leaders]\nstations = [1, 2]\n", "utf-8")
    usual = ("plan", data, "--year", 2019, "--out", out)
    plans = [usual, (*usual, "--policy", policy)]
    assert call(*usual).code == 0
    (out / "notes").mkdir()
    for name in ("mine.txt", "notes/a.txt"):
        (out / name).write_bytes(MINE[name])
    whole = list[dict[str, bytes]]()
    for plan in plans:
        assert call(*plan).code == 0
        whole.append(contents(out))
    start = time.monotonic()
    subprocess.run(command(*usual), check=True, env=ENVIRON)
    took = time.monotonic() - start
    assert whole[0] != whole[1]
    assert MINE.items() <= whole[0].items()
    moments = random.Random(7)  # the same on every run, as far as the machine is
    for at in range(times):
        with subprocess.Popen(command(*plans[at % 2]), env=ENVIRON) as running:
            time.sleep(moments.uniform(0.5, 1.1) * took)
            running.kill()
        assert contents(out) in whole
    assert call(*usual).code == 0
    assert contents(out) == whole[0]
    assert sorted(place.name for place in folder.iterdir()) == ["data", "out", "p.toml"]


def test_killed_at_a_few_moments_a_plan_is_whole(call: Call, tmp_path: Path) -> None:
    kill_at_random_moments(call, tmp_path, 2)


@pytest.mark.long
def test_killed_at_200_moments_a_plan_is_whole(call: Call, tmp_path: Path) -> None:
    kill_at_random_moments(call, tmp_path, 200)


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are told by Linux's /proc")
def test_workers_of_a_killed_sweep_end_by_themselves(tmp_path: Path) -> None:
    sweep = command("sweep", "data/jiangxi", "--year", 2019, "--each", "any_closure",
                    "--workers", 2, "--out", tmp_path / "s.csv")  # fmt: skip
    with subprocess.Popen(sweep, env=ENVIRON, cwd=ROOT) as running:
        workers = _wait(lambda: _children(running.pid), 2)
        running.kill()
    _wait(lambda: [pid for pid in workers if not _lives(pid)], len(workers))


def _wait(asked: Callable[[], list[int]], number: int) -> list[int]:
    """Return what is asked for once there are so many; fail after a while."""
    end, found = time.monotonic() + 60, list[int]()
    while time.monotonic() < end:
        found = asked()
        if len(found) >= number:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{len(found)} of {number}")


def _children(pid: int) -> list[int]:
    """Return the workers of a process that have begun to work."""
    found = list[int]()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            line = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == pid and b"spawn_main" in line:
            found.append(int(place.name))
    return found


def _lives(pid: int) -> bool:
    """Whether a process is there and is no mere entry that waits to be read."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
