"""Processes of this machine as a crew."""

import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.errors import SpokenError
from planner.sweep.work import Outcome, Task, equip, work

MOST = 61
"""Processes that an executor can have on Windows."""


class Processes:
    """Fresh processes, each given the base once; replaced where one of them dies."""

    losses: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __init__(self, name: str, content: bytes, workers: int) -> None:
        self.hands = min(workers, MOST)
        self._name = name
        # Too much for the pipe that starts a process: should it die early, we would wait for ever.
        self._folder = TemporaryDirectory()
        self._file = Path(self._folder.name) / "base"
        self._file.write_bytes(content)
        self._pool = self._started()

    def submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
        """Hand a chunk to a worker; a broken pool is replaced first."""
        try:
            return self._pool.submit(work, self._name, tasks)
        except BrokenExecutor:
            self._pool.shutdown()
            self._pool = self._started()
            return self._pool.submit(work, self._name, tasks)

    def check(self) -> None:
        """Do nothing: a pool can always be replaced."""

    def close(self) -> None:
        """Drop what was not begun, and wait for the chunks in hand."""
        self._pool.shutdown(cancel_futures=True)
        self._folder.cleanup()

    def _started(self) -> ProcessPoolExecutor:
        """Return a pool that inherits nothing: a forked copy of busy threads could hang.

        Raises SpokenError where its processes don't start.
        """
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.hands, context, _begin, (self._name, self._file))
        try:
            pool.submit(cores).result()  # where none can start, no scenario is to blame
        except BaseException as error:
            pool.shutdown(cancel_futures=True)
            self._folder.cleanup()
            if isinstance(error, BrokenExecutor):
                raise SpokenError("sweep.no_start") from None
            raise
        return pool


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(name: str, file: Path) -> None:
    """Equip a new worker; Ctrl-C ends it at once and without a word, whatever it is at."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_outlive_nobody, args=(file.parent,), daemon=True).start()
    equip(name, file.read_bytes())


def _outlive_nobody(folder: Path) -> None:
    """End this worker when the process that started it is gone, and clear what that one left."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
