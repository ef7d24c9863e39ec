"""When each action is allowed, and what a refusal says."""

import datetime as dt
import json
from pathlib import Path

import pytest

from planner import commands
from planner.record import place_of, store_of
from planner.record.entry import digest
from tests.record.years import JANUARY, OFFICE, STAFF, Year


def entries(year: Year) -> list[str]:
    return [one.action for one in store_of(place_of(year.data)).entries()]


def test_a_year_goes_from_the_applications_to_the_approval(year: Year) -> None:
    year.departments_approved()
    cities = [len(year.cities(part)) for part in ("leaders", "departments")]
    expected = ["draft", *["consult"] * cities[0], "approve", "applications", "draft"]
    assert entries(year) == [*expected, *["consult"] * cities[1], "review", "review", "approve"]


def test_a_draft_holds_the_lines_of_its_part_and_what_they_were_made_from(year: Year) -> None:
    year.leaders_approved()
    year.act("applications", "departments", STAFF)
    entry = year.act("draft", "departments", STAFF)
    content = json.loads(entry.content)
    header, *lines = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()
    own = [line for line in lines if ",department," in line]
    others = [line for line in lines if ",leader," in line]
    summary = json.loads((year.out / "summary.json").read_text("utf-8"))
    assert list(content) == [
        "year", "part", "rows", "around", "applications", "reviewers", "inputs", "policy",
    ]  # fmt: skip
    assert content["rows"] == "".join(f"{line}\n" for line in [header, *own])
    assert content["around"] == digest("".join(f"{line}\n" for line in others))
    assert content["reviewers"] == ["L2", "L3"], "the principal approves, and so does not review"
    assert (content["inputs"], content["policy"]) == (summary["inputs"], summary["policy"])
    assert entry.binds == digest(entry.content)


def test_a_draft_of_the_leaders_has_neither_applications_nor_reviewers(year: Year) -> None:
    content = json.loads(year.act("draft", "leaders", OFFICE).content)
    assert (content["applications"], content["reviewers"]) == ("", [])


def test_a_draft_that_breaks_a_rule_is_refused(year: Year) -> None:
    year.swap()
    assert "rows" in year.refused("draft", "leaders", OFFICE)
    assert not (year.data / "record.db").exists()


def test_departments_are_drafted_once_applications_are_closed(year: Year) -> None:
    year.leaders_approved()
    told = year.refused("draft", "departments", STAFF)
    assert "申报" in told
    assert "截止" in told


def test_departments_are_drafted_from_the_applications_that_were_closed(year: Year) -> None:
    year.leaders_approved()
    wishes = year.data / "wishes.csv"
    before = wishes.read_bytes()
    wishes.write_bytes(before.replace(b"D1,1,city,A", b"D1,2,city,A"))
    year.act("applications", "departments", STAFF)
    wishes.write_bytes(before)
    told = year.refused("draft", "departments", STAFF)
    assert "申报" in told
    assert "已变" in told


def test_applications_are_the_same_in_any_order_of_rows(year: Year) -> None:
    first = year.act("applications", "departments", STAFF)
    wishes = year.data / "wishes.csv"
    header, *lines = wishes.read_text("utf-8-sig").splitlines()
    wishes.write_text("\n".join([header, *reversed(lines), ""]), "utf-8-sig")
    again = year.act("applications", "departments", STAFF, corrects=first.seq)
    assert again.binds == first.binds


def test_departments_may_be_drafted_before_the_leaders_for_a_reason(year: Year) -> None:
    year.act("applications", "departments", STAFF)
    assert "--before-leaders" in year.refused("draft", "departments", STAFF)
    entry = year.act("draft", "departments", STAFF, before_leaders="年底前须征求意见")
    assert entry.note == "先于厅领导：年底前须征求意见"
    year.consulted("departments", STAFF)
    for one in ("L2", "L3"):
        year.act("review", "departments", one)
    assert "厅领导部分尚未审定" in year.refused("approve", "departments", "L1")


