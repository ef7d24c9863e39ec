"""What a figure of the policy may be, and what is wrong with one that is not."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

Kind = Literal[
    "whole", "bounds", "text", "date", "choice", "choices", "goals", "rates", "flag", "starts"
]

LARGEST = 1_000_000
SHOWN = 120
"""Characters of a value that a message shows."""

REPLACED = {"travel.unit_max": "travel.most_minutes"}
"""Keys of earlier editions that mean something else now, and the key to look at."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one key may hold, and the clause of the notice it comes from."""

    kind: Kind
    clause: str
    low: int = 0
    high: int = LARGEST
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong with one key, `section.key` or a section: a sentence and its values."""

    name: str
    key: str
    values: dict[str, object]


Figures = Mapping[str, Mapping[str, Figure]]


def wrongs(given: Mapping[str, object], figures: Figures) -> list[Wrong]:
    """Return all that is wrong with the values given by section and key, in their order."""
    found: list[Wrong] = []
    for section, values in given.items():
        if section not in figures:
            found.append(_unknown(section, section, figures))
        elif not isinstance(values, Mapping):
            found.append(
                Wrong(section, "policy.not_section", _found(values) | {"section": section})
            )
        else:
            found.extend(_section(section, cast("Mapping[str, object]", values), figures[section]))
    return found


def _section(
    section: str, values: Mapping[str, object], figures: Mapping[str, Figure]
) -> list[Wrong]:
    found: list[Wrong] = []
    for key, value in values.items():
        name = f"{section}.{key}"
        figure = figures.get(key)
        if name in REPLACED:
            found.append(Wrong(name, "policy.replaced", {"key": REPLACED[name]}))
        elif figure is None:
            found.append(_unknown(name, key, figures))
        else:
            found.extend(CHECKS[figure.kind](name, value, figure))
    return found


def _unknown(name: str, key: str, known: Mapping[str, object]) -> Wrong:
    near = difflib.get_close_matches(key, known, 1)
    if near:
        return Wrong(name, "policy.unknown_near", {"near": near[0]})
    return Wrong(name, "policy.unknown", {"known": ", ".join(known)})


def _found(value: object, **expected: object) -> dict[str, object]:
    """Return the value as TOML would have it, with what was expected."""
    text = _toml(value)
    return {"value": text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…", **expected}


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, _items(cast('object', value))))}]"
    if isinstance(value, Mapping):
        return "{…}"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _items(value: object) -> list[object]:
    """Return what a list holds, and for anything else a list that no check takes."""
    return list(cast("Sequence[object]", value)) if isinstance(value, list | tuple) else [None]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _whole(name: str, value: object, figure: Figure) -> list[Wrong]:
    if not _is_whole(value):
        return [Wrong(name, "policy.not_whole", _found(value))]
    if not figure.low <= cast("int", value) <= figure.high:
        return [Wrong(name, "policy.range", _found(value, low=figure.low, high=figure.high))]
    return []


def _bounds(name: str, value: object, figure: Figure) -> list[Wrong]:
    """A lower and an upper bound; the upper one leaves room for at least one."""
    pair = _items(value)
    if len(pair) != 2 or not all(map(_is_whole, pair)):
        return [Wrong(name, "policy.not_bounds", _found(value))]
    lower, upper = cast("list[int]", pair)
    if lower < figure.low or not 1 <= upper <= figure.high:
        return [Wrong(name, "policy.bounds_range", _found(value, low=figure.low, high=figure.high))]
    if lower > upper:
        return [Wrong(name, "policy.crossed", _found(value))]
    return []


def _text(name: str, value: object, figure: Figure) -> list[Wrong]:
    good = isinstance(value, str) and value.strip()
    return [] if good else [Wrong(name, "policy.not_text", _found(value))]


def _date(name: str, value: object, figure: Figure) -> list[Wrong]:
    good = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    return [] if good else [Wrong(name, "policy.not_date", _found(value))]


def _choice(name: str, value: object, figure: Figure) -> list[Wrong]:
    """One word of those there are."""
    if not isinstance(value, str):
        return [Wrong(name, "policy.not_text", _found(value))]
    return _choices(name, [value], figure)


def _rates(name: str, value: object, figure: Figure) -> list[Wrong]:
    """A whole number for each of some words; one that is left out has its default."""
    if not isinstance(value, Mapping):
        return [Wrong(name, "policy.not_rates", _found(value, choices=", ".join(figure.choices)))]
    found: list[Wrong] = []
    for key, rate in cast("Mapping[str, object]", value).items():
        if key in figure.choices:
            found += _whole(name, rate, figure)
        else:
            found.append(_unknown(name, key, dict.fromkeys(figure.choices)))
    return found


def _flag(name: str, value: object, figure: Figure) -> list[Wrong]:
    return [] if isinstance(value, bool) else [Wrong(name, "policy.not_flag", _found(value))]


def _starts(name: str, value: object, figure: Figure) -> list[Wrong]:
    """Days of every year, `MM-DD`: at least one, each once; 29 February is not in every year."""
    items = _items(value)
    if not items:
        return [Wrong(name, "policy.no_start", {})]
    found = list[Wrong]()
    for at, item in enumerate(items):
        key = "policy.twice" if item in items[:at] else _start(item)
        found += [] if key is None else [Wrong(name, key, _found(item))]
    return found


def _start(item: object) -> str | None:
    """Return the sentence for what is no day of every year."""
    if not isinstance(item, str) or not re.fullmatch(r"[0-9]{2}-[0-9]{2}", item):
        return "policy.not_start"
    month, day = int(item[:2]), int(item[3:])
    if (month, day) == (2, 29):
        return "policy.leap_start"
    try:
        dt.date(2001, month, day)
    except ValueError:
        return "policy.not_start"
    return None


def _choices(name: str, value: object, figure: Figure) -> list[Wrong]:
    items = _items(value)
    choices = ", ".join(figure.choices)
    if not all(isinstance(item, str) for item in items):
        return [Wrong(name, "policy.not_list", _found(value, choices=choices))]
    found: list[Wrong] = []
    words = cast("list[str]", items)
    for word in dict.fromkeys(words):
        if word in figure.choices:
            if words.count(word) > 1:
                found.append(Wrong(name, "policy.twice", {"value": word}))
        elif near := difflib.get_close_matches(word, figure.choices, 1):
            found.append(Wrong(name, "policy.not_choice_near", _found(word, near=near[0])))
        else:
            found.append(Wrong(name, "policy.not_choice", _found(word, choices=choices)))
    return found


def _goals(name: str, value: object, figure: Figure) -> list[Wrong]:
    """An order of goals: each at most once, `tie` there and last, so that one plan is best."""
    found = _choices(name, value, figure)
    if not found and _items(value)[-1:] != ["tie"]:
        found.append(Wrong(name, "policy.tie_last", _found(value)))
    return found


CHECKS: dict[Kind, Callable[[str, object, Figure], list[Wrong]]] = {
    "whole": _whole,
    "bounds": _bounds,
    "text": _text,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "goals": _goals,
    "rates": _rates,
    "flag": _flag,
    "starts": _starts,
}
"""What is wrong with a value, by the kind of figure."""
