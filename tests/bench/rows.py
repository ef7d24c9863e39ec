"""The rows of the benchmark: each one measurement, judged against ours and against its target."""

from dataclasses import asdict, dataclass, field
from typing import Any

from tests.bench.processes import Outcome

WHO = {
    "ours": "ours",
    "ours:cpsat": "ours, general engine",
    "highs": "HiGHS (SciPy), all pairs",
    "highs:reduced": "HiGHS (SciPy), reduced pairs",
    "cpsat": "CP-SAT, all pairs",
    "scip": "SCIP, all pairs",
}
PEERS_ON_ALL = ("highs", "cpsat", "scip")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: seconds (None where there are none), goals proved of all, and what to say of it.

    `limit` is set where the solver was stopped there; `wrong` where it disagrees with ours.
    """

    who: str
    seconds: float | None
    proved: int
    goals: int
    note: str
    limit: float | None = None
    wrong: bool = False
    peak_mb: float | None = None
    facts: dict[str, Any] = field(default_factory=dict[str, Any])

    def as_dict(self) -> dict[str, Any]:
        """Return the row for the JSON file."""
        return asdict(self)


def values_of(outcome: Outcome) -> dict[str, int]:
    """Return the values of the goals that a process proved, by part and goal."""
    goals = (event for event in outcome.events if event["event"] == "goal" and event["proved"])
    return {f"{event['part']}/{event['goal']}": event["value"] for event in goals}


def end_of(outcome: Outcome) -> dict[str, Any] | None:
    """Return what a process said at its end, None where it did not come to it."""
    return next((event for event in outcome.events if event["event"] == "end"), None)


def our_row(solver: str, outcome: Outcome, goals: list[str]) -> Row:
    """Return the row of one of our engines."""
    end, proved = end_of(outcome), values_of(outcome)
    for event in outcome.events:
        if event["event"] == "unsolved":
            note = f"NO PLAN in time: {event['why']}"
            return Row(WHO[solver], None, 0, len(goals), note, peak_mb=outcome.peak_mb)
    if end is None:
        return failed(solver, outcome, goals)
    note = f"median {end['median']:.3f} s of {end['runs']}, first call {end['first']:.2f} s"
    note += f", processor {end['cpu']:.3f} s" if end["runs"] > 1 else ""
    if len(proved) < len(goals):
        note += "; NOT PROVED: " + ", ".join(goal for goal in goals if goal not in proved)
    facts = {name: end[name] for name in ("median", "first", "runs", "cpu", "stages", "digest")}
    return Row(
        WHO[solver], end["seconds"], len(proved), len(goals), note,
        peak_mb=outcome.peak_mb, facts=facts | {"values": proved},
    )  # fmt: skip


def peer_row(solver: str, outcome: Outcome, ours: Row, limit: float) -> Row:
    """Return a peer's row: what it proved must be what we proved, and its plan ours."""
    values, expected = values_of(outcome), ours.facts["values"]
    goals, end = list(expected), end_of(outcome)
    if outcome.error is not None:
        return failed(solver, outcome, goals)
    wrong = [
        f"{goal}: {value}, ours {expected.get(goal)}"
        for goal, value in values.items()
        if value != expected.get(goal)
    ]
    if end is not None and end["digest"] != ours.facts["digest"]:
        wrong.append("another plan")
    if end is not None:
        seconds, stop, note = end["seconds"], None, "agrees, same plan"
    else:
        seconds, stop = None, limit
        note = f"{'agrees so far; ' if values else ''}stopped at its limit, at {goals[len(values)]}"
    note = "DISAGREES: " + "; ".join(wrong) if wrong else note
    return Row(
        WHO[solver], seconds, len(values), len(goals), note, stop, bool(wrong),
        outcome.peak_mb, {"events": outcome.events},
    )  # fmt: skip


def failed(solver: str, outcome: Outcome, goals: list[str]) -> Row:
    """Return the row of a solver that broke down."""
    note = f"FAILED: {outcome.error}"
    return Row(WHO.get(solver, solver), None, 0, len(goals), note, wrong=True)


def ratio(row: Row, ours: Row) -> str:
    """Return how many times our time a row took; a lower bound where it was stopped."""
    if not ours.seconds or (row.seconds is None and row.limit is None):
        return ""
    times = (row.seconds or row.limit or 0.0) / ours.seconds
    return f"{'' if row.seconds else '> '}{times:,.{0 if times >= 10 else 1}f}x"
