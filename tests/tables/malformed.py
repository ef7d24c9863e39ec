"""The table of malformed datasets: how the small one is broken, and what must be said of it.

`malformed.csv` has one case a row. `old` becomes `new` in a table's text; without `old` the whole
text is `new`; without both the file is missing; `a > b` as the table renames its file. Characters
that would not show are written as escapes.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from tests.tables.small import SMALL

ESCAPES = {r"\n": "\n", r"\t": "\t", r"\0": "\0", r"\u200b": "\u200b"}


@dataclass(frozen=True, slots=True)
class Case:
    """A broken dataset, and the sentences for it in both languages."""

    name: str
    table: str
    old: str
    new: str
    zh: tuple[str, ...]
    en: tuple[str, ...]

    def apply(self, texts: dict[str, str]) -> dict[str, str]:
        """Return the texts by table, broken."""
        if ">" in self.table:
            name, other = self.table.split(" > ")
            return {(other if key == name else key): text for key, text in texts.items()}
        if self.old:
            assert self.old in texts[self.table]
            return texts | {self.table: texts[self.table].replace(self.old, self.new, 1)}
        if self.new:
            return texts | {self.table: self.new}
        return {key: text for key, text in texts.items() if key != self.table}

    def texts(self) -> dict[str, str]:
        """Return the small dataset's texts, broken."""
        return self.apply(dict(SMALL))


def _meant(text: str) -> str:
    for escape, char in ESCAPES.items():
        text = text.replace(escape, char)
    return text


def _cases() -> tuple[Case, ...]:
    with (Path(__file__).parent / "malformed.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Case(
                row["case"],
                row["table"],
                _meant(row["old"]),
                _meant(row["new"]),
                tuple(row["zh"].split(r"\n")),
                tuple(row["en"].split(r"\n")),
            )
            for row in csv.DictReader(file)
        )


CASES: tuple[Case, ...] = _cases()
CASE: dict[str, Case] = {case.name: case for case in CASES}
