"""Entries for the tests of the store: small ones, one after the other, from one process or many."""

import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from planner.record import Entry, Store
from planner.record.place import Place, place_of


def some(note: str = "同意") -> Entry:
    """Return an entry to be added, not sealed."""
    return Entry(
        0, "2019-01-15T08:00:00Z", "2019-01-15", "consult", 2019, "leaders", "甲市", "厅办公室",
        "", "", note, "", "",
    )  # fmt: skip


def store(where: str) -> Store:
    """Return the record at a file or an address."""
    return Store(place_of(Path(), where))


def add(record: Store, note: str = "同意") -> Entry:
    """Add an entry."""

    def decide(_: Sequence[Entry]) -> Entry:
        return some(note)

    return record.append(decide)


def file_place(file: Path) -> Place:
    """Return the place of a file."""
    return place_of(file.parent, str(file))


def tell(where: str, writer: str, pipe: Any) -> None:
    """Add entries until one is killed, and say of each through a pipe that it is there."""
    record = store(where)
    for at in count():
        pipe.send(add(record, f"{writer}-{at}").note)


def main(where: str, writer: str, number: int) -> None:
    """Add entries, and say of each that it is there."""
    record = store(where)
    for at in range(number):
        print(add(record, f"{writer}-{at}").note, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
