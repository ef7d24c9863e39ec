"""The engine's README runs, and prints what it says."""

import contextlib
import io

from tests.docs.readme import ROOT, blocks

README = ROOT / "planner/allocation/README.md"


def printed(code: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, str(README), "exec"), {})
    return out.getvalue()


def test_the_example_prints_what_stands_below_it() -> None:
    text = README.read_text(encoding="utf-8")
    (code,), (output,) = blocks(text, "python"), blocks(text, "text")
    assert printed(code) == output


def test_the_engine_speaks_of_no_station() -> None:
    (code,) = blocks(README.read_text(encoding="utf-8"), "python")
    assert not {"station", "leader", "department"} & set(code.split())
