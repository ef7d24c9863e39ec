"""Every figure of the notice, with its default and the clause it comes from.

The clauses are those of 赣司人字〔2018〕62号, numbered N1–N8 as in the README.
"""

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Annotated, Any, Self, cast, get_type_hints

from planner.errors import Fault, InputError
from planner.policy.checks import Figure, Wrong, wrongs
from planner.policy.days import (
    CALENDAR,
    COST,
    DAYS,
    CalendarFigures,
    CostFigures,
    DayFigures,
)
from planner.policy.postings import (
    APPRAISAL,
    EXCHANGE,
    EXCHANGE_GOALS,
    N5,
    N6,
    TRAINING,
    TRAINING_GOALS,
    AppraisalFigures,
    ExchangeFigures,
    TrainingFigures,
    posting_faults,
)

N1, N2, N3, N7, N8 = "N1 三-1 ¶1", "N2 三-1 ¶2", "N3 三-1 ¶2", "N7 四", "N8 六-2"
BOTH = "N1 N2 三-1"

IN_FORCE = dt.date(2019, 1, 1)
LEADER_GOALS = ("coverage", "balance", "counties", "need", "travel", "tie")
DEPARTMENT_GOALS = ("coverage", "balance", "counties", "wishes", "need", "fit", "travel", "tie")
STABILITY = "stability"
"""The goal that needs a plan in force: no order has it by default."""
DISPLACED = "displaced"
"""The goal that follows it in the leaders' part; no policy gives it a place of its own."""


@dataclass(frozen=True, slots=True)
class Source:
    """The notice itself."""

    number: Annotated[str, Figure("text", "文号")] = "赣司人字〔2018〕62号"
    in_force_from: Annotated[dt.date, Figure("date", "施行日期")] = IN_FORCE


@dataclass(frozen=True, slots=True)
class LeaderFigures:
    """A leader's year: stations (least, most), days there in all, stations in one city at most."""

    stations: Annotated[tuple[int, int], Figure("bounds", N1)] = (2, 3)
    days: Annotated[int, Figure("whole", N1, high=366)] = 10
    per_city: Annotated[int, Figure("whole", N1, low=1)] = 1


@dataclass(frozen=True, slots=True)
class DepartmentFigures:
    """A department's year; from `two_from_headcount` people on it may have the upper figure."""

    stations: Annotated[tuple[int, int], Figure("bounds", N2)] = (1, 2)
    two_from_headcount: Annotated[int, Figure("whole", N2, low=1)] = 10
    days: Annotated[int, Figure("whole", N3, high=366)] = 20
    per_city: Annotated[int, Figure("whole", N2, low=1)] = 2


@dataclass(frozen=True, slots=True)
class VillageDuty:
    """What village poverty-relief duty exempts from: `pairing`, `days`, both or nothing."""

    exempts: Annotated[tuple[str, ...], Figure("choices", N3, choices=("pairing", "days"))] = (
        "pairing",
        "days",
    )


@dataclass(frozen=True, slots=True)
class StationFigures:
    """Units at one station, pairings in one county at most; percent at hard stations at least."""

    units: Annotated[int, Figure("whole", N8, low=1)] = 1
    per_county: Annotated[int, Figure("whole", N8, low=1)] = 2
    hard_percent: Annotated[int, Figure("whole", "一 六-3", high=100)] = 0


@dataclass(frozen=True, slots=True)
class Travel:
    """Minutes one way that a station may be away; 0 switches the rule off."""

    most_minutes: Annotated[int, Figure("whole", N7)] = 0


@dataclass(frozen=True, slots=True)
class Rotation:
    """Years for which a unit does not return to a station."""

    years: Annotated[int, Figure("whole", BOTH, high=100)] = 3


