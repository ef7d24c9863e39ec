"""Which two columns can be chosen together, by what rows allow at most."""

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray

_FAR = 2**61
_BITS = 63


def compatible(rows: IntArray, most: IntArray) -> NDArray[np.bool_]:
    """Return a table of which two columns no row forbids to be chosen together.

    `rows` have no negative entries, and a column each for the table's.
    """
    allowed = ~np.eye(rows.shape[1], dtype=bool)
    # Where any two are too many rows are dealt with at once: most rows allow one of a city.
    one = 2 * np.where(rows > 0, rows, _FAR).min(axis=1, initial=_FAR) > most
    seen = (rows[one] > 0).astype(np.int64)
    for first in range(0, len(seen), _BITS):
        some = seen[first : first + _BITS]
        bits: IntArray = (1 << np.arange(len(some))) @ some  # Whole numbers: no threads of BLAS.
        allowed &= (bits[:, None] & bits) == 0
    for row, upper in zip(rows[~one], most[~one], strict=True):
        if 2 * row.max(initial=0) > upper:
            allowed &= row[:, None] + row <= upper
    heavy = (rows > most[:, None]).any(axis=0)
    allowed[heavy] = False
    allowed[:, heavy] = False
    return allowed
