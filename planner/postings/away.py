"""How many of a department are away on a day, and how many more may be."""

from collections.abc import Iterable

from planner.dates import ONE_DAY, Day
from planner.policy import TrainingFigures
from planner.postings.facts import Cadre, Facts


def share(headcount: int, figures: TrainingFigures) -> int:
    """Return how many people of a department may be away at once: one of a small one, too."""
    return max(1, figures.away_percent * headcount // 100)


def away(facts: Facts, department: str, day: Day, figures: TrainingFigures) -> int:
    """Return the people of a department who are away on a day, each once.

    That is by a posting, or on village duty where the policy counts that.
    """
    return sum(
        facts.away(cadre.id, day) or (figures.village_away and on_village_duty(facts, cadre, day))
        for cadre in facts.cadres.values()
        if facts.department(cadre, day) == department
    )


def on_village_duty(facts: Facts, cadre: Cadre, day: Day) -> bool:
    """Say whether a cadre in post is on village duty on a day: all year, or for some time."""
    if (cadre.joined is not None and day < cadre.joined) or (
        cadre.left is not None and day > cadre.left
    ):
        return False
    return cadre.village_duty or any(
        absence.cause == "village"
        and (absence.start is None or absence.start <= day)
        and (absence.end is None or day <= absence.end)
        for absence in facts.absences.get(cadre.id, ())
    )


def departments(facts: Facts, person: str, start: Day, end: Day) -> list[tuple[str, Day, Day]]:
    """Return the departments that a cadre belongs to in some time, each from when to when."""
    moves = sorted({m.day for m in facts.moves.get(person, ()) if start < m.day <= end})
    firsts, lasts = [start, *moves], [*(day - ONE_DAY for day in moves), end]
    return [
        (facts.department(facts.cadres[person], first), first, last)
        for first, last in zip(firsts, lasts, strict=True)
    ]


def changes(facts: Facts) -> set[Day]:
    """Return the days on which more people of some department may be away than the day before."""
    days = {row.start for several in facts.rows.values() for row in several}
    days |= {move.day for several in facts.moves.values() for move in several}
    days |= {cadre.joined for cadre in facts.cadres.values() if cadre.joined is not None}
    return days | set(_starts(facts))


def _starts(facts: Facts) -> Iterable[Day]:
    for several in facts.absences.values():
        yield from (absence.start for absence in several if absence.start is not None)


def free(facts: Facts, department: str, day: Day, figures: TrainingFigures) -> int:
    """Return how many more of a department may be away on a day; below 0 where rows are over."""
    most = share(facts.departments[department].headcount, figures)
    return most - away(facts, department, day, figures)
