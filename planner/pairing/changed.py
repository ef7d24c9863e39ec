"""The cases of changed years: quickly, the pairs of all stations being made once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

import numpy as np

from planner.allocation.problem import IntArray
from planner.pairing.case import Case, Stations, Year
from planner.pairing.changes import nominated, nomination
from planner.pairing.field import Field
from planner.pairing.pairs import BARRING, Mask
from planner.pairing.units import Part
from planner.repairs import Change, Effort, Repair, Way

Changes = tuple[Change[Year], ...]
Key = frozenset[Change[Year]]

_KEPT = 8
"""So many cases are kept, since the same ones are asked for again and again."""


class ChangedCases:
    """Makes the cases of a year after some changes."""

    def __init__(self, year: Year, effort: Effort) -> None:
        self._year, self._effort, self._field = year, effort, year.field()
        self._wide, self._made = dict[tuple[Part, Key], Case](), dict[tuple[Part, Key], Case]()

    def of(self, part: Part, changes: Changes, around: Stations | None = None) -> Case:
        """Return the case of one part: the pairs of all stations are made once, then chosen of."""
        key = part, frozenset(changes)
        if key not in self._made:
            if len(self._made) == _KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = self._narrowed(part, changes)
        case = self._made[key]
        return case if around is None else _around(case, around)

    def nominations(
        self, cases: Sequence[Case], stations: IntArray, *, alike: bool
    ) -> list[Way[Year]]:
        """Return the nominations of stations; with `alike` those that rules count the same once.

        Alike are stations of one county that the same units may have and every rule counts alike.
        """
        places: list[int] = stations.tolist()
        keys = {at: _seen(cases, at) if alike else (at,) for at in places}
        found: list[tuple[int, Way[Year]]] = []
        for _, group in groupby(sorted(keys, key=lambda at: (keys[at], at)), key=keys.__getitem__):
            same = list(group)
            first, *others = (self._field.ids[at] for at in same)
            county = self._field.counties[int(self._field.county[same[0]])]
            name = self._field.frame["name"][same[0]]
            found.append((same[0], nomination(first, name, county, others)))
        return [way for _, way in sorted(found, key=lambda one: one[0])]

    def places(self, nomination: Change[Year]) -> list[int]:
        """Return where the stations of a nomination are: its own, and those alike."""
        names = cast("Sequence[tuple[str, str]]", nomination.names)
        return [self._field.position[station] for _, station in names]

    def _narrowed(self, part: Part, changes: Changes) -> Case:
        others = tuple(change for change in changes if nominated(change) is None)
        key = part, frozenset(others)
        if key not in self._wide:
            every = replace(self._field, nominated=np.ones_like(self._field.nominated))
            self._wide[key] = Repair(others).apply(self._year).case(part, every, None)
            self._effort.spend(self._wide[key].pairs.required.size)
        nominated_ = self._field.nominated.copy()
        nominated_[[self._field.position[at] for at in map(nominated, changes) if at]] = True
        return _nominating(self._wide[key], replace(self._field, nominated=nominated_))


def only_nomination(case: Case) -> Mask:
    """Return the pairs that only a nomination is missing for."""
    pairs = case.pairs
    others = [getattr(pairs, rule) for rule in BARRING if rule != "nominated"]
    return pairs.nominated & ~np.logical_or.reduce(others)


def _nominating(case: Case, field: Field) -> Case:
    """Return a case of all stations with only those nominated that a field says."""
    shape = case.pairs.required.shape
    pairs = replace(case.pairs, nominated=np.broadcast_to(~field.nominated, shape))
    left = np.flatnonzero(pairs.allowed[case.unit, case.station])
    columns = ("unit", "station", "required", "rank", "fit", "tie", "kept")
    displaceable = case.displaceable
    if displaceable is not None:
        stands = field.nominated[displaceable[0]]
        displaceable = displaceable[0][stands], displaceable[1][stands]
    return replace(
        case, field=field, pairs=pairs, displaceable=displaceable,
        **{name: getattr(case, name)[left] for name in columns},
    )  # fmt: skip


def _around(case: Case, stations: Stations) -> Case:
    """Return a case around the other plan's stations, as `case_of` makes it."""
    other = np.array([case.field.position[station] for station in stations], np.int64)
    taken = np.bincount(other, minlength=len(case.field.ids)).astype(np.int64)
    visited = other if case.part == "departments" else other[:0]
    return replace(case, around=True, taken=taken, visited=visited)


def _seen(cases: Sequence[Case], at: int) -> tuple[object, ...]:
    """Return all that the rules see of a station that is not nominated."""
    field, policy = cases[0].field, cases[0].policy
    seen: list[object] = [int(field.county[at])]
    seen.append(bool(field.hard[at]) if policy.stations.hard_percent else False)
    for case in cases:
        open_ = only_nomination(case)[:, at] | case.pairs.allowed[:, at]
        seen += [int(case.taken[at]), open_.tobytes(), case.pairs.required[:, at].tobytes()]
    return tuple(seen)
