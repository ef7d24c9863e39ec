"""Who may be exchanged on a day: cadres seconded to stations, chiefs attached to us (三-3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.dates import Day, age
from planner.policy import Policy
from planner.postings.facts import Cadre, Chief, Row
from planner.postings.verdict import verdict


@dataclass(frozen=True, slots=True)
class ExchangeVerdict:
    """Whether each criterion holds, None where that is not known."""

    criteria: Mapping[str, bool | None]

    @property
    def word(self) -> str:
        """`yes`, `no` or `undecided`."""
        holds = self.criteria.values()
        if False in holds:
            return "no"
        return "undecided" if None in holds else "yes"

    def reasons(self) -> list[str]:
        """Return the failed criteria; a missing datum adds a question mark."""
        return [
            f"{name}{'' if holds is False else '?'}"
            for name, holds in self.criteria.items()
            if holds is not True
        ]


def of_cadre(cadre: Cadre, rows: Sequence[Row], day: Day, policy: Policy) -> ExchangeVerdict:
    """Return whether a cadre may be seconded from a day."""
    return ExchangeVerdict({
        "outstanding": cadre.outstanding,
        "age": None if cadre.birth is None else age(cadre.birth, day) <= policy.exchange.age,
        "joined": cadre.joined is None or cadre.joined <= day,
        "training": _not_due(cadre, rows, day, policy),
    })  # fmt: skip


def of_chief(chief: Chief) -> ExchangeVerdict:
    """Return whether a chief may be attached to a department."""
    return ExchangeVerdict(
        {"outstanding": chief.outstanding, "recommended": chief.recommended_by is not None}
    )


def _not_due(cadre: Cadre, rows: Sequence[Row], day: Day, policy: Policy) -> bool | None:
    """Who is due for training goes there first, blocked or not."""
    if not policy.exchange.training_first:
        return True
    word = verdict(cadre, rows, day, policy.training).word
    return None if word == "undecided" else word == "no"
