"""Status is the first thing one sees: what is done, what is next, by whom."""

from planner.dataset import read_dataset
from planner.record import place_of, store_of, years_of
from planner.record.people import People
from planner.record.status import sentences
from tests.record.years import OFFICE, STAFF, Year


def told(year: Year) -> list[str]:
    entries = store_of(place_of(year.data)).entries()
    return [one.text() for one in sentences(years_of(entries), People(read_dataset(year.data)))]


def test_nothing_recorded_is_nothing_to_tell(year: Year) -> None:
    assert told(year) == []


def test_a_draft_waits_for_its_cities(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    line, _ = told(year)
    assert f"征求意见：{'、'.join(year.cities('leaders'))}（{OFFICE}）" in line


def test_the_other_part_of_a_plan_is_told_before_it_is_begun(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    assert told(year)[1].endswith(f"尚未拟稿；下一步：登记申报截止（{STAFF}）")


def test_a_draft_that_all_cities_saw_waits_for_the_principal(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.consulted("leaders", OFFICE)
    assert told(year)[0].endswith("下一步：审定：厅领导L1（L1）")


def test_the_departments_part_waits_for_those_in_charge(year: Year) -> None:
    year.departments_drafted()
    year.consulted("departments", STAFF)
    year.act("review", "departments", "L3")
    leaders, departments = told(year)
    assert leaders.endswith("下一步：无")
    assert departments.endswith("下一步：审核：厅领导L2（L2）")


def test_after_amend_the_approved_plan_stays_in_force(year: Year) -> None:
    year.leaders_approved()
    year.act("amend", "leaders", OFFICE, note="所撤并")
    assert "原方案仍有效" in told(year)[0]


def test_a_rejected_draft_is_told_with_the_reason(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.act("reject", "leaders", "L1", note="再议")
    assert "再议" in told(year)[0]
