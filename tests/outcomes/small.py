"""Two paired stations and their neighbours, with indicators that a reader can add up."""

from collections.abc import Mapping

import polars as pl

from planner.dataset import Dataset
from planner.outcomes import Matched
from planner.pairing.plan import SCHEMA, Plan

CITIES = {"A": "甲市", "B": "乙市"}


def world(
    stations: Mapping[str, int], history: Mapping[str, int] | None = None, **hardship: int
) -> Dataset:
    """Return a dataset of stations by id and staff; an id's first letter is its city.

    Need falls by 8 (25·100//3 of 100) with each member of staff up to three.
    """
    rows = [
        (one, one, CITIES[one[0]], f"{one[0]}县", "", 115.0, 28.0, 60, staff, 0,
         hardship.get(one, 0), "", True)
        for one, staff in stations.items()
    ]  # fmt: skip
    names = (
        "station_id", "name", "city", "county", "township", "lon", "lat", "travel_minutes",
        "staff", "caseload", "hardship", "focus", "nominated",
    )  # fmt: skip
    past = [(year, "L1", station) for station, year in (history or {}).items()]
    return Dataset.from_frames(
        leaders=pl.DataFrame({"leader_id": ["L1"], "name": ["厅长"], "principal": [True]}),
        departments=pl.DataFrame({
            "department_id": ["D1"], "name": ["办公室"], "headcount": [5], "leader_id": ["L1"],
            "village_duty": [False], "expertise": [""],
        }),
        stations=pl.DataFrame(rows, names, orient="row"),
        history=pl.DataFrame(past, ("year", "unit_id", "station_id"), orient="row"),
    )  # fmt: skip


def plan(*stations: str) -> Plan:
    """Return a plan of 2019 that pairs the stations."""
    rows = [
        (2019, "leader", "L1", "厅长", station, station, "", "", 0, 60, None, None)
        for station in stations
    ]
    return Plan(2019, pl.DataFrame(rows, SCHEMA, orient="row"), (), {}, "", {})


def sets(**others: str) -> Matched:
    """Return matched sets: each paired station by name, its comparable ones parted by blanks."""
    rows = [
        (paired, station, station == paired, "甲市", 0, 50)
        for paired, free in others.items()
        for station in (paired, *free.split())
    ]
    names = ("set", "station_id", "paired", "city", "hardship", "need")
    return Matched(pl.DataFrame(rows, names, orient="row"), (), ())


def indicators(**satisfaction: list[int]) -> pl.DataFrame:
    """Return each station's satisfaction of 2017, 2018, …; of 100 mediations 90 were settled."""
    rows = [
        (station, 2017 + at, 100, 90, 5, 10, points)
        for station, years in satisfaction.items()
        for at, points in enumerate(years)
    ]
    names = (
        "station_id", "year", "mediations", "mediations_settled", "corrections", "legal_aid",
        "satisfaction",
    )  # fmt: skip
    return pl.DataFrame(rows, names, orient="row")
