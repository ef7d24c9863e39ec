"""Reading `policy.toml`: what it leaves out has its default, every fault at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.policy.days import Rates
from planner.policy.figures import SECTIONS, Policy, faults
from planner.policy.toml import lines_of, read_toml

MOST_KEYS = 1_000
"""A policy has some fifty keys; nobody reads a fault for each of very many."""


def read_policy(path: Path | str) -> Policy:
    """Return the policy of a TOML file over the defaults; raise InputError with every fault."""
    path = Path(path)
    text, given = read_toml(path, "policy.missing")
    sizes = (len(cast("dict[str, Any]", v)) if isinstance(v, dict) else 1 for v in given.values())
    if len(given) + sum(sizes) > MOST_KEYS:
        raise InputError([Fault(path.name, "policy.too_many", None, None, {"most": MOST_KEYS})])
    lines = lines_of(text)
    found = [
        Fault(path.name, wrong.key, lines.get(wrong.name), wrong.name, wrong.values)
        for wrong in faults(given)
    ]
    if found:
        raise InputError(found)
    return Policy(**{name: SECTIONS[name](**frozen(values)) for name, values in given.items()})


def frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return checked values as the policy has them: tuples for lists, rates for tables."""
    return {key: _value(value) for key, value in values.items()}


def _value(value: object) -> object:
    if isinstance(value, list):
        return tuple(cast("list[object]", value))
    return Rates(**cast("dict[str, int]", value)) if isinstance(value, dict) else value
