"""Random examples: the first few are tried always, the others with `--long`."""

from typing import Any

import pytest


def seeds(few: int, many: int) -> list[Any]:
    """Return the seeds of a test that is one a seed; all but the first few are long."""
    return [*range(few), *long(*range(few, many))]


def long(*values: object) -> list[Any]:
    """Return values of a parameter that are long; a tuple has one for each of several."""
    sets = (value if isinstance(value, tuple) else (value,) for value in values)
    return [pytest.param(*each, marks=pytest.mark.long) for each in sets]


def ranges(few: int, many: int) -> list[Any]:
    """Return the ranges of seeds of a test that goes through them: the few, and long the others."""
    return [pytest.param(range(few), id="few"), *long(range(few, many))]
