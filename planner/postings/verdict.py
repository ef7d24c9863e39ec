"""Who may be posted for training on a day, and what speaks against it (三-2).

Each criterion holds, fails, or is open because a datum is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.dates import ONE_DAY, Day, age, full_months, plus
from planner.policy import TrainingFigures
from planner.postings.facts import AT_STATIONS, Cadre, Row

Criteria = Mapping[str, bool | None]
"""Whether each criterion holds, in order; None where that is not known."""

ROUTES = ("A", "B")
EITHER: tuple[str, ...] = ROUTES
"""The verdicts that let a person be sent."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict (`A`, `B`, `undecided` or `no`) and the criteria of both routes."""

    word: str
    criteria: Mapping[str, Criteria]

    @property
    def eligible(self) -> bool:
        """Whether the person may be sent."""
        return self.word in EITHER

    def reasons(self) -> list[str]:
        """Return the failed criteria of A, then B; a missing datum adds a question mark."""
        return [
            f"{route}:{name}{'' if holds is False else '?'}"
            for route in ROUTES
            for name, holds in self.criteria[route].items()
            if holds is not True
        ]


def verdict(cadre: Cadre, rows: Sequence[Row], day: Day, figures: TrainingFigures) -> Verdict:
    """Return the verdict on a cadre with these postings on a day."""
    months = served(rows, day)
    criteria = {
        "A": {
            "joined": _joined_for_a(cadre, day, figures),
            "age": _age(cadre, day, figures.age_a, figures),
            "grassroots": _at_most(cadre.grassroots, months, figures.grassroots),
        },
        "B": {
            "joined": _joined_for_b(cadre, day, figures),
            "age": _age(cadre, day, figures.age_b, figures),
            "justice": _at_most(cadre.justice, months, figures.justice),
        },
    }
    other = "A" if figures.both == "B" else "B"
    for route in (figures.both, other):
        holds = list(criteria[route].values())
        if False not in holds:
            return Verdict("undecided" if None in holds else route, criteria)
    return Verdict("no", criteria)


def served(rows: Sequence[Row], day: Day) -> int:
    """Return the full months that postings at stations, begun before a day, have lasted by then."""
    return sum(
        full_months(row.start, min(row.end + ONE_DAY, day))
        for row in rows
        if row.posting in AT_STATIONS and row.start < day
    )


def months_of(route: str, figures: TrainingFigures) -> int:
    """Return how many months a posting on a route lasts."""
    return figures.months_a if route == "A" else figures.months_b


def _joined_for_a(cadre: Cadre, day: Day, figures: TrainingFigures) -> bool | None:
    if cadre.joined is None:
        return None if figures.after_joining else True
    return day >= plus(cadre.joined, figures.after_joining)


def _joined_for_b(cadre: Cadre, day: Day, figures: TrainingFigures) -> bool | None:
    if cadre.joined is None:
        return None
    first = plus(cadre.joined, figures.after_joining)
    return first <= day <= plus(cadre.joined, figures.new_hire)


def _age(cadre: Cadre, day: Day, limit: int, figures: TrainingFigures) -> bool | None:
    if cadre.birth is None:
        return None
    counted = day if figures.age_on == "start" else Day(day.year, 1, 1)
    return age(cadre.birth, counted) <= limit


def _at_most(before: int | None, months: int, limit: int) -> bool | None:
    """Months not known count as those served where these alone are too many."""
    if before is None:
        return False if months > limit else None
    return before + months <= limit
