"""Why there is no plan of postings: what is required and the limits that can't hold together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from planner.allocation.conflict import Blame, Conflict, blame, minimal_conflict
from planner.allocation.feasible import feasible
from planner.allocation.prices import CHANGE
from planner.allocation.problem import Problem
from planner.errors import NoPlanError, Sentence, SolverError
from planner.naming import in_turn, named
from planner.postings.data import PostingsData
from planner.postings.impossible.asked import Asked, needed
from planner.postings.impossible.names import Names
from planner.postings.impossible.ways import ways_of
from planner.repairs import SingleProblem, repairs_of
from planner.rulebook import EXCHANGE, TRAINING

EFFORT = 2_000_000
"""The search for repairs stops after looking at so much, up to a minute, and says so."""
_PATIENCE = 0.02
"""How long a solver may search whether the conflict could be smaller, in deterministic time."""
REQUIRED = ("pin", "pin_place")


def no_plan(asked: Asked, dataset: PostingsData) -> NoPlanError:
    """Return the error that says what can't hold together, and what would make a plan possible."""
    names = Names(dataset, asked.facts)
    return NoPlanError(
        lambda: _why(asked, names),
        lambda: repairs_of(SingleProblem(asked, needed, ways_of(asked, names), EFFORT)),
    )


def require_possible(asked: Asked, dataset: PostingsData) -> None:
    """Raise that error where no plan satisfies all rules, before a whole one is looked for.

    Where a solver can't tell, making the plan will.
    """
    with suppress(SolverError):
        if not feasible(needed(asked)):
            raise no_plan(asked, dataset)


def against(asked: Asked, dataset: PostingsData, problem: Problem) -> Sentence:
    """Return what keeps a plan from a change: the problem of the plans with it has no choice."""
    try:
        found = minimal_conflict(problem, _PATIENCE)
    except SolverError:
        return Sentence("blame.unknown")
    clauses = [*_clauses(asked, Names(dataset, asked.facts), problem, found)]
    if not found.minimal:
        clauses.append(Sentence("blame.maybe_less"))
    return in_turn(clauses)


def _why(asked: Asked, names: Names) -> tuple[Sentence, list[Sentence]]:
    problem = needed(asked)
    found = minimal_conflict(problem, _PATIENCE)
    clauses = [*_clauses(asked, names, problem, found), Sentence("blame.together")]
    if not found.minimal:
        clauses.append(Sentence("blame.maybe_less"))
    return Sentence(f"{asked.command}.impossible", {"year": asked.year}), clauses


def _clauses(asked: Asked, names: Names, problem: Problem, found: Conflict) -> Iterator[Sentence]:
    """Yield what is asked for, then the limits."""
    blamed = [blame(problem, bound) for bound in found.bounds]
    yield from _asked(asked, names, blamed)
    yield from _limits(asked, names, [one for one in blamed if one.rule != CHANGE])


def _asked(asked: Asked, names: Names, blamed: Sequence[Blame]) -> Iterator[Sentence]:
    """Yield which decisions ask for a posting."""
    lines = {one.subject for one in blamed if one.rule in REQUIRED}
    pins = [pin for pin in asked.required if (pin.person_id, str(pin.line)) in lines]
    if pins:
        values = {
            "pins": named([names.pin(pin) for pin in pins], "posting_pins"),
            "rows": names.at("posting_pins", [pin.line for pin in pins]),
            "clause": _clause(asked, "pin"),
        }
        yield Sentence("blame.posting_pins", values)


def _limits(asked: Asked, names: Names, blamed: Sequence[Blame]) -> Iterator[Sentence]:
    """Yield the limits in the way, a clause for each rule."""
    told, training, exchange = _told(names), asked.policy.training, asked.policy.exchange
    figures = {
        "away_percent": training.away_percent, "batch": training.batch,
        "hosts": exchange.hosts, "staff_left": exchange.staff_left,
    }  # fmt: skip
    for rule in dict.fromkeys(one.rule for one in blamed if one.rule not in REQUIRED):
        groups = [told[rule](one) for one in blamed if one.rule == rule]
        once = list({one.text(): one for one in groups}.values())
        values = {"names": named(once, "names"), "clause": _clause(asked, rule), **figures}
        yield Sentence(f"blame.postings.{rule}", values)


def _clause(asked: Asked, rule: str) -> str:
    book = TRAINING if asked.command == "postings" else EXCHANGE
    return next((one.clause for one in book if one.id == rule), "")


def _told(names: Names) -> dict[str, Callable[[Blame], Sentence]]:
    """Return how the groups of each rule are called."""

    def person(one: Blame) -> Sentence:
        return names.person(one.subject[0])

    def station(one: Blame) -> Sentence:
        return names.station(one.subject[0])

    def department(one: Blame) -> Sentence:
        day = {"day": one.subject[1], "amount": one.amount}
        return Sentence("blamed.left", {"what": names.department(one.subject[0]), **day})

    def pair(one: Blame) -> Sentence:
        a, b, day = one.subject
        return Sentence("blamed.pair", {"a": names.person(a), "b": names.person(b), "day": day})

    def batch(one: Blame) -> Sentence:
        return Sentence("listed.name", {"name": one.subject[0]})

    return {
        "person_once": person, "hosting": person, "away_share": department, "apart": pair,
        "batch_size": batch,
        "station_places": station, "station_total": station, "department_hosts": department,
        "staff_left": station,
    }  # fmt: skip
