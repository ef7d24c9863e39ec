"""Chance that is the same on every machine: a hash of the names of what is drawn for."""

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

_Option = TypeVar("_Option")
_WORD = (1 << 64) - 1


def draw(below: int, *keys: object) -> int:
    """Return an integer in [0, below) that depends on the keys alone.

    CRC-32 of the joined keys, spread by the finaliser of SplitMix64: whole numbers only, so
    neither the order of calls, nor the version of a library, nor the machine can change it.
    """
    z = (crc32("|".join(map(str, keys)).encode()) + 0x9E3779B97F4A7C15) & _WORD
    z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & _WORD
    z = ((z ^ z >> 27) * 0x94D049BB133111EB) & _WORD
    return (z ^ z >> 31) % below


def pick(options: Sequence[_Option], *keys: object) -> _Option:
    """Return one of the options, each as likely as any other."""
    return options[draw(len(options), *keys)]
