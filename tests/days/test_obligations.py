import datetime as dt
from dataclasses import replace

import pytest

from planner.days.facts import Merger, Person
from planner.days.obligations import Obligation, obligation
from planner.policy import DayFigures, Policy
from tests.days.small import PAIRS, away, cadre, day, facts, plan, span, visit

LAST = dt.date(2019, 12, 31)


def owed(person: Person, on: dt.date = LAST, **more: object) -> Obligation:
    """Return the obligation of one person."""
    return obligation(facts(person, **more), person, on)  # pyright: ignore[reportArgumentType]


def test_a_cadre_in_post_all_year_owes_twenty_days() -> None:
    one = owed(cadre())
    assert (one.months, one.owed, one.owed_first, one.causes) == (12, 20, 10, ())


def test_a_leader_owes_ten_days_over_all_stations_together() -> None:
    year = facts(visits=[visit("L1", "S1", "0304-0307"), visit("L1", "S2", "0902-0907")])
    one = obligation(year, year.people["L1"], LAST)
    assert (one.owed, one.done_first, one.done_second, one.status) == (10, 4, 6, "met")


def test_a_bureau_cadre_owes_nothing() -> None:
    one = owed(cadre(rank="bureau"))
    assert (one.months, one.owed, one.causes, one.status) == (0, 0, ("rank",), "exempt")


@pytest.mark.parametrize(
    ("joined", "months", "owes", "first"),
    [("0101", 12, 20, 10), ("0102", 11, 18, 8), ("0215", 10, 16, 6), ("0701", 6, 10, 0)],
)
def test_who_joins_owes_from_the_first_whole_month(
    joined: str, months: int, owes: int, first: int
) -> None:
    """20 · 11 / 12 = 18.3, 20 · 5 / 12 = 8.3; 20 · 10 / 12 = 16.7, 20 · 4 / 12 = 6.7."""
    one = owed(cadre(joined=day(joined)))
    assert (one.months, one.owed, one.owed_first) == (months, owes, first)
    assert one.causes == (() if joined == "0101" else ("out",))


def test_who_leaves_owes_to_the_last_whole_month_and_is_listed_where_he_was() -> None:
    one = owed(cadre(left=day("0630"), moves=((day("0901"), "D2"),)))
    assert (one.months, one.owed, one.unit) == (6, 10, "D2")


def test_the_month_of_29_february_counts_as_any_other() -> None:
    year = facts(cadre(absences=(away("leave", "2020-02-29/2020-03-29"),)), year=2020)
    assert obligation(year, year.people["C1"], dt.date(2020, 12, 31)).months == 10


@pytest.mark.parametrize(("days", "months"), [("0301-0329", 12), ("0301-0330", 11)])
def test_a_leave_excuses_from_thirty_days_on(days: str, months: int) -> None:
    assert owed(cadre(absences=(away("leave", days),))).months == months


def test_a_leave_that_goes_on_excuses() -> None:
    assert owed(cadre(absences=(away("leave", "1220-"),))).months == 11


def test_village_duty_of_part_of_a_year_excuses_its_months() -> None:
    one = owed(cadre(absences=(away("village", "0415-0820"),)))
    assert (one.months, one.owed, one.owed_first) == (7, 11, 5)  # 20·7/12 = 11.7, 20·3/12 = 5


def test_the_three_excuses_hang_on_the_policy() -> None:
    person = cadre(village=True, absences=(away("posting", "0101-1231"),))
    none = replace(Policy(), days=DayFigures(excuses=()))
    assert owed(person).causes == ("village", "posting")
    assert owed(person, policy=none).months == 12


def test_a_departments_duty_hangs_on_its_own_switch_alone() -> None:
    none = replace(Policy(), days=DayFigures(excuses=()))
    duty = frozenset({"D1"})
    assert owed(cadre(), policy=none, on_duty=duty).causes == ("department",)
    pairing = replace(none, village_duty=replace(none.village_duty, exempts=("pairing",)))
    assert owed(cadre(), policy=pairing, on_duty=duty).causes == ()


def test_a_move_takes_the_departments_duty_along() -> None:
    """In D1, which is on duty, to 14 May: January to May are excused."""
    one = owed(cadre(department="D2", moves=((day("0515"), "D1"),)), on_duty=frozenset({"D1"}))
    assert (one.months, one.owed, one.owed_first, one.unit) == (7, 11, 1, "D2")


def test_causes_stand_in_their_order() -> None:
    person = cadre(
        rank="bureau", joined=day("0201"), village=True,
        absences=(away("leave", "0301-0430"), away("posting", "0501-0601")),
    )  # fmt: skip
    causes = owed(person, on_duty=frozenset({"D1"})).causes
    assert causes == ("rank", "out", "village", "department", "posting", "leave")


