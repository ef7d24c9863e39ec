"""What comes of some settings, one step better after the other: a plan, the best one, its proof.

    waiting → settled → proved             every goal meets its bound; its proof was checked
            → found → settled or open      a plan; what a longer search makes of it
            → unfound → settled or open    nothing yet; the same
            → refused → explained          there is no plan; its repairs were looked for

A first search is short, so that there is something to show soon; only where it leaves a goal open,
or finds nothing in its time, a long one follows.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from planner.dataset import Dataset
from planner.errors import NoPlanError, PlannerError, Remedies, SolverError, SpokenError
from planner.pairing.duty import prove
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.policy import Policy
from planner.scenario import Scenario

State = Literal["waiting", "found", "unfound", "settled", "proved", "open", "refused", "explained"]
FIRST, LONG = 2.0, 30.0
"""The longest searches, in seconds, where a rule asks for one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The year, its dataset and policy, and the settings they are to be changed by."""

    dataset: Dataset
    policy: Policy
    year: int
    scenario: Scenario

    def changed(self) -> tuple[Dataset, Policy]:
        """Return the dataset and the policy under the settings; raise what is wrong with them."""
        return self.scenario.apply(self.dataset, self.policy)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What is known of some settings: their plan, or the trouble with them and its repairs."""

    state: State = "waiting"
    plan: Plan | None = None
    trouble: PlannerError | None = None
    repairs: Remedies | None = None


def answer_of(plan: Plan, otherwise: State) -> Answer:
    """Return a plan as an answer: settled where every goal meets its bound."""
    optimal = all(part.status == "optimal" for part in plan.parts)
    return Answer("settled" if optimal else otherwise, plan)


def answers(asked: Asked, known: Answer) -> Iterator[Answer]:
    """Yield what is found beyond what is known, until all there is to know is."""
    while (found := further(asked, known)) is not None:
        known = found
        yield found


def further(asked: Asked, known: Answer) -> Answer | None:
    """Return the next better answer, None where nothing is left to be found."""
    step = _STEPS.get(known.state)
    if step is None:
        return None
    try:
        return step(asked, known)
    except NoPlanError as error:
        return Answer("refused", trouble=error)
    except PlannerError as error:
        return Answer("explained", trouble=error)
    except Exception as error:  # A panel that waits for ever would hide what went wrong.
        logging.getLogger(__name__).exception("no answer")
        return Answer("explained", trouble=SpokenError("panel.failed", error=repr(error)))


def _first(asked: Asked, known: Answer) -> Answer:
    try:
        return answer_of(make_plan(*asked.changed(), asked.year, seconds=FIRST), "found")
    except SolverError:
        return replace(known, state="unfound")


def _long(asked: Asked, known: Answer) -> Answer:
    try:
        return answer_of(make_plan(*asked.changed(), asked.year, seconds=LONG), "open")
    except SolverError as error:
        return replace(known, state="open", trouble=error if known.plan is None else None)


def _proof(asked: Asked, known: Answer) -> Answer:
    assert known.plan is not None, "what is settled is a plan"
    return Answer("proved", prove(known.plan, *asked.changed()))


def _repairs(_: Asked, known: Answer) -> Answer:
    assert isinstance(known.trouble, NoPlanError), "only a year without a plan is refused"
    try:
        return replace(known, state="explained", repairs=known.trouble.repairs)
    except SolverError:  # The sentence why stands without them.
        return replace(known, state="explained")


_STEPS: dict[State, Callable[[Asked, Answer], Answer]] = {
    "waiting": _first,
    "found": _long,
    "unfound": _long,
    "settled": _proof,
    "refused": _repairs,
}
"""What is done next in each state; the others are ends."""
