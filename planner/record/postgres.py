"""The record on a shared server: PostgreSQL, by the extra `postgres`.

An advisory lock first, READ COMMITTED behind it: `LOCK TABLE` is denied to a role that may only
insert, and REPEATABLE READ fails behind the lock.
"""

from typing import Any

from planner.errors import Fault, InputError
from planner.record.entry import FIELDS
from planner.record.place import Place
from planner.record.statements import CREATE, POSTGRES_TRIGGERS

KEY = 62_2018
"""The number of the lock that writers take: the notice's."""
WAIT = 10
"""Seconds to wait for a server that does not answer."""


class Postgres:
    """How the record speaks to a server."""

    mark = "%s"

    def __init__(self, place: Place) -> None:
        try:
            import psycopg
        except ImportError:
            raise InputError([Fault("--record", "record.no_psycopg")]) from None
        self._psycopg: Any = psycopg
        self._place = place
        self.errors: tuple[type[Exception], ...] = (psycopg.Error,)

    def exists(self) -> bool:
        """A server is always asked."""
        return True

    def connect(self, *, writing: bool) -> Any:
        """Return a connection; raise `InputError` where its table `entries` is another's."""
        connection = self._psycopg.connect(
            self._place.address, autocommit=True, connect_timeout=WAIT, client_encoding="utf8"
        )
        try:
            self._check(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _check(self, connection: Any) -> None:
        found = connection.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('entries') "
            "AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
        )
        columns = [name for (name,) in found.fetchall()]
        if columns and columns != list(FIELDS):
            raise InputError([Fault(self._place.name, "record.foreign")])

    def begin(self, connection: Any) -> None:
        """Begin to write, alone; make the table where there is none yet."""
        connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [KEY])
        if not self.ready(connection):
            for statement in (CREATE, *POSTGRES_TRIGGERS):
                connection.execute(statement)

    def ready(self, connection: Any) -> bool:
        """Return whether the table is there.

        Asked of the catalogue: `to_regclass` answers from what the session knew before the lock.
        """
        found = connection.execute(
            "SELECT 1 FROM pg_class WHERE relname = 'entries' AND pg_table_is_visible(oid)"
        )
        return found.fetchone() is not None

    def whole(self) -> bool:
        """The server answers for its own files."""
        return True
