"""Filling a protocol buffer's repeated fields from whole arrays, as they travel on the wire.

A repeated field of numbers is one run of bytes there (protobuf.dev, "Encoding", packed fields):
floating-point numbers of eight bytes each, whole ones of seven bits a byte, the lowest first, the
eighth bit telling that more follow, be it noughts. Appending one by one takes ten times as long.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray

_RUN, _BITS = 2, 7
"""The wire's type of a field that is a run of bytes; so many bits of a number are in a byte."""


def fill(message: Any, **columns: IntArray | NDArray[np.float64]) -> None:
    """Append arrays to the repeated fields of their names; whole numbers must not be negative."""
    for name, column in columns.items():
        field = message.DESCRIPTOR.fields_by_name[name]
        whole = field.cpp_type not in (field.CPPTYPE_DOUBLE, field.CPPTYPE_FLOAT)
        run = _varints(column.astype(np.int64)) if whole else column.astype("<f8").tobytes()
        head = (field.number << 3 | _RUN, len(run))
        message.MergeFromString(b"".join(map(_varint, head)) + run)


def _varint(number: int) -> bytes:
    """Return one whole number as bytes of seven bits each."""
    parts = [number >> at & 0x7F for at in range(0, max(number.bit_length(), 1), _BITS)]
    return bytes([part | 0x80 for part in parts[:-1]] + parts[-1:])


def _varints(numbers: IntArray) -> bytes:
    """Return whole numbers as bytes of seven bits each, all as long as the largest of them."""
    length = -(-max(int(numbers.max(initial=0)).bit_length(), 1) // _BITS)
    parts = np.empty((len(numbers), length), np.uint8)
    for at in range(length):
        parts[:, at] = numbers >> _BITS * at & 0x7F
    parts[:, :-1] |= 0x80
    return parts.tobytes()
