"""The lots that make the best plan unique: fixed hashes of who, when and where."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray
from planner.dates import Day
from planner.plans.tie import hashes, mix

_GOLDEN = 0x9E3779B97F4A7C15
_WORD = 2**64
_DROPPED = np.uint64(40)


def turn_word(person: str, start: Day) -> int:
    """Return the word whose hash is the lot of a person and the month of a start."""
    month = start.year * 100 + start.month
    return (crc32(person.encode()) * 2**32 + month * _GOLDEN) % _WORD


def lots(
    words: Sequence[int] | NDArray[np.uint64],
    hosts: Sequence[str] = (),
    at: IntArray | None = None,
) -> IntArray:
    """Return the top 24 bits of each word's hash; with `at`, of the word and its host there."""
    known = np.array(words, np.uint64)
    if at is not None:
        known = known + hashes(hosts)[at]
    return (mix(known) >> _DROPPED).astype(np.int64)
