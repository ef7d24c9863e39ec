"""Figures of the policy as ways: each value is a change of an input that has a policy."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from planner.errors import Sentence
from planner.policy import CLAUSES
from planner.policy.write import toml_value
from planner.repairs.change import Bound, Change, Way
from planner.wording import figure as figure_named
from planner.wording import short
from planner.words import WORDS, Language, say

Value = int | str | bool | tuple[int, int]


def figure(
    name: str,
    before: Value,
    values: Sequence[Value],
    moves: Iterable[Bound],
    *,
    eases: bool = True,
) -> Way[Any]:
    """Return the way of a figure `section.key` from its value to others, the nearest first."""
    changes = [_set(name, before, value) for value in values]
    return Way(name, changes, frozenset(moves), eases)


def down(before: int, least: int = 0) -> range:
    """Return the values below a figure, the nearest first."""
    return range(before - 1, least - 1, -1)


def told(change: Change[Any], language: Language) -> str:
    """Return a change in words, a figure's by what people call it in place of its key."""
    name, *values = cast("tuple[Any, ...]", change.name)
    if f"figure.policy.{name}" not in WORDS:
        return change.label.text(language)
    called, value = figure_named(f"policy.{name}", language), short(values[0], language)
    return say("repair.figure_named", language, figure=called, value=value)


def _set(name: str, before: Value, value: Value) -> Change[Any]:
    """Return what sets a figure in the `policy` of any dataclass that has one."""
    shown = {"before": toml_value(before), "value": toml_value(value)}
    label = Sentence("repair.figure", {"name": name, "clause": CLAUSES[name], **shown})
    section, key = name.split(".")

    def apply(given: Any) -> Any:
        figures = replace(getattr(given.policy, section), **{key: value})
        return replace(given, policy=replace(given.policy, **{section: figures}))

    return Change((name, value), label, apply)
