"""Whatever bytes lie in a workbook, a CSV or a TOML file: a dataset, or sentences."""

import io
import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Call
from tests.commands.conftest import call as call  # the fixture
from tests.commands.folders import contents
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


def once(number: int, kind: str, folder: Path, book: bytes, call: Call) -> int:
    """Give one damaged input to a command; return its exit code, the only trace it may leave.

    Every second one is planned, the others are checked.
    """
    chance = random.Random(f"{kind} {number}")
    data, out = folder / "data", folder / "out"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    write(data)
    source, more = data, list[object]()
    if kind == "workbook":
        source = folder / "data.xlsx"
        source.write_bytes(of_workbook(book, chance))
    elif kind == "csv":
        name = chance.choice(list(SMALL))
        (data / f"{name}.csv").write_bytes(damaged(SMALL[name].encode(), chance))
    else:
        more = ["--policy", folder / "policy.toml"]
        (folder / "policy.toml").write_bytes(damaged(POLICY.encode(), chance))
    words: list[object] = ["plan", source, "--out", out] if number % 2 else ["check", source]
    before = contents(folder)
    told = call(*words, "--year", 2019, "--lang", ("zh", "en")[number // 2 % 2], *more)
    where = f"{kind} {number}: {told.err[:500]}"
    assert told.code in (0, 2, 3), where
    assert "Traceback" not in told.out + told.err, where
    assert bool(told.err.strip()) or told.code == 0, where
    after = contents(folder)
    if number % 2 and told.code == 0:
        assert (out / "plan.csv").exists()
        after = {name: content for name, content in after.items() if not name.startswith("out/")}
    assert after == before, where
    return told.code


def outcomes(numbers: range, kind: str, folder: Path, book: bytes, call: Call) -> str:
    """Return how many damaged inputs ended with each exit code."""
    codes = Counter(once(number, kind, folder, book, call) for number in numbers)
    told = ", ".join(f"exit {code}: {count}" for code, count in sorted(codes.items()))
    return f"{kind}, {len(numbers)} inputs: {told}"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return saved(tmp_path_factory.mktemp("book")).read_bytes()


@pytest.mark.parametrize("kind", ["workbook", "csv", "toml"])
def test_damaged_bytes_end_in_a_dataset_or_in_sentences(
    kind: str, book: bytes, tmp_path: Path, call: Call
) -> None:
    outcomes(range(10), kind, tmp_path / "here", book, call)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["workbook", "csv", "toml"])
def test_ten_thousand_damaged_inputs_end_in_sentences(
    kind: str, book: bytes, tmp_path: Path, call: Call
) -> None:
    print(outcomes(range(10, 3344), kind, tmp_path / "here", book, call))


def test_the_damage_is_the_same_everywhere() -> None:
    chances: list[Callable[[], bytes]] = [
        lambda: damaged(b"0123456789", random.Random("csv 7")) for _ in range(2)
    ]
    assert chances[0]() == chances[1]()
