"""Whatever bytes lie in a workbook, a CSV or a TOML file: a dataset, or sentences."""

import io
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planner import commands
from planner.errors import InputError
from tests.tables.book import saved
from tests.tables.small import SMALL, write

POLICY = "# 政策\n[leaders]\nstations = [2, 3]\ndays = 10\n[need]\nhardship = 40\n"
PIECES = (
    b"", b"\0", b"\xff\xfe", b"\x1b", b"9" * 5000, b"[" * 3000, b'"', b",", b"\n", b"\xe2\x80\x8b",
    b"</c>", b"<row>", b'<mergeCell ref="A1:ZZ9"/>', b"XFD1048576", b"-1", b"1e400", b"&#0;",
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a piece of them gone and another in its place."""
    start = chance.randrange(len(data))
    length = chance.choice((0, 1, 3, 20, 400))
    piece = chance.choice((*PIECES, chance.randbytes(4)))
    return data[:start] + piece + data[start + length :]


def of_workbook(data: bytes, chance: random.Random) -> bytes:
    """Damage the archive itself, or one part of it."""
    if chance.random() < 0.3:
        return damaged(data, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        hit = chance.choice([name for name in names if name.startswith(("xl/", "_rels"))])
        for name in names:
            part = old.read(name)
            new.writestr(name, damaged(part, chance) if name == hit else part)
    return made.getvalue()


def once(number: int, kind: str, folder: Path, book: bytes) -> None:
    """Check one damaged input; only sentences are allowed to come of it, and nothing is written."""
    chance = random.Random(f"{kind} {number}")
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    write(data)
    policy, source = None, data
    if kind == "workbook":
        source = folder / "data.xlsx"
        source.write_bytes(of_workbook(book, chance))
    elif kind == "csv":
        name = chance.choice(list(SMALL))
        (data / f"{name}.csv").write_bytes(damaged(SMALL[name].encode(), chance))
    else:
        policy = folder / "policy.toml"
        policy.write_bytes(damaged(POLICY.encode(), chance))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    try:
        found = commands.check(source, None, policy)
        for fault in (*found.faults, *found.warnings):
            assert fault.text("zh") != fault.text("en")
    except InputError as error:
        told = error.text()
        if not told:
            raise
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return saved(tmp_path_factory.mktemp("book")).read_bytes()


@pytest.mark.parametrize("kind", ["workbook", "csv", "toml"])
def test_damaged_bytes_end_in_a_dataset_or_in_sentences(
    kind: str, book: bytes, tmp_path: Path
) -> None:
    for number in range(25):
        once(number, kind, tmp_path, book)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["workbook", "csv", "toml"])
def test_ten_thousand_damaged_inputs_end_in_sentences(
    kind: str, book: bytes, tmp_path: Path
) -> None:
    for number in range(25, 3359):
        once(number, kind, tmp_path, book)


def test_the_damage_is_the_same_everywhere() -> None:
    chances: list[Callable[[], bytes]] = [
        lambda: damaged(b"0123456789", random.Random("csv 7")) for _ in range(2)
    ]
    assert chances[0]() == chances[1]()
