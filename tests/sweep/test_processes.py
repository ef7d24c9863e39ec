"""A sweep on this machine's processes: the same as plans made one by one, come what may."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.bench.folders import ROOT
from tests.sweep.small import expected, same, swept


def test_a_sweep_is_what_plans_made_one_by_one_are_though_a_worker_is_killed() -> None:
    killed: list[int] = []

    def kill_one(done: int, total: int) -> None:
        if done >= 5 and not killed:
            victim = multiprocessing.active_children()[0].pid
            assert victim is not None
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)

    frame = swept(workers=2, progress=kill_one)
    assert killed
    assert set(frame["status"]) == {"settled", "infeasible"}
    assert same(frame, expected())


def test_a_script_without_its_guard_is_told_what_it_lacks(tmp_path: Path) -> None:
    # The example is more than the pipe holds that starts a process: none may wait at it for ever.
    script = tmp_path / "script.py"
    script.write_text(
        "from planner import Policy, Sweep, read_dataset, run_sweep\n"
        f"data = read_dataset({str(ROOT / 'data/jiangxi')!r})\n"
        "run_sweep(data, Policy(), 2019, Sweep(each='village_duty'), workers=2)\n",
        "utf-8",
    )
    command, paths = [sys.executable, str(script)], {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        command, capture_output=True, text=True, env=paths, check=False, timeout=120
    )
    assert ran.returncode == 1
    assert 'if __name__ == "__main__":' in ran.stderr.splitlines()[-1]
