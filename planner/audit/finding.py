"""What an audit says: one finding per violation, and one per rule that holds."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import polars as pl

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
    and where, in ids and figures only, so that it needs no translation.
    """

    amount: int
    witness: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the audit: a rule that is broken by `amount`, or that holds (amount 0)."""

    rule: str
    clause: str
    holds: bool
    amount: int
    witness: str


def witness(**figures: object) -> str:
    """Return `name=value name=value`, with nothing after the sign where a value is missing."""
    return " ".join(f"{name}={_shown(value)}" for name, value in figures.items())


def findings_frame(findings: Sequence[Finding]) -> pl.DataFrame:
    """Return the findings as a table, one row each, in the order given."""
    rows = [astuple(finding) for finding in findings]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
