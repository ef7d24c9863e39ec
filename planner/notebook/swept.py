"""What a figure costs: the plans of a duty under one value after another, as a small frame."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from planner.notebook.show import header
from planner.sweep import Sweep, run_sweep
from planner.sweep.base import Asked, base_of
from planner.words import Language, say


def swept(
    duty: str,
    data: Path | str,
    year: int,
    figures: Mapping[str, Sequence[object]],
    *,
    plans: Sequence[Path | str] = (),
    policy: Path | str = "",
    workers: int | None = None,
    language: Language = "zh",
) -> pl.DataFrame:
    """Return a row for the plan as it stands and for each value of each figure, one at a time.

    `duty` is `pairing`, `calendar` (with the `plans` in force), `postings` or `exchange`; `figures`
    have the policy's own words, as `{"training.away_percent": [15, 10]}`. Columns are those of
    `planner.sweep.frame.frame_of` but `seconds`: name, a column a figure (null where it is as it
    stands), status, sentence (why there is no plan), the goals, for calendars `cost` in yuan, and
    how many rows are gone and new. Raises InputError with every fault.
    """
    place = Path(policy) if policy else None
    asked = Asked(Path(data), year, duty, place, plans=[str(one) for one in plans])
    given = base_of(asked)
    axes = {f"policy.{figure}": values for figure, values in figures.items()}
    frame = run_sweep(
        given.dataset, given.figures, year, Sweep(axes, "single"),
        duty=duty, workers=workers, language=language,
    )  # fmt: skip
    return frame.drop("seconds")


def against_baseline(
    frame: pl.DataFrame, goals: Sequence[str], language: Language = "zh"
) -> list[str]:
    """Return what each scenario of a sweep costs, in a sentence: the goals that change, from, to.

    `frame` is a frame of `swept`, `goals` those of its columns that are told. The plan as it stands
    is its first row; a scenario without a plan says so.
    """
    first = frame.row(0, named=True)
    axes = [name for name in frame.columns if name.startswith("policy.")]
    told: list[str] = []
    for row in frame.iter_rows(named=True):
        values = [f"{header(axis, language)} {row[axis]}" for axis in axes if row[axis] is not None]
        if not values:
            continue
        changed = [
            say("swept.goal", language, goal=header(goal, language), was=first[goal], now=row[goal])
            for goal in goals
            if row[goal] != first[goal]
        ]
        what = say("word.comma", language).join(changed) or say("swept.same", language)
        if all(row[goal] is None for goal in goals):
            what = row["sentence"] or say("swept.none", language)
        told.append(say("swept.told", language, values="、".join(values), what=what))
    return told
