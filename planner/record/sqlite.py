"""The record in a file: SQLite of the standard library.

A rollback journal, not a write-ahead log, since the file may lie on a shared drive; EXTRA, so that
an acknowledged entry survives a power cut; `BEGIN IMMEDIATE`, since a deferred one loses entries
where two write at once.
"""

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from planner.errors import Fault, InputError
from planner.record.entry import FIELDS
from planner.record.statements import CREATE, SQLITE_TRIGGERS

WAIT = 300.0
"""Seconds to wait for other writers."""
LONG = f"PRAGMA busy_timeout = {WAIT * 1000:.0f}"
AGAIN = (0.005, 0.03)
"""Seconds after which it is tried again, at random: SQLite's own waiting of 0.1 starves a writer
where others follow one another closely."""


class Sqlite:
    """How the record speaks to a file."""

    # What a damaged file makes SQLite say need not be UTF-8 either.
    errors: tuple[type[Exception], ...] = (sqlite3.Error, UnicodeDecodeError)
    mark = "?"

    def __init__(self, file: Path) -> None:
        self._file = file

    def exists(self) -> bool:
        """Return whether there is such a file."""
        return self._file.exists()

    def connect(self, *, writing: bool) -> Any:
        """Return a connection; raise `InputError` where the file is not a record."""
        mode = "rwc" if writing else "rw"
        try:
            return self._connect(mode)
        except sqlite3.OperationalError:
            if writing:
                raise
            return self._connect("ro")  # a folder one may only read

    def _connect(self, mode: str) -> Any:
        return _patient(lambda: self._open(mode))

    def _open(self, mode: str) -> Any:
        uri = f"{self._file.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=AGAIN[1], isolation_level=None)
        # A damaged text is for the check of the chain to find, not for the driver to stumble over.
        connection.text_factory = _text
        try:
            self._check(connection)
            connection.execute(LONG)
        except BaseException:
            connection.close()
            raise
        return connection

    def _check(self, connection: Any) -> None:
        try:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            columns = [row[1] for row in connection.execute("PRAGMA table_info(entries)")]
        except sqlite3.OperationalError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            raise InputError([Fault(self._file.name, "record.no_database")]) from None
        if names and columns != list(FIELDS):
            raise InputError([Fault(self._file.name, "record.foreign")])

    def begin(self, connection: Any) -> None:
        """Begin to write, alone; make the table where there is none yet."""
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA busy_timeout = 0")
        _patient(lambda: connection.execute("BEGIN IMMEDIATE"))
        connection.execute(LONG)  # At the commit those are waited for who are reading.
        if not self.ready(connection):
            for statement in (CREATE, *SQLITE_TRIGGERS):
                connection.execute(statement)

    def ready(self, connection: Any) -> bool:
        """Return whether the table is there.

        As SQLite itself finds it: its list of tables can be damaged so that no name is found there.
        """
        found = connection.execute("SELECT 1 FROM pragma_table_info('entries')")
        return found.fetchone() is not None

    def whole(self) -> bool:
        """Return whether the file is sound beyond what its entries say."""
        with closing(self.connect(writing=False)) as connection:
            try:
                return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            except self.errors:
                return False


def _patient(deed: Callable[[], Any]) -> Any:
    """Return what a deed returns, once no other writer is in its way."""
    ends = time.monotonic() + WAIT
    while True:
        try:
            return deed()
        except sqlite3.OperationalError as error:
            busy = (error.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > ends:
                raise
            time.sleep(random.uniform(*AGAIN))  # noqa: S311  no secret


def _text(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")
