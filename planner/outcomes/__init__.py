"""What the pairings did to the stations: indicators, comparable stations, differences.

`read_indicators` reads the table, `matched` finds comparable unpaired stations, `effects` and
`by_year` compare the two, and `cautions` say what can't be concluded.
"""

from planner.outcomes.effects import MEASURES, by_year, effects, placebo
from planner.outcomes.indicators import read_indicators
from planner.outcomes.matched import Matched, matched
from planner.outcomes.words import cautions, verdicts

__all__ = [
    "MEASURES",
    "Matched",
    "by_year",
    "cautions",
    "effects",
    "matched",
    "placebo",
    "read_indicators",
    "verdicts",
]
