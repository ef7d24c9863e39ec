"""The engine's README runs, and prints what it says."""

import contextlib
import io

from tests.docs.readme import ROOT, blocks

README = ROOT / "planner/allocation/README.md"


def test_each_example_prints_what_stands_below_it() -> None:
    text = README.read_text(encoding="utf-8")
    known: dict[str, object] = {}
    for code, output in zip(blocks(text, "python"), blocks(text, "text"), strict=True):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, str(README), "exec"), known)
        assert out.getvalue() == output


def test_the_engine_speaks_of_no_station() -> None:
    examples = blocks(README.read_text(encoding="utf-8"), "python")
    words = {word for code in examples for word in code.split()}
    assert not {"station", "leader", "department"} & words
