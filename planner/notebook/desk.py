"""A year's office work in calls: rosters in, papers out, the record, next year's history."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from planner import commands
from planner.errors import InputError, Sentence
from planner.notebook.frames import named
from planner.notebook.opened import Opened
from planner.notebook.papers import Papers, write_packet
from planner.office.exchange import Moved, copy_with, import_data, template_book
from planner.record import Entry, Request, Store, act, checked, place_of, store_of, years_of
from planner.record.history import approved_rows, with_rows
from planner.record.people import People
from planner.record.status import OFFICE, Step, sentences, steps
from planner.record.timeline import entries_frame, steps_frame
from planner.tables import SCHEMA
from planner.words import Language

POLICY = "policy.toml"
RECORD = "record.db"
AGREED = "同意"


@dataclass(frozen=True)
class Desk:
    """Where a year's office work is done: a folder for workbook, tables, plan, papers and record.

    What is recorded is the same as by `planner record`, in `record.db` beside the tables.
    """

    opened: Opened
    folder: Path
    kept: TemporaryDirectory[str] | None = None

    @property
    def book(self) -> Path:
        """The workbook of rosters."""
        return self.folder / f"{self._name}.xlsx"

    @property
    def data(self) -> Path:
        """The tables that the workbook becomes."""
        return self.folder / "data" / self._name

    @property
    def plan(self) -> Path:
        """The folder of the plan."""
        return self.folder / "plan"

    @property
    def next_data(self) -> Path:
        """The tables of the next year, this year's approved pairings in their history."""
        return self.folder / "next" / self._name

    @property
    def _name(self) -> str:
        return self.opened.data.stem

    @property
    def _language(self) -> Language:
        return self.opened.language

    @cached_property
    def people(self) -> People:
        """Who acts: the leaders and departments of the tables."""
        return People(self.opened.dataset)

    @property
    def store(self) -> Store:
        """The record."""
        return store_of(place_of(self.data, str(self.data / RECORD)))

    def fill_template(self) -> pl.DataFrame:
        """Write the workbook, filled with the dataset's rows; return table and rows.

        Raises `InputError` where it is there already: people edit it.
        """
        used = self.opened.used
        if used.place is not None:
            (self.folder / POLICY).write_bytes(used.content)
        return self._moved(template_book(self.book, self.opened.data))

    def take_in(self) -> pl.DataFrame:
        """Read the workbook into a new folder of tables; return table and rows."""
        self.data.parent.mkdir(exist_ok=True)
        return self._moved(import_data(self.book, self.data))

    def papers(self, stage: str) -> Papers:
        """Write the packet of the plan into a new folder of that name; return what it holds."""
        where = str(self.data / RECORD) if self.store.entries() else None
        return write_packet(self.data, self.plan, self.folder / stage, where)

    def close_applications(self, on: dt.date) -> pl.DataFrame:
        """Record that the departments' applications are closed; return the entry."""
        return self._act("applications", "departments", on, OFFICE["departments"])

    def draft(self, part: str, on: dt.date) -> pl.DataFrame:
        """Record the plan's part as the draft; return the entry."""
        return self._act("draft", part, on, OFFICE[part])

    def consult(
        self, part: str, on: dt.date, cities: Sequence[str] | None = None, note: str = AGREED
    ) -> pl.DataFrame:
        """Record the answer of cities, by default all that are left; return the entries."""
        draft = years_of(self.store.entries()).of(self.opened.year, part).current
        asked = cities if cities is not None or draft is None else draft.outstanding()
        made = [self._add("consult", part, on, OFFICE[part], city, note) for city in asked or ()]
        return self._frame(made)

    def review(self, part: str, on: dt.date) -> pl.DataFrame:
        """Record the review of every leader in charge who has not yet; return the entries."""
        draft = years_of(self.store.entries()).of(self.opened.year, part).current
        leaders = [] if draft is None else draft.unreviewed()
        return self._frame([self._add("review", part, on, leader) for leader in leaders])

    def approve(self, part: str, on: dt.date) -> pl.DataFrame:
        """Record the principal leader's approval; return the entry."""
        return self._act("approve", part, on, self.people.principal)

    def refused(self, action: str, part: str, on: dt.date) -> list[str]:
        """Return why the principal leader may not do something now; nothing is recorded then."""
        try:
            self._add(action, part, on, self.people.principal)
        except InputError as error:
            return error.text(self._language).splitlines()
        return []

    def status(self) -> list[str]:
        """Return what is done, what is next, and by whom: a sentence a part."""
        told = sentences(years_of(self.store.entries()), self.people)
        return [sentence.text(self._language) for sentence in told]

    def entries(self) -> pl.DataFrame:
        """Return the record: see `planner.record.timeline.SCHEMA`."""
        return entries_frame(self.store.entries(), self.people)

    def steps(self) -> pl.DataFrame:
        """Return what is next of each part: year, part, action, by."""
        return steps_frame(self._steps())

    def verified(self) -> list[str]:
        """Return what is verified anew: the plan's proof by part, its audit, the record's chain."""
        judged = commands.verify(self.data, self.plan, None)
        findings = commands.audit(self.data, self.plan, None).findings
        proofs = [(Sentence(f"part.{one.part.part}"), one.proved) for one in judged.proofs]
        said = [Sentence("desk.proved", {"part": part, "goals": to}) for part, to in proofs]
        broken = sum(not finding.holds for finding in findings)
        said.append(Sentence("desk.audited", {"number": len(findings), "broken": broken}))
        said.append(Sentence("desk.chain", {"number": checked(self.store).number}))
        return [sentence.text(self._language) for sentence in said]

    def turn_year(self) -> pl.DataFrame:
        """Write the next year's tables, the approved pairings added to their history; return those.

        Columns: year, unit, station.
        """
        checked(self.store)
        rows = approved_rows(self.store.entries(), self.opened.dataset)
        self.next_data.parent.mkdir(exist_ok=True)
        history = with_rows(self.opened.dataset.history, rows)
        copy_with(self.data, self.next_data, history=history)
        schema = dict.fromkeys(history.columns, pl.String) | {"year": pl.Int64}
        return named(pl.DataFrame(rows, schema, orient="row"), self.opened.dataset)

    def day(self, number: int) -> dt.date:
        """Return the `number`th day of the year, or, where it is to come, one before today."""
        day = dt.date(self.opened.year, 1, 1) + dt.timedelta(number - 1)
        today = dt.date.today()
        return day if day <= today else today - dt.timedelta(max(365 - number, 0))

    def _steps(self) -> list[Step]:
        return list(steps(years_of(self.store.entries()), self.people))

    def _act(self, action: str, part: str, on: dt.date, by: str) -> pl.DataFrame:
        return self._frame([self._add(action, part, on, by)])

    def _add(
        self, action: str, part: str, on: dt.date, by: str, subject: str = "", note: str = ""
    ) -> Entry:
        folder = None if action == "applications" else self.plan
        where = str(self.data / RECORD)
        year = self.opened.year
        return act(Request(self.data, action, part, by, folder, subject, note, on,
                           year=year, where=where))  # fmt: skip

    def _frame(self, made: list[Entry]) -> pl.DataFrame:
        return entries_frame(made, self.people).drop("void", "year")

    def _moved(self, moved: Moved) -> pl.DataFrame:
        names = [SCHEMA[name].zh if self._language == "zh" else name for name in moved.rows]
        return pl.DataFrame({"table": names, "rows": list(moved.rows.values())})


def open_desk(opened: Opened, folder: Path | str | None = None) -> Desk:
    """Return a desk in a folder of yours, or else in one that is gone when the notebook ends."""
    if folder is not None:
        return Desk(opened, Path(folder))
    kept = TemporaryDirectory(prefix="planner-desk-")
    return Desk(opened, Path(kept.name), kept)
