"""The one table of words: every sentence a user reads, in Chinese and in English.

An entry is `key: (Chinese, English)`, filled by `str.format`. Each room of words is one file here;
keys are unique over all of them.
"""

from typing import Literal

from planner.words.audit import AUDIT
from planner.words.cells import CELLS
from planner.words.charts import CHARTS
from planner.words.claims import CLAIMS
from planner.words.commands import COMMANDS
from planner.words.days import DAYS
from planner.words.display import DISPLAY
from planner.words.duty_charts import DUTY_CHARTS
from planner.words.figures import FIGURES
from planner.words.glossary import GLOSSARY
from planner.words.horizon import HORIZON
from planner.words.impossible import IMPOSSIBLE
from planner.words.notebook import NOTEBOOK
from planner.words.office import OFFICE
from planner.words.outcomes import OUTCOMES
from planner.words.page import PAGE
from planner.words.panel import PANEL
from planner.words.plans import PLANS
from planner.words.policies import POLICIES
from planner.words.policy import POLICY
from planner.words.postings import POSTINGS
from planner.words.prices import PRICES
from planner.words.reasons import REASONS
from planner.words.record import RECORD
from planner.words.scenario import SCENARIO
from planner.words.stability import STABILITY
from planner.words.sweep import SWEEP
from planner.words.tables import TABLES

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
ROOMS = (
    AUDIT,
    COMMANDS,
    DAYS,
    DISPLAY,
    PLANS,
    POLICY,
    PRICES,
    REASONS,
    TABLES,
    CELLS,
    POLICIES,
    SCENARIO,
    STABILITY,
    SWEEP,
    HORIZON,
    IMPOSSIBLE,
    CHARTS,
    DUTY_CHARTS,
    FIGURES,
    NOTEBOOK,
    CLAIMS,
    PAGE,
    PANEL,
    OUTCOMES,
    RECORD,
    OFFICE,
    GLOSSARY,
    POSTINGS,
)
WORDS: dict[str, tuple[str, str]] = {key: text for room in ROOMS for key, text in room.items()}


def say(key: str, language: Language = "zh", /, **values: object) -> str:
    """Return the sentence `key` in `language`, its places filled with `values`."""
    return WORDS[key][LANGUAGES.index(language)].format(**values)
