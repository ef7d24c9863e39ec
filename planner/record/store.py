"""Reading the record, and adding to it: one entry at a time, under a lock, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import astuple, replace
from typing import Any, Protocol

from planner.errors import Fault, InputError, RecordError
from planner.record.entry import START, Entry
from planner.record.place import Place
from planner.record.postgres import Postgres
from planner.record.sqlite import Sqlite
from planner.record.statements import INSERT, READ

Decide = Callable[[Sequence[Entry]], Entry]
"""Given all entries so far, the one to add, not sealed yet; raises `InputError` to refuse."""


class Database(Protocol):
    """What the record needs of a database."""

    errors: tuple[type[Exception], ...]
    mark: str

    def exists(self) -> bool:
        """Return whether there is anything to read."""
        ...

    def connect(self, *, writing: bool) -> Any:
        """Return a connection."""
        ...

    def begin(self, connection: Any) -> None:
        """Begin to write, alone."""
        ...

    def ready(self, connection: Any) -> bool:
        """Return whether the table is there."""
        ...

    def whole(self) -> bool:
        """Return whether the files are sound."""
        ...


class Store:
    """A record at a place: its entries, and adding one."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.database: Database = Postgres(place) if place.file is None else Sqlite(place.file)

    def entries(self) -> list[Entry]:
        """Return all entries in order; none where there is no record yet.

        Raises `RecordError` where the server or the disk does not answer.
        """
        if not self.database.exists():
            return []
        try:
            with closing(self.database.connect(writing=False)) as connection:
                return list(self._read(connection))
        except self.database.errors as error:
            raise RecordError("record.unread", name=self.place.name) from error

    def each(self) -> Iterator[Entry]:
        """Yield the entries one by one, as far as a damaged file can be read.

        Raises the database's own error where it can't.
        """
        with closing(self.database.connect(writing=False)) as connection:
            yield from self._read(connection)

    def append(self, decide: Decide) -> Entry:
        """Add the entry decided on and return it.

        What `decide` raises leaves the record as it was, and a file that was not there is not
        made. Raises `RecordError` where server or disk fails: it says whether the entry is there.
        """
        if not self.database.exists():
            decide(())
        entry: Entry | None = None
        sure = True
        try:
            with closing(self.database.connect(writing=True)) as connection:
                self.database.begin(connection)
                try:
                    before = list(self._read(connection))
                    entry = _next(decide(before), before)
                    connection.execute(self._sql(INSERT), astuple(entry))
                except BaseException:
                    with suppress(*self.database.errors):
                        connection.execute("ROLLBACK")
                    raise
                sure = False
                connection.execute("COMMIT")
        except self.database.errors as error:
            raise self._failed(entry, sure=sure) from error
        return entry

    def _read(self, connection: Any) -> Iterator[Entry]:
        if self.database.ready(connection):
            for row in connection.execute(READ):
                yield Entry(*row)

    def _sql(self, statement: str) -> str:
        return statement.replace("?", self.database.mark)

    def _failed(self, entry: Entry | None, *, sure: bool) -> RecordError:
        """Return what to say of a break: after one at the commit it is looked for the hash."""
        values: dict[str, object] = {"name": self.place.name}
        if entry is None or sure:
            return RecordError("record.unwritten", **values)
        try:
            there = any(one.hash == entry.hash for one in self.entries())
        except (RecordError, InputError):
            return RecordError("record.unsure", seq=entry.seq, hash=entry.hash[:12], **values)
        key = "record.written_yet" if there else "record.unwritten"
        return RecordError(key, seq=entry.seq, **values)


def store_of(place: Place, *, there: bool = False) -> Store:
    """Return the record at a place; `there` asks that a file be there already."""
    store = Store(place)
    if there and not store.database.exists():
        raise InputError([Fault(place.name, "record.missing")])
    return store


def _next(entry: Entry, before: Sequence[Entry]) -> Entry:
    """Return the entry bound to the last one."""
    last = before[-1] if before else None
    seq, previous = (1, START) if last is None else (last.seq + 1, last.hash)
    return replace(entry, seq=seq, previous=previous).sealed()
