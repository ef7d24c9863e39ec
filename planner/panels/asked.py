"""What was changed, in words: every figure with its value, and no key of a file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from planner.charts.figures import figure
from planner.tables.schema import TABLE
from planner.words import WORDS, Language, say

BETWEEN: dict[Language, str] = {"zh": "；", "en": "; "}
AMONG: dict[Language, str] = {"zh": "、", "en": ", "}
"""What stands between sentences, and between things that are listed."""


def told(changes: Mapping[str, Any], language: Language) -> list[str]:
    """Return a scenario's changes, each by the name the panel has for it, and its value."""
    return [line for section, what in changes.items() for line in _section(section, what, language)]


def short(value: Any, language: Language) -> str:
    """Return a value as the panel writes it: two ends of a range, goals in order, yes or no."""
    if isinstance(value, bool):
        return say("map.yes" if value else "map.no", language)
    if not isinstance(value, list | tuple):
        return str(value)
    every = [*cast("Sequence[object]", value)]
    if all(isinstance(one, int) for one in every) and len(every) == 2:
        return "–".join(map(str, every))
    return AMONG[language].join(_named(str(one), language) for one in every if one != "tie")


def _section(section: str, what: Mapping[str, Any], language: Language) -> Iterator[str]:
    if section == "policy":
        for part, figures in what.items():
            for name, value in figures.items():
                yield f"{figure(f'policy.{part}.{name}', language)} {short(value, language)}"
        return
    for row, cells in what.get("set", {}).items():
        for column, value in cells.items():
            named = figure(f"{section}.set.{row}.{column}", language)
            yield f"{named} {short(value, language)}"
    if what.keys() - {"set"}:
        key = "panel.pins"
        yield say(key, language) if section == "pins" else _table(section, language)


def _named(one: str, language: Language) -> str:
    """Return a goal in words, or what village duty exempts from."""
    return say(f"goal.{one}" if f"goal.{one}" in WORDS else f"panel.exempts.{one}", language)


def _table(name: str, language: Language) -> str:
    return TABLE[name].zh if language == "zh" else name
