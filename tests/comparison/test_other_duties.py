"""Two calendars, postings or exchanges side by side, in the words of the duty."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.comparison import Comparison, compare
from planner.days.calendar.plan import CalendarPlan
from planner.days.dataset import read_days
from planner.days.duty import CALENDAR
from planner.errors import InputError
from planner.policy import Policy
from planner.postings.commands import make_exchange, make_postings
from planner.scenario import Scenario
from tests.days.folder import base, write, write_plan
from tests.postings.test_faults import SOUND

YEAR = 2019
MEALS = Scenario("伙食", {"policy": {"cost": {"meal": 200}}})
VILLAGE = Scenario("驻村", {"departments": {"set": {"D1": {"village_duty": True}}}})


@pytest.fixture(name="days", scope="module")
def _days(tmp_path_factory: pytest.TempPathFactory) -> Any:
    place = tmp_path_factory.mktemp("days")
    plan = write_plan(place / "plan")
    return read_days(write(place / "data", base()), YEAR, Policy(), [str(plan)])


@pytest.fixture(name="plan", scope="module")
def _plan(days: Any) -> CalendarPlan:
    return CALENDAR.make(days, Policy(), YEAR)


@pytest.fixture(name="village", scope="module")
def _village(days: Any, plan: CalendarPlan) -> Comparison:
    """Return the calendar beside that of the year in which D1 is on village duty."""
    tables, figures = VILLAGE.apply(days, Policy())
    return compare(plan, CALENDAR.make(tables, figures, YEAR), data=[days, tables])


def people(folder: Path) -> Path:
    folder.mkdir()
    tables = {name: list(rows) for name, rows in SOUND.items()}
    tables["cadres"].append("C3,干部三,D1,below,1975-05-05,2000-01-01,,0,9,否,否,")
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def scenario(folder: Path, text: str) -> Path:
    (folder / "s.toml").write_text(f'name = "试"\n{text}', "utf-8")
    return folder / "s.toml"


def test_trips_are_told_by_person_station_and_week(village: Comparison, plan: CalendarPlan) -> None:
    lost = plan.rows.filter(unit_id="D1")
    assert village.pairings["change"].to_list().count("dropped") == lost.height
    (name,) = village.pairings.filter(unit_id="C1")["unit"].unique()
    assert name == "干部一"
    week = lost["week"][0]
    assert f"  干部一 (C1): week {week} at 1所 is dropped" in village.text("en").splitlines()
    assert f"  干部一（C1）：取消 {week} 周赴1所" in village.text("zh").splitlines()


def test_months_stand_where_pairings_have_cities(village: Comparison) -> None:
    months = village.cities.filter(village.cities["before"] != village.cities["after"])
    assert village.cities.columns[:2] == ["plan", "month"]
    assert (months["before"] - months["after"]).sum() == village.units["dropped"].sum()


def test_the_cost_stands_beside_the_goals_in_all_by_unit_and_month(
    village: Comparison, plan: CalendarPlan
) -> None:
    lost = village.cost.filter(unit_id="D1")
    assert lost["after"].sum() == 0
    assert lost["before"].sum() == sum(plan.more["cost"]["D1"].values())
    assert village.cost.filter(unit_id="D2")["difference"].sum() == 0
    text = village.text("en")
    before, after = (int(village.cost[side].sum()) for side in ("before", "after"))
    assert f"Cost (yuan): {before} → {after} ({after - before:+d})" in text
    assert f"    一处（D1） {lost['before'].sum()} → 0 (-{lost['before'].sum()})" in text
    assert "By month:" in text


def test_dearer_meals_cost_no_trip_and_both_are_valued_by_them(
    days: Any, plan: CalendarPlan
) -> None:
    tables, figures = MEALS.apply(days, Policy())
    found = compare(
        plan, CALENDAR.make(tables, figures, YEAR), data=[days, tables], policies=[figures]
    )
    assert found.pairings["change"].unique().to_list() == ["kept"]
    assert found.cost["difference"].to_list() == [0] * found.cost.height  # like with like
    days_of = plan.rows["days"].sum()
    own = sum(sum(months.values()) for months in plan.more["cost"].values())
    assert found.cost["before"].sum() == own + 100 * days_of


def test_rates_that_nobody_has_confirmed_are_said_to_be_examples(
    days: Any, plan: CalendarPlan
) -> None:
    found = compare(plan, plan, data=[days, days], policies=[Policy()])
    assert "days.cost.examples" in [note.key for _, note in found.notes]


def test_without_the_data_each_cost_is_its_own_and_that_is_said(
    days: Any, plan: CalendarPlan
) -> None:
    tables, figures = VILLAGE.apply(days, Policy())
    found = compare(plan, CALENDAR.make(tables, figures, YEAR))
    assert found.cost["difference"].sum() < 0
    assert "beside.own_cost" in [note.key for _, note in found.notes]


def test_a_summary_without_a_cost_is_no_cost_of_nothing(days: Any, plan: CalendarPlan) -> None:
    bare = replace(plan, more={name: one for name, one in plan.more.items() if name != "cost"})
    found = compare(plan, bare)
    assert found.cost.is_empty()
    assert "beside.no_cost" in [note.key for _, note in found.notes]


def test_a_person_whom_the_other_tables_lack_leaves_no_cost(days: Any, plan: CalendarPlan) -> None:
    tables, figures = Scenario("离", {"cadres": {"remove": ["C1"]}}).apply(days, Policy())
    found = compare(plan, CALENDAR.make(tables, figures, YEAR), data=[days, tables])
    assert found.cost.is_empty()
    (note,) = [note for _, note in found.notes if note.key == "beside.cost_gone"]
    assert note.values["names"] == "C1"


def test_only_calendars_have_a_cost_in_the_answer(tmp_path: Path, village: Comparison) -> None:
    data = people(tmp_path / "data")
    make_postings(data, YEAR, tmp_path / "a")
    make_postings(data, YEAR, tmp_path / "b")
    assert "cost" not in compare(tmp_path / "a", tmp_path / "b").as_data()
    assert village.as_data()["cost"][0]["unit_id"] == "D1"


def test_postings_are_told_by_batch_and_host(tmp_path: Path) -> None:
    data = people(tmp_path / "data")
    make_postings(data, YEAR, tmp_path / "a")
    hold = '[[holds.add]]\nperson_id = "C1"\nend_date = "2019-03-31"\nreason = "care"\n'
    leaves = '[[holds.add]]\nperson_id = "C3"\nreason = "care"\n'
    file = scenario(tmp_path, hold + leaves)
    make_postings(data, YEAR, tmp_path / "b", scenario=file)
    found = compare(tmp_path / "a", tmp_path / "b", data=[data])
    changes = {row["unit_id"]: row for row in found.pairings.to_dicts()}
    assert (changes["C1"]["change"], changes["C3"]["change"]) == ("moved", "dropped")
    assert (changes["C1"]["from_when"], changes["C1"]["to_when"]) == ("2019-01-01", "2019-07-01")
    assert "干部三（C3）：不派（原为 2019-01-01 批赴" in found.text()
    (sent,) = found.goals.filter(goal="sent").to_dicts()
    assert (sent["before"], sent["after"], sent["better"]) == (2, 1, False)
    turn = found.goals.filter(goal="turn")["better"].to_list()
    assert turn == [None]  # a lot is no merit


def test_exchanges_are_told_with_their_kind(tmp_path: Path) -> None:
    data = people(tmp_path / "data")
    make_exchange(data, YEAR, tmp_path / "a")
    file = scenario(tmp_path, '[chiefs.set.H1]\nrecommended_by = ""\n')
    make_exchange(data, YEAR, tmp_path / "b", scenario=file)
    found = compare(tmp_path / "a", tmp_path / "b")
    assert "所长一（H1）跟班学习：取消（原为 2019-" in found.text()


def test_plans_of_two_duties_are_not_compared(tmp_path: Path) -> None:
    data = people(tmp_path / "data")
    make_postings(data, YEAR, tmp_path / "a")
    make_exchange(data, YEAR, tmp_path / "b")
    with pytest.raises(InputError) as error:
        compare(tmp_path / "a", tmp_path / "b")
    assert [fault.key for fault in error.value.faults] == ["beside.duty"]


def test_a_cost_that_was_changed_by_hand_is_found(days: Any, plan: CalendarPlan) -> None:
    cheaper = {"D1": dict.fromkeys(plan.more["cost"]["D1"], 1)}
    told = replace(plan, more={**plan.more, "cost": {**plan.more["cost"], **cheaper}})
    assert CALENDAR.wrong(days, Policy(), plan) == []
    (fault,) = CALENDAR.wrong(days, Policy(), told)
    assert fault.values["path"] == "cost"
    assert plan.start == dt.date(YEAR, 1, 1)
