"""The record in a file: only ever added to, by many at once, whole or not at all."""

import multiprocessing
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from planner.errors import InputError, RecordError
from planner.record import Entry, checked
from planner.record.sqlite import Sqlite
from tests.record.entries import add, some, store, tell

ROOT = Path(__file__).parents[2]


def writer(where: str, name: str, number: int) -> subprocess.Popen[str]:
    """Start a process that adds entries and says of each that it is there."""
    command = [sys.executable, "-m", "tests.record.entries", where, name, str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def written(where: str, writers: int, each: int) -> list[str]:
    """Return what is there after writers at once, the chain being whole."""
    running = [writer(where, f"w{at}", each) for at in range(writers)]
    for one in running:
        one.communicate()
        assert one.returncode == 0
    assert checked(store(where)).number == writers * each
    return [entry.note for entry in store(where).entries()]


def acknowledged_after_kills(where: str, kills: int) -> int:
    """Kill a writer at random moments; return how many entries it had said were there."""
    server = multiprocessing.get_context("forkserver")  # a writer is there at once
    server.set_forkserver_preload(["tests.record.entries"])
    dice, acknowledged = random.Random(2018), 0
    for at in range(kills):
        pipe, far = server.Pipe(duplex=False)
        running = server.Process(target=tell, args=(where, f"k{at}", far))
        running.start()
        far.close()
        told = [pipe.recv()]
        time.sleep(dice.random() / 5)
        running.kill()
        running.join()
        told += _received(pipe)
        record = store(where)
        assert {*told} <= {entry.note for entry in record.entries()}
        checked(record)
        acknowledged += len(told)
    print(f"{kills} kills, {acknowledged} acknowledged, {checked(store(where)).number} entries")
    return acknowledged


def _received(pipe: Any) -> list[str]:
    """Return what a writer could still say; the kill may have cut its last word off."""
    told = list[str]()
    with suppress(EOFError, OSError):
        while True:
            told.append(pipe.recv())
    return told


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET note = 'x'",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries",
    ],
)
def test_no_row_is_changed_or_taken_away(tmp_path: Path, statement: str) -> None:
    file = tmp_path / "record.db"
    add(store(str(file)))
    with (
        closing(sqlite3.connect(file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="entries are"),
    ):
        connection.execute(statement)
    assert len(store(str(file)).entries()) == 1


def test_writers_at_once_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    notes = written(str(tmp_path / "record.db"), 2, 12)
    assert len(notes) == len(set(notes)) == 24


@pytest.mark.long
def test_eight_writers_of_two_thousand_entries(tmp_path: Path) -> None:
    notes = written(str(tmp_path / "record.db"), 8, 250)
    assert len(notes) == len(set(notes)) == 2000


def test_a_kill_leaves_every_acknowledged_entry_and_none_half(tmp_path: Path) -> None:
    assert acknowledged_after_kills(str(tmp_path / "record.db"), 1) > 0


@pytest.mark.long
def test_three_hundred_kills(tmp_path: Path) -> None:
    assert acknowledged_after_kills(str(tmp_path / "record.db"), 300) > 300


def test_a_refusal_makes_no_file(tmp_path: Path) -> None:
    def refuse(_: Sequence[Entry]) -> Entry:
        raise InputError([])

    with pytest.raises(InputError):
        store(str(tmp_path / "record.db")).append(refuse)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = store(str(tmp_path / "record.db"))
    add(record)
    begin = Sqlite.begin

    def full(self: Sqlite, connection: Any) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        begin(self, connection)

    monkeypatch.setattr(Sqlite, "begin", full)
    with pytest.raises(RecordError) as raised:
        add(record, "满" * 100_000)
    assert "未写入" in raised.value.text("zh")
    monkeypatch.undo()
    assert len(record.entries()) == 1


@pytest.mark.long
def test_wherever_the_room_ends_what_was_acknowledged_is_there_and_no_more(tmp_path: Path) -> None:
    """Files may grow to so many bytes and no further, as on a disk that fills."""
    resource = pytest.importorskip("resource")
    limits = range(1024, 48 * 1024, 1024)
    full = 0
    for limit in limits:
        where = str(tmp_path / f"{limit}.db")
        running = subprocess.run(
            [sys.executable, "-m", "tests.record.entries", where, "f", "40"],
            cwd=ROOT, capture_output=True, text=True, check=False,
            preexec_fn=lambda most=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        )  # fmt: skip
        told = running.stdout.split()
        full += running.returncode != 0
        there = [entry.note for entry in store(where).entries()] if Path(where).exists() else []
        assert there == told, limit
        assert running.returncode == 0 or "RecordError" in running.stderr, running.stderr
    assert full > 10
    print(f"{len(limits)} sizes, {full} of them full")


class Breaking:
    """A connection that breaks at the commit, before or after it is done."""

    def __init__(self, connection: Any, *, done: bool) -> None:
        self._connection, self._done = connection, done

    def execute(self, statement: str, *values: Any) -> Any:
        if statement != "COMMIT":
            return self._connection.execute(statement, *values)
        if self._done:
            self._connection.execute(statement)
        raise sqlite3.OperationalError("disk I/O error")

    def close(self) -> None:
        self._connection.close()


@pytest.mark.parametrize(("done", "said"), [(True, "已写入（第 1 条）"), (False, "未写入")])
def test_after_a_break_at_the_commit_the_hash_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, done: bool, said: str
) -> None:
    connect = Sqlite.connect

    def breaking(self: Sqlite, *, writing: bool) -> Any:
        connection = connect(self, writing=writing)
        return Breaking(connection, done=done) if writing else connection

    monkeypatch.setattr(Sqlite, "connect", breaking)
    with pytest.raises(RecordError) as raised:
        add(store(str(tmp_path / "record.db")))
    assert said in raised.value.text("zh")


@pytest.mark.parametrize("content", [b"this is no database, but text" * 40, b"PK\x03\x04" * 400])
def test_a_file_that_is_no_database_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "record.db"
    file.write_bytes(content)
    for deed in (lambda: add(store(str(file))), lambda: store(str(file)).entries()):
        with pytest.raises(InputError, match=r"record\.db"):
            deed()
    assert file.read_bytes() == content


@pytest.mark.parametrize("table", ["entries (id INTEGER)", "bookmarks (id INTEGER)"])
def test_another_program_s_database_is_refused_by_name(tmp_path: Path, table: str) -> None:
    file = tmp_path / "record.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"CREATE TABLE {table}")
    with pytest.raises(InputError, match=r"record\.db"):
        add(store(str(file)))


def test_an_entry_is_bound_to_the_one_before(tmp_path: Path) -> None:
    record = store(str(tmp_path / "record.db"))
    first, second = add(record), add(record)
    assert (first.seq, first.previous, second.previous) == (1, "0" * 64, first.hash)
    assert some().hash == ""
