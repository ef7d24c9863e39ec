"""Any terminal: strange names, few characters, a closed or a full place for output."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planner import terminal
from planner.terminal import MOST, clean, limited
from tests.audit.world import WORLD, department
from tests.commands.conftest import Call, Outcome
from tests.commands.folders import rewrite, write_data

ROOT = Path(__file__).parents[2]
ESC, BEL, CR, RTL = "\x1b", "\x07", "\r", "\u202e"


def run(*words: object, out: int | None = None, **more: str | None) -> Outcome:
    """Run the command in a process of its own, with other variables of the environment."""
    environ: dict[str, str | None] = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    done = subprocess.run(
        [sys.executable, "-m", "planner", *map(str, words)],
        stdout=subprocess.PIPE if out is None else out, stderr=subprocess.PIPE, check=False,
        env={name: value for name, value in environ.items() if value is not None},
    )  # fmt: skip
    told = (done.stdout or b"", done.stderr)
    assert b"Traceback" not in told[1]
    return Outcome(done.returncode, *(text.decode("utf-8", "replace") for text in told))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"), ("a\x07\r\x00", r"a\x07\x0d\x00"), ("\x7f\x9b", r"\x7f\x9b"),
        ("甲\u202e乙\u200b", r"甲\u202e乙\u200b"), ("\ufeff\u2028", r"\ufeff\u2028"),
        ("[red]麦㙦\t😀\n[/]", "[red]麦㙦\t😀\n[/]"),
    ],
)  # fmt: skip
def test_what_would_act_on_a_terminal_is_shown_by_its_code(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_message_has_at_most_so_many_lines_and_says_how_many_more() -> None:
    lines = [f"{n}\n{n}" for n in range(MOST)]
    found = list(limited(lines, "en"))
    assert found[:3] == ["0", "0", "1"]
    assert found[MOST:] == [f"… and {MOST} more lines"]
    assert list(limited(lines[: MOST // 2], "en")) == [
        part for at in range(MOST // 2) for part in (str(at),) * 2
    ]


def test_many_faults_end_in_a_number(call: Call, data: Path) -> None:
    rows = [department(f"D{n}", 5) for n in range(300)]
    write_data(data, WORLD.but(departments=rows))
    rewrite(data / "departments.csv", ",5,", ",x,")
    told = call("check", data, "--lang", "en")
    assert told.code == 2
    assert len(told.err.splitlines()) <= MOST + 1


def test_markup_in_a_name_is_text(call: Call, data: Path) -> None:
    text = "[/]甲[red]:smile:"
    write_data(
        data, WORLD.but(departments=[department("D1", 12) | {"name": text}, department("D2", 6)])
    )
    told = call("sweep", data, "--year", 2019, "--each", "village_duty", "--workers", 1,
                "--out", data.parent / "s.csv")  # fmt: skip
    assert told.code == 0
    assert text in told.out


def test_escapes_in_a_scenario_s_name_are_shown_as_codes(call: Call, data: Path) -> None:
    file, out = data.parent / "s.toml", data.parent / "o"
    escaped = "".join(f"\\u{ord(mark):04x}" for mark in (ESC, BEL, CR, RTL))
    file.write_text(f'name = "a{escaped}b"\n[policy.leaders]\ndays = 11\n', "utf-8")
    told = call("plan", data, "--year", 2019, "--out", out, "--scenario", file)
    more = [
        call(*asked)
        for asked in (("audit", data, out), ("compare", out, out), ("why", data, out, "L1"))
    ]
    for said in (told, *more):
        assert not {ESC, BEL, CR, RTL} & {*said.out, *said.err}
    assert r"a\x1b\x07\x0d\u202eb" in told.out


def test_json_keeps_what_it_says_in_any_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"名": f"麦㙦{ESC}{RTL}\x9b😀"}
    for encoding in ("utf-8", "gbk", "ascii", "cp1252"):
        to = io.TextIOWrapper(io.BytesIO(), encoding, errors="strict")
        monkeypatch.setattr(sys, "stdout", to)
        terminal.write_json(value)
        to.flush()
        written = to.buffer.getvalue().decode(encoding)  # pyright: ignore[reportAttributeAccessIssue]
        assert json.loads(written) == value
        assert not {ESC, RTL, "\x9b"} & {*written}


def test_few_characters_are_enough(data: Path) -> None:
    rows = [department("D1", 12) | {"name": "麦㙦😀"}, department("D2", 6)]
    write_data(data, WORLD.but(departments=rows))
    fewest: dict[str, Any] = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    out = data.parent / "o"
    assert run("plan", data, "--year", 2019, "--out", out, **fewest).code == 0
    for encoding in ("gbk", "cp1252"):
        few: dict[str, Any] = fewest | {"PYTHONIOENCODING": encoding}
        assert run("why", data, out, "D1", **few).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is full")
def test_a_full_output_is_a_sentence_and_what_was_asked_is_done(call: Call, data: Path) -> None:
    out = data.parent / "o"
    with Path("/dev/full").open("wb") as full:
        told = run("plan", data, "--year", 2019, "--out", out, "--lang", "en", out=full.fileno())
    assert told.code == 2
    assert told.err.startswith("standard output cannot be written to (No space left on device)")
    assert call("audit", data, out).code == 0


def test_a_pipe_that_is_closed_ends_nothing(data: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    told = run("template", out=writer)
    os.close(writer)
    assert (told.code, told.err) == (0, "")


def test_no_home_and_no_temporary_folder_are_needed(data: Path) -> None:
    nowhere: dict[str, Any] = {"HOME": None, "TMPDIR": "/nowhere", "TEMP": None, "TMP": None}
    told = run("plan", data, "--year", 2019, "--out", data.parent / "o", "--quiet", **nowhere)
    assert (told.code, told.err) == (0, "")


def test_the_program_s_own_failure_ends_with_1_and_says_what_to_do(
    call: Call, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a\x1bb")

    monkeypatch.setattr("planner.commands.check", broken)
    told = call("check", data, "--lang", "en")
    assert told.code == 1
    assert told.err.startswith(
        r"the program itself failed (ZeroDivisionError: a\x1bb). Please give"
    )
    monkeypatch.setenv("PLANNER_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        call("check", data)


def test_what_the_system_refuses_ends_with_2(
    call: Call, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("planner.commands.check", full)
    told = call("check", data, "--lang", "en")
    assert told.code == 2
    assert "no space left on the disk" in told.err
