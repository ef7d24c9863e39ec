"""A Dask cluster as a crew; the only file that imports `distributed`."""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from typing import Any, cast

import distributed
from distributed.cfexecutor import ClientExecutor
from distributed.comm import core as comms

from planner.errors import Fault, InputError, SpokenError
from planner.sweep.work import Outcome, Task, equip, strip, work

OURS = version("planner")
_LOG = logging.getLogger("distributed.client")

SECONDS = 5
"""How long a scheduler may take to answer, and to have a worker."""


class _Equipment(distributed.WorkerPlugin):
    """Gives every worker, also one that comes later, the base once."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self._sweep, self._content = f"planner-{name}", name, content

    def setup(self, worker: Any) -> None:
        equip(self._sweep, self._content)

    def teardown(self, worker: Any) -> None:
        strip(self._sweep)


class Cluster:
    """The workers behind a scheduler; Dask itself tries a dead worker's chunks elsewhere.

    While it lasts, the client's own log is silent: a lost scheduler is told in our words.
    """

    losses: tuple[type[BaseException], ...] = (distributed.KilledWorker, CancelledError)

    def __init__(self, name: str, content: bytes, address: str) -> None:
        self._name, self._address = name, address
        self._client: Any = _connected(address)
        self._level = _LOG.level
        _LOG.setLevel(logging.CRITICAL + 1)
        self._equipment = _Equipment(name, content)
        self._pool: Any = ClientExecutor(self._client, pure=False)
        try:
            self.hands = self._staffed()
            self._client.register_plugin(self._equipment)
        except BaseException:
            self.close()
            raise

    def submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
        """Hand a chunk to the cluster."""
        self.check()
        return cast("Future[list[Outcome]]", self._pool.submit(work, self._name, tasks))

    def check(self) -> None:
        """Raise `SpokenError` where the scheduler is gone."""
        if self._client.status != "running":
            raise SpokenError("sweep.scheduler.lost", value=self._address)

    def close(self) -> None:
        """Cancel what is under way, take the base back and hang up."""
        with suppress(OSError, ValueError):  # a scheduler gone by now; a base not there yet
            if self._client.status == "running":
                self._pool.shutdown(wait=False)
                self._client.unregister_worker_plugin(self._equipment.name)
        self._client.close()
        _LOG.setLevel(self._level)

    def _staffed(self) -> int:
        """Return how many scenarios run at once; the workers must be of our version."""
        try:
            self._client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError:
            raise _refused("sweep.scheduler.idle", value=self._address, seconds=SECONDS) from None
        found = self._client.run(version, "planner", on_error="return")
        others = {at: told for at, told in sorted(found.items()) if told != OURS}
        if others:
            named = ", ".join(f"{at}: {told}" for at, told in others.items())
            raise _refused("sweep.scheduler.version", value=named, version=OURS)
        return sum(self._client.nthreads().values())


def _connected(address: str) -> Any:
    """Return a client; knock first, for a client that fails to connect is slow to give up."""
    with ThreadPoolExecutor(1) as aside:  # a notebook's own thread has a loop that runs already
        try:
            aside.submit(asyncio.run, _knock(address)).result()
        except Exception as error:  # what answers there may be anything
            raise _refused("sweep.scheduler.dead", value=address, seconds=SECONDS) from error
    return distributed.Client(address, timeout=SECONDS, set_as_default=False)


async def _knock(address: str) -> None:
    comm = await cast("Any", comms).connect(address, timeout=SECONDS)
    comm.abort()


def _refused(key: str, **values: object) -> InputError:
    return InputError([Fault("--scheduler", key, values=values)])
