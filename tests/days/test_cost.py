import polars as pl

from planner.days.cost import cost_frame, rates_told
from planner.days.facts import Attachment, Facts
from planner.policy import CostFigures, Policy
from planner.policy.days import Rates
from tests.days.small import cadre, day, facts, span, visit


def rows(year: Facts) -> list[tuple[object, ...]]:
    """Return the rows of the cost of a year's visits."""
    return cost_frame(year, year.visits).rows()


def test_a_trip_costs_meals_nights_and_the_way_there_and_back() -> None:
    """Three days: 3·100, 3·80, 2·350; 60 minutes there and back at 60 yuan an hour: 120."""
    year = facts(cadre(), visits=[visit("C1", "S1", "0304-0306")])
    assert rows(year) == [("D1", "2019-03", 300, 240, 700, 120, 0, 1360)]


def test_a_leader_has_his_own_rate_for_nights() -> None:
    year = facts(visits=[visit("L1", "S1", "0304-0305")])
    assert rows(year) == [("L1", "2019-03", 200, 160, 470, 120, 0, 950)]


def test_days_and_nights_fall_in_their_own_months_and_the_fare_in_the_first() -> None:
    """From 30 April to 2 May: the night of 30 April is April's, that of 1 May is May's."""
    year = facts(cadre(), visits=[visit("C1", "S1", "0430-0502")])
    assert rows(year) == [
        ("D1", "2019-04", 100, 80, 350, 120, 0, 650),
        ("D1", "2019-05", 200, 160, 350, 0, 0, 710),
    ]


def test_visits_on_consecutive_days_are_one_journey_to_the_farthest_station() -> None:
    """Four days, three nights, one fare: 2 · 90 minutes. The fifth day is another journey."""
    visits = [visit("C1", "S1", "0304-0305"), visit("C1", "S2", "0306-0307"),
              visit("C1", "S1", "0311-0311")]  # fmt: skip
    assert rows(facts(cadre(), visits=visits)) == [
        ("D1", "2019-03", 500, 400, 1050, 180 + 120, 0, 2250)
    ]


def test_minutes_are_paid_rounded_down() -> None:
    """2 · 30 minutes at 59 yuan an hour: 59; at a station 31 minutes away it would be 60."""
    policy = Policy(cost=CostFigures(meal=0, local=0, fare_per_hour=59))
    year = facts(cadre(department="D2"), visits=[visit("C1", "S3", "0304-0304")], policy=policy)
    assert rows(year) == [("D2", "2019-03", 0, 0, 0, 59, 0, 59)]


def test_of_a_journey_over_new_year_only_this_years_part_counts() -> None:
    year = facts(cadre(), visits=[visit("C1", "S1", "2018-12-31/2019-01-02")])
    assert rows(year) == [("D1", "2019-01", 200, 160, 350, 0, 0, 710)]


def test_a_mover_costs_the_department_of_the_day() -> None:
    person = cadre(department="D2", moves=((day("0305"), "D1"),))
    year = facts(person, visits=[visit("C1", "S1", "0304-0305")])
    assert rows(year) == [
        ("D1", "2019-03", 100, 80, 350, 120, 0, 650),
        ("D2", "2019-03", 100, 80, 0, 0, 0, 180),
    ]


def test_an_attached_chief_eats_on_working_days_at_the_host() -> None:
    """1 to 5 May 2019: the holiday was 1 to 4 May, Sunday 5 May was worked."""
    policy = Policy(cost=CostFigures(attached_meal=40))
    attachments = (Attachment("D2", span("0501-0505")), Attachment("南昌市", span("0501-0505")))
    year = facts(policy=policy, attachments=attachments)
    assert rows(year) == [("D2", "2019-05", 0, 0, 0, 0, 40, 40)]


def test_without_visits_there_is_a_header_alone() -> None:
    frame = cost_frame(facts(), ())
    assert frame.is_empty()
    assert frame.schema["total"] == pl.Int64()


def test_rates_that_are_still_the_example_s_are_named() -> None:
    mixed = CostFigures(meal=120, lodging=Rates(500, 400))
    own = CostFigures(meal=120, local=60, lodging=Rates(500, 400), fare_per_hour=50)
    assert "All rates are examples" in rates_told(CostFigures()).text("en")
    assert "local, fare_per_hour are still the example's" in rates_told(mixed).text("en")
    assert "office's own rates" in rates_told(own).text("en")
