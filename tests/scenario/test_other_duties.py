"""Scenarios over the tables of days and of postings: the same words, the same checks."""

from pathlib import Path
from typing import Any

import pytest

from planner.days.dataset import DaysDataset, read_days
from planner.errors import InputError
from planner.policy import Policy
from planner.postings.data import PostingsData, read_data
from planner.scenario import Scenario
from tests.days.folder import base, write, write_plan
from tests.postings.test_faults import HEADERS, SOUND

YEAR = 2019


@pytest.fixture(name="days")
def _days(tmp_path: Path) -> DaysDataset:
    """Return two cadres of two departments, one visit, one leave, and the plan in force."""
    data, plan = write(tmp_path / "data", base()), write_plan(tmp_path / "plan")
    return read_days(data, YEAR, Policy(), [str(plan)])


@pytest.fixture(name="posted")
def _posted(tmp_path: Path) -> PostingsData:
    """Return two cadres, and a chief who was attached."""
    tables = {name: list(rows) for name, rows in SOUND.items()}
    tables["postings"] = [HEADERS["postings"], "H1,attachment,D1,2019-01-01,2019-03-31,,"]
    for name, rows in tables.items():
        (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_data(tmp_path, YEAR, Policy())


def changed(dataset: Any, **changes: Any) -> Any:
    return Scenario("试", changes).apply(dataset, Policy())[0]


def said(dataset: Any, **changes: Any) -> list[str]:
    with pytest.raises(InputError) as error:
        changed(dataset, **changes)
    return [fault.text("en").removeprefix("scenario.toml ") for fault in error.value.faults]


def notes(dataset: Any) -> list[str]:
    own = (one for one in dataset.warnings if one.file == "scenario.toml")
    return [one.text("en").removeprefix("scenario.toml ") for one in own]


def test_a_cadre_who_leaves_takes_visits_and_absences_along(days: DaysDataset) -> None:
    after = changed(days, cadres={"remove": ["C1"]})
    assert after.frames["cadres"]["cadre_id"].to_list() == ["C2"]
    assert (after.frames["visits"].height, after.frames["absences"].height) == (0, 0)
    assert notes(after) == [
        "cadres.remove: with 'C1' go 2 row(s) that name it: visits.csv:2, absences.csv:2"
    ]


MOVE = {"cadre_id": "C2", "moved_on": "2019-04-01", "from_department_id": "D1"}
VISIT = {"person_id": "C2", "station_id": "S2", "start_date": "2019-06-03",
         "end_date": "2019-06-05", "task": "调研"}  # fmt: skip
KEYS = {"cadres": "cadre_id", "departments": "department_id", "stations": "station_id"}
CHANGES: list[dict[str, Any]] = [
    {"cadres": {"set": {"C2": {"outstanding": "true", "joined_on": "2020-03-02"}}}},
    {"visits": {"add": [VISIT, {**VISIT, "person_id": "C1"}], "remove": [{"person_id": "C1"}]}},
    {"moves": {"add": [MOVE]}, "departments": {"set": {"D1": {"village_duty": "true"}}}},
    {"mergers": {"add": [{"station_id": "S1", "merged_on": "2019-07-01", "successor_id": "S2"}]}},
    {"blocked": {"add": [{"subject": "*", "start_date": "2019-08-01", "end_date": "2019-08-31"}]}},
    {"stations": {"remove": ["S1"]}, "visits": {"add": [VISIT]}},
]


def by_hand(changes: dict[str, Any]) -> Any:
    """Return the tables with what a scenario sets, removes and adds; S1 takes its visit along."""
    tables = base()
    for name, change in changes.items():
        gone = [{KEYS[name]: one} for one in change.get("remove", [])] if name in KEYS else []
        gone += [] if name in KEYS else change.get("remove", [])
        kept = [row for row in tables[name] if not any(one.items() <= row.items() for one in gone)]
        cells = change.get("set", {})
        tables[name] = [row | cells.get(row.get(KEYS.get(name, ""), ""), {}) for row in kept]
        tables[name] += change.get("add", [])
    stations = {row["station_id"] for row in tables["stations"]}
    tables["visits"] = [row for row in tables["visits"] if row["station_id"] in stations]
    return tables


@pytest.mark.parametrize("changes", CHANGES)
def test_changed_tables_are_as_if_read_from_files(
    days: DaysDataset, tmp_path: Path, changes: dict[str, Any]
) -> None:
    after = changed(days, **changes)
    read = read_days(write(tmp_path / "again", by_hand(changes)), YEAR, Policy())
    for name, frame in read.frames.items():
        assert after.frames[name].drop("row").equals(frame.drop("row")), name
    own = [one.key for one in after.warnings if one.key != "scenario.follows"]
    assert sorted(own) == sorted(one.key for one in read.warnings)


def test_a_department_does_not_leave_its_cadres_without_one(days: DaysDataset) -> None:
    (line,) = said(days, departments={"remove": ["D1"]})
    assert line == (
        "departments.remove: with 'D1' removed, C1 would have no department, expected another one "
        'in the same scenario, as [cadres.set.C1] department_id = "…"'
    )


def test_what_is_removed_is_in_force_no_more(days: DaysDataset) -> None:
    moved = {"set": {"C1": {"department_id": "D2"}}}
    after = changed(days, departments={"remove": ["D1"]}, cadres=moved)
    assert after.pairings[0].stations == {"L1": ("S3",), "D2": ("S2",)}
    assert days.pairings[0].stations.keys() == {"L1", "D1", "D2"}


def test_rows_are_judged_again_for_the_year(days: DaysDataset) -> None:
    leave = {"person_id": "C1", "cause": "leave", "start_date": "2019-05-08"}
    (line,) = said(days, absences={"add": [leave]})
    assert line.startswith("absences.add[1]")


def test_a_table_that_the_duty_does_not_read_cannot_be_changed(days: DaysDataset) -> None:
    (line,) = said(days, wishes={"remove": [{"department_id": "D1"}]})
    assert line.startswith("wishes: there is no table 'wishes', expected one of: policy, leaders")


def test_a_station_that_closes_takes_its_chief_and_his_postings_along(posted: PostingsData) -> None:
    after = changed(posted, stations={"remove": ["S1"]})
    assert (after.frames["chiefs"].height, after.frames["postings"].height) == (0, 0)
    assert notes(after) == [
        "stations.remove: with 'S1' go 2 row(s) that name it: chiefs.csv:2, postings.csv:2"
    ]


def test_rows_are_judged_by_the_figures_of_the_scenario(posted: PostingsData) -> None:
    longest = {"exchange": {"months": 2, "most_months": 2}}
    (line,) = said(posted, policy=longest)
    assert line.startswith("postings.csv:2")


def test_tables_read_without_a_year_are_not_judged_by_one(tmp_path: Path) -> None:
    for name, rows in SOUND.items():
        (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    dataset = read_data(tmp_path, None, None)
    row = {"person_id": "C1", "posting": "secondment", "host_id": "D1"}
    row |= {"start_date": "2019-01-01", "end_date": "2019-02-01"}
    after = changed(dataset, postings={"add": [row]})  # secondment at a department: 20
    assert after.frames["postings"].height == 1


def test_what_was_odd_is_odd_once(days: DaysDataset) -> None:
    late = {"set": {"C2": {"joined_on": "2020-02-01"}}}
    once = changed(days, cadres=late)
    twice = changed(once, cadres={"set": {"C1": {"outstanding": True}}})
    keys = [one.key for one in twice.warnings]
    assert keys.count("days.joins_later") == 1