def test_a_new_draft_voids_the_one_before_with_its_consultations(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.consulted("leaders", OFFICE)
    year.act("draft", "leaders", OFFICE)
    assert "尚未征求意见" in year.refused("approve", "leaders", "L1")


def test_a_city_without_a_pairing_is_not_consulted(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    assert "丁市" in year.refused("consult", "leaders", OFFICE, subject="丁市", note="同意")


def test_a_consultation_needs_an_answer(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    city = year.cities("leaders")[0]
    assert "答复" in year.refused("consult", "leaders", OFFICE, subject=city)


def test_a_city_is_consulted_by_the_drafter(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    city = year.cities("leaders")[0]
    told = year.refused("consult", "leaders", "宣传处", subject=city, note="同意")
    assert OFFICE in told


def test_a_second_consultation_corrects_the_first(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    city = year.cities("leaders")[0]
    first = year.act("consult", "leaders", OFFICE, subject=city, note="逾期未复")
    told = year.refused("consult", "leaders", OFFICE, subject=city, note="同意")
    assert f"第 {first.seq} 条" in told
    assert "--corrects" in told
    entry = year.act("consult", "leaders", OFFICE, subject=city, note="同意", corrects=first.seq)
    assert entry.corrects == str(first.seq)


def test_nothing_is_corrected_once_it_is_reviewed(year: Year) -> None:
    year.departments_drafted()
    year.consulted("departments", STAFF)
    year.act("review", "departments", "L2")
    city = year.cities("departments")[0]
    seq = next(
        one.seq for one in reversed(store_of(place_of(year.data)).entries()) if one.subject == city
    )
    told = year.refused("consult", "departments", STAFF, subject=city, note="有意见", corrects=seq)
    assert "不能再更正" in told


def test_a_correction_of_nothing_is_refused(year: Year) -> None:
    assert "--corrects 7" in year.refused("draft", "leaders", OFFICE, corrects=7)


def test_a_leader_reviews_once_every_city_is_consulted(year: Year) -> None:
    year.departments_drafted()
    cities = year.cities("departments")
    for city in cities[1:]:
        year.act("consult", "departments", STAFF, subject=city, note="同意")
    assert cities[0] in year.refused("review", "departments", "L2")


@pytest.mark.parametrize("who", ["L1", STAFF])
def test_only_a_leader_in_charge_reviews(year: Year, who: str) -> None:
    year.departments_drafted()
    year.consulted("departments", STAFF)
    assert "厅领导L2" in year.refused("review", "departments", who)


def test_the_leaders_part_is_not_reviewed(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.consulted("leaders", OFFICE)
    assert "不需要审核" in year.refused("review", "leaders", "L2")


def test_a_leader_may_be_named_and_stands_by_the_identifier(year: Year) -> None:
    year.departments_drafted()
    year.consulted("departments", STAFF)
    entry = year.act("review", "departments", "厅领导L2")
    assert (entry.actor, entry.subject) == ("L2", "L2")


def test_the_drafter_does_not_approve(year: Year) -> None:
    year.act("draft", "leaders", "L1")
    year.consulted("leaders", "L1")
    assert "拟稿" in year.refused("approve", "leaders", "L1")


def test_only_the_principal_approves(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    year.consulted("leaders", OFFICE)
    assert "厅领导L1" in year.refused("approve", "leaders", "L2")


def test_a_plan_made_again_is_not_approved(year: Year) -> None:
    draft = year.act("draft", "leaders", OFFICE)
    year.consulted("leaders", OFFICE)
    year.swap()
    told = year.refused("approve", "leaders", "L1")
    assert "结对" in told
    assert f"draft {draft.seq}" in told


def test_a_rejection_has_a_reason_and_voids_the_draft(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    assert "理由" in year.refused("reject", "leaders", "L1")
    year.act("reject", "leaders", "L1", note="再议")
    city = year.cities("leaders")[0]
    told = year.refused("consult", "leaders", OFFICE, subject=city, note="同意")
    assert "没有待办的草案" in told


def test_what_is_not_approved_is_not_amended(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    told = year.refused("amend", "leaders", OFFICE, note="所撤并", year=2019)
    assert "尚未审定" in told


def test_the_plan_in_force_is_amended_though_a_later_year_is_being_drafted(
    year: Year, tmp_path: Path
) -> None:
    year.leaders_approved()
    next_year = tmp_path / "2020"
    commands.plan(commands.Request(year.data, 2020, next_year))
    year.act("draft", "leaders", OFFICE, folder=next_year)
    assert year.act("amend", "leaders", OFFICE, note="所撤并").year == 2019


def test_what_is_approved_is_drafted_again_only_after_amend(year: Year) -> None:
    year.leaders_approved()
    assert "amend" in year.refused("draft", "leaders", OFFICE)
    year.act("amend", "leaders", OFFICE, note="所撤并")
    year.act("draft", "leaders", OFFICE)
    city = year.cities("leaders")[0]
    told = year.refused("consult", "leaders", OFFICE, subject=city, note="同意")
    assert city in told, "nothing changed there, so there is nothing to ask"


def test_an_approval_outlives_the_other_part_s_redrafting(year: Year) -> None:
    year.departments_approved()
    year.act("amend", "leaders", OFFICE, note="所撤并")
    year.act("draft", "leaders", OFFICE)
    year.act("approve", "leaders", "L1")
    assert "amend" in year.refused("draft", "departments", STAFF)


def test_a_day_lies_neither_ahead_nor_before_the_last_act(year: Year) -> None:
    tomorrow = dt.date.today() + dt.timedelta(days=1)
    told = year.refused("draft", "leaders", OFFICE, on=tomorrow)
    assert str(tomorrow) in told
    assert str(dt.date.today()) in told
    year.act("draft", "leaders", OFFICE)
    before = JANUARY - dt.timedelta(days=1)
    told = year.refused("draft", "leaders", OFFICE, on=before)
    assert str(before) in told
    assert str(JANUARY) in told


def test_a_text_that_no_paper_can_hold_is_refused(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    assert "--note" in year.refused("reject", "leaders", "L1", note="再\x07议")


def test_a_filing_is_entered_once_for_a_unit(year: Year) -> None:
    folder = year.folder / "filing"
    folder.mkdir()
    (folder / "filing.json").write_text('{"year": 2019, "half": 1}', "utf-8")
    (folder / "filing_people.csv").write_text("unit_id,person_id\nD1,G1\n", "utf-8")
    given = {"folder": folder, "subject": "D1"}
    entry = year.act("file", "departments", "D1", **given)
    assert (entry.subject, entry.content) == ("2019-1 D1", "")
    assert entry.binds == digest((folder / "filing.json").read_text("utf-8"))
    assert f"--corrects {entry.seq}" in year.refused("file", "departments", "D1", **given)
    year.act("file", "departments", "D1", **given, corrects=entry.seq)


def test_a_unit_that_is_not_in_the_filing_is_not_entered(year: Year) -> None:
    folder = year.folder / "filing"
    folder.mkdir()
    (folder / "filing.json").write_text('{"year": 2019, "half": 1}', "utf-8")
    (folder / "filing_people.csv").write_text("unit_id,person_id\nD1,G1\n", "utf-8")
    assert "D2" in year.refused("file", "departments", "D2", folder=folder, subject="D2")
