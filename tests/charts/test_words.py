"""The labels say the same in both languages."""

from string import Formatter

import pytest

from planner.words.display import DISPLAY


@pytest.mark.parametrize("key", DISPLAY)
def test_a_label_has_the_same_places_in_both_languages(key: str) -> None:
    chinese, english = (
        {name for _, name, _, _ in Formatter().parse(text) if name} for text in DISPLAY[key]
    )
    assert chinese == english
    assert all(DISPLAY[key])
