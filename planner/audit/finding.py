"""What an audit says: one finding per violation, and one per rule that holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import polars as pl

from planner.errors import Sentence
from planner.rulebook import BY_CLAUSE

SCHEMA = {
    "rule": pl.String,
    "clause": pl.String,
    "holds": pl.Boolean,
    "amount": pl.Int64,
    "witness": pl.String,
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of one rule.

    `amount` is in the rule's natural unit (pairings, minutes, rows), never 0; `witness` names who
    and where, in ids and figures only, so that it needs no translation. `said` is the same for
    people, with names, where there are any.
    """

    amount: int
    witness: str
    said: Sentence | None = field(default=None, compare=False, repr=False)


def misclaimed(claimed: int, counted: int, witness: str, part: str | None = None) -> Violation:
    """Return that a goal is claimed to be worth other than its rows are, of a part where given."""
    values: dict[str, object] = {"claimed": claimed, "counted": counted}
    said = Sentence("audit.claimed", values)
    if part is not None:
        said = Sentence("audit.claimed_of", {**values, "part": Sentence(f"part.{part}")})
    return Violation(abs(claimed - counted), witness, said)


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the audit: a rule that is broken by `amount`, or that holds (amount 0).

    `said` is the witness for people; no file has it.
    """

    rule: str
    clause: str
    holds: bool
    amount: int
    witness: str
    said: Sentence | None = field(default=None, compare=False, repr=False)

    def told(self) -> Sentence:
        """Return the line for people: what the rule asks, then the witness, else the amount."""
        rule = BY_CLAUSE[self.rule, self.clause]
        off = Sentence("audit.off", {"amount": self.amount, "witness": self.witness})
        stated = Sentence("rule.stated", {"zh": rule.zh, "en": rule.en})
        values = {"rule": self.rule, "clause": self.clause, "statement": stated}
        return Sentence("audit.violation", {**values, "said": self.said or off})

    def row(self) -> dict[str, object]:
        """Return the line as it is written, by the columns of `SCHEMA`."""
        return {name: getattr(self, name) for name in SCHEMA}


def findings_of(
    rule: str, clause: str, violations: Sequence[Violation], held: Callable[[], str]
) -> list[Finding]:
    """Return a finding per violation of a rule, or the one that it holds, with what `held` says."""
    if not violations:
        return [Finding(rule, clause, True, 0, held())]
    return [Finding(rule, clause, False, one.amount, one.witness, one.said) for one in violations]


def witness(**figures: object) -> str:
    """Return `name=value name=value`, with nothing after the sign where a value is missing."""
    return " ".join(f"{name}={_shown(value)}" for name, value in figures.items())


def findings_frame(findings: Sequence[Finding]) -> pl.DataFrame:
    """Return the findings as a table, one row each, in the order given."""
    return pl.DataFrame([finding.row() for finding in findings], schema=SCHEMA)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
