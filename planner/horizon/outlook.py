"""The years to come as they are known now: the tables, and what will change in which year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from planner.crosswalk.carry import carried
from planner.crosswalk.moves import Crosswalk
from planner.dataset import Dataset, read_dataset
from planner.errors import Fault, InputError, Sentence
from planner.policy import Policy
from planner.scenario import Scenario
from planner.tables import TABLE, write_csv


@dataclass(frozen=True, slots=True, eq=False)
class Year:
    """What one year's plan is made from: the tables, as read from `files`, and the policy.

    `notes` say what became of stations and rows since the year before.
    """

    year: int
    dataset: Dataset
    policy: Policy
    notes: tuple[Sentence | Fault, ...]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """A dataset and a policy in the year `first`, and the changes of later years.

    Tables stand as they are until something changes them: later years have the same nominations
    and wishes. Pins are decisions of the first year; a later year has those of its changes only.
    """

    dataset: Dataset
    policy: Policy
    first: int
    changes: Mapping[int, Scenario] = field(default_factory=dict[int, Scenario])
    crosswalk: Crosswalk = field(default_factory=Crosswalk)

    def start(self) -> Year:
        """Return the first year; raise InputError with every fault of its changes."""
        return self._year(self.first, self.dataset.tables(), self.policy)

    def after(self, past: Year, pairs: pl.DataFrame | None = None) -> Year:
        """Return the year after another, its plan's pairs (see `Plan`) added to the history.

        Raises InputError with every fault of the year's changes.
        """
        frames = past.dataset.tables()
        frames["pins"] = frames["pins"].clear()
        if pairs is not None:
            columns = [column.name for column in TABLE["history"].columns]
            history = frames["history"].select(columns)
            frames["history"] = pl.concat([history, pairs.select(columns)]).sort(columns)
        return self._year(past.year + 1, frames, past.policy)

    def ahead(self, years: int) -> list[Year]:
        """Return so many years from the first on, as if none had a plan."""
        found = [self.start()]
        while len(found) < years:
            found.append(self.after(found[-1]))
        return found

    def _year(self, year: int, frames: dict[str, pl.DataFrame], policy: Policy) -> Year:
        moved = carried(frames, self.crosswalk.of(year), year)
        notes: list[Sentence | Fault] = list(moved.notes)
        try:
            dataset, files = _settled(moved.frames, year)
            if year in self.changes:
                known = set(map(str, dataset.warnings))
                changed, policy = self.changes[year].apply(dataset, policy)
                notes += [note for note in changed.warnings if str(note) not in known]
                dataset, files = _settled(changed.tables(), year)
        except InputError as error:
            raise InputError([_dated(fault, year) for fault in error.faults]) from None
        dataset = replace(dataset, apart=self.dataset.apart)
        return Year(year, dataset, policy, tuple(notes), files)


def _settled(frames: Mapping[str, pl.DataFrame], year: int) -> tuple[Dataset, dict[str, bytes]]:
    """Return the tables as a dataset read from files, so that what is planned is what is kept."""
    files = {f"{name}.csv": write_csv(frame) for name, frame in frames.items() if frame.height}
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return read_dataset(folder, year), files


def _dated(fault: Fault, year: int) -> Fault:
    return Fault(f"{year}/{fault.file}", fault.key, fault.row, fault.column, fault.values)
