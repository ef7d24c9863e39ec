"""The rules and goals in words: what each asks, and the clause of the notice it comes from.

Planner and audit share these words and the figures of the policy, and nothing else. Clauses are
those of 赣司人字〔2018〕62号, numbered N1–N8 as in the README. Two duties may have a rule of one id
and different words: their clauses tell them apart.
"""

from planner.rulebook.days import CALENDAR
from planner.rulebook.exchange import EXCHANGE
from planner.rulebook.pairing import RULES
from planner.rulebook.rule import Rule
from planner.rulebook.training import TRAINING

RULE: dict[str, Rule] = {rule.id: rule for rule in RULES}
"""The pairing's rules by id."""

BY_CLAUSE: dict[tuple[str, str], Rule] = {
    (rule.id, rule.clause): rule for rule in (*EXCHANGE, *TRAINING, *CALENDAR, *RULES)
}
"""The rules of every duty by id and clause."""

__all__ = ["BY_CLAUSE", "CALENDAR", "EXCHANGE", "RULE", "RULES", "TRAINING", "Rule"]
