"""What can go wrong, as the user meets it.

PlannerError
├── InputError        the input or the call is wrong; lists every fault        exit code 2
├── NoPlanError       no plan satisfies the rules; carries the sentence why    exit code 3
├── ViolationError    an audit found a rule broken in a finished plan          exit code 4
├── SolverError       a solver gave no answer (time limit); never "no plan"    exit code 1
├── RecordError       the record's disk or server failed; says what is there   exit code 1
├── ChainError        the record's entries do not fit together             exit code 4
└── ProofError        a finished plan's proof fails                        exit code 4
"""

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, TypeVar

from planner.words import WORDS, Language, say

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the table of words and what fills it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])

    def text(self, language: Language = "zh") -> str:
        """Return the sentence; values that are sentences themselves are said in the language."""
        values = {
            name: value.text(language) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return say(self.key, language, **values)


def refusal(error: OSError) -> Sentence | str:
    """Return why the system refuses, in our words where we have them."""
    key = f"system.{errno.errorcode.get(error.errno or 0)}"
    return Sentence(key) if key in WORDS else str(error.strerror or error)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, or merely odd, at one place of the input.

    `row` is the row as a spreadsheet shows it (headers are row 1); `key` names the sentence in the
    table of words and `values` fill it. In a workbook `file` is the sheet and `letters` are those
    of the spreadsheet's column. A `hint` is shown beside the faults, and is none.
    """

    file: str
    key: str
    row: int | None = None
    column: str | None = None
    values: Mapping[str, object] = field(default_factory=dict[str, object])
    letters: str | None = None
    hint: bool = False

    @property
    def place(self) -> str:
        """The file and row, or in a workbook the sheet and cell: `history.csv:4`, `历年联系!A4`."""
        if self.row is None:
            return self.file
        if self.letters is None:
            return f"{self.file}:{self.row}"
        return f"{self.file}!{self.letters}{self.row}"

    def text(self, language: Language = "zh") -> str:
        """Return `file:row column: what is wrong, what was expected`, on one line."""
        place = self.place if self.column is None else f"{self.place} {self.column}"
        said = Sentence(self.key, self.values).text(language)
        if self.hint:
            said = say("faults.hint", language, said=said)
        return f"{place}: {said}"


def hints(notes: Iterable[Fault]) -> list[Fault]:
    """Return what is odd as it is shown beside faults."""
    return [replace(note, hint=True) for note in notes]


class PlannerError(Exception):
    """The root of every error a user can cause."""

    exit_code = 1

    def text(self, language: Language = "zh") -> str:
        """Return the message for people, in their language."""
        return str(self)

    def told(self, language: Language = "zh") -> Iterator[str]:
        """Yield the same text part by part, each as soon as it is known."""
        yield self.text(language)


class InputError(PlannerError):
    """The input or the call is wrong; `faults` has every fault that was found, hints last."""

    exit_code = 2

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(sorted(faults, key=lambda fault: fault.hint))

    def __str__(self) -> str:
        """Return a line per fault, in English."""
        return self.text("en")

    def text(self, language: Language = "zh") -> str:
        """Return one line per fault."""
        return "\n".join(fault.text(language) for fault in self.faults)


def gathered(faults: list[Fault], read: Callable[[], Read]) -> Read | None:
    """Return what was read, or note what is wrong with it, so that all faults come at once."""
    try:
        return read()
    except InputError as error:
        faults.extend(error.faults)
        return None


class Remedies(Protocol):
    """What an error needs to know of the repairs of a year without a plan."""

    def text(self, language: Language = "zh") -> str:
        """Return the repairs in words, a line each."""
        ...


Why = tuple["Sentence", Sequence["Sentence"]]
"""Which plan there is none of, and the clauses that can't hold together."""


class NoPlanError(PlannerError):
    """No plan satisfies the rules.

    Why, and what would make it possible, is looked for when it is first asked for.
    """

    exit_code = 3

    def __init__(
        self, why: Callable[[], Why], repairs: Callable[[], Remedies] | None = None
    ) -> None:
        super().__init__()
        self._why = why
        self._find = repairs

    def __str__(self) -> str:
        """Return why, in English."""
        return self.sentence("en")

    @cached_property
    def why(self) -> "Why":
        """The sentence's head and clauses; raises `SolverError` where that is not told."""
        return self._why()

    @cached_property
    def repairs(self) -> Remedies | None:
        """The smallest changes of the input that make a plan possible, where these are known."""
        return None if self._find is None else self._find()

    def sentence(self, language: Language = "zh") -> str:
        """Return why, in one sentence."""
        joint, end = say("joint", language), say("end", language)
        head, clauses = self.why
        return head.text(language) + joint.join(c.text(language) for c in clauses) + end

    def text(self, language: Language = "zh") -> str:
        """Return the sentence, then the repairs, a line each."""
        return "\n".join(self.told(language))

    def told(self, language: Language = "zh") -> Iterator[str]:
        """Yield the sentence, then the repairs: these can take some seconds to find."""
        yield self.sentence(language)
        if self.repairs is not None:
            yield self.repairs.text(language)


class SpokenError(PlannerError):
    """An error that is one sentence of the table of words."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(say(key, "en", **values))

    def text(self, language: Language = "zh") -> str:
        """Return the sentence."""
        return say(self.key, language, **self.values)


class ViolationError(PlannerError):
    """An audit found rules broken in a finished plan, or its files not as they claim.

    `broken` has each breach of a rule, `claims` what its files don't claim as they should.
    """

    exit_code = 4

    def __init__(self, broken: Sequence[Sentence], claims: Sequence[Fault] = ()) -> None:
        self.broken = tuple(broken)
        self.claims = tuple(claims)
        super().__init__(self.text("en"))

    def text(self, language: Language = "zh") -> str:
        """Return one line per breach (the rule, its clause, the amount, the witness) and claim."""
        broken = [breach.text(language) for breach in self.broken]
        lines = [say("audit.broken", language, number=len(broken)), *broken] if broken else []
        if self.claims:
            lines.append(say("claims.broken", language, number=len(self.claims)))
        return "\n".join([*lines, *(claim.text(language) for claim in self.claims)])


class SolverError(SpokenError):
    """A solver gave no answer in the time it had; this never means that there is no plan."""


class RecordError(SpokenError):
    """The record's disk or server failed; the sentence says whether an entry was written."""


class ChainError(SpokenError):
    """A record's entries do not fit together, or lack one that it once had."""

    exit_code = 4


class ProofError(SpokenError):
    """A finished plan's proof does not show what it should."""

    exit_code = 4
