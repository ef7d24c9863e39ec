"""Nominations among the repairs: which could help, how many are needed, and which show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from planner.allocation.build import between
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem
from planner.allocation.solve import solve
from planner.pairing.case import Case, Year
from planner.pairing.changed import only_nomination
from planner.pairing.pairs import Mask
from planner.pairing.relaxation import joint_conflict, joint_of
from planner.repairs import Effort, Way
from planner.repairs.change import Conflict
from planner.repairs.single import PATIENCE


@dataclass(frozen=True, slots=True, eq=False)
class Nominating:
    """The joint problem of cases with more stations nominated, `new` being the options it gains.

    `station` is the station of each option, `OUTSIDE` where it needs no nomination.
    """

    cases: Sequence[Case]
    problem: Problem
    station: IntArray
    new: IntArray

    @classmethod
    def of(cls, cases: Sequence[Case], idle: IntArray, pairings: int) -> Self:
        """Return the problem of cases in which stations that were `idle` are nominated."""
        columns = [np.where(case.required > 0, OUTSIDE, case.station) for case in cases]
        station = np.concatenate(columns)
        new = np.flatnonzero(np.isin(station, idle))
        return cls(cases, joint_of(*cases, pairings=pairings), station, new)

    @property
    def most_at(self) -> int:
        """How many pairings one station can have at most."""
        stations = self.cases[0].policy.stations
        return min(stations.units, stations.per_county)

    def needed(self, effort: Effort) -> int:
        """Return how many stations must be nominated at least; more than serve where none do."""
        found = self._fewest(effort, self.new[:0])
        return len(self.new) + 1 if found is None else -(-found[0] // self.most_at)

    def conflict(self, most: int) -> Conflict:
        """Return what can't hold with so many stations nominated."""
        group = np.full(self.problem.options, OUTSIDE)
        group[self.new] = 0
        quota = between("nominated", group, (("nominated",),), 0, most * self.most_at)
        limited = replace(self.problem, quotas=(*self.problem.quotas, quota))
        return joint_conflict(limited, *self.cases)

    def shown(self, at: Mapping[int, Way[Year]], most: int, effort: Effort) -> set[Way[Year]]:
        """Return ways, `at` the stations, of which every so many that are enough have one.

        A choice that takes as few pairings as can be at new stations shows some; without these
        another choice shows the next, until these few are more than there is room for.
        """
        found, left = set[Way[Year]](), np.array(sorted(at), np.int64)
        gone = left[:0]
        while len(left) and (fewest := self._fewest(effort, gone)) is not None:
            number, stations = fewest
            if number > most * self.most_at:
                break
            taken = np.intersect1d(stations, left)
            taken = taken if len(taken) else left  # not known of any one: each is tried
            found |= {at[int(one)] for one in taken}
            gone = np.array([one for one, way in at.items() if way in found], np.int64)
            left = np.setdiff1d(left, gone)
        return found

    def _fewest(self, effort: Effort, gone: IntArray) -> tuple[int, IntArray] | None:
        """Return how few pairings at new stations do without some, and a choice's stations.

        These are none where the choice may have more; None is returned where there is no choice.
        """
        kept = np.flatnonzero(~np.isin(self.station, gone))
        part = self.problem.take(kept)
        effort.spend(part.options)
        goal = Goal("nominated", "min", np.isin(kept, self.new).astype(np.int64))
        best = solve(replace(part, goals=(goal,)), patience=PATIENCE)
        if best is None:
            return None
        return best.bounds[0], self.station[kept][best.chosen if best.optimal else kept[:0]]


def useful_nominations(conflict: Conflict, cases: Sequence[Case]) -> IntArray:
    """Return the stations whose nomination gains a pair that a lower bound asks for."""
    gains = np.zeros(len(cases[0].field.ids), bool)
    for case in cases:
        gains |= (_wanted(conflict, case) & only_nomination(case)).any(axis=0)
    return np.flatnonzero(gains)


def _wanted(conflict: Conflict, case: Case) -> Mask:
    """Return the pairs, units down, that lower bounds of a conflict ask for."""
    wanted = np.zeros(case.pairs.required.shape, bool)
    for rule, side, key in conflict:
        if side != "lower":
            continue
        if rule == "unit_quota" and key[0] in case.units.position:
            wanted[case.units.position[key[0]]] = True
        elif rule == "hard_share" and key[0] == case.part:
            wanted |= case.field.hard
        elif rule == "coverage" and case.part == "leaders":
            wanted[:] = True
    return wanted
