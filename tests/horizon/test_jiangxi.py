"""The example over the years in which stations really merged, closed and were founded."""

from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.horizon import (
    Horizon,
    Outlook,
    county_targets,
    fewest_years,
    plan_years,
    read_crosswalk,
    read_targets,
)
from planner.policy import Policy

DATA = Path(__file__).parents[2] / "data"
JIANGXI = read_dataset(DATA / "jiangxi", 2019)
CROSSWALK = read_crosswalk(DATA / "crosswalk_2018_2023.csv", JIANGXI.stations, 2019)
OUTLOOK = Outlook(JIANGXI, Policy(), 2019, {}, CROSSWALK)


@pytest.fixture(scope="module")
def five_years() -> Horizon:
    return plan_years(OUTLOOK, 5)


def test_the_stations_are_those_of_2018_and_then_those_of_2023(five_years: Horizon) -> None:
    # 1,566 - 13 closed + 27 new = 1,580.
    numbers = [year.year.dataset.stations.height for year in five_years.years]
    assert numbers == [1566, 1566, 1566, 1566, 1580]


def test_no_pairing_is_lost_when_stations_change(five_years: Horizon) -> None:
    history = five_years.years[-1].year.dataset.history
    made = sum(year.plan.pairs.height for year in five_years.years[:-1])
    assert history.height == JIANGXI.history.height + made


def test_what_is_left_of_old_stations_in_the_history_is_of_closed_ones(five_years: Horizon) -> None:
    year = five_years.years[-1].year
    known = set(year.dataset.stations["station_id"])
    left = set(year.dataset.history["station_id"]) - known
    closed = {m.before for m in CROSSWALK.moves if m.before is not None and m.after is None}
    assert left <= closed


def test_every_recusal_covers_the_successors_of_what_it_covered(five_years: Horizon) -> None:
    recusals = five_years.years[-1].year.dataset.recusals
    assert recusals.height >= JIANGXI.recusals.height


def test_every_year_was_proved_and_audited(five_years: Horizon) -> None:
    assert all(p.status == "optimal" for year in five_years.years for p in year.plan.parts)
    assert {b",false," in year.files["audit.csv"] for year in five_years.years} == {False}


def test_98_counties_need_two_years_and_two_have_no_nominated_station() -> None:
    # 9 leaders with 3 stations and 31 of departments are 58 pairings a year.
    schedule = fewest_years(OUTLOOK, county_targets(JIANGXI.stations), 3)
    assert (schedule.years, len(schedule.targets.names)) == (2, 98)
    assert schedule.unreachable == ("上饶市/弋阳县", "景德镇市/昌江区")
    assert schedule.too_few is not None
    assert "at most 58 of these can be visited" in schedule.too_few.sentence("en")
    assert schedule.horizon.summary["counties_visited"].max() == 98


def test_the_24_poverty_counties_are_visited_in_one_year() -> None:
    targets = read_targets(DATA / "poverty_counties_2018.csv", JIANGXI.stations)
    schedule = fewest_years(OUTLOOK, targets, 3)
    assert (schedule.years, len(targets.names), schedule.unreachable) == (1, 24, ())
