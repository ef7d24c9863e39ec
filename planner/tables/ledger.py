"""Where readers and checks write down what is wrong and what is odd, and how it is shown."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from planner.errors import Fault, InputError, hints
from planner.tables.nearest import nearest_names
from planner.tables.schema import EVERY, Column, Table
from planner.tables.sources import Sources

LONGEST = 60
"""Characters of a value that a message shows."""

COMPARISONS = 200_000
"""Names that one reading may compare in all to suggest the nearest one (about a second)."""

MOST_WRONG = 1_000
"""Wrong cells of one column, each another text, after which the rest of it is not looked at."""

SUGGESTED = 5
"""Names suggested where several are equally near."""

TABLE_ORDER = {table.name: place for place, table in enumerate(EVERY)}
COLUMN_ORDER = {
    (table.name, column.name): place
    for table in EVERY
    for place, column in enumerate(table.columns)
}

Order = tuple[int, int, int, int]
MORE = "ledger.more"


def shown(value: object) -> str:
    """Return `value` as one short line: what can't be seen escaped, long text cut."""
    text = "".join(
        char if char.isprintable() else f"\\u{ord(char):04x}" for char in str(value)[: LONGEST + 1]
    )
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def listed(values: Iterable[object], most: int = 5) -> str:
    """Return the first few of `values` as one line that any language can hold."""
    several = list(values)
    return ", ".join(map(shown, several[:most])) + (", …" if len(several) > most else "")


MOST_ALIKE = 5
"""Faults of one kind that one column shows; one line counts the rest."""

Kind = tuple[str, str | None, str]
"""A table, a column and a sentence."""


@dataclass(slots=True)
class Ledger(Sources):
    """All faults and warnings of one reading, each at its table, row and column.

    `ragged` rows and `settled` cells have nothing more to say; `unusable` columns are not known;
    `wrong` are the rows of each table with a fault, None where it is of the table.
    """

    ragged: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    settled: set[tuple[str, int, str]] = field(default_factory=set[tuple[str, int, str]])
    unusable: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    wrong: dict[str, set[int | None]] = field(default_factory=dict[str, "set[int | None]"])
    _faults: list[tuple[Order, Fault]] = field(default_factory=list[tuple[Order, Fault]])
    _warnings: list[tuple[Order, Fault]] = field(default_factory=list[tuple[Order, Fault]])
    _counts: dict[tuple[bool, Kind], int] = field(default_factory=dict[tuple[bool, Kind], int])
    _comparisons: int = 0

    def fault(
        self,
        table: str,
        key: str,
        row: int | None = None,
        column: str | None = None,
        /,
        *,
        letters: object = None,
        **values: object,
    ) -> None:
        """Note something wrong; a row that was already found ragged has nothing else to say.

        `letters` are those of the sheet's column where it is not that of a known header.
        """
        self.wrong.setdefault(table, set()).add(None if key.startswith("header.") else row)
        if row is None or (table, row) not in self.ragged:
            self._note(self._faults, table, key, row, column, letters, values)

    def fault_each(self, table: str, key: str, rows: Sequence[int], column: str) -> None:
        """Note the same thing wrong in one column of many rows."""
        self.wrong.setdefault(table, set()).update(rows)
        for at, row in enumerate(rows):
            if self._counts.get((True, (table, column, key)), 0) > MOST_ALIKE:
                self._counts[True, (table, column, key)] += len(rows) - at
                return
            self.fault(table, key, row, column, value="")

    @property
    def spent(self) -> bool:
        """Whether no more names are compared: there were too many."""
        return self._comparisons > COMPARISONS

    def warn(
        self,
        table: str,
        key: str,
        row: int | None = None,
        column: str | None = None,
        /,
        *,
        letters: object = None,
        **values: object,
    ) -> None:
        """Note something odd that is allowed."""
        self._note(self._warnings, table, key, row, column, letters, values)

    def _note(
        self,
        notes: list[tuple[Order, Fault]],
        table: str,
        key: str,
        row: int | None,
        column: str | None,
        letters: object,
        values: dict[str, object],
    ) -> None:
        if (table, row, column) in self.settled:
            return
        wrong = notes is self._faults
        kind = (wrong, (table, column, key))
        self._counts[kind] = count = self._counts.get(kind, 0) + 1
        place = COLUMN_ORDER.get((table, column or ""), -1)
        order = (TABLE_ORDER.get(table, -1), row or 0, place, len(notes))
        if count > MOST_ALIKE:
            if count == MOST_ALIKE + 1:
                notes.append((order, Fault(self.file(table), MORE, row, column, {"kind": kind})))
            return
        if row is not None and table in self.sheets:
            letters = letters or self._letters(table, row, column)
        told = None if letters is None else str(letters)
        if column is not None and not key.startswith("header."):
            column = self.header(table, column)
        notes.append((order, Fault(self.file(table), key, row, column, values, told)))

    def stop(self, table: Table, column: Column, row: int) -> None:
        """Note that a column is not looked at from a row on: so much is wrong with it."""
        self.fault(table.name, "column.stopped", row, column.name)
        self.unread(table, [column.name])

    def unread(self, table: Table, columns: Iterable[str] | None = None) -> None:
        """Note columns (or all) whose cells are not known: nothing is checked against them."""
        names = (column.name for column in table.columns) if columns is None else columns
        self.unusable.update((table.name, name) for name in names)

    def nearest(self, value: str, known: Collection[str]) -> str | None:
        """Return the known name most like `value`, or None (also when the budget is spent)."""
        return max(self.equally_near(value, known), default=None)

    def equally_near(self, value: str, known: Collection[str]) -> list[str]:
        """Return the known names most like `value`, a few where they are equally like it.

        One wrong character of three leaves several names: which was meant is not for us to guess.
        But where the very characters are in another order, that is it.
        """
        self._comparisons += len(known)
        if self._comparisons > COMPARISONS:
            return []
        return nearest_names(value, known)[:SUGGESTED]

    def unread_all(self) -> None:
        """Note that no table is known."""
        for table in EVERY:
            self.unread(table)

    def missing(self, table: Table, key: str) -> None:
        """Say that a required table is not there, unless what looks like it was found already."""
        if table.required and (table.name, table.columns[0].name) not in self.unusable:
            self.fault(table.name, key, name=table.name, zh=table.zh)
            self.unread(table)

    def sources(self) -> Sources:
        """Return where the tables were read from, for messages to come."""
        return Sources(self.files, self.headers, self.letters, self.sheets)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults by table, row and column; of many alike in a column the first few."""
        return self._told(self._faults)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """The warnings by table, row and column; of many alike in a column the first few."""
        return self._told(self._warnings)

    def _told(self, notes: list[tuple[Order, Fault]]) -> tuple[Fault, ...]:
        return tuple(self._counted(fault) for _, fault in sorted(notes, key=_order))

    def _counted(self, fault: Fault) -> Fault:
        """Return a fault, or the line that counts those which are not shown."""
        if fault.key != MORE:
            return fault
        kind = cast("tuple[bool, Kind]", fault.values["kind"])
        table, column, _ = kind[1]
        name = None if column is None else self.header(table, column)
        count = self._counts[kind] - MOST_ALIKE
        return Fault(fault.file, MORE, None, name, {"count": count})

    @property
    def clean(self) -> bool:
        """Whether nothing wrong was noted so far."""
        return not self._faults

    def settle(self) -> None:
        """Raise InputError with every fault, if there is one, and with the hints beside them."""
        if self._faults:
            raise InputError((*self.faults, *hints(self.warnings)))


def _order(note: tuple[Order, Fault]) -> Order:
    return note[0]
