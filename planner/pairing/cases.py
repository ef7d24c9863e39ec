"""The cases of changed years: quickly, the pairs of all stations being made once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from planner.pairing.attempt import Stations, Year
from planner.pairing.candidates import moves
from planner.pairing.case import Case
from planner.pairing.changes import Change, DropPin, DropRecusal, Nominate, Repair, SetFigure
from planner.pairing.field import Field
from planner.pairing.units import Part

Key = frozenset[Change]


class Cases:
    """Makes cases of a year after some changes; `charge` is told how many pairs that looks at.

    `every` are the nominations of all stations that are not nominated.
    """

    def __init__(self, year: Year, charge: Callable[[int], None]) -> None:
        self._year, self._charge, self._field = year, charge, year.field()
        self._departments = frozenset(year.dataset.departments["department_id"].to_list())
        idle = np.flatnonzero(~self._field.nominated)
        self.every = tuple(Nominate(self._field.ids[at], "") for at in idle)
        self._wide: dict[tuple[Part, Key], Case] = {}

    def changed(self, changes: Sequence[Change]) -> Year:
        """Return the year after some changes."""
        dataset, policy = Repair(tuple(changes)).apply(self._year.dataset, self._year.policy)
        return replace(self._year, dataset=dataset, policy=policy, leaders=None)

    def of(self, part: Part, changes: Sequence[Change], around: Stations | None = None) -> Case:
        """Return the case of one part: the pairs of all stations are made once, then chosen of."""
        others = [change for change in changes if not isinstance(change, Nominate)]
        key = part, frozenset(others)
        if key not in self._wide:
            every = replace(self._field, nominated=np.ones_like(self._field.nominated))
            self._wide[key] = self.changed(others).case(part, every, None)
            self._charge(self._wide[key].pairs.required.size)
        nominated = self._field.nominated.copy()
        for change in changes:
            if isinstance(change, Nominate):
                nominated[self._field.position[change.station]] = True
        case = _nominating(self._wide[key], replace(self._field, nominated=nominated))
        return case if around is None else _beside(case, around)

    def of_any(self, part: Part, changes: Sequence[Change], some: Sequence[Nominate]) -> Case:
        """Return the case of one part with the pairs of several more nominations.

        What counts the nominated stations counts the first one of these alone.
        """
        every = self.of(part, (*changes, *some))
        return replace(every, field=self.of(part, (*changes, some[0])).field)

    def counting(self, part: Part, changes: Sequence[Change], one: Nominate) -> Case:
        """Return the case of one part without one more nomination, which counts all the same."""
        return replace(self.of(part, changes), field=self.of(part, (*changes, one)).field)

    def mattering(self, part: Part, changes: Sequence[Change]) -> Key:
        """Return the changes that can alter a part's plan, made before the other."""
        if part == "leaders":
            return frozenset(some for some in changes if moves(some, self._year.dataset))
        return frozenset(some for some in changes if self._concerns_departments(some))

    def _concerns_departments(self, change: Change) -> bool:
        if isinstance(change, DropPin | DropRecusal):
            return change.unit in self._departments
        return not (isinstance(change, SetFigure) and change.section == "leaders")


def _nominating(case: Case, field: Field) -> Case:
    """Return a case of all stations with only those nominated that a field says."""
    shape = case.pairs.required.shape
    pairs = replace(case.pairs, nominated=np.broadcast_to(~field.nominated, shape))
    left = np.flatnonzero(pairs.allowed[case.unit, case.station])
    columns = ("unit", "station", "required", "rank", "fit", "tie", "kept")
    return replace(
        case, field=field, pairs=pairs, **{name: getattr(case, name)[left] for name in columns}
    )


def _beside(case: Case, stations: Stations) -> Case:
    """Return a case around the other plan's stations, as `case_of` makes it."""
    other = np.array([case.field.position[station] for station in stations], np.int64)
    taken = np.bincount(other, minlength=len(case.field.ids)).astype(np.int64)
    visited = other if case.part == "departments" else other[:0]
    return replace(case, around=True, taken=taken, visited=visited)
