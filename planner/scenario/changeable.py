"""What a scenario asks of a dataset, whatever the duty: its tables, and who judges their rows."""

from collections.abc import Mapping
from typing import Protocol, Self

import polars as pl

from planner.errors import Fault
from planner.policy import Policy
from planner.tables.ledger import Ledger
from planner.tables.schema import Target
from planner.tables.sources import Sources


class Changeable(Protocol):
    """Tables as they were read, and what is needed to judge them again once they are changed."""

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is odd but allowed."""
        ...

    @property
    def inputs(self) -> dict[str, str]:
        """The sha256 of each file that was read."""
        ...

    @property
    def sources(self) -> Sources:
        """How files, sheets and headers are written."""
        ...

    def tables(self) -> Mapping[str, pl.DataFrame]:
        """Return the frames by table name, in reading order."""
        ...

    def file(self, table: str) -> str:
        """Return the file or sheet that a table was read from."""
        ...

    def concerns(self, touched: set[Target]) -> bool:
        """Return whether a row may say something to another by one of these columns."""
        ...

    def judge(self, frames: Mapping[str, pl.DataFrame], policy: Policy, ledger: Ledger) -> None:
        """Note what is wrong and odd between the rows of frames, by a policy."""
        ...

    def judged(self, key: str) -> bool:
        """Return whether a warning comes of judging, so that it is found again where it holds."""
        ...

    def changed(
        self,
        frames: Mapping[str, pl.DataFrame],
        warnings: tuple[Fault, ...],
        inputs: dict[str, str],
    ) -> Self:
        """Return the same dataset of other frames, that were judged."""
        ...
