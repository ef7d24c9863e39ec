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


NEED = Rule(
    "need",
    "N8 六-3",
    "goal",
    "所选司法所的需求指数之和最大",
    "the stations chosen need it most",
)
TRAVEL = Rule(
    "travel",
    "N7 四-1",
    "goal",
    "单程路途时间之和最小",
    "the least travel minutes",
)
"""Goals that several duties have."""
