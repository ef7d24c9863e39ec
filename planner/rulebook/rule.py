"""What a rule or goal is: its id, its clause, and its statement in both languages."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["plan", "pair", "quota", "goal"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule or goal: its id, the clause behind it, its kind, and its statement twice."""

    id: str
    clause: str
    kind: Kind
    zh: str
    en: str
