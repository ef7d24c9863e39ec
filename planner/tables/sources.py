"""Where tables were read from: files or sheets, headers and columns as the user has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.errors import Fault


@dataclass(slots=True)
class Sources:
    """The file or sheet of each table, and the header of each (table, column) as it is written.

    `letters` are those of a sheet's columns; the tables in `sheets` are of a workbook.
    """

    files: dict[str, str] = field(default_factory=dict[str, str])
    headers: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    letters: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    sheets: set[str] = field(default_factory=set[str])

    def file(self, table: str) -> str:
        """Return the name of the table's file or sheet, or of the table where it has none."""
        return self.files.get(table, table)

    def header(self, table: str, column: str) -> str:
        """Return a column's header as the user wrote it."""
        return self.headers.get((table, column), column)

    def place(self, table: str, row: int, column: str | None = None) -> str:
        """Return a place of the tables as a sentence names it: `pins.csv:3`, `回避!A3`."""
        return Fault(self.file(table), "", row, None, {}, self._letters(table, row, column)).place

    def fault_at(
        self,
        table: str,
        key: str,
        row: int | None = None,
        column: str | None = None,
        values: Mapping[str, object] | None = None,
    ) -> Fault:
        """Return a fault at a row and column of a table, called as the user calls them."""
        name = None if column is None else self.header(table, column)
        letters = self._letters(table, row, column)
        return Fault(self.file(table), key, row, name, values or {}, letters)

    def _letters(self, table: str, row: int | None, column: str | None) -> str | None:
        if row is None or table not in self.sheets:
            return None
        return self.letters.get((table, column or ""), "A")
