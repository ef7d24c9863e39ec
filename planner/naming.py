"""Names in a sentence: a few are said, of many the first and how many there are."""

from collections.abc import Iterable, Sequence
from functools import reduce

from planner.errors import Sentence

SHOWN = 6
"""So many are said."""


def called(identifier: str, name: str | None) -> Sentence:
    """Return how a sentence calls a unit or a station: by its name, its id in brackets.

    Without a name the id is said alone.
    """
    if name is None:
        return _said(identifier)
    return Sentence("called", {"id": identifier, "name": name})


def named(names: Sequence[str | Sentence], what: str) -> Sentence:
    """Return some names with how many of `what` they are, a group of the table of words."""
    first = listed([_said(name) for name in names[:SHOWN]])
    key = "one" if len(names) == 1 else "few" if len(names) <= SHOWN else "many"
    return Sentence(f"{what}.{key}", {"names": first, "number": len(names)})


def listed(sentences: Sequence[Sentence], last: str = "listed") -> Sentence | str:
    """Return several sentences as one list; `last` is the table's key for joining the last one."""
    if not sentences:
        return ""
    keys = [*["listed"] * (len(sentences) - 2), last]
    whole = sentences[0]
    for key, sentence in zip(keys, sentences[1:], strict=False):
        whole = Sentence(key, {"first": whole, "last": sentence})
    return whole


def in_turn(told: Sequence[Sentence]) -> Sentence:
    """Return clauses as one sentence, in their order."""
    return reduce(lambda one, then: Sentence("in_turn", {"one": one, "then": then}), told)


def picked(names: Sequence[str], places: Iterable[int]) -> list[str]:
    """Return the names at some places."""
    return [names[int(place)] for place in places]


def at(file: str, rows: Iterable[int]) -> str:
    """Return where rows are, `file:2, 5`."""
    return f"{file}:{', '.join(map(str, rows))}"


def where(file: str, rows: Sequence[int]) -> str | Sentence:
    """Return where rows are; of many only the file and their number."""
    if len(rows) <= SHOWN:
        return at(file, rows)
    return Sentence("rows.many", {"file": file, "number": len(rows)})


def _said(name: str | Sentence) -> Sentence:
    return name if isinstance(name, Sentence) else Sentence("listed.name", {"name": name})
