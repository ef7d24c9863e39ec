"""The record's chain: counted anew from the rows, and found broken wherever one is changed."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from planner.errors import ChainError, InputError, RecordError
from planner.record import checked
from planner.record.entry import FIELDS
from tests.record.entries import add, store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a record of three entries."""
    file = tmp_path / "record.db"
    for note in ("同意", "逾期未复", "有意见；已说明"):
        add(store(str(file)), note)
    return file


def rows(file: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT * FROM entries ORDER BY seq").fetchall()


def changed(file: Path, statement: str, *values: object) -> None:
    """Change a record as one would who owns the file."""
    with closing(sqlite3.connect(file)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, values)
        connection.commit()


def test_the_table_is_as_the_text_says(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("PRAGMA table_info(entries)").fetchall()
    names = (
        "seq, at, on, action, year, part, subject, actor, binds, corrects, note, content, "
        "previous, hash"
    )
    assert ", ".join(row[1] for row in found) == names
    assert {row[1]: row[2] for row in found if row[2] != "TEXT"} == {
        "seq": "INTEGER",
        "year": "INTEGER",
    }


def test_every_hash_is_that_of_the_thirteen_fields_before_it(file: Path) -> None:
    previous = "0" * 64
    for number, row in enumerate(rows(file), 1):
        text = json.dumps(list(row[:13]), ensure_ascii=False, separators=(",", ":"))
        assert row[13] == hashlib.sha256(text.encode()).hexdigest()
        assert (row[0], row[12]) == (number, previous)
        previous = row[13]


def test_a_whole_chain_is_told_by_its_last_hash(file: Path) -> None:
    chain = checked(store(str(file)))
    assert (chain.number, chain.head) == (3, rows(file)[-1][13])


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("seq", [1, 2, 3])
def test_one_character_more_in_any_field_is_found(file: Path, field: str, seq: int) -> None:
    value = 9 if field in ("seq", "year") else "x"
    joined = "?" if field in ("seq", "year") else f'"{field}" || ?'
    changed(file, f'UPDATE entries SET "{field}" = {joined} WHERE seq = {seq}', value)
    with pytest.raises(ChainError) as raised:
        checked(store(str(file)))
    assert f"第 {seq} 条" in raised.value.text("zh")


@pytest.mark.parametrize("field", ["note", "content", "hash"])
def test_a_text_that_is_no_text_any_more_is_found(file: Path, field: str) -> None:
    changed(file, f'UPDATE entries SET "{field}" = CAST("{field}" AS BLOB) WHERE seq = 2')
    with pytest.raises(ChainError, match="2"):
        checked(store(str(file)))


def test_a_table_whose_name_is_damaged_does_not_hide_its_entries(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE type = 'table'"
        )
        connection.commit()
    assert checked(store(str(file))).number == 3


def test_an_entry_taken_out_is_found(file: Path) -> None:
    changed(file, "DELETE FROM entries WHERE seq = 2")
    with pytest.raises(ChainError, match="2"):
        checked(store(str(file)))


def test_an_entry_cut_off_shows_against_its_hash(file: Path) -> None:
    head = rows(file)[-1][13]
    changed(file, "DELETE FROM entries WHERE seq = 3")
    assert checked(store(str(file))).number == 2, "the chain alone can't tell"
    with pytest.raises(ChainError) as raised:
        checked(store(str(file)), head[:12])
    assert head[:12] in raised.value.text("zh")


def test_a_head_that_is_there_is_found_by_what_the_paper_prints(file: Path) -> None:
    for row in rows(file):
        assert checked(store(str(file)), row[13][:12]).number == 3


@pytest.mark.long
@pytest.mark.parametrize("flipped", [0x01, 0xFF], ids=["one bit", "all bits"])
def test_no_byte_of_the_file_changes_what_was_recorded_unseen(
    file: Path, tmp_path: Path, flipped: int
) -> None:
    """Every byte of the file, one at a time: it is found, or every entry reads as before."""
    whole, before = file.read_bytes(), store(str(file)).entries()
    texts = [str(value).encode() for row in rows(file) for value in row if len(str(value)) > 5]
    recorded = {at for text in texts for at in _places(whole, text)}
    assert len(recorded) > 500
    other = tmp_path / "other.db"
    unseen = list[int]()
    for at in range(len(whole)):
        other.write_bytes(whole[:at] + bytes([whole[at] ^ flipped]) + whole[at + 1 :])
        if not _found(other):
            unseen.append(at)
            assert store(str(other)).entries() == before, at
    assert not recorded & set(unseen)
    print(f"{len(whole)} bytes, {len(whole) - len(unseen)} found, {len(recorded)} of fields")


def test_a_byte_changed_in_the_file_is_found(file: Path) -> None:
    whole = file.read_bytes()
    at = whole.index("有意见".encode())
    file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with pytest.raises(ChainError, match="3"):
        checked(store(str(file)))


def _found(file: Path) -> bool:
    """Return whether the check of a record finds it changed, or no record any more."""
    try:
        checked(store(str(file)))
    except (ChainError, InputError, RecordError):
        return True
    return False


def _places(whole: bytes, text: bytes) -> set[int]:
    """Return every place of a text, wherever it lies in the file."""
    found, first = set[int](), whole.find(text)
    while first >= 0:
        found |= set(range(first, first + len(text)))
        first = whole.find(text, first + 1)
    return found
