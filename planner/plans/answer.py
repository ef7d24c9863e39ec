"""What a duty answers to `why`, and whom it was asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.errors import Fault, InputError, Sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say, sentence by sentence, and the figures behind it as plain rows."""

    sentences: tuple[Sentence, ...]
    rows: Sequence[dict[str, Any]] = ()


def person_of(names: Mapping[str, str], written: str, nobody: str, several: str) -> str:
    """Return the id of who is called so, by their id or by a name that one alone has.

    `names` are by id. Raises `InputError` with the sentence `nobody` or `several` for others.
    """
    if written in names:
        return written
    called = [one for one, name in names.items() if name == written]
    if len(called) == 1:
        return called[0]
    values = {"value": written, "names": "、".join(called)}
    raise InputError([Fault("PERSON", several if called else nobody, values=values)])
