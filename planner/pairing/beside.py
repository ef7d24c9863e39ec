"""Which of very many nominations could make departments possible beside the leaders' best plan.

Each changes that plan in a way of its own, and to make it takes long, so many are asked about
together. Without its station a plan is known that the leaders' best one is as good as: goals in
order, it is better in one and as good in those before, or as good in all. Where both parts in one
problem have no choice in any of these ways, the departments have none beside it, whichever it is.
"""

from collections.abc import Hashable, Sequence
from functools import partial

import numpy as np

from planner.allocation.feasible import told
from planner.allocation.matrix import reaching
from planner.allocation.problem import Count, Goal, Problem
from planner.allocation.solve import Solution, solve
from planner.allocation.spare import alike_goals, needed
from planner.errors import SolverError
from planner.pairing.attempt import BEST
from planner.pairing.case import Case
from planner.pairing.changes import Change, Nominate
from planner.pairing.joint import few_of, joint_of, with_goals
from planner.pairing.naming import picked
from planner.pairing.problem import problem_of
from planner.pairing.together import Together, halved_among
from planner.pairing.trials import Trials
from planner.pairing.units import PARTS

_JOINT = 1_000_000
"""What it costs, in pairs looked at, to ask for both parts in one problem."""

_SINGLY = 4
"""So few nominations are not worth it."""


class Beside:
    """Asks about nominations after changes that leave each part possible by itself.

    The departments have no plan beside the leaders' best one then.
    """

    def __init__(self, trials: Trials, together: Together) -> None:
        self._trials, self._together = trials, together

    def hopeful(
        self, changes: Sequence[Change], nominations: Sequence[Nominate]
    ) -> frozenset[Change]:
        """Return which nominations could make the departments possible, each by itself."""
        hopeful = frozenset[Change]()
        for alike in self._counting_alike(changes, nominations):
            values, left = self._values(changes, alike[0]), list[Nominate]()
            for better in range(len(values) + 1) if values else ():
                rest = [some for some in alike if some not in left]
                left += halved_among(rest, partial(self._stands, changes, values, better))
            hopeful |= self._around(changes, left if values else alike)
        return hopeful

    def _counting_alike(
        self, changes: Sequence[Change], nominations: Sequence[Nominate]
    ) -> list[list[Nominate]]:
        """Return the nominations parted by what they do to what the leaders' goals count.

        That is city by city.
        """
        cases = self._trials.cases
        field = cases.of("leaders", changes).field
        by_city, parted = dict[int, list[Nominate]](), dict[Hashable, list[Nominate]]()
        for some in nominations:
            by_city.setdefault(int(field.city[field.position[some.station]]), []).append(some)
        for city in by_city.values():
            goals = problem_of(cases.counting("leaders", changes, city[0])).goals
            steps = tuple(
                (goal.constant, count.step_width.tobytes()) for goal, count in _counts(goals)
            )
            parted.setdefault(steps, []).extend(city)
        return list(parted.values())

    def _values(self, changes: Sequence[Change], one: Nominate) -> tuple[int, ...]:
        """Return what the leaders' best plan has without a nomination that counts all the same.

        That is of the goals that tell most, in order; nothing where no solver can tell.
        """
        case = self._trials.cases.counting("leaders", changes, one)
        best = self._best(case, problem := problem_of(case))
        return best.values[: _leading(problem.goals)] if best else ()

    def _stands(
        self,
        changes: Sequence[Change],
        values: Sequence[int],
        better: int,
        some: Sequence[Nominate],
    ) -> bool:
        """Return whether departments could have a plan beside one as good as some values."""
        leaders, departments = (self._trials.cases.of_any(part, changes, some) for part in PARTS)
        self._trials.effort.look(departments)
        self._trials.effort.charge(_JOINT)
        return not none_beside(leaders, departments, some, values, better)

    def _around(
        self, changes: Sequence[Change], nominations: Sequence[Nominate]
    ) -> frozenset[Change]:
        """Return the same, by making the leaders' best plan with any one of some that count alike.

        Where it has no station of these, it is the plan with each.
        """
        left, hopeful = list(nominations), frozenset[Change]()
        while len(left) > _SINGLY:
            case = self._trials.cases.of_any("leaders", changes, left)
            best = self._best(case, few_of(problem_of(case), case.station, case, left))
            if best is None:
                break
            made = picked(case.field.ids, case.station[best.chosen])
            taken = [some for some in left if some.station in made]
            left = [some for some in left if some not in taken]
            if not taken:
                return hopeful | self._together.hopeful(changes, "departments", left, tuple(made))
            hopeful |= frozenset(taken)
        return hopeful | frozenset(left)

    def _best(self, case: Case, problem: Problem) -> Solution | None:
        self._trials.effort.best(case)
        try:
            best = solve(problem, patience=BEST)
        except SolverError:
            return None
        return best if best is not None and best.optimal else None


def none_beside(
    leaders: Case, departments: Case, more: Sequence[Change], values: Sequence[int], better: int
) -> bool:
    """Return whether no departments' plan stands beside a leaders' plan as good as some values.

    It is asked about one way of being so: better in the goal of that number, as good in those
    before; as good in all with their number. True is sure. Both are cases made after more changes,
    before each other; of the stations nominated among these no more is had than one has. `values`
    are those of the leaders' first goals.
    """
    stations = np.r_[leaders.station, departments.station]
    joint = few_of(joint_of(leaders, departments), stations, leaders, more)
    goals = problem_of(leaders).goals[: len(values)][: better + 1]
    joint = with_goals(joint, goals)
    if alike_goals(joint) == len(goals):
        joint = joint.take(needed(joint))
    asked = list(values[:better])
    if better < len(values):
        asked.append(values[better] + (1 if goals[better].sense == "max" else -1))
    found = told(joint, reaching(joint, asked))
    return found is not None and found.x is None


def _leading(goals: Sequence[Goal]) -> int:
    """Return how many first goals tell most: the counts and a sum after them.

    What is to be spread evenly, and then one thing to have much of, leaves little to choose.
    """
    last = max((at for at, goal in enumerate(goals) if isinstance(goal.measure, Count)), default=-1)
    return min(len(goals), last + 2)


def _counts(goals: Sequence[Goal]) -> list[tuple[Goal, Count]]:
    every = ((goal, goal.measure) for goal in goals)
    return [(goal, some) for goal, some in every if isinstance(some, Count)]
