"""What a calendar's summary says beside its goals, held against its rows."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from planner.errors import Fault
from planner.plans.files import EXPORTS, SUMMARY
from planner.plans.kept import DIGEST

Value = tuple[tuple[str, ...], int]
"""A group's units, and its peak."""


def claimed_wrong(
    more: Mapping[str, Any],
    starts: set[dt.date],
    peaks: list[Value],
    cost: Mapping[str, Mapping[str, int]] | None,
) -> Iterator[Fault]:
    """Yield what is said of plans in force, peaks, cost and exports that can't be so.

    `starts` are the first days of the plans in force, `peaks` and `cost` what the rows come to.
    People may write in the exports, so what these hold now is nobody's claim.
    """
    told = {
        "pairings": _in_force(more["pairings"], starts),
        "peaks": _peaks(more["peaks"], peaks),
        "cost": "cost" not in more or more["cost"] == cost,
        EXPORTS: EXPORTS not in more or _digests(more[EXPORTS]),
    }
    for name in (name for name, sound in told.items() if not sound):
        found = json.dumps(more[name], ensure_ascii=False)[:40]
        yield Fault(SUMMARY, "claims.field", values={"path": name, "found": found})


def _in_force(claimed: list[Any], starts: set[dt.date]) -> bool:
    """Tell whether every plan in force is named by its first day and its digest."""
    try:
        named = {dt.date.fromisoformat(one["from"]) for one in claimed}
        return starts <= named and all(DIGEST.fullmatch(one["sha256"]) for one in claimed)
    except (TypeError, KeyError, ValueError):
        return False


def _peaks(claimed: list[Any], counted: list[Value]) -> bool:
    """Tell whether each group's peak is what the rows come to, and no bound is beyond it."""
    try:
        told = [(tuple(one["units"]), one["value"], one["bound"]) for one in claimed]
    except (TypeError, KeyError):
        return False
    whole = all(type(figure) is int for _, *figures in told for figure in figures)
    return (
        whole
        and [(units, value) for units, value, _ in told] == counted
        and all(0 <= bound <= value for _, value, bound in told)
    )


def _digests(claimed: object) -> bool:
    if not isinstance(claimed, Mapping):
        return False
    digests = cast("Mapping[str, object]", claimed).values()
    return all(isinstance(one, str) and DIGEST.fullmatch(one) for one in digests)
