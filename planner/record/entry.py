"""One entry of the record: what was done, and the hash that binds it to the entry before."""

import hashlib
import json
from dataclasses import astuple, dataclass, fields, replace

START = "0" * 64
"""What the first entry has for the hash of the entry before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table `entries`, in its order; all text but `seq` and `year`, blank for none.

    `at` is UTC, `on` the day it happened (`YYYY-MM-DD`), `corrects` the `seq` of an earlier entry,
    `previous` and `hash` sha256 in hex.
    """

    seq: int
    at: str
    on: str
    action: str
    year: int
    part: str
    subject: str
    actor: str
    binds: str
    corrects: str
    note: str
    content: str
    previous: str
    hash: str = ""

    def sealed(self) -> "Entry":
        """Return the entry with its hash."""
        return replace(self, hash=self.counted())

    def counted(self) -> str:
        """Return the sha256 of the thirteen fields before the hash, as the record counts it."""
        text = json.dumps(astuple(self)[:-1], ensure_ascii=False, separators=(",", ":"))
        return digest(text)


FIELDS = tuple(field.name for field in fields(Entry))
"""The columns of the table, in order."""


def digest(text: str) -> str:
    """Return the sha256 of a text in UTF-8; what a damaged file holds counts as its bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
