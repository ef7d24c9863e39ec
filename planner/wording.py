"""What a scenario changes, in words: every figure with its value, and no key of a file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from planner.tables.schema import HEADERS, TABLE
from planner.words import WORDS, Language, say

BETWEEN: dict[Language, str] = {"zh": "；", "en": "; "}
AMONG: dict[Language, str] = {"zh": "、", "en": ", "}
"""What stands between sentences, and between things that are listed."""


def figure(path: str, language: Language) -> str:
    """Return a scenario's path in words; a name that somebody gave is left as it is."""
    for key in (f"figure.{path}", f"figure.{path.removeprefix('policy.')}"):
        if key in WORDS:
            return say(key, language)
    steps = path.split(".")
    if len(steps) == 4 and steps[0] in TABLE:
        column = HEADERS.get(steps[3], steps[3])
        return f"{steps[2]} {column if language == 'zh' else steps[3].replace('_', ' ')}"
    if steps[0] in {"policy", *TABLE}:
        return say("figure.other", language)
    return path


def told(changes: Mapping[str, Any], language: Language) -> list[str]:
    """Return a scenario's changes, each by the name the panel has for it, and its value."""
    return [line for section, what in changes.items() for line in _section(section, what, language)]


def short(value: Any, language: Language) -> str:
    """Return a value as the panel writes it: two ends of a range, goals in order, yes or no."""
    if isinstance(value, bool):
        return say("word.yes" if value else "word.no", language)
    if not isinstance(value, list | tuple):
        return str(value)
    every = [*cast("Sequence[object]", value)]
    if all(isinstance(one, int) for one in every) and len(every) == 2:
        return "–".join(map(str, every))
    return AMONG[language].join(_named(str(one), language) for one in every if one != "tie")


def named(name: str, values: Mapping[str, Any], language: Language) -> str:
    """Return a scenario's name as a sweep makes it of its values by path, the paths in words.

    A name that somebody gave stays as it is.
    """
    for path, value in values.items():
        text = value if isinstance(value, str) else json.dumps(value, default=str)
        words = f"{figure(path, language)} {of_axis(path, value, language)}"
        name = name.replace(f"{path}={text}", words)
    return name


def of_axis(path: str, value: Any, language: Language) -> str:
    """Return a value of a sweep's axis as people read it; a list of figures is JSON there."""
    is_list = path.startswith("policy.") and isinstance(value, str) and value.startswith("[")
    return short(json.loads(value) if is_list else value, language)


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
    key = next((key for key in (f"goal.{one}", f"panel.exempts.{one}") if key in WORDS), None)
    return one if key is None else say(key, language)


def _table(name: str, language: Language) -> str:
    return TABLE[name].zh if language == "zh" else name
