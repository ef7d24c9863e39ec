"""The sentences of scenarios and comparisons."""

from string import Formatter

import pytest

from planner.words.scenario import SCENARIO


def places(text: str) -> set[str | None]:
    """Return the names of what fills a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", SCENARIO)
def test_a_sentence_has_the_same_places_in_both_languages(key: str) -> None:
    chinese, english = SCENARIO[key]
    assert places(chinese) == places(english)
