"""A good plan changed in one way at a time: the audit finds the rule that the change breaks."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from planner.allocation.solve import solve
from planner.audit.postings.case import Case, Duty
from planner.audit.postings.checks import BOOK, RULES
from planner.audit.postings.goals import GOALS, check_goal
from planner.audit.postings.people import Register
from planner.policy import ExchangeFigures, Policy, TrainingFigures
from planner.postings.exchange.case import exchange_case
from planner.postings.exchange.plan import problem_of
from planner.postings.exchange.plan import rows_of as exchange_rows
from planner.postings.training.make import make_training
from planner.postings.training.plan import rows_of
from tests.postings.tiny import YEAR, Rows, case_of, facts, frames, policy

Row = dict[str, Any]
Change = Callable[[list[Row]], None]
EMPTY: Rows = {
    name: []
    for name in (
        "postings", "posting_events", "chiefs", "holds", "absences", "moves", "mergers", "apart",
        "posting_pins", "hosts", "history",
    )
}  # fmt: skip
STATIONS = [
    {"station_id": f"S{n}", "county": f"k{n}", "name": f"S{n}", "focus": "x"} for n in (1, 2, 3)
]
DEPARTMENTS = [
    {"department_id": one, "name": one, "headcount": 5, "expertise": ["x"]} for one in ("D1", "D2")
]
TRAINED: Rows = EMPTY | {
    "departments": DEPARTMENTS,
    "stations": STATIONS,
    "cadres": [
        {"cadre_id": "C1", "name": "C1", "native_county": "k3"},
        {"cadre_id": "C2", "name": "C2", "department_id": "D2", "native_county": "k3"},
    ],
}
EXCHANGED: Rows = EMPTY | {
    "departments": DEPARTMENTS,
    "stations": [one | {"staff": 1} for one in STATIONS],
    "cadres": [
        {"cadre_id": f"C{n}", "name": f"C{n}", "department_id": f"D{n}", "outstanding": True,
         "birth_date": dt.date(1990, 1, n), "grassroots_months": 9, "native_county": "k3"}
        for n in (1, 2)
    ],
    "chiefs": [
        {"chief_id": f"H{n}", "name": f"H{n}", "station_id": f"S{n}"} for n in (1, 2)
    ],
}  # fmt: skip
TRAINING = policy(starts=("01-01", "07-01"))
EXCHANGE = Policy(
    training=TrainingFigures(starts=("01-01",)),
    exchange=ExchangeFigures(starts=("01-01",), training_first=False),
)


def good(duty: Duty, tables: Rows, figures: Policy) -> list[Row]:
    """Return the rows of the best plan."""
    if duty == "postings":
        made = make_training(case_of(tables, figures))
        assert made is not None
        return rows_of(made).to_dicts()
    case = exchange_case(facts(tables, figures), figures, YEAR)
    found = solve(problem_of(case))
    assert found is not None
    return exchange_rows(case, found.chosen).to_dicts()


def judged(duty: Duty, tables: Rows, figures: Policy, rows: list[Row]) -> Case:
    numbered = pl.DataFrame(rows).with_row_index("row", 2).to_dicts()
    return Case(duty, Register(frames(tables), figures, YEAR), tuple(numbered), {})


def broken(duty: Duty, tables: Rows, figures: Policy, rows: list[Row]) -> set[str]:
    case = judged(duty, tables, figures, rows)
    return {r.id for r in BOOK[duty] if r.kind != "goal" and RULES[r.id](case)}


def with_(tables: Rows, name: str, *rows: Row) -> Rows:
    """Return tables with rows added to one of them."""
    return tables | {name: [*tables[name], *rows]}


def changed(tables: Rows, name: str, at: int, **figures: Any) -> Rows:
    """Return tables with one row of one of them changed."""
    rows = list(tables[name])
    rows[at] = rows[at] | figures
    return tables | {name: rows}


def away(person: str, start: dt.date, end: dt.date, **more: Any) -> Row:
    return {"person_id": person, "start_date": start, "end_date": end, **more}


def moved(host: str) -> Row:
    """Return what a row says of another station."""
    number = host.removeprefix("S")
    return {"host_id": host, "host": host, "county": f"k{number}"}


FIRST, LAST = dt.date(2019, 1, 1), dt.date(2019, 12, 31)
C9 = {"cadre_id": "C9", "name": "C9", "department_id": "D1", "grassroots_months": 9}
POSTED = with_(
    with_(TRAINED, "cadres", C9),
    "postings", away("C9", dt.date(2018, 6, 1), LAST, host_id="S3"),
)  # fmt: skip
GONE = [
    {"station_id": one, "merged_on": dt.date(2019, 6, 1), "successor_id": None}
    for one in ("S1", "S2")
]
PIN = {"person_id": "C1", "level": "station", "place": "S3"}
DEPARTMENT_PIN = {
    "person_id": "H1", "posting": "attachment", "level": "department", "place": "D1",
}  # fmt: skip
Planted = dict[str, tuple[Rows, Policy]]

# What the plan was made without: the tables or figures as the audit then finds them.
TRAINING_PLANTED: Planted = {
    "eligible": (changed(TRAINED, "cadres", 0, grassroots_months=3), TRAINING),
    "unblocked": (with_(TRAINED, "holds", away("C1", FIRST, LAST)), TRAINING),
    "host": (with_(TRAINED, "mergers", *GONE), TRAINING),
    "native_county": (
        changed(changed(TRAINED, "cadres", 0, native_county="k1"), "cadres", 1, native_county="k1"),
        TRAINING,
    ),
    "forbid": (
        with_(TRAINED, "posting_pins", *(
            {"person_id": one, "level": "station", "place": "S1", "decision": "forbid"}
            for one in ("C1", "C2")
        )),
        TRAINING,
    ),
    "away_share": (POSTED, TRAINING),
    "apart": (with_(TRAINED, "apart", {"person_a": "C1", "person_b": "C2"}), TRAINING),
    "batch_size": (TRAINED, policy(starts=("01-01", "07-01"), batch=1)),
    "pin": (with_(TRAINED, "posting_pins", PIN | {"decision": "require"}), TRAINING),
}  # fmt: skip
EXCHANGE_PLANTED: Planted = {
    "eligible": (changed(EXCHANGED, "cadres", 0, outstanding=False), EXCHANGE),
    "unblocked": (with_(EXCHANGED, "holds", away("H1", FIRST, LAST)), EXCHANGE),
    "host": (with_(EXCHANGED, "mergers", *GONE), EXCHANGE),
    "native_county": (
        changed(
            changed(EXCHANGED, "cadres", 0, native_county="k1"), "cadres", 1, native_county="k1",
        ),
        EXCHANGE,
    ),
    "forbid": (
        with_(EXCHANGED, "posting_pins", *(
            DEPARTMENT_PIN | {"place": one, "decision": "forbid"} for one in ("D1", "D2")
        )),
        EXCHANGE,
    ),
    "away_share": (
        with_(with_(EXCHANGED, "cadres", C9),
              "postings", away("C9", dt.date(2018, 6, 1), LAST, host_id="S3")),
        EXCHANGE,
    ),
    "station_places": (
        with_(with_(EXCHANGED, "cadres", C9 | {"department_id": "D2"}),
              "postings", *(away("C9", FIRST, LAST, host_id=one) for one in ("S1", "S2"))),
        EXCHANGE,
    ),
    "apart": (with_(EXCHANGED, "apart", {"person_a": "C1", "person_b": "C2"}), EXCHANGE),
    "department_hosts": (
        EXCHANGED,
        Policy(training=EXCHANGE.training, exchange=ExchangeFigures(
            starts=("01-01",), training_first=False, hosts=0,
        )),
    ),
    "pin": (with_(EXCHANGED, "posting_pins", {
        "person_id": "C1", "posting": "secondment", "level": "station", "place": "S3",
        "decision": "require",
    }), EXCHANGE),
}  # fmt: skip


def _chiefs_alone(rows: list[Row]) -> None:
    del rows[2:]


def _one_host(rows: list[Row]) -> None:
    rows[1] |= {key: rows[0][key] for key in ("host_id", "host", "county")}


def _later_at_one_host(rows: list[Row]) -> None:
    _one_host(rows)
    rows[1] |= {"start_date": dt.date(2020, 1, 1), "end_date": dt.date(2020, 12, 31)}


# What is changed in the plan's own rows, the tables staying as they were.
TRAINING_ROWS: dict[str, Change] = {
    "rows": lambda rows: rows[0].update(person="someone else"),
    "term": lambda rows: rows[0].update(end_date=dt.date(2019, 12, 30)),
    "eligible": lambda rows: rows[0].update(route="B"),
    "native_county": lambda rows: rows[0].update(moved("S3")),
    "person_once": lambda rows: rows.append(
        rows[0] | {"start_date": dt.date(2019, 7, 1), "end_date": dt.date(2020, 6, 30)}
    ),
    "station_places": _one_host,
    "station_total": _later_at_one_host,
}
EXCHANGE_ROWS: dict[str, Change] = {
    "rows": lambda rows: rows[0].update(swap=not rows[0]["swap"]),
    "term": lambda rows: rows[0].update(end_date=dt.date(2019, 6, 29)),
    "native_county": lambda rows: rows[-1].update(moved("S3")),
    "person_once": lambda rows: rows.append(dict(rows[-1])),
    "department_hosts": lambda rows: rows[1].update(host_id=rows[0]["host_id"]),
    "staff_left": _chiefs_alone,
    "station_places": lambda rows: rows[3].update(host_id=rows[2]["host_id"]),
}


@pytest.mark.parametrize(
    ("duty", "tables", "figures", "people"),
    [("postings", TRAINED, TRAINING, 2), ("exchange", EXCHANGED, EXCHANGE, 4)],
)
def test_the_good_plan_sends_everybody_and_breaks_nothing(
    duty: Duty, tables: Rows, figures: Policy, people: int
) -> None:
    rows = good(duty, tables, figures)
    assert len(rows) == people
    assert broken(duty, tables, figures, rows) == set()


@pytest.mark.parametrize("rule", TRAINING_PLANTED)
def test_a_plan_of_postings_made_without_a_fact_breaks_its_rule(rule: str) -> None:
    assert broken("postings", *TRAINING_PLANTED[rule], good("postings", TRAINED, TRAINING)) == {
        rule
    }


@pytest.mark.parametrize("rule", EXCHANGE_PLANTED)
def test_an_exchange_made_without_a_fact_breaks_its_rule(rule: str) -> None:
    found = broken("exchange", *EXCHANGE_PLANTED[rule], good("exchange", EXCHANGED, EXCHANGE))
    assert rule in found


@pytest.mark.parametrize("rule", TRAINING_ROWS)
def test_a_row_of_postings_that_is_changed_breaks_its_rule(rule: str) -> None:
    rows = good("postings", TRAINED, TRAINING)
    TRAINING_ROWS[rule](rows)
    assert rule in broken("postings", TRAINED, TRAINING, rows)


@pytest.mark.parametrize("rule", EXCHANGE_ROWS)
def test_a_row_of_an_exchange_that_is_changed_breaks_its_rule(rule: str) -> None:
    rows = good("exchange", EXCHANGED, EXCHANGE)
    EXCHANGE_ROWS[rule](rows)
    assert rule in broken("exchange", EXCHANGED, EXCHANGE, rows)


@pytest.mark.parametrize(
    ("duty", "planted"),
    [
        ("postings", TRAINING_PLANTED | TRAINING_ROWS),
        ("exchange", EXCHANGE_PLANTED | EXCHANGE_ROWS),
    ],
)
def test_every_rule_has_a_violation_planted(duty: Duty, planted: dict[str, object]) -> None:
    assert planted.keys() == {rule.id for rule in BOOK[duty] if rule.kind != "goal"}


@pytest.mark.parametrize(
    ("duty", "goal"),
    [(duty, goal) for duty in ("postings", "exchange") for goal in GOALS[duty]],
)
def test_a_value_claimed_that_is_another_is_found(duty: Duty, goal: str) -> None:
    tables, figures = (TRAINED, TRAINING) if duty == "postings" else (EXCHANGED, EXCHANGE)
    case = judged(duty, tables, figures, good(duty, tables, figures))
    value = GOALS[duty][goal][1](case)
    assert check_goal(goal, Case(duty, case.register, case.rows, {goal: value})) == []
    assert check_goal(goal, Case(duty, case.register, case.rows, {goal: value + 1})) != []


def test_who_goes_on_a_day_of_no_batch_goes_with_none() -> None:
    rows = good("postings", TRAINED, TRAINING)
    waited = GOALS["postings"]["waiting"][1](judged("postings", TRAINED, TRAINING, rows))
    rows[0]["start_date"] = dt.date(2019, 2, 1)
    assert broken("postings", TRAINED, TRAINING, rows) == {"rows", "term"}
    # The first of two, who go with batch 0 of two, is as one who never goes.
    case = judged("postings", TRAINED, TRAINING, rows)
    assert GOALS["postings"]["waiting"][1](case) == waited + 2
