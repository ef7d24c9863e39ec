"""The fewest years in which every target is visited, and why one year less is not enough."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from planner.allocation.problem import OUTSIDE, IntArray
from planner.errors import NoPlanError, Sentence
from planner.horizon.choose import Sought, choose
from planner.horizon.expanded import Expanded, Slot, expanded, slots_of, target_of
from planner.horizon.first_year import GivenUp, GiveUp, held
from planner.horizon.outlook import Outlook
from planner.horizon.run import Horizon, YearPlan, checked
from planner.horizon.shortfall import never
from planner.horizon.targets import Targets
from planner.naming import picked
from planner.pairing.case import case_of
from planner.pairing.field import field_of
from planner.pairing.make import pair_rows
from planner.pairing.plan import Plan
from planner.pairing.units import PARTS
from planner.plans.plan import versions


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """Plans that visit every target in the fewest years.

    `targets` are those that can be visited, `unreachable` those that no plan can ever visit.
    `too_few` says why one year less is not enough; None where a single year is. `sought` tells
    in which years the plans, beyond the visits, seek pairings, wishes, need and short ways;
    `given_up` is what the first year's goal loses, None where none was named.
    """

    targets: Targets
    unreachable: tuple[str, ...]
    horizon: Horizon
    too_few: NoPlanError | None
    sought: Sought = "all"
    given_up: GivenUp | None = None

    @property
    def years(self) -> int:
        """The fewest years."""
        return len(self.horizon.years)


def fewest_years(
    outlook: Outlook, targets: Targets, most: int, give_up: GiveUp | None = None
) -> Schedule:
    """Return a schedule of the fewest years, at most `most`, that visits every target.

    Both parts serve together, under every rule of each year and rotation among them; the number of
    years is proved. Of what each year's goals ask, only `give_up` binds the first year. Raises
    InputError with every fault of a year's changes, NoPlanError where `most` years are not enough,
    SolverError where a solver gives no answer.
    """
    years = outlook.ahead(most)
    slots = slots_of(years)
    targets, unreachable = _reachable(outlook, slots, targets)
    kept = None if give_up is None else held(slots, give_up)
    more = () if kept is None else kept.rules
    too_few: NoPlanError | None = None
    for number in range(1, most + 1):
        part = slots[: len(PARTS) * number]
        ahead = expanded(part, targets, target_of(part, targets, outlook.crosswalk), more)
        found = choose(ahead, outlook.crosswalk)
        if not isinstance(found, NoPlanError):
            plans = _plans(outlook, ahead, found.options)
            lost = None if kept is None else kept.given_up(found.options)
            return Schedule(targets, unreachable, plans, too_few, found.sought, lost)
        too_few = found
    assert too_few is not None, "one year at least was tried"
    raise too_few


def _reachable(
    outlook: Outlook, slots: Sequence[Slot], targets: Targets
) -> tuple[Targets, tuple[str, ...]]:
    """Return the targets that some unit may visit in some year, and those that none may."""
    target = target_of(slots, targets, outlook.crosswalk)
    seen = set(picked(targets.names, target[target != OUTSIDE]))
    lost = tuple(name for name in targets.names if name not in seen)
    if not seen:
        dataset = slots[0].year.dataset
        raise NoPlanError(lambda: (Sentence("visit.none"), [never(dataset, targets.level, lost)]))
    kept = tuple(name for name in targets.names if name in seen)
    return replace(targets, names=kept), lost


def _plans(outlook: Outlook, ahead: Expanded, chosen: IntArray) -> Horizon:
    """Return the schedule as plans, each made and audited with those before it as history."""
    found, year = list[YearPlan](), outlook.start()
    for at in range(len(ahead.slots) // len(PARTS)):
        if found:
            year = outlook.after(found[-1].year, found[-1].plan.pairs)
        field = field_of(year.dataset, year.policy, year.year)
        tables = list[pl.DataFrame]()
        for slot in ahead.slots[len(PARTS) * at : len(PARTS) * (at + 1)]:
            case = case_of(year.dataset, year.policy, year.year, slot.case.part, field, None)
            options, _ = case.options(_pairs(slot, chosen))
            tables.append(pair_rows(case, options, year.year))
        digest = year.policy.digest()
        plan = Plan(year.year, pl.concat(tables), (), year.dataset.inputs, digest, versions())
        found.append(checked(year, plan))
    return Horizon(tuple(found))


def _pairs(slot: Slot, chosen: IntArray) -> list[tuple[str, str]]:
    """Return the chosen pairs of a slot as ids."""
    case, mine = slot.case, chosen - slot.first
    mine = mine[(mine >= 0) & (mine < len(case.unit))]
    units = picked(case.units.ids, case.unit[mine])
    return list(zip(units, picked(case.field.ids, case.station[mine]), strict=True))
