"""The record as frames: what was entered when, what of it is void, and what is next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import polars as pl

from planner.record.entry import Entry
from planner.record.people import People
from planner.record.status import Step

SCHEMA = {
    "seq": pl.Int64(), "year": pl.Int64(), "part": pl.String(), "on": pl.String(),
    "action": pl.String(), "subject": pl.String(), "actor": pl.String(), "note": pl.String(),
    "void": pl.Boolean(),
}  # fmt: skip
STEPS = {"year": pl.Int64(), "part": pl.String(), "action": pl.String(), "by": pl.String()}
OF_A_DRAFT = ("draft", "consult", "review")


def entries_frame(entries: Sequence[Entry], people: People) -> pl.DataFrame:
    """Return the entries in order: see `SCHEMA`; leaders by name, `void` what no longer counts."""
    void = voided(entries)
    rows = [
        (
            one.seq, one.year, one.part, one.on, one.action, people.named(one.subject),
            people.named(one.actor), one.note, one.seq in void,
        )
        for one in entries
    ]  # fmt: skip
    return pl.DataFrame(rows, SCHEMA, orient="row")


def steps_frame(steps: Iterable[Step]) -> pl.DataFrame:
    """Return what is next of each part: see `STEPS`; `action` is `nothing` where all is done."""
    rows = [(one.year, one.part, one.action, one.by) for one in steps]
    return pl.DataFrame(rows, STEPS, orient="row")


def voided(entries: Iterable[Entry]) -> set[int]:
    """Return the numbers of the entries that a later one corrected, replaced or sent back."""
    found = set[int]()
    at_work: dict[tuple[int, str], list[int]] = defaultdict(list)
    for one in entries:
        mine = at_work[one.year, one.part]
        if one.corrects:
            found.add(int(one.corrects))
        if one.action in ("draft", "reject"):
            found.update(mine)
        if one.action in ("draft", "reject", "approve"):
            mine.clear()
        if one.action in OF_A_DRAFT:
            mine.append(one.seq)
    return found
