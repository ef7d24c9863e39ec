"""The rules of days that training and the exchange share: who is away, and what hosts may have."""

from collections.abc import Callable, Collection, Iterable, Mapping

from planner.allocation.problem import Quota
from planner.dates import Day
from planner.policy import TrainingFigures
from planner.postings import away
from planner.postings.critical import Spans, limits
from planner.postings.facts import Facts
from planner.postings.groups import grouped

Going = Collection[tuple[int, str, Day, Day]]
"""Options' positions, each with who is away then, from the first to the last day."""


def daily(
    rule: str,
    spans: Mapping[str, Spans],
    changes: Callable[[str], Iterable[Day]],
    free: Callable[[str, Day], int],
) -> Quota:
    """Return the quota of what units or stations may have on every day: see `limits`."""
    return grouped(
        rule,
        [
            ((where, str(limit.day)), limit.members, limit.upper)
            for where in sorted(spans)
            for limit in limits(spans[where], changes(where), lambda day, w=where: free(w, day))
        ],
    )


def away_share(facts: Facts, figures: TrainingFigures, going: Going) -> Quota:
    """On every day a department's new are at most what its share leaves beside those away."""
    changes = away.changes(facts)
    spans: dict[str, list[tuple[int, Day, Day]]] = {}
    for at, person, start, end in going:
        for department, first, last in away.departments(facts, person, start, end):
            spans.setdefault(department, []).append((at, first, last))
    return daily(
        "away_share",
        spans,
        lambda _: changes,
        lambda department, day: away.free(facts, department, day, figures),
    )


def apart(facts: Facts, going: Going) -> Quota:
    """Two people who are to be kept apart are not away on one day."""
    return grouped(
        "apart",
        [
            ((*pair, str(limit.day)), limit.members, limit.upper)
            for pair in sorted({tuple(sorted(two)) for two in facts.apart})
            for limit in limits(
                [(at, start, end) for at, person, start, end in going if person in pair],
                {row.start for one in pair for row in facts.rows.get(one, ())},
                lambda day, two=pair: 1 - sum(facts.away(one, day) for one in two),
            )
        ],
    )
