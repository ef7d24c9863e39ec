"""What the pairings did to the stations, as far as a dataset has indicators of them."""

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from planner import charts, outcomes
from planner.errors import InputError
from planner.notebook.opened import Opened
from planner.notebook.show import tell
from planner.pairing.plan import Plan
from planner.words import Language, say


def _none() -> pl.DataFrame:
    return pl.DataFrame({"measure": []})


@dataclass(frozen=True, slots=True)
class Results:
    """The effects and what they say; where nothing can be compared, why not.

    `placebo` says what a pairing that never was seems to do, `placebo_effects` are its effects.
    """

    language: Language
    effects: pl.DataFrame = field(default_factory=_none)
    placebo_effects: pl.DataFrame = field(default_factory=_none)
    years: pl.DataFrame | None = None
    verdicts: list[str] = field(default_factory=list[str])
    placebo: list[str] = field(default_factory=list[str])
    cautions: list[str] = field(default_factory=list[str])

    def chart(self) -> Any:
        """Return the picture of the effects, or why there is none."""
        if self.years is None:
            return tell(self.verdicts, self.language)
        return charts.outcomes(self.years, self.effects, self.language)


def results(opened: Opened, plan: Plan) -> Results:
    """Return what came of a plan's pairings: paired stations against comparable ones.

    The dataset may have a table of indicators; the years before the plan's are those before, the
    others those after. Where there is none, or too little to compare, that is told.
    """
    language = opened.language
    indicators = outcomes.read_indicators(opened.data, opened.dataset)
    if indicators.is_empty():
        return Results(language, verdicts=[say("results.no_file", language)])
    matches = outcomes.matched(opened.dataset, opened.policy, plan)
    years = indicators["year"].unique().sort().to_list()
    before = [year for year in years if year < plan.year]
    after = [year for year in years if year >= plan.year]
    try:
        effects = outcomes.effects(indicators, matches, before, after)
        by_year = outcomes.by_year(indicators, matches, before[-1])
        placebo = outcomes.placebo(indicators, matches, before) if len(before) > 1 else _none()
    except InputError as error:
        return Results(language, verdicts=[fault.text(language) for fault in error.faults])
    return Results(
        language,
        effects,
        placebo,
        by_year,
        outcomes.verdicts(effects, language),
        outcomes.verdicts(placebo, language),
        outcomes.cautions(matches, language),
    )
