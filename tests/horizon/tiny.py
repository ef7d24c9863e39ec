"""Tiny worlds over several years, and how few years they need when every plan is tried.

One leader L1 and one department D1, each with exactly one station a year unless the policy says
otherwise; stations are named by their place, as in the audit's world.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from planner.dataset import Dataset
from planner.horizon import Crosswalk, Horizon, Outlook, Targets
from planner.policy import Policy
from tests.audit.world import World, department, leader, station

Pair = tuple[str, str]
Plan = frozenset[Pair]


def world(
    stations: Sequence[str], *, rotation: int = 1, per_county: int = 2, most: int = 1
) -> World:
    """Return a world of some stations; L1 and D1 have one station a year, or up to `most`."""
    policy = Policy()
    policy = replace(
        policy,
        leaders=replace(policy.leaders, stations=(1, most)),
        departments=replace(policy.departments, stations=(1, most)),
        stations=replace(policy.stations, per_county=per_county),
        rotation=replace(policy.rotation, years=rotation),
    )
    rows = {
        "leaders": [leader("L1")],
        "departments": [department("D1", 12)],
        "stations": [station(id) for id in stations],
    }
    return World(rows, policy)


def outlook(some: World, crosswalk: Crosswalk | None = None) -> Outlook:
    """Return what is known of the years from 2019 on."""
    dataset = Dataset.from_frames(some.year, **some.frames)
    return Outlook(dataset, some.policy, some.year, {}, crosswalk or Crosswalk())


def counties(*names: str) -> Targets:
    """Return county targets by the two letters of a county: `A1`."""
    return Targets("county", tuple(sorted(f"{name[0]}/{name}" for name in names)))


def stations(*names: str) -> Targets:
    """Return station targets."""
    return Targets("station", tuple(sorted(names)))


def pairs(horizon: Horizon) -> list[list[str]]:
    """Return each year's rows as `unit station`."""
    columns = ("unit_id", "station_id")
    return [[f"{u} {s}" for u, s in y.plan.pairs.select(*columns).rows()] for y in horizon.years]


def needed(some: World, targets: Targets, most: int) -> int | None:
    """Return the fewest years by trying every plan of every year; None where `most` do not do."""
    keep = max(some.policy.rotation.years, 1)
    rows = some.frames["history"].rows()
    before = tuple(
        frozenset((unit, s) for year, unit, s in rows if year == some.year - back)
        for back in range(keep, 0, -1)
    )
    plans = list(_plans(some))
    reached = {(before, frozenset[str]())}
    for number in range(1, most + 1):
        reached = {
            ((*past, plan)[-keep:], seen | _seen(plan, targets))
            for past, seen in reached
            for plan in plans
            if not (some.policy.rotation.years and plan & frozenset[Pair]().union(*past))
        }
        if any(seen >= set(targets.names) for _, seen in reached):
            return number
    return None


def _seen(plan: Plan, targets: Targets) -> frozenset[str]:
    if targets.level == "station":
        return frozenset(station for _, station in plan) & frozenset(targets.names)
    return frozenset(f"{s[0]}/{s[:2]}" for _, s in plan) & frozenset(targets.names)


def _plans(some: World) -> Iterator[Plan]:
    """Yield every plan of a year that keeps the rules, but for rotation."""
    recused = {(u, place) for u, _, place in some.frames["recusals"].rows()}
    nominated = some.frames["stations"].filter("nominated")["station_id"].to_list()
    units = (("L1", some.policy.leaders), ("D1", some.policy.departments))
    choices: list[list[tuple[Pair, ...]]] = []
    for unit, figures in units:
        low, high = figures.stations
        options = [s for s in nominated if (unit, s) not in recused]
        choices.append([
            tuple((unit, s) for s in chosen)
            for size in range(low, high + 1)
            for chosen in combinations(options, size)
            if all(sum(s[0] == city for s in chosen) <= figures.per_city for city in "ABC")
        ])  # fmt: skip
    for ours in product(*choices):
        plan = [pair for part in ours for pair in part]
        at = [s for _, s in plan]
        in_county = [s[:2] for s in at]
        most = max(map(in_county.count, in_county))
        if len(set(at)) == len(at) and most <= some.policy.stations.per_county:
            yield frozenset(plan)
