"""Who appraises each calendar year, and what falls due."""

import datetime as dt

import pytest

from planner.policy import AppraisalFigures, Policy, TrainingFigures
from planner.postings.appraiser import appraisers
from planner.postings.due import due
from planner.postings.facts import Event
from tests.postings.people import cadre, day, facts, row


def by(start: str, end: str, posting: str = "training", county: str = "year") -> dict[int, str]:
    host = "D1" if posting == "attachment" else "S1"
    return dict(appraisers(row("C1", start, end, host, posting), AppraisalFigures(county=county)))


def test_july_to_june_is_the_county_s_and_then_the_department_s() -> None:
    assert by("2019-07-01", "2020-06-30") == {2019: "county", 2020: "department"}


def test_two_years_from_january_are_the_county_s() -> None:
    assert by("2019-01-01", "2020-12-31") == {2019: "county", 2020: "county"}


def test_six_months_and_a_day_of_a_year_are_the_county_s() -> None:
    assert by("2019-10-01", "2020-07-01") == {2019: "department", 2020: "county"}


def test_half_a_year_and_no_more_is_nobody_s() -> None:
    assert by("2019-01-01", "2019-06-30") == {}
    assert by("2019-01-01", "2019-07-01") == {2019: "county"}


def test_attached_chiefs_are_the_county_s_however_short() -> None:
    assert by("2019-10-01", "2020-03-31", "attachment") == {2019: "county", 2020: "county"}


def test_a_whole_posting_may_be_the_county_s() -> None:
    assert by("2019-10-01", "2020-06-30", county="posting") == {2019: "county", 2020: "county"}


def told(on: str, *events: Event, **more: str) -> list[tuple[dt.date, str]]:
    sent = row("C1", "2019-07-01", "2021-06-30")
    found = due(facts([cadre(**more)], rows=[sent], events=events), events, Policy(), day(on))
    return [(date, what) for date, what in found.select("due_on", "what").iter_rows()]


def event(kind: str, on: str) -> Event:
    return Event("C1", day("2019-07-01"), kind, day(on))


def test_relations_are_due_thirty_days_after_the_start_until_they_are_moved() -> None:
    assert told("2019-07-15") == [(day("2019-07-31"), "relations")]
    assert told("2019-07-15", event("relations_moved", "2019-07-10")) == []
    assert told("2019-07-15", event("relations_moved", "2019-07-16")) != []  # not yet known


def test_what_falls_due_within_sixty_days_is_told_and_nothing_later() -> None:
    moved = event("relations_moved", "2019-07-10")
    assert told("2019-10-31", moved) == []
    assert told("2019-11-01", moved) == [
        (day("2019-12-31"), "appraisal"), (day("2019-12-31"), "filing"),
    ]  # fmt: skip


def test_the_dossier_follows_the_assessment_until_it_is_filed() -> None:
    over = [event("relations_moved", "2019-07-10"), event("returned", "2021-06-30")]
    over.append(event("assessed", "2021-07-20"))
    assert (day("2021-08-19"), "dossier") in told("2021-07-31", *over)
    assert told("2021-07-31", *over, event("filed", "2021-07-30")) == []


def test_the_end_and_the_assessment_are_due_until_they_are_done() -> None:
    found = told("2021-06-30", event("relations_moved", "2019-07-10"))
    assert {(day("2021-06-30"), "return"), (day("2021-07-30"), "assessment")} <= set(found)


@pytest.mark.parametrize(("birth", "lapses"), [("1968-07-01", True), ("1975-07-01", False)])
def test_a_chance_that_ends_within_a_year_is_told(birth: str, lapses: bool) -> None:
    found = due(facts([cadre(birth=birth)]), (), Policy(), day("2019-01-01"))
    expected = [(day("2019-06-30"), "C1", "training", "lapse", None)] if lapses else []
    assert found.rows() == expected


def test_a_chance_that_another_route_carries_on_does_not_lapse() -> None:
    """Route B ends twelve months after joining, on 15 September 2019; route A has its own end."""
    who = {"joined": "2018-09-15", "justice": 0}
    young = due(facts([cadre(birth="1990-05-05", **who)]), (), Policy(), day("2019-01-01"))
    assert young.rows() == []
    figures = Policy(training=TrainingFigures(age_a=29))  # 30 on 1 December 2019
    older = due(facts([cadre(birth="1989-12-01", **who)]), (), figures, day("2019-01-01"))
    assert older["due_on"].to_list() == [day("2019-11-30")]


def test_what_two_postings_ask_for_alike_is_due_once() -> None:
    rows = [row("C1", "2019-01-01", "2019-03-31", posting="secondment"),
            row("C1", "2019-04-01", "2019-06-30", posting="secondment")]  # fmt: skip
    found = due(facts([cadre()], rows=rows), (), Policy(), day("2019-06-30"))
    assert found.filter(what="filing").height == 1
    assert found.is_duplicated().sum() == 0
