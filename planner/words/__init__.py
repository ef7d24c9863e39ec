"""The one table of words: every sentence a user reads, in Chinese and in English.

An entry is `key: (Chinese, English)`, filled by `str.format`. Each room of words is one file here;
keys are unique over all of them.
"""

from typing import Literal

from planner.words.audit import AUDIT
from planner.words.commands import COMMANDS
from planner.words.display import DISPLAY
from planner.words.prices import PRICES
from planner.words.reasons import REASONS
from planner.words.tables import TABLES

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
WORDS: dict[str, tuple[str, str]] = {**TABLES, **COMMANDS, **DISPLAY, **AUDIT, **PRICES, **REASONS}


def say(key: str, language: Language = "zh", /, **values: object) -> str:
    """Return the sentence `key` in `language`, its places filled with `values`."""
    return WORDS[key][LANGUAGES.index(language)].format(**values)
