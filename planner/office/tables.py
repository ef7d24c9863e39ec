"""The rows of the packet's tables, from a finished plan and what it was made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from planner.allocation.prices import NotBestError
from planner.allocation.solve import NotNestedError
from planner.dataset import Dataset, rows_of
from planner.errors import SolverError
from planner.office.standing import Standing
from planner.pairing.plan import Plan
from planner.pairing.prices import price_table
from planner.pairing.units import KIND
from planner.pairing.views import city_bands, wishes_told
from planner.policy import Policy
from planner.record.state import pairings
from planner.words import say

Row = dict[str, Any]
NONE = "—"
JOINT = "、"
LAST_YEAR, APPROVED = "上年", "原审定"


@dataclass(frozen=True, slots=True)
class Matter:
    """A finished plan, the parts of it that go on paper, and what they were made from."""

    dataset: Dataset
    policy: Policy
    plan: Plan
    parts: tuple[str, ...]

    @property
    def pairs(self) -> list[Row]:
        """The pairings on paper, in the plan's order."""
        return [row for part in self.parts for row in self.plan.of(part).iter_rows(named=True)]

    def units(self, part: str) -> dict[str, list[Row]]:
        """Return the pairings of one part by unit, in the plan's order."""
        if part not in self.parts:
            return {}
        found = dict[str, list[Row]]()
        for row in self.pairs:
            if row["kind"] == KIND[part]:
                found.setdefault(row["unit_id"], []).append(row)
        return found

    @property
    def cities(self) -> list[str]:
        """The cities with a pairing, in the plan's order."""
        return list(dict.fromkeys(row["city"] for row in self.pairs))


def leaders(matter: Matter) -> list[Row]:
    """Return annex 1: a row a leader."""
    return [_unit(rows) for rows in matter.units("leaders").values()]


def departments(matter: Matter) -> list[Row]:
    """Return annex 2: a row a department, with the leader in charge and the wishes met."""
    charge = dict(rows_of(matter.dataset.departments, "department_id", "leader_id"))
    names = dict(rows_of(matter.dataset.leaders, "leader_id", "name"))
    return [
        _unit(rows)
        | {"leader": names.get(charge[unit], charge[unit])}
        | {"wishes": "\n".join(_wish(row["wish"]) for row in rows)}
        for unit, rows in matter.units("departments").items()
    ]


def cities(matter: Matter) -> list[Row]:
    """Return annex 3: each city's nominated stations, what is due to it, what it has."""
    frame = matter.dataset.stations.filter("nominated")
    nominated = frame.group_by("city").len().rows()
    number = dict[str, int](nominated)
    bands = city_bands(matter.dataset, matter.policy, _part_of(matter))
    rows = list[Row]()
    for city, low, high in rows_of(bands, "city", "low", "high"):
        own = [row for row in matter.pairs if row["city"] == city]
        if own or number.get(city, 0):
            counties = len({row["county"] for row in own})
            rows.append(
                {"city": city, "nominated": number.get(city, 0), "due": f"{low}—{high}",
                 "low": low, "high": high, "paired": len(own), "counties": counties}
            )  # fmt: skip
    return rows


def wishes(matter: Matter) -> list[Row]:
    """Return every application: unit, rank, level, place, whether it is met, and why not."""
    if "departments" not in matter.parts:
        return []
    prices = _prices(matter)
    told = wishes_told(matter.dataset, matter.policy, matter.plan, prices)
    levels = {
        (unit, rank): level
        for unit, rank, level in rows_of(matter.dataset.wishes, "department_id", "rank", "level")
    }
    return [
        {
            "unit": row["department"], "rank": row["rank"], "place": row["place"],
            "level": say(f"office.level.{levels[row['department_id'], row['rank']]}"),
            "met": row["met"], "why": _why(row),
        }
        for row in told.iter_rows(named=True)
    ]  # fmt: skip


