"""Which single changes could undo a conflict: those that touch one of its bounds, and no others.

A conflict's lower bounds can be met if they ask for less or have more pairs to choose from, its
upper bounds if they allow more. A change that does none of this leaves the conflict as it is.
"""

from dataclasses import dataclass
from itertools import groupby

import numpy as np

from planner.allocation.conflict import Bound, most_of
from planner.allocation.problem import IntArray, Problem
from planner.dataset import Dataset
from planner.pairing.case import Case
from planner.pairing.changes import Change, DropPin, DropRecusal, Nominate, SetFigure, drops_of
from planner.pairing.figures import Scale, scales_of
from planner.pairing.pairs import Mask

Candidate = Change | Scale


@dataclass(frozen=True, slots=True, eq=False)
class Clash:
    """A plan that does not exist: its case, its problem, bounds that can't hold together."""

    case: Case
    problem: Problem
    bounds: tuple[Bound, ...]

    @property
    def rules(self) -> frozenset[str]:
        """The bounds' rules and sides, `rule.side`."""
        return frozenset(f"{self.problem.quotas[b.quota].rule}.{b.side}" for b in self.bounds)

    def groups(self, rule: str, side: str) -> IntArray:
        """Return the groups that a rule's bounds of one side are on."""
        return np.array(
            [
                b.group
                for b in self.bounds
                if self.problem.quotas[b.quota].rule == rule and b.side == side
            ],
            np.int64,
        )

    @property
    def lacks(self) -> int:
        """How many more places it takes at least to undo the conflict, as far as that is told."""
        asked = [b for b in self.bounds if b.side == "lower"]
        if len({bound.quota for bound in asked}) > 1:
            return 1
        lower = self.problem.quotas[asked[0].quota].lower
        return int(sum(lower[b.group] for b in asked)) - most_of(self.problem, self.bounds)

    @property
    def gain(self) -> Mask:
        """The pairs, units down, that are not allowed and would help if they were."""
        pairs, field = self.case.pairs, self.case.field
        wanted = np.zeros(pairs.allowed.shape, bool)
        wanted[self.groups("unit_quota", "lower")] = True
        if "hard_share.lower" in self.rules:
            wanted |= field.hard
        return wanted & ~pairs.allowed

    @property
    def full(self) -> Mask:
        """The stations whose places, or whose county's, are in the conflict."""
        full = np.isin(self.case.field.county, self.groups("county_cap", "upper"))
        full[self.groups("station_capacity", "upper")] = True
        return full


def candidates(clash: Clash, dataset: Dataset, roomy: bool) -> list[tuple[int, Candidate]]:
    """Return the changes that touch a conflict, each with its turn: the likely ones come first.

    Decisions, recusals and figures have turn 0, nominations 1. Unless it is `roomy`, which plan the
    leaders make matters to the departments: stations are not alike then, and where the leaders take
    places that the conflict lacks, whatever else can change their plan has turn 2.
    """
    around = not roomy and clash.case.part == "departments"
    moving = around and bool((clash.case.taken > 0)[clash.full].any())
    drops, scales = drops_of(dataset), scales_of(dataset, clash.case.policy)
    found: list[tuple[int, Candidate]] = [(0, drop) for drop in drops if _helps(drop, clash)]
    found += [(0, scale) for scale in scales if _eases(scale, clash)]
    useful = _useful(clash)
    found += [(1, nominate) for nominate in _nominations(clash, useful, roomy)]
    if moving:
        rest = np.setdiff1d(np.flatnonzero(~clash.case.field.nominated), useful)
        found += [(2, nominate) for nominate in _nominations(clash, rest, roomy)]
        known = [candidate for _, candidate in found]
        others = [some for some in (*drops, *scales) if some not in known]
        found += [(2, some) for some in others if moves(some, dataset)]
    return found


def moves(change: Candidate, dataset: Dataset) -> bool:
    """Return whether a change can alter the leaders' plan."""
    if isinstance(change, SetFigure | Scale):
        return change.section != "departments"
    if isinstance(change, Nominate):
        return True
    required = isinstance(change, DropPin) and change.decision == "require"
    return required or change.unit in set(dataset.leaders["leader_id"])


def _helps(drop: DropPin | DropRecusal, clash: Clash) -> bool:
    """Return whether dropping a row frees pairs that the conflict lacks, or places in it."""
    case = clash.case
    unit = case.units.position.get(drop.unit)
    if isinstance(drop, DropRecusal):
        covered = case.field.places.resolve(drop.level, drop.place)
        return unit is not None and bool(clash.gain[unit, covered].any())
    station = case.field.position[drop.station]
    if drop.decision == "forbid":
        return unit is not None and bool(clash.gain[unit, station])
    if unit is None:
        return bool(clash.full[station])
    required = np.flatnonzero(case.required)[clash.groups("pin", "lower")]
    return (unit, station) in set(zip(case.unit[required], case.station[required], strict=True))


def _eases(scale: Scale, clash: Clash) -> bool:
    """Return whether moving a figure moves a bound of the conflict or frees pairs it lacks."""
    if scale.key in ("years", "most_minutes"):
        pairs = clash.case.pairs
        barred = pairs.rotation if scale.key == "years" else pairs.travel_limit
        return bool((clash.gain & barred & ~(pairs.recusal | pairs.forbid)).any())
    other = scale.section in ("leaders", "departments") and scale.section != clash.case.part
    return not other and bool(clash.rules & scale.eases)


def _nominations(clash: Clash, stations: IntArray, alike: bool) -> list[Nominate]:
    """Return the stations as nominations; with `alike` those that rules count the same only once.

    Alike are stations of one county that the same units may have and every rule counts the same.
    """
    open_ = _open(clash)
    keys = {at: _key(clash, open_, at) if alike else (at,) for at in map(int, stations)}
    found: list[tuple[int, Nominate]] = []
    for _, group in groupby(sorted(keys, key=lambda at: (keys[at], at)), key=keys.__getitem__):
        same = list(group)
        first, *alike_ = (clash.case.field.ids[at] for at in same)
        county = clash.case.field.counties[int(clash.case.field.county[same[0]])]
        found.append((same[0], Nominate(first, county, tuple(alike_))))
    return [nominate for _, nominate in sorted(found, key=lambda one: one[0])]


def _open(clash: Clash) -> Mask:
    """Return the pairs that only a nomination is missing for."""
    pairs = clash.case.pairs
    return pairs.nominated & ~(pairs.recusal | pairs.rotation | pairs.forbid | pairs.travel_limit)


def _useful(clash: Clash) -> IntArray:
    """Return the stations whose nomination gains a pair.

    Those without a place left are among them: with another change they have one.
    """
    return np.flatnonzero((clash.gain & _open(clash)).any(axis=0))


def _key(clash: Clash, open_: Mask, at: int) -> tuple[object, ...]:
    """Return all that the rules see of a station that is not nominated."""
    case = clash.case
    seen: list[object] = [int(case.field.county[at]), int(case.taken[at])]
    seen.append((open_[:, at] | case.pairs.allowed[:, at]).tobytes())
    seen.append(case.pairs.required[:, at].tobytes())
    seen.append(bool(case.field.hard[at]) if case.policy.stations.hard_percent else False)
    seen.append(int(case.field.travel[at]) if case.policy.travel.most_minutes else 0)
    return tuple(seen)
