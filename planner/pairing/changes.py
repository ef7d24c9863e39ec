"""What may be changed in a year's input to make a plan possible, and which bounds each moves.

A decision or a recusal is dropped, a figure of the policy moved, a station nominated. A figure's
values reach so far that no other change makes farther ones worth having.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import cast

import polars as pl

from planner.errors import Sentence
from planner.naming import at, called
from planner.pairing.called import Called
from planner.pairing.case import Year
from planner.pairing.units import KIND, PARTS, Part
from planner.repairs.change import Bound, Change, Way
from planner.repairs.figures import Value, down, figure

LEADERS_PLAN: tuple[str, str] = ("leaders", "plan")
"""What a change moves that can alter the leaders' plan without touching the conflict."""

Drops = list[tuple[tuple[str, ...], tuple[int, ...]]]

_BEYOND = 3
"""So far above its figure an upper quota is tried; for required pairs as far as they need."""


def ways_of(year: Year) -> list[Way[Year]]:
    """Return what may be changed but nominations: pins, recusals, figures in the policy's order."""
    return [*_pins(year), *_recusals(year), *_figures(year)]


def nomination(station: str, name: str, county: str, alike: Sequence[str] = ()) -> Way[Year]:
    """Return the nomination of a station of a `city/county`; those `alike` would do as well."""

    def apply(year: Year) -> Year:
        mine = pl.col("station_id") == station
        stations = year.dataset.stations.with_columns(nominated=pl.col("nominated") | mine)
        return replace(year, dataset=replace(year.dataset, stations=stations))

    key = "repair.nominate_alike" if alike else "repair.nominate"
    label = Sentence(key, {"station": called(station, name), "county": county, "alike": len(alike)})
    names = tuple(("nominate", other) for other in alike)
    change = Change(("nominate", station), label, apply, names)
    return Way(change.name, [change], many=True)


def nominated(change: Change[Year]) -> str | None:
    """Return the station that a change nominates, None where it is another change."""
    kind, *what = cast("tuple[str, ...]", change.name)
    return what[0] if kind == "nominate" else None


def drops_of(frame: pl.DataFrame, *columns: str) -> Drops:
    """Return the distinct values of some columns, each with the rows that have them."""
    found: dict[tuple[str, ...], list[int]] = {}
    for row, *cells in frame.select("row", *columns).iter_rows():
        found.setdefault(tuple(cells), []).append(row)
    return [(cells, tuple(rows)) for cells, rows in found.items()]


def _pins(year: Year) -> list[Way[Year]]:
    """Take back a decision on a pair; one that requires it frees its places, too."""
    columns, found = ("unit_id", "station_id", "decision"), list[Way[Year]]()
    field, calling = year.field(), Called.of(year.dataset)
    for cells, rows in drops_of(year.dataset.pins, *columns):
        unit, station, decision = cells
        moves: set[Bound] = _opened(year, unit)
        if decision == "require":
            county = field.counties[int(field.county[field.position[station]])]
            moves = {("pin", "lower", (unit, station)), LEADERS_PLAN}
            moves |= {("station_capacity", "upper", (station,)), ("county_cap", "upper", (county,))}
            moves |= {("coverage", "lower")}  # whatever bars it bars it then
        pair = calling.pair(unit, station)
        values = {"pair": pair, "rows": at(year.dataset.file("pins"), rows)}
        label = Sentence(f"repair.pin.{decision}", values)
        named_ = dict(zip(columns, cells, strict=True))
        found.append(_drop("pins", named_, label, moves, eases=decision == "forbid"))
    return found


def _recusals(year: Year) -> list[Way[Year]]:
    """Lift a recusal of a unit from a place."""
    columns, found = ("unit_id", "level", "place"), list[Way[Year]]()
    calling = Called.of(year.dataset)
    for cells, rows in drops_of(year.dataset.recusals, *columns):
        unit, _, place = cells
        rows_at = at(year.dataset.file("recusals"), rows)
        values = {"unit": calling.unit(unit), "place": place, "rows": rows_at}
        cells, label = dict(zip(columns, cells, strict=True)), Sentence("repair.recusal", values)
        found.append(_drop("recusals", cells, label, _opened(year, unit)))
    return found


def _drop(
    table: str, cells: dict[str, str], label: Sentence, moves: set[Bound], *, eases: bool = True
) -> Way[Year]:
    def apply(year: Year) -> Year:
        same = pl.all_horizontal(pl.col(column) == value for column, value in cells.items())
        kept = getattr(year.dataset, table).filter(~same)
        return replace(year, dataset=replace(year.dataset, **{table: kept}))

    change = Change((table, *cells.values()), label, apply)
    return Way(change.name, [change], frozenset(moves), eases)