@dataclass(frozen=True, slots=True)
class Need:
    """Weights of the need index, and the references of its parts.

    `staff_standard` is in people, `caseload_full` in matters per person, the last one in years.
    """

    hardship: Annotated[int, Figure("whole", "N8 六-3")] = 40
    staff: Annotated[int, Figure("whole", "N8 六-3")] = 25
    caseload: Annotated[int, Figure("whole", "N8 六-3")] = 20
    unvisited: Annotated[int, Figure("whole", "N8 六-3")] = 15
    staff_standard: Annotated[int, Figure("whole", "N8 六-3", low=1)] = 3
    caseload_full: Annotated[int, Figure("whole", "N8 六-3", low=1)] = 100
    unvisited_years: Annotated[int, Figure("whole", "N8 六-3", low=1, high=100)] = 5


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals of each plan, the first the most important; `tie` stands last."""

    leaders: Annotated[tuple[str, ...], Figure("goals", N1, choices=(*LEADER_GOALS, STABILITY))] = (
        LEADER_GOALS
    )
    departments: Annotated[
        tuple[str, ...], Figure("goals", N2, choices=(*DEPARTMENT_GOALS, STABILITY))
    ] = DEPARTMENT_GOALS
    training: Annotated[tuple[str, ...], Figure("goals", N5, choices=TRAINING_GOALS)] = (
        TRAINING_GOALS
    )
    exchange: Annotated[tuple[str, ...], Figure("goals", N6, choices=EXCHANGE_GOALS)] = (
        EXCHANGE_GOALS
    )

    def with_stability(self) -> Self:
        """Return the orders in force beside a plan in force: those that leave stability out get it.

        It stands after `balance`, after `coverage` where that is off, first where both are.
        """
        return replace(self, leaders=_stable(self.leaders), departments=_stable(self.departments))

    def without_stability(self) -> Self:
        """Return the orders without stability."""
        orders = (self.leaders, self.departments)
        leaders, departments = (tuple(g for g in order if g != STABILITY) for order in orders)
        return replace(self, leaders=leaders, departments=departments)


@dataclass(frozen=True, slots=True)
class Policy:
    """All figures in force; `Policy()` are the notice's own.

    What-if is `dataclasses.replace`. Values that the notice's rules cannot mean raise InputError.
    """

    source: Source = Source()
    leaders: LeaderFigures = LeaderFigures()
    departments: DepartmentFigures = DepartmentFigures()
    village_duty: VillageDuty = VillageDuty()
    stations: StationFigures = StationFigures()
    travel: Travel = Travel()
    rotation: Rotation = Rotation()
    need: Need = Need()
    days: DayFigures = DAYS
    calendar: CalendarFigures = CALENDAR
    cost: CostFigures = COST
    training: TrainingFigures = TRAINING
    exchange: ExchangeFigures = EXCHANGE
    appraisal: AppraisalFigures = APPRAISAL
    goals: Goals = Goals()

    def __post_init__(self) -> None:
        """Check figures that were given in code as those of a file are."""
        found = faults(asdict(self))
        if found:
            raise InputError(
                [Fault("policy", wrong.key, None, wrong.name, wrong.values) for wrong in found]
            )

    def digest(self) -> str:
        """Return the sha256 of the figures in force, however their file was written."""
        text = json.dumps(asdict(self), sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


SECTIONS: dict[str, type[Any]] = {section.name: type(section.default) for section in fields(Policy)}
FIGURES: dict[str, dict[str, Figure]] = {
    name: {
        key: hint.__metadata__[0]
        for key, hint in get_type_hints(section, include_extras=True).items()
    }
    for name, section in SECTIONS.items()
}
"""What each key may hold, by section."""

CLAUSES: dict[str, str] = {
    f"{section}.{key}": figure.clause
    for section, figures in FIGURES.items()
    for key, figure in figures.items()
}
"""The clause of the notice behind each key, in the order of the file."""


def faults(given: dict[str, Any]) -> list[Wrong]:
    """Return all that is wrong with figures by section and key, each figure and all weights."""
    found = wrongs(given, FIGURES)
    weights = ("hardship", "staff", "caseload", "unvisited")
    need = given.get("need", {})
    if not any(wrong.name.split(".")[0] == "need" for wrong in found):
        values = _defaults("need") | cast("dict[str, Any]", need)
        if not any(values[weight] for weight in weights):
            found.append(Wrong("need", "policy.no_weight", {}))
    wrong = {one.name.split(".")[0] for one in found}
    if not wrong & {"training", "exchange"}:
        found += posting_faults(given)
    return found


def _stable(order: tuple[str, ...]) -> tuple[str, ...]:
    if STABILITY in order:
        return order
    before = [order.index(goal) + 1 for goal in ("balance", "coverage") if goal in order]
    at = next(iter(before), 0)
    return (*order[:at], STABILITY, *order[at:])


def _defaults(section: str) -> dict[str, Any]:
    return {figure.name: figure.default for figure in fields(SECTIONS[section])}
