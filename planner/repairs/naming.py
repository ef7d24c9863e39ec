"""Names and rows in a sentence: a few are said, of many the first and how many there are."""

from collections.abc import Iterable, Sequence

from planner.allocation.problem import IntArray
from planner.errors import Sentence
from planner.naming import SHOWN, listed, named

__all__ = ["SHOWN", "listed", "named", "picked", "where"]


def at(file: str, rows: Iterable[int]) -> str:
    """Return where rows are, `file:2, 5`."""
    return f"{file}:{', '.join(map(str, rows))}"


def picked(names: Sequence[str], places: IntArray) -> list[str]:
    """Return the names at some places."""
    return [names[int(place)] for place in places]


def where(file: str, rows: Sequence[int]) -> str | Sentence:
    """Return where rows are; of many only the file and their number."""
    if len(rows) <= SHOWN:
        return at(file, rows)
    return Sentence("rows.many", {"file": file, "number": len(rows)})
