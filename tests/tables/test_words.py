import re
from pathlib import Path
from string import Formatter

import pytest

import planner.tables
from planner.words.cells import CELLS
from planner.words.policies import POLICIES
from planner.words.tables import TABLES

SOURCES = Path(planner.tables.__file__).parents[1]


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


SENTENCES = TABLES | CELLS | POLICIES


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_has_the_same_places_in_both_languages(key: str) -> None:
    chinese, english = SENTENCES[key]
    assert places(chinese) == places(english)


def test_every_sentence_is_said_somewhere() -> None:
    code = "".join(
        path.read_text("utf-8") for path in SOURCES.rglob("*.py") if path.parent.name != "words"
    )
    said = set(re.findall(r'"([a-z]+\.[a-z0-9_]+)"', code))
    assert {key.removesuffix("_near") for key in SENTENCES} <= said
