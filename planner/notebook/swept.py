"""What a figure costs: the plans of a duty under one value after another, as a small frame."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from planner.sweep import Sweep, run_sweep
from planner.sweep.base import Asked, base_of
from planner.words import Language


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
