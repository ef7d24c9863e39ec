"""Where readers and checks write down what is wrong and what is odd, and how it is shown."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from planner.errors import Fault, InputError
from planner.tables.schema import EVERY, Table

LONGEST = 60
"""Characters of a value that a message shows."""

COMPARISONS = 200_000
"""Names that one reading may compare in all to suggest the nearest one (about a second)."""

SUGGESTED = 5
"""Names suggested where several are equally near."""

TABLE_ORDER = {table.name: place for place, table in enumerate(EVERY)}
COLUMN_ORDER = {
    (table.name, column.name): place
    for table in EVERY
    for place, column in enumerate(table.columns)
}

Order = tuple[int, int, int, int]


def shown(value: object) -> str:
    """Return `value` as one short line: control characters escaped, long text cut."""
    text = "".join(
        char if char.isprintable() else f"\\u{ord(char):04x}" for char in str(value)[: LONGEST + 1]
    )
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def listed(values: Iterable[object], most: int = 5) -> str:
    """Return the first few of `values` as one line that any language can hold."""
    several = list(values)
    return ", ".join(map(shown, several[:most])) + (", …" if len(several) > most else "")


@dataclass(slots=True)
class Ledger:
    """All faults and warnings of one reading, each at its table, row and column.

    `files` names the file of each table; `headers` has the header of each (table, column) as its
    file spells it, so that a message points at what the user sees.
    """

    files: dict[str, str] = field(default_factory=dict[str, str])
    headers: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    ragged: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    unusable: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    _faults: list[tuple[Order, Fault]] = field(default_factory=list[tuple[Order, Fault]])
    _warnings: list[tuple[Order, Fault]] = field(default_factory=list[tuple[Order, Fault]])
    _comparisons: int = 0

    def fault(
        self,
        table: str,
        key: str,
        row: int | None = None,
        column: str | None = None,
        /,
        **values: object,
    ) -> None:
        """Note something wrong; a row that was already found ragged has nothing else to say."""
        if row is None or (table, row) not in self.ragged:
            self._note(self._faults, table, key, row, column, values)

    def warn(
        self,
        table: str,
        key: str,
        row: int | None = None,
        column: str | None = None,
        /,
        **values: object,
    ) -> None:
        """Note something odd that is allowed."""
        self._note(self._warnings, table, key, row, column, values)

    def _note(
        self,
        notes: list[tuple[Order, Fault]],
        table: str,
        key: str,
        row: int | None,
        column: str | None,
        values: dict[str, object],
    ) -> None:
        place = COLUMN_ORDER.get((table, column or ""), -1)
        order = (TABLE_ORDER.get(table, -1), row or 0, place, len(notes))
        if column is not None and not key.startswith("header."):
            column = self.header(table, column)
        notes.append((order, Fault(self.file(table), key, row, column, values)))

    def file(self, table: str) -> str:
        """Return the name of the table's file, or of the table where it has none."""
        return self.files.get(table, table)

    def header(self, table: str, column: str) -> str:
        """Return a column's header as the user wrote it."""
        return self.headers.get((table, column), column)

    def unread(self, table: Table, columns: Iterable[str] | None = None) -> None:
        """Note columns (or all) whose cells are not known: nothing is checked against them."""
        names = (column.name for column in table.columns) if columns is None else columns
        self.unusable.update((table.name, name) for name in names)

    def nearest(self, value: str, known: Collection[str]) -> str | None:
        """Return the known name most like `value`, or None (also when the budget is spent)."""
        self._comparisons += len(known)
        if self._comparisons > COMPARISONS:
            return None
        return next(iter(difflib.get_close_matches(value[:LONGEST], known, 1, 0.6)), None)

    def equally_near(self, value: str, known: Collection[str]) -> list[str]:
        """Return the known names most like `value`, a few where they are equally like it.

        One wrong character of three leaves several names: which was meant is not for us to guess.
        But where the very characters are in another order, that is it.
        """
        best = self.nearest(value, known)
        if best is None:
            return []
        match = difflib.SequenceMatcher(b=value[:LONGEST])

        def ratio(name: str) -> float:
            match.set_seq1(name)
            return match.ratio()

        near = difflib.get_close_matches(value[:LONGEST], known, len(known), 0.6)
        equal = sorted(name for name in near if ratio(name) == ratio(best))
        swapped = [name for name in equal if sorted(name) == sorted(value)]
        return (swapped or equal)[:SUGGESTED]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults by table, row and column."""
        return tuple(fault for _, fault in sorted(self._faults, key=_order))

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """The warnings by table, row and column."""
        return tuple(fault for _, fault in sorted(self._warnings, key=_order))

    def settle(self) -> None:
        """Raise InputError with every fault, if there is one."""
        if self._faults:
            raise InputError(self.faults)


def _order(note: tuple[Order, Fault]) -> Order:
    return note[0]
