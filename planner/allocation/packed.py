"""Protocol buffers' packed repeated fields, filled from whole arrays.

A repeated field of numbers is one run of bytes (protobuf.dev, "Encoding", packed repeated fields):
floating-point numbers of eight bytes each, whole ones as varints, seven bits a byte, the lowest
first, the eighth telling that more follow, be they noughts. Appending one by one takes ten times as
long.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray

_LENGTH_DELIMITED, _BITS = 2, 7


def extend(message: Any, **columns: IntArray) -> None:
    """Append arrays to the repeated fields of their names; whole numbers must not be negative."""
    for name, column in columns.items():
        field = message.DESCRIPTOR.fields_by_name[name]
        whole = field.cpp_type not in (field.CPPTYPE_DOUBLE, field.CPPTYPE_FLOAT)
        run = _varints(column) if whole else column.astype("<f8").tobytes()
        head = np.array([field.number << 3 | _LENGTH_DELIMITED, len(run)])
        message.MergeFromString(_varints(head) + run)


def _varints(numbers: IntArray) -> bytes:
    """Return whole numbers as varints, all as long as the largest of them."""
    length = -(-max(int(numbers.max(initial=0)).bit_length(), 1) // _BITS)
    parts: NDArray[np.uint8] = np.empty((len(numbers), length), np.uint8)
    for at in range(length):
        parts[:, at] = numbers >> _BITS * at & 0x7F
    parts[:, :-1] |= 0x80
    return parts.tobytes()
