"""What the tables of postings say wrongly of each other: every fault at its row, all at once.

Single cells and references were checked when the tables were read. What is judged by a person's
whole case (a required posting of someone who may not go) waits until the tables are sound.
"""

from collections.abc import Callable, Mapping

import polars as pl

from planner.dates import Day
from planner.policy import Policy
from planner.postings.checks import cadres, decided, events, others, postings
from planner.postings.checks.known import Check
from planner.tables.ledger import Ledger

CHECKS: tuple[Callable[[Check], None], ...] = (
    *cadres.CHECKS,
    *postings.CHECKS,
    *events.CHECKS,
    *others.CHECKS,
    *decided.CHECKS,
)
"""Every check over rows, in reading order."""


def check(
    frames: Mapping[str, pl.DataFrame],
    ledger: Ledger,
    policy: Policy,
    year: int,
    on: Day | None = None,
) -> None:
    """Write into the ledger what is wrong and odd, by these figures and for this plan year.

    Where nothing is planned the tables are looked at as they stand on a day `on`.
    """
    under_check = Check(frames, ledger, policy, year, on)
    for one in CHECKS:
        one(under_check)
