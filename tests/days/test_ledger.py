from planner.days.burden import burdens
from planner.days.ledger import Entry, ledger
from tests.days.small import PAIRS, cadre, day, facts, plan, visit


def told(entry: Entry) -> str:
    """Return an entry as `unit station start–end counted why_not`."""
    span = f"{entry.start:%m%d}-{entry.end:%m%d}"
    return (
        f"{entry.unit} {entry.station} {span} {entry.counted}/{entry.days} {entry.why_not}".strip()
    )


def test_a_visit_is_cut_at_the_end_of_june() -> None:
    made = ledger(facts(cadre(), visits=[visit("C1", "S1", "0628-0702")]), day("1231"))
    assert [told(one) for one in made] == ["D1 S1 0628-0630 3/3", "D1 S1 0701-0702 2/2"]
    assert [one.half for one in made] == [1, 2]


def test_a_visit_is_cut_at_the_years_ends() -> None:
    visits = [
        visit("C1", "S1", "2018-12-30/2019-01-02"),
        visit("C1", "S1", "2019-12-30/2020-01-03"),
    ]
    made = ledger(facts(cadre(), visits=visits), day("1231"))
    assert [told(one) for one in made] == ["D1 S1 0101-0102 2/2", "D1 S1 1230-1231 2/2"]


def test_a_visit_is_cut_where_its_person_moves() -> None:
    person = cadre(department="D2", moves=((day("0306"), "D1"),))
    made = ledger(facts(person, visits=[visit("C1", "S1", "0304-0307")]), day("1231"))
    assert [told(one) for one in made] == ["D1 S1 0304-0305 2/2", "D2 S1 0306-0307 0/2 elsewhere"]


def test_a_visit_is_cut_where_a_new_plan_ends_the_old_one() -> None:
    plans = [
        plan(day("0101"), PAIRS),
        plan(day("0306"), {"D1": ("S2",)}),
    ]
    made = ledger(facts(cadre(), plans=plans, visits=[visit("C1", "S1", "0304-0307")]), day("1231"))
    assert [told(one) for one in made] == ["D1 S1 0304-0305 2/2", "D1 S1 0306-0307 0/2 elsewhere"]


def test_a_visit_is_cut_at_the_date_asked_for() -> None:
    made = ledger(facts(cadre(), visits=[visit("C1", "S1", "0304-0307")]), day("0305"))
    assert [told(one) for one in made] == ["D1 S1 0304-0305 2/2", "D1 S1 0306-0307 0/2 future"]


def test_a_visit_is_not_cut_where_another_station_of_the_unit_changes() -> None:
    plans = [
        plan(day("0101"), {"D1": ("S1",)}),
        plan(day("0306"), {"D1": ("S1", "S2")}),
    ]
    made = ledger(facts(cadre(), plans=plans, visits=[visit("C1", "S1", "0304-0307")]), day("1231"))
    assert [told(one) for one in made] == ["D1 S1 0304-0307 4/4"]


def test_a_month_weighs_on_a_stations_people() -> None:
    """Three people on two days each: 6 days, of 2 people 3, of nobody 6."""
    people = [cadre(f"C{n}") for n in (1, 2, 3)]
    visits = [visit(one.id, place, days) for one in people for place, days in
              (("S1", "0304-0305"), ("S4", "0531-0601"))]  # fmt: skip
    made = burdens(facts(*people, visits=visits), day("1231"))
    assert [(one.station, one.month, one.visitor_days, one.burden) for one in made] == [
        ("S1", "2019-03", 6, 3), ("S4", "2019-05", 3, 3), ("S4", "2019-06", 3, 3),
    ]  # fmt: skip


def test_days_to_come_weigh_nothing_yet() -> None:
    made = burdens(facts(cadre(), visits=[visit("C1", "S1", "0304-0307")]), day("0305"))
    assert [one.visitor_days for one in made] == [2]
