"""What keeps a person who may be posted from going, by the posting from its first day to its last.

The codes stand in this order: `village_duty`, `away`, `left`, `absent`, `hold`, `pin`.
"""

from planner.dates import Day, overlap
from planner.postings.facts import Cadre, Facts

CAUSES = ("village", "leave", "out")
"""Absences during which nobody is posted; one for a posting is a row of its own."""


def blocked(facts: Facts, person: str, posting: str, start: Day, end: Day) -> str | None:
    """Return the first code of what keeps a person back, None where nothing does."""
    return next(iter(every_block(facts, person, posting, start, end)), None)


def every_block(facts: Facts, person: str, posting: str, start: Day, end: Day) -> list[str]:
    """Return all codes of what keeps a person from a posting, in their order."""
    cadre = facts.cadres.get(person)
    holds = {
        "village_duty": cadre is not None and cadre.village_duty,
        "away": any(overlap(start, end, r.start, r.end) for r in facts.rows.get(person, ())),
        "left": cadre is not None and _left(cadre, end),
        "absent": _absent(facts, person, start, end),
        "hold": any(overlap(start, end, h.start, h.end) for h in facts.holds.get(person, ())),
        "pin": _forbidden(facts, person, posting, start),
    }
    return [code for code, stands in holds.items() if stands]


def _left(cadre: Cadre, end: Day) -> bool:
    return cadre.left is not None and cadre.left < end


def _absent(facts: Facts, person: str, start: Day, end: Day) -> bool:
    return any(
        absence.cause in CAUSES and overlap(start, end, absence.start, absence.end)
        for absence in facts.absences.get(person, ())
    )


def _forbidden(facts: Facts, person: str, posting: str, start: Day) -> bool:
    return any(
        pin.decision == "forbid" and pin.place is None and pin.meets(person, posting, start)
        for pin in facts.pins
    )
