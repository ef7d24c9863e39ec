"""The goal that makes the best plan unique: a fixed hash of unit, station and year."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray

_GOLDEN = 0x9E3779B97F4A7C15
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_DROPPED = np.uint64(40)


def mix(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return SplitMix64's finaliser of each number (Steele, Lea, Flood, OOPSLA 2014)."""
    z = x + np.uint64(_GOLDEN)
    z = (z ^ (z >> np.uint64(30))) * _FIRST
    z = (z ^ (z >> np.uint64(27))) * _SECOND
    return z ^ (z >> np.uint64(31))


def hashes(ids: Sequence[str]) -> NDArray[np.uint64]:
    """Return crc32 of each id's UTF-8 bytes."""
    return np.fromiter((zlib.crc32(text.encode()) for text in ids), np.uint64, len(ids))


def tie_costs(unit: NDArray[np.uint64], station: NDArray[np.uint64], year: int) -> IntArray:
    """Return the tie cost of each pair, 0 to 2²⁴−1, from its two ids' hashes."""
    shift = np.uint64((year * _GOLDEN) % 2**64)
    pair = (unit << np.uint64(32)) + station + shift
    return (mix(pair) >> _DROPPED).astype(np.int64)
