"""Random examples: the first few are tried always, the others with `--long`."""

from typing import Any

import pytest


def seeds(few: int, many: int) -> list[Any]:
    """Return the seeds of a test that is one a seed; all but the first few are long."""
    return [
        seed if seed < few else pytest.param(seed, marks=pytest.mark.long) for seed in range(many)
    ]


def ranges(few: int, many: int) -> list[Any]:
    """Return the ranges of seeds of a test that goes through them: the few, and long the others."""
    others = pytest.param(range(few, many), id="others", marks=pytest.mark.long)
    return [pytest.param(range(few), id="few"), others]
