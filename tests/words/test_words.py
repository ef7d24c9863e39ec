"""The one table of words: each sentence said somewhere, each that is said there, in two languages.

What is said is read from the source: whole keys, and keys that are put together from a part that
is written and a part that is not (`goal.{goal}`).
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

import planner
from planner.words import ROOMS, WORDS

HOUSE = Path(planner.__file__).parent
SOURCES = [
    *(path for path in HOUSE.rglob("*.py") if path.parent.name != "words"),
    *(HOUSE.parent / "notebooks").rglob("*.py"),
]

JOINED = {
    "gain": "losses.py: loss or gain, by the sign",
    "decision": "show.py: values of a column",
    "level": "show.py: values of a column",
    "status": "show.py: values of a column",
    "what": "show.py: values of a column",
}
"""The roots of keys of which no part is written, and what puts them together."""

ENDINGS = (".one", ".few", ".many", "_near")
"""What is put behind a key that is written: how many there are, or that a near one is known."""

SPEAKERS = {
    "say": 0, "Sentence": 0, "Fault": 1, "fault": 1, "warn": 1, "fault_at": 1, "fault_each": 1,
    "CellError": 0, "PlaceError": 0, "RefusedError": 0, "UnreadableError": 0, "SolverError": 0,
    "RecordError": 0, "ChainError": 0, "ProofError": 0, "Wrong": 1,
}  # fmt: skip
"""What takes a key, and as which of its arguments."""


@cache
def nodes() -> list[ast.AST]:
    return [node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf-8")))]


@cache
def literals() -> set[str]:
    return {
        node.value
        for node in nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def pattern(node: ast.JoinedStr) -> str:
    """Return what keys a text put together may be; nothing where no word and point is written."""
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    written = "".join(str(part) for part in parts if part is not None)
    if not re.fullmatch(r"[A-Za-z_.]*[A-Za-z_]{2}[A-Za-z_.]*", written) or "." not in written:
        return ""
    return "".join("[^ ]*" if part is None else re.escape(str(part)) for part in parts)


@cache
def patterns() -> list[re.Pattern[str]]:
    found = {pattern(node) for node in nodes() if isinstance(node, ast.JoinedStr)}
    return [re.compile(one) for one in sorted(found - {""})]


COUNTED = {"amount", "number", "years"}
"""Counts that one language says beside a noun and the other leaves to the list or its head."""

STATED = ("rule.stated",)
"""A sentence that is in each language one that comes from elsewhere."""


def is_said(key: str) -> bool:
    stems = [key, *(key.removesuffix(end) for end in ENDINGS if key.endswith(end))]
    return (
        not literals().isdisjoint(stems)
        or key.partition(".")[0] in JOINED
        or any(one.fullmatch(stem) for one in patterns() for stem in stems)
    )


def spoken() -> Iterator[ast.expr]:
    """Yield what stands where a key is expected."""
    for node in nodes():
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
        name = name.id if isinstance(name, ast.Name) else name
        place = SPEAKERS.get(name, len(node.args)) if isinstance(name, str) else len(node.args)
        if place < len(node.args):
            given = node.args[place]
            yield from (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_keys_are_unique_over_all_rooms() -> None:
    assert len(list(chain.from_iterable(ROOMS))) == len(WORDS)


def test_every_sentence_is_said_somewhere() -> None:
    assert [key for key in WORDS if not is_said(key)] == []


def test_every_sentence_that_is_said_is_there() -> None:
    said = [one for one in spoken() if isinstance(one, ast.Constant) and one.value]
    assert len(said) > 500
    assert [one.value for one in said if one.value not in WORDS] == []


def test_every_sentence_that_is_put_together_is_there() -> None:
    put = {pattern(one) for one in spoken() if isinstance(one, ast.JoinedStr)} - {""}
    assert len(put) > 50
    lacking = [one for one in put if not any(re.fullmatch(one, key) for key in WORDS)]
    assert [
        one for one in lacking if not any(re.fullmatch(one, f"{key}.one") for key in WORDS)
    ] == []


@pytest.mark.parametrize("language", [0, 1], ids=["zh", "en"])
def test_a_sentence_says_the_same_in_both_languages(language: int) -> None:
    lacking = {
        key: places(pair[1 - language]) - places(pair[language]) for key, pair in WORDS.items()
    }
    assert {key for key, names in lacking.items() if names - COUNTED} == set(STATED)
