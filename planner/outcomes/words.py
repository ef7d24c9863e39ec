"""What the differences say, and what they can't, in words an official can use."""

import polars as pl

from planner.outcomes.matched import CALIPER, CONTROLS, Matched
from planner.words import Language, say


def verdicts(effects: pl.DataFrame, language: Language = "zh") -> list[str]:
    """Return a sentence a measure: by how much more it changed, or that no difference is seen."""
    sentences: list[str] = []
    for row in effects.to_dicts():
        name, unit = (say(f"measure.{row['measure']}{end}", language) for end in ("", ".unit"))
        seen = row["low"] > 0 or row["high"] < 0
        way = "more" if row["estimate"] > 0 else "less"
        figures = {end: f"{row[end]:+.1f}" for end in ("low", "high")}
        size = f"{abs(row['estimate']):.1f}"
        key = f"outcomes.{way}" if seen else "outcomes.same"
        sentences.append(say(key, language, name=name, unit=unit, size=size, **figures))
    return sentences


def cautions(matches: Matched, language: Language = "zh") -> list[str]:
    """Return how the comparison was made, what it assumes, and what can't be concluded."""
    paired = matches.sets.filter("paired").height
    counts = say(
        "outcomes.counts", language, paired=paired, others=matches.sets.height - paired,
        before=len(matches.paired_before), unmatched=len(matches.unmatched),
        controls=CONTROLS, caliper=CALIPER,
    )  # fmt: skip
    keys = ("assumes", "spill", "chosen", "several")
    return [counts, *(say(f"outcomes.{key}", language) for key in keys)]
