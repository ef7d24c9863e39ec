"""The record on a PostgreSQL server that the tests start: the same entries, the same refusals."""

import os
import random
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from planner.errors import ChainError, InputError, RecordError
from planner.record import checked
from planner.record.postgres import Postgres
from tests.record.entries import add, store
from tests.record.server import SECRET, programs, serving
from tests.record.test_store import acknowledged_after_kills, writer, written
from tests.record.years import OFFICE, Year

psycopg = pytest.importorskip("psycopg")
PLACE = programs()
if PLACE is None and not os.environ.get("CI"):
    pytest.skip("PostgreSQL is not installed (apt-get install postgresql)", allow_module_level=True)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    assert PLACE is not None, "CI installs PostgreSQL"
    with serving(PLACE) as server:
        yield server.address


@pytest.fixture
def where(server: str) -> str:
    """Return the address of an empty database."""
    name = f"r{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.rpartition("/")[0] + f"/{name}"


def test_a_year_is_recorded_there_as_in_a_file(year: Year, where: str) -> None:
    year.act("draft", "leaders", OFFICE, where=where)
    for city in year.cities("leaders"):
        year.act("consult", "leaders", OFFICE, subject=city, note="同意", where=where)
    assert "厅领导L1" in year.refused("approve", "leaders", "L2", where=where)
    year.act("approve", "leaders", "L1", where=where)
    assert checked(store(where)).number == 2 + len(year.cities("leaders"))
    assert not (year.data / "record.db").exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE entries SET note = 'x'", "DELETE FROM entries", "TRUNCATE entries"]
)
def test_no_row_is_changed_or_taken_away(where: str, statement: str) -> None:
    add(store(where))
    with (
        psycopg.connect(where) as connection,
        pytest.raises(psycopg.errors.RaiseException, match="only ever added"),
    ):
        connection.execute(statement)
    assert len(store(where).entries()) == 1


def test_a_role_that_may_only_insert_can_keep_the_record(where: str) -> None:
    add(store(where))
    role = f"clerk{uuid4().hex[:8]}"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'clerk'")
        connection.execute(f"GRANT SELECT, INSERT ON entries TO {role}")
    add(store(where.replace(f"planner:{SECRET}", f"{role}:clerk")))
    assert checked(store(where)).number == 2


def test_a_change_by_the_owner_is_found(where: str) -> None:
    for note in ("同意", "逾期未复"):
        add(store(where), note)
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("ALTER TABLE entries DISABLE TRIGGER USER")
        connection.execute("UPDATE entries SET note = '有意见' WHERE seq = 2")
    with pytest.raises(ChainError, match="2"):
        checked(store(where))


def test_writers_at_once_lose_nothing_and_double_nothing(where: str) -> None:
    notes = written(where, 2, 12)
    assert len(notes) == len(set(notes)) == 24


@pytest.mark.long
def test_eight_writers_of_two_thousand_entries(where: str) -> None:
    notes = written(where, 8, 250)
    assert len(notes) == len(set(notes)) == 2000


@pytest.mark.long
def test_three_hundred_kills(where: str) -> None:
    assert acknowledged_after_kills(where, 300) > 300


@pytest.mark.long
def test_a_server_that_is_gone_at_any_moment_keeps_every_acknowledged_entry() -> None:
    assert PLACE is not None
    dice, acknowledged = random.Random(2018), 0
    with serving(PLACE) as server:
        for at in range(30):
            running = writer(server.address, f"s{at}", 100_000)
            assert running.stdout is not None
            first = running.stdout.readline()
            time.sleep(dice.random() / 5)
            server.end()
            told = [line.strip() for line in [first, *running.communicate()[0].splitlines()]]
            server.start()
            record = store(server.address)
            assert {note for note in told if note} <= {entry.note for entry in record.entries()}
            checked(record)
            acknowledged += len(told)
    assert acknowledged > 30
    print(f"30 ends, {acknowledged} acknowledged")


@pytest.mark.long
def test_a_server_without_room_keeps_every_acknowledged_entry_and_says_what_is_not_there() -> None:
    assert PLACE is not None
    with serving(PLACE, largest=1500) as server:
        record = store(server.address)
        acknowledged, told = list[str](), ""
        while not told and len(acknowledged) < 10_000:
            try:
                acknowledged.append(add(record, os.urandom(8000).hex()).note)
            except RecordError as error:
                told = error.text("zh")
        assert "未写入" in told
        assert [entry.note for entry in record.entries()] == acknowledged
        assert checked(record).number == len(acknowledged) > 0


def test_another_table_of_that_name_is_refused_without_the_password(where: str) -> None:
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("CREATE TABLE entries (id integer)")
    with pytest.raises(InputError) as raised:
        add(store(where))
    assert SECRET not in raised.value.text("zh")


class Gone:
    """A connection whose server ends it at the commit, before or after it is done."""

    def __init__(self, connection: Any, address: str, *, done: bool) -> None:
        self._connection, self._address, self._done = connection, address, done

    def execute(self, statement: str, *values: Any) -> Any:
        if statement != "COMMIT":
            return self._connection.execute(statement, *values)
        if self._done:
            self._connection.execute(statement)
        with psycopg.connect(self._address, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [self._connection.info.backend_pid])
        return self._connection.execute(statement)

    def close(self) -> None:
        self._connection.close()


@pytest.mark.parametrize(("done", "said"), [(True, "已写入（第 1 条）"), (False, "未写入")])
def test_a_server_gone_at_the_commit_is_asked_again(
    where: str, monkeypatch: pytest.MonkeyPatch, *, done: bool, said: str
) -> None:
    connect = Postgres.connect

    def going(self: Postgres, *, writing: bool) -> Any:
        connection = connect(self, writing=writing)
        return Gone(connection, where, done=done) if writing else connection

    monkeypatch.setattr(Postgres, "connect", going)
    with pytest.raises(RecordError) as raised:
        add(store(where))
    assert said in raised.value.text("zh")


def test_a_server_that_is_down_is_told_without_the_password() -> None:
    with pytest.raises(RecordError) as raised:
        add(store(f"postgresql://u:{SECRET}@127.0.0.1:1/none"))
    for language in ("zh", "en"):
        told = raised.value.text(language)
        assert "未写入" in told
        assert SECRET not in told
