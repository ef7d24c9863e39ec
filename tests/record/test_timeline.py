"""The record as frames: what still counts, what is next, who stands in it by name."""

from planner.dataset import read_dataset
from planner.record import place_of, store_of, years_of
from planner.record.people import People
from planner.record.status import steps
from planner.record.timeline import entries_frame, steps_frame, voided
from tests.record.years import OFFICE, Year


def void(year: Year) -> list[int]:
    return sorted(voided(store_of(place_of(year.data)).entries()))


def test_a_new_draft_voids_the_one_before_with_its_consultations(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.act("consult", "leaders", OFFICE, subject=year.cities("leaders")[0], note="同意")
    assert void(year) == []
    year.act("draft", "leaders", OFFICE)
    assert void(year) == [1, 2]


def test_a_rejected_draft_is_void_and_the_rejection_is_not(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.act("reject", "leaders", "L1", note="再议")
    assert void(year) == [1]


def test_a_corrected_entry_is_void(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    city = year.cities("leaders")[0]
    year.act("consult", "leaders", OFFICE, subject=city, note="逾期未复")
    year.act("consult", "leaders", OFFICE, subject=city, note="同意", corrects=2)
    assert void(year) == [2]


def test_what_was_approved_is_not_void_when_it_is_drafted_again(year: Year) -> None:
    year.leaders_approved()
    year.act("amend", "leaders", OFFICE, note="所撤并")
    year.act("draft", "leaders", OFFICE)
    assert void(year) == []


def test_leaders_stand_by_name_and_what_is_next_by_whom(year: Year) -> None:
    year.leaders_approved()
    entries, people = store_of(place_of(year.data)).entries(), People(read_dataset(year.data))
    assert entries_frame(entries, people)["actor"].to_list()[-1] == "厅领导L1（L1）"
    assert steps_frame(steps(years_of(entries), people)).rows() == [
        (2019, "leaders", "nothing", ""),
        (2019, "departments", "applications", "厅人事警务处"),
    ]