def changes(matter: Matter, standings: Sequence[Standing]) -> tuple[str, list[Row]]:
    """Return annex 5: what the stations are compared with, and a row a unit whose have changed.

    That is the plan of the year that this one replaces, or else last year's stations.
    """
    former = {one.part: one.former for one in standings if one.former is not None}
    rows = list[Row]()
    for part in matter.parts:
        own = {unit: [row["station"] for row in rows] for unit, rows in matter.units(part).items()}
        lines = former.get(part)
        had = _last_year(matter, part) if lines is None else _listed(pairings(lines))
        rows += _changed(had, own, _names(matter.dataset))
    return (APPROVED if former else LAST_YEAR), rows


def dropped(matter: Matter, standings: Sequence[Standing]) -> list[Row]:
    """Return the pairings of the approved plan that this one replaces and does not have."""
    kept = {(row["unit_id"], row["station_id"]) for row in matter.pairs}
    return [
        dict(row)
        for one in standings
        if one.former is not None
        for row in pairings(one.former)
        if (row["unit_id"], row["station_id"]) not in kept
    ]


def _changed(
    had: Mapping[str, list[str]], own: Mapping[str, list[str]], names: Mapping[str, str]
) -> Iterable[Row]:
    for unit in dict.fromkeys([*own, *had]):
        before, after = had.get(unit, []), own.get(unit, [])
        if set(before) != set(after):
            yield {
                "unit": names.get(unit, unit),
                "before": "\n".join(before) or NONE,
                "after": "\n".join(after) or NONE,
            }


def _last_year(matter: Matter, part: str) -> dict[str, list[str]]:
    """Return last year's stations of the units of a part; of a station that is gone its id."""
    table, key = ("leaders", "leader_id") if part == "leaders" else ("departments", "department_id")
    units = set(getattr(matter.dataset, table)[key])
    stations = dict(rows_of(matter.dataset.stations, "station_id", "name"))
    rows = matter.dataset.history.filter(pl.col("year") == matter.plan.year - 1)
    found = dict[str, list[str]]()
    for unit, station in sorted(rows_of(rows, "unit_id", "station_id")):
        if unit in units:
            found.setdefault(unit, []).append(stations.get(station, station))
    return found


def _listed(rows: Iterable[Mapping[str, str]]) -> dict[str, list[str]]:
    found = dict[str, list[str]]()
    for row in rows:
        found.setdefault(row["unit_id"], []).append(row["station"])
    return found


def _names(dataset: Dataset) -> dict[str, str]:
    names = dict(rows_of(dataset.leaders, "leader_id", "name"))
    return names | dict(rows_of(dataset.departments, "department_id", "name"))


def place(row: Row) -> str:
    """Return where a pairing's station lies, the city and the county as one."""
    return f"{row['city']}{row['county']}"


def _unit(rows: Sequence[Row]) -> Row:
    stations, places = [row["station"] for row in rows], [place(row) for row in rows]
    return {"unit": rows[0]["unit"], "stations": "\n".join(stations), "places": "\n".join(places)}


def _wish(rank: int | None) -> str:
    return NONE if rank is None else say("office.rank", rank=rank)


def _part_of(matter: Matter) -> Plan:
    """Return the plan as what is due is judged: of the leaders alone, theirs."""
    if matter.parts != ("leaders",):
        return matter.plan
    return replace(matter.plan, rows=matter.plan.of("leaders"))


def _prices(matter: Matter) -> pl.DataFrame | None:
    """Return what other pairings would cost; None where that can't be told of this plan."""
    try:
        return price_table(matter.dataset, matter.policy, matter.plan, "departments")
    except (NotBestError, NotNestedError, SolverError):
        return None


def _why(row: Mapping[str, Any]) -> str:
    """Return in words why a wish is not met."""
    if row["met"]:
        return ""
    if row["reason"] == "price" and row["goal"] is not None:
        loss = say(f"loss.{row['goal']}", amount=row["by"])
        return say("office.unmet.price", loss=loss)
    key = "ahead" if row["reason"] == "price" else row["reason"]
    return say(f"office.unmet.{key}")
