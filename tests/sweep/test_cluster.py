"""A sweep on a real Dask cluster, its workers being processes over loopback."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from planner.errors import InputError, SpokenError
from planner.sweep import Sweep, cluster
from tests.sweep.small import expected, same, swept

distributed = pytest.importorskip("distributed")


def started(**means: Any) -> Any:
    return distributed.LocalCluster(
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        threads_per_worker=1,
        processes=True,
        **means,
    )


@pytest.fixture(scope="module")
def two() -> Iterator[Any]:
    """Yield a cluster of two worker processes."""
    with started(n_workers=2) as local:
        yield local


def test_a_sweep_is_what_plans_made_one_by_one_are_though_a_worker_is_killed(two: Any) -> None:
    killed: list[int] = []

    def kill_one(done: int, total: int) -> None:
        if done >= 5 and not killed:
            killed.append(two.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    frame = swept(scheduler=two.scheduler_address, progress=kill_one)
    assert killed
    assert same(frame, expected())


def test_workers_of_another_version_are_refused(two: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(cluster, "OURS", "9.9.9")
    with pytest.raises(InputError) as caught:
        swept(scheduler=two.scheduler_address)
    (fault,) = caught.value.faults
    assert fault.key == "sweep.scheduler.version"
    assert fault.text("en").count("tcp://127.0.0.1") == 2


@pytest.mark.long  # the journal is the same on a machine's own processes, where it always runs
def test_what_was_finished_outlives_its_scheduler(two: Any, tmp_path: Path) -> None:
    journal, counts = tmp_path / "journal", list[tuple[int, int]]()
    with started(n_workers=1) as doomed:

        def close(done: int, total: int) -> None:
            if done == 5:
                doomed.close()

        with pytest.raises(SpokenError) as caught:
            swept(journal=journal, scheduler=doomed.scheduler_address, progress=close)
    assert caught.value.key == "sweep.scheduler.lost"
    again = swept(
        journal=journal,
        scheduler=two.scheduler_address,
        progress=lambda *count: counts.append(count),
    )
    assert 5 <= counts[0][0] < 49
    assert same(again, expected())


def refused(address: str) -> str:
    with pytest.raises(InputError) as caught:
        swept(Sweep({"policy.stations.units": [1]}), scheduler=address)
    return caught.value.faults[0].key


@pytest.mark.parametrize(
    "address", ["127.0.0.1:{port}", "nonsense:{port}:1", "ftp://127.0.0.1:{port}"]
)
def test_a_dead_scheduler_is_told(address: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refused(address.format(port=port)) == "sweep.scheduler.dead"


def test_what_answers_but_is_no_scheduler_is_told(monkeypatch: Any) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            caller, _ = server.accept()
            with caller:
                caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                caller.recv(1)

        Thread(target=answer, daemon=True).start()
        assert refused(f"127.0.0.1:{server.getsockname()[1]}") == "sweep.scheduler.dead"


def test_a_scheduler_without_workers_is_told(monkeypatch: Any) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    with started(n_workers=0) as empty:
        assert refused(empty.scheduler_address) == "sweep.scheduler.idle"
