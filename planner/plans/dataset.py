"""A duty's tables as one dataset that a scenario can change (`planner.scenario.changeable`)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar, Self

import polars as pl

from planner.errors import Fault
from planner.tables.ledger import Ledger
from planner.tables.read import read_with_people
from planner.tables.references import GONE
from planner.tables.schema import REQUIRED, Target
from planner.tables.sources import Sources

Frames = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True, eq=False)
class DutyTables:
    """Typed frames by table name, what was odd, and the sha256 of each file that was read.

    `sources` tell how files and headers are written. `year` is the one by which rows were judged,
    None where only cells and references were, or as much as no year and no figure matter to.
    """

    words: ClassVar[str]
    """What the keys of the sentences begin with that come of judging rows."""

    frames: Frames
    warnings: tuple[Fault, ...] = ()
    inputs: dict[str, str] = field(default_factory=dict[str, str])
    sources: Sources = field(default_factory=Sources)
    year: int | None = None

    def tables(self) -> Frames:
        """Return the frames by table name."""
        return self.frames

    def file(self, table: str) -> str:
        """Return the file or sheet that a table was read from, its name where none was."""
        return self.sources.file(table)

    def concerns(self, touched: set[Target]) -> bool:
        """Return whether rows must be judged again: in a year figures matter to them, too."""
        return bool(touched) or self.year is not None

    def judged(self, key: str) -> bool:
        """Return whether a warning comes of judging."""
        return key.startswith(self.words) or key in GONE.values()

    def changed(self, frames: Frames, warnings: tuple[Fault, ...], inputs: dict[str, str]) -> Self:
        """Return the dataset of other frames, that were judged."""
        along = self.along(frames)
        return replace(self, frames=frames, warnings=warnings, inputs=inputs, **along)

    def along(self, frames: Frames) -> dict[str, Any]:
        """Return the fields that become others along with the frames."""
        return {}


def checked(
    data: Path,
    names: Collection[str],
    own: Collection[str],
    check: Callable[[Frames, Ledger], None],
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in some tables, those that are there.

    Without a row in a duty's `own` ones there is nothing to check. What every dataset has is
    required here, too: where it lacks a table, that alone is said, not of each row that names it.
    """
    read = read_with_people(data, names, [name for name in REQUIRED if name in names])
    if all(read.frames[name].is_empty() for name in own):
        return (), ()
    check(read.frames, read.ledger)
    return read.ledger.faults, read.ledger.warnings
