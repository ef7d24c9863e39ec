"""Comparing plans with a baseline."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from planner.comparison.costs import costs
from planner.comparison.goals import goals
from planner.comparison.inputs import inputs
from planner.comparison.notes import notes
from planner.comparison.pairings import pairings, per_city, per_unit
from planner.comparison.sides import Side, side
from planner.comparison.text import text_of
from planner.errors import Fault, InputError, Sentence
from planner.pairing.read import read_pairing
from planner.plans.duty import Duty
from planner.plans.given import Reader
from planner.plans.plan import Plan
from planner.policy import Policy, read_policy
from planner.words import Language

Given = TypeVar("Given")
Found = TypeVar("Found")

FRAMES = ("pairings", "units", "cities", "goals", "cost", "inputs")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Plans of a duty beside a baseline (`names`, the baseline first), as frames by `plan`.

    `pairings`: what became of every row (a pairing, a trip, a posting): kind, unit_id, unit (whose
    it is), change (`kept`, `moved`, `new`, `dropped`), from_id, from_station, from_city, to_id,
    to_station, to_city; of a calendar from_month in place of the city, and from_when where a row
    has a time. `units` and `cities` (or months): before, after and the number of each change.
    `goals`: part, goal, sense, before, after, difference, better, first (the first in order that
    differs), settled, claimed (by the first plan; `before` is its worth by the other's data and
    policy). `cost` (of calendars, in yuan): unit_id, unit, month, before, after, difference.
    `inputs`: what, table, row, column, before, after. `notes`: what else there is to know.
    """

    duty: Duty

    names: tuple[str, ...]
    scenarios: tuple[str | None, ...]
    pairings: pl.DataFrame
    units: pl.DataFrame
    cities: pl.DataFrame
    goals: pl.DataFrame
    cost: pl.DataFrame
    inputs: pl.DataFrame
    notes: tuple[tuple[str, Sentence], ...]

    def of(self, name: str) -> dict[str, pl.DataFrame]:
        """Return the frames of one plan beside the baseline, by name."""
        return {frame: getattr(self, frame).filter(plan=name).drop("plan") for frame in FRAMES}

    def text(self, language: Language = "zh") -> str:
        """Return it in words: of each plan the input, the pairings, the cities and the goals."""
        return text_of(self, language)

    def as_data(self) -> dict[str, Any]:
        """Return the plans and the rows of the frames as plain data."""
        plans = zip(self.names, self.scenarios, strict=True)
        frames = [name for name in FRAMES if name != "cost" or self.duty.cost is not None]
        return {
            "plans": [{"plan": name, "scenario": scenario} for name, scenario in plans],
            **{frame: getattr(self, frame).to_dicts() for frame in frames},
        }


def compare(
    base: Plan | Path | str,
    other: Plan | Path | str,
    *more: Plan | Path | str,
    data: Sequence[Any] = (),
    policies: Sequence[Policy | Path | str] = (),
) -> Comparison:
    """Return how plans differ from the first: plans just made, or folders that hold one.

    All are of one duty, which is told by the folders or plans themselves. `data` (datasets, or
    where they lie) and `policies` are what they were made from, in any order: each plan finds its
    own by the digests that it names, so that the rows and figures that differ can be shown, and
    both plans be valued alike; the policy beside a plan and the notice's own need not be given.
    Raises InputError where a folder holds no plan, or one of another duty, one stands there twice,
    or no plan was made from something given.
    """
    given = (base, other, *more)
    names = [str(at) if isinstance(of, Plan) else str(of) for at, of in enumerate(given, 1)]
    faults = [Fault(name, "beside.twice") for name, n in Counter(names).items() if n > 1]
    sides = _read(faults, list(zip(given, names, strict=True)), lambda one: side(*one))
    read = sides[0].duty.read if sides else read_pairing
    tables = _read(faults, data, lambda of: _dataset(of, read))
    figures = _read(faults, policies, _policy)
    if faults:
        raise InputError(faults)
    first, *rest = _knowing(sides, tables, figures)
    place = first.duty.place
    changes = [pairings(first.rows, one.rows, place) for one in rest]
    valued = [goals(first, one) for one in rest]
    costed = [costs(first, one) for one in rest]
    return Comparison(
        duty=first.duty,
        names=tuple(names),
        scenarios=tuple(one.scenario and one.scenario.name for one in (first, *rest)),
        pairings=_stacked(rest, changes),
        units=_stacked(rest, map(per_unit, changes)),
        cities=_stacked(rest, (per_city(frame, place) for frame in changes)),
        goals=_stacked(rest, (frame for frame, _ in valued)),
        cost=_stacked(rest, (frame for frame, _ in costed)),
        inputs=_stacked(rest, (inputs(first, one) for one in rest)),
        notes=tuple(
            (one.name, note)
            for one, (_, told), (_, more) in zip(rest, valued, costed, strict=True)
            for note in (*notes(first, one), *told, *more)
        ),
    )


def _read(
    faults: list[Fault], given: Sequence[Given], read: Callable[[Given], Found]
) -> list[Found]:
    """Read one after the other, and note what is wrong with any."""
    found: list[Found] = []
    for one in given:
        try:
            found.append(read(one))
        except InputError as error:
            faults.extend(error.faults)
    return found


def _dataset(of: Any, read: Reader) -> tuple[str, Any]:
    """Return what was given, read as the first plan's duty reads it."""
    return (str(of), read(Path(of), None, None)) if isinstance(of, Path | str) else ("data", of)


def _policy(of: Policy | Path | str) -> tuple[str, Policy]:
    return ("policy", of) if isinstance(of, Policy) else (str(of), read_policy(of))


def _knowing(
    sides: Sequence[Side],
    tables: Sequence[tuple[str, Any]],
    figures: Sequence[tuple[str, Policy]],
) -> list[Side]:
    """Return the sides, each with the input that it was made from; nothing given may be over."""
    over = [name for name, of in tables if not any(one.changed(of) for one in sides)]
    over += [name for name, of in figures if not any(one.ruled(of) for one in sides)]
    if over:
        raise InputError([Fault(name, "beside.stranger") for name in over])
    if len({one.duty.name for one in sides}) > 1:
        raise InputError([Fault(one.name, "beside.duty") for one in sides[1:]])
    policies = [*(policy for _, policy in figures), Policy()]
    return [one.knowing([dataset for _, dataset in tables], policies) for one in sides]


def _stacked(sides: Sequence[Side], frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Return the frames of the plans in one, each row under its plan's name."""
    return pl.concat(
        frame.select(pl.lit(one.name).alias("plan"), pl.all())
        for one, frame in zip(sides, frames, strict=True)
    )
