"""The figures of postings, of the exchange and of the appraisal (N5, N6, N7)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, cast

from planner.policy.checks import Figure, Wrong

N5, N6, N7 = "N5 三-2", "N6 三-3", "N7 四-3"

TRAINING_GOALS = (
    "lapsed", "sent", "waiting", "elders", "turn", "counties", "need", "travel", "tie",
)  # fmt: skip
EXCHANGE_GOALS = ("exchanges", "swaps", "need", "fit", "turn", "tie")

LONGEST_MONTHS = 120
"""The most months that a posting may last in the policy."""
ONE_CHANCE = 6
"""Months between two batches: a shorter window for new hires could fall between them."""


@dataclass(frozen=True, slots=True)
class TrainingFigures:
    """Postings for training: who is sent (routes A and B), when, how long, how many at a time.

    Ages are full years, `*_months`, `grassroots`, `justice`, `new_hire`, `after_joining` months;
    `starts` are days `MM-DD` of each year; a `batch` of 0 has no limit.
    """

    starts: Annotated[tuple[str, ...], Figure("starts", N5)] = ("01-01", "07-01")
    years: Annotated[int, Figure("whole", N5, low=1, high=20)] = 3
    age_a: Annotated[int, Figure("whole", N5, high=100)] = 50
    grassroots: Annotated[int, Figure("whole", N5, high=1200)] = 0
    months_a: Annotated[int, Figure("whole", N5, low=1, high=LONGEST_MONTHS)] = 24
    age_b: Annotated[int, Figure("whole", N5, high=100)] = 35
    justice: Annotated[int, Figure("whole", N5, high=1200)] = 0
    new_hire: Annotated[int, Figure("whole", N5, high=1200)] = 12
    months_b: Annotated[int, Figure("whole", N5, low=1, high=LONGEST_MONTHS)] = 12
    both: Annotated[str, Figure("choice", N5, choices=("A", "B"))] = "B"
    after_joining: Annotated[int, Figure("whole", N5, high=1200)] = 0
    age_on: Annotated[str, Figure("choice", N5, choices=("start", "year"))] = "start"
    away_percent: Annotated[int, Figure("whole", N5, high=100)] = 20
    village_away: Annotated[bool, Figure("flag", N5)] = True
    batch: Annotated[int, Figure("whole", N5)] = 0
    host_staff: Annotated[int, Figure("whole", "N8 六-2")] = 1
    places: Annotated[int, Figure("whole", "N8 六-2", low=1)] = 1
    native_county: Annotated[str, Figure("choice", N5, choices=("forbid", "allow"))] = "forbid"


@dataclass(frozen=True, slots=True)
class ExchangeFigures:
    """The two-way exchange: who, when, how many months, how many chiefs at a department."""

    starts: Annotated[tuple[str, ...], Figure("starts", N6)] = ("01-01", "07-01")
    age: Annotated[int, Figure("whole", N6, high=100)] = 35
    months: Annotated[int, Figure("whole", N6, low=1, high=LONGEST_MONTHS)] = 6
    most_months: Annotated[int, Figure("whole", N6, low=1, high=LONGEST_MONTHS)] = 12
    hosts: Annotated[int, Figure("whole", N6)] = 1
    staff_left: Annotated[int, Figure("whole", "N8 六-2")] = 1
    training_first: Annotated[bool, Figure("flag", N6)] = True


@dataclass(frozen=True, slots=True)
class AppraisalFigures:
    """Who appraises, from how many months relations move, days until the assessment."""

    county: Annotated[str, Figure("choice", N7, choices=("year", "posting"))] = "year"
    relations_months: Annotated[int, Figure("whole", N7, high=LONGEST_MONTHS)] = 6
    assess_days: Annotated[int, Figure("whole", N5, high=366)] = 30


TRAINING, EXCHANGE, APPRAISAL = TrainingFigures(), ExchangeFigures(), AppraisalFigures()
"""The notice's own figures."""


def posting_faults(given: Mapping[str, object]) -> list[Wrong]:
    """Return what figures contradict each other; each is sound by itself."""
    training = _values(TrainingFigures, given.get("training"))
    exchange = _values(ExchangeFigures, given.get("exchange"))
    found: list[Wrong] = []
    if exchange["months"] > exchange["most_months"]:
        values: dict[str, object] = {"months": exchange["months"], "most": exchange["most_months"]}
        found.append(Wrong("exchange.months", "policy.longer_than_most", values))
    if training["new_hire"] - training["after_joining"] < ONE_CHANCE:
        values: dict[str, object] = {name: training[name] for name in ("new_hire", "after_joining")}
        name = next(one for one in ("after_joining", "new_hire") if one in training["given"])
        found.append(Wrong(f"training.{name}", "policy.no_batch", values | {"least": ONE_CHANCE}))
    return found


def _values(section: type[Any], given: object) -> dict[str, Any]:
    """Return a section's values, the defaults where nothing is, and which ones are `given`."""
    named: Mapping[str, Any] = {}
    if isinstance(given, Mapping):
        named = cast("Mapping[str, Any]", given)
    values = {figure.name: named.get(figure.name, figure.default) for figure in fields(section)}
    return values | {"given": frozenset(named)}