def test_days_count_at_own_stations_only() -> None:
    one = owed(cadre(), visits=[visit("C1", "S1", "0304-0308"), visit("C1", "S2", "0311-0312")])
    assert (one.done, one.elsewhere, one.short) == (5, 2, 15)


def test_days_count_anywhere_for_a_kind_that_is_not_paired_only() -> None:
    policy = replace(Policy(), days=DayFigures(only_paired=("leaders",)))
    one = owed(cadre(), visits=[visit("C1", "S2", "0311-0312")], policy=policy)
    assert (one.done, one.elsewhere) == (2, 0)


def test_working_days_count_where_the_policy_says_so() -> None:
    """Friday 8 March to Monday 11 March 2019."""
    policy = replace(Policy(), days=DayFigures(count="working"))
    one = owed(cadre(), visits=[visit("C1", "S1", "0308-0311")], policy=policy)
    assert one.done == 2


def test_a_make_up_saturday_is_a_working_day() -> None:
    """2 February 2019 was worked for the Spring Festival, 3 February too."""
    policy = replace(Policy(), days=DayFigures(count="working"))
    assert owed(cadre(), visits=[visit("C1", "S1", "0202-0204")], policy=policy).done == 2


def test_days_after_the_date_do_not_count_yet() -> None:
    one = owed(cadre(), day("0305"), visits=[visit("C1", "S1", "0304-0308")])
    assert one.done == 2


def test_days_of_other_years_are_of_other_years() -> None:
    year = facts(cadre(), visits=[visit("C1", "S1", "2019-12-30/2020-01-03")], year=2020)
    assert obligation(year, year.people["C1"], dt.date(2020, 12, 31)).done == 3


def test_before_the_first_plan_the_old_pairing_holds() -> None:
    new = plan(day("0401"), PAIRS)
    visits = [visit("C1", "S2", "0304-0305"), visit("C1", "S2", "0401-0402")]
    one = owed(cadre(), plans=[new], history={"D1": ("S2",)}, visits=visits)
    assert (one.done, one.elsewhere) == (2, 2)


def test_a_plan_of_leaders_alone_leaves_the_departments_where_they_were() -> None:
    whole = plan(day("0101"), PAIRS)
    leaders = plan(day("0701"), {"L1": ("S4",)})
    one = owed(cadre(), plans=[whole, leaders], visits=[visit("C1", "S1", "0801-0802")])
    assert one.done == 2


def test_where_nothing_is_in_force_any_station_counts() -> None:
    assert owed(cadre(), plans=[], visits=[visit("C1", "S4", "0801-0802")]).done == 2


def test_a_merged_stations_successor_takes_its_place_from_that_day_on() -> None:
    mergers = {"S1": Merger(day("0601"), "S2"), "S2": Merger(day("0901"), "S4")}
    visits = [visit("C1", s, d) for s, d in (("S1", "0531-0531"), ("S2", "0530-0530"),
              ("S2", "0601-0602"), ("S4", "0901-0903"))]  # fmt: skip
    one = owed(cadre(), mergers=mergers, visits=visits)
    assert (one.done, one.elsewhere) == (1 + 2 + 3, 1)


def test_a_closed_station_leaves_none_and_then_any_counts() -> None:
    mergers = {"S1": Merger(day("0601"), None)}
    assert owed(cadre(), mergers=mergers, visits=[visit("C1", "S4", "0603-0604")]).done == 2


def test_what_is_left_are_working_days_that_suit() -> None:
    """From 21 December 2019 on: Monday 23 to Friday 27, Monday 30, Tuesday 31."""
    person = cadre(absences=(away("leave", "1223-1223"),))
    blocked = [("C1", span("1224-1224")), ("D1", span("1225-1225")), ("*", span("1226-1226"))]
    one = owed(person, day("1221"), blocked=tuple(blocked))
    assert (one.left, one.short, one.status, one.last_start) == (3, 20, "impossible", None)


def test_the_last_start_is_the_first_of_the_last_days_that_suffice() -> None:
    one = owed(cadre(), day("1130"), visits=[visit("C1", "S1", "0304-0320")])
    assert (one.short, one.left, one.last_start) == (3, 22, day("1227"))


def test_a_blocked_station_leaves_the_days_of_the_person() -> None:
    blocked = (("S1", span("1202-1231")),)
    assert owed(cadre(), day("1130"), blocked=blocked).left == 22


def test_who_is_behind_has_less_than_the_share_of_his_working_days() -> None:
    """Of 250 working days of 2019 118 lie before July: 20 · 118 / 250 = 9.44."""
    nine, ten = visit("C1", "S1", "0304-0312"), visit("C1", "S1", "0304-0313")
    assert owed(cadre(), day("0630"), visits=[nine]).status == "behind"
    assert owed(cadre(), day("0630"), visits=[ten]).status == "on_pace"
