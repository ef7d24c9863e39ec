"""Rows of a table that are alike."""

import numpy as np

from planner.allocation.problem import IntArray

_ODD = 0x5851F42D4C957F2D


def alike_rows(table: IntArray) -> IntArray:
    """Number a table's rows so that equal rows share a number.

    They are told apart by a hash, which takes a tenth of the time, and compared where it can't.
    """
    powers = np.cumprod(np.full(table.shape[1], _ODD))  # modulo 2^64, as all that follows
    hashed: IntArray = table @ powers
    _, first, number = np.unique(hashed, return_index=True, return_inverse=True)
    if (table == table[first[number]]).all():
        return number
    return np.unique(table, axis=0, return_inverse=True)[1].ravel()