def _opened(year: Year, unit: str) -> set[Bound]:
    """Return the bounds that more stations to choose from can undo."""
    part: Part = "leaders" if unit in _ids(year, "leaders") else "departments"
    moves: set[Bound] = {("unit_quota", "lower", (unit,)), ("hard_share", "lower", (part,))}
    return moves | {("coverage", "lower"), LEADERS_PLAN} if part == "leaders" else moves


def _figures(year: Year) -> list[Way[Year]]:
    """Return every figure that could be moved, one entry for each way, in the policy's order."""
    dataset, policy, minutes = year.dataset, year.policy, year.policy.travel.most_minutes
    units = dataset.leaders.height + dataset.departments.height
    most = sum(getattr(dataset, part).height * _most(year, part) for part in PARTS)
    far = sorted({n for n in dataset.stations["travel_minutes"] if n > minutes > 0})
    per_county, percent = policy.stations.per_county, policy.stations.hard_percent
    here = policy.stations.units
    opened: set[Bound] = {("unit_quota", "lower"), ("hard_share", "lower"), ("coverage", "lower")}
    ways = [
        *_quotas(year, "leaders"),
        *_quotas(year, "departments"),
        _figure("stations.units", here, range(here + 1, units + 1),
                {("station_capacity", "upper"), ("nominated", "upper")}),
        _figure("stations.per_county", per_county, range(per_county + 1, most + 1),
                {("county_cap", "upper")}),
        _figure("stations.hard_percent", percent, down(percent), {("hard_share", "lower")}),
        _figure("travel.most_minutes", minutes, far, opened),
        _figure("rotation.years", policy.rotation.years, down(policy.rotation.years), opened),
    ]  # fmt: skip
    return [way for way in ways if way.changes]


def _quotas(year: Year, part: Part) -> list[Way[Year]]:
    """Fewer or more stations a unit, more in one city; for departments another headcount for two.

    An upper quota moves the share of hard stations, and what the leaders take, the other way; a
    lower one is the upper one of departments of few people.
    """
    figures = getattr(year.policy, part)
    (low, high), most = figures.stations, _most(year, part)
    ids = _ids(year, part)
    lower: set[Bound] = {("unit_quota", "lower", (unit,)) for unit in ids}
    upper: set[Bound] = {("unit_quota", "upper", (unit,)) for unit in ids}
    departments = part == "departments"
    share: set[Bound] = {("hard_share", "lower", (part,))}
    share |= set[Bound]() if departments else {("coverage", "lower")}
    more: set[Bound] = upper | {("hard_share", "upper", (part,))}
    cities: set[Bound] = {
        ("unit_city", "upper", (unit, city))
        for unit, city in product(ids, set(year.dataset.stations["city"]))
    }
    name, stations = f"{part}.stations", figures.stations
    fewer = lower | (share if departments else set[Bound]())
    ways = [
        _figure(name, stations, [(v, high) for v in down(low)], fewer, eases=False),
        _figure(name, stations, [(low, v) for v in down(high, max(low, 1))], share, eases=False),
        _figure(name, stations, [(low, v) for v in range(high + 1, most + 1)], more, eases=False),
    ]
    if departments:
        two = figures.two_from_headcount
        sizes = sorted(set(year.dataset.departments["headcount"]))
        smaller = [size for size in reversed(sizes) if size < two]
        larger = [size + 1 for size in sizes if size >= two]
        headcount = f"{part}.two_from_headcount"
        raised = [(v, high) for v in range(low + 1, high + 1)]
        ways[1:1] = [_figure(name, stations, raised, more, eases=False)]
        ways += [
            _figure(headcount, two, smaller, more, eases=False),
            _figure(headcount, two, larger, share, eases=False),
        ]
    per_city = figures.per_city
    return [*ways, _figure(f"{part}.per_city", per_city, range(per_city + 1, most + 1), cities)]


def _figure(
    name: str,
    before: Value,
    values: Sequence[int] | Sequence[tuple[int, int]],
    moves: set[Bound],
    *,
    eases: bool = True,
) -> Way[Year]:
    moved = moves if name.startswith("departments") else moves | {LEADERS_PLAN}
    return figure(name, before, values, moved, eases=eases)


def _ids(year: Year, part: Part) -> list[str]:
    return getattr(year.dataset, part)[f"{KIND[part]}_id"].to_list()


def _most(year: Year, part: Part) -> int:
    """Return the most stations of one unit that could be asked for."""
    required = year.dataset.pins.filter(pl.col("decision") == "require")
    pairs = required.unique(["unit_id", "station_id"]).group_by("unit_id").len()
    most = cast("int", pairs["len"].max() or 0)
    return max(getattr(year.policy, part).stations[1] + _BEYOND, most)
