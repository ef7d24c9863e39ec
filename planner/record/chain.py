"""Checking the record: every entry fits the one before it, from the first to the last."""

from dataclasses import astuple, dataclass

from planner.errors import ChainError
from planner.record.entry import FIELDS, START, Entry, digest
from planner.record.store import Store

KINDS: dict[str, type] = dict.fromkeys(FIELDS, str) | {"seq": int, "year": int}
SHORTEST = 12
"""So many characters of a head are enough to look for it: the paper prints no more."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A record that was checked: how many entries, and the hash of the last."""

    number: int
    head: str


def checked(store: Store, head: str | None = None) -> Chain:
    """Return the record's chain.

    Raises `ChainError` naming the first entry that does not fit, or the `head` (a hash or its
    first twelve characters, kept elsewhere) that no entry has.
    """
    last, number, hashes = START, 0, list[str]()
    try:
        for entry in store.each():
            number += 1
            if not _fits(entry, number, last):
                raise ChainError("record.no_fit", name=store.place.name, seq=number)
            last = entry.hash
            hashes.append(last)
    except store.database.errors as error:
        raise ChainError("record.no_fit", name=store.place.name, seq=number + 1) from error
    if not store.database.whole():
        raise ChainError("record.damaged", name=store.place.name, number=number)
    if head is not None and not _known(head.strip().lower(), hashes):
        raise ChainError("record.cut_off", name=store.place.name, head=head, number=number)
    return Chain(number, last)


def _fits(entry: Entry, number: int, last: str) -> bool:
    # A damaged cell may be of any kind, whatever its column says.
    cells = zip(FIELDS, astuple(entry), strict=True)
    if not all(type(value) is KINDS[name] for name, value in cells):
        return False
    drafted = entry.action != "draft" or entry.binds == digest(entry.content)
    bound = entry.seq == number and entry.previous == last
    return bound and drafted and entry.counted() == entry.hash


def _known(head: str, hashes: list[str]) -> bool:
    return len(head) >= SHORTEST and any(one.startswith(head) for one in hashes)
