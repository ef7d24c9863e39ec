"""Why someone is exchanged or not: prices against every exchange of tiny years, and the words."""

import datetime as dt
from typing import Any

import pytest

from planner.allocation.solve import solve
from planner.errors import InputError
from planner.plans.answer import Answer
from planner.plans.plan import Plan
from planner.postings.exchange.case import Exchange, exchange_case
from planner.postings.exchange.plan import problem_of, rows_of
from planner.postings.exchange.why import why_exchanged
from tests.postings.test_exchange import POLICY, exchange_year
from tests.postings.tiny import YEAR, Rows, dataset_of, every_plan, facts


def answered(rows: Rows, person: str, place: str | None = None) -> tuple[Exchange, Plan, Answer]:
    case = exchange_case(facts(rows, POLICY), POLICY, YEAR)
    found = solve(problem_of(case))
    assert found is not None
    plan = Plan(YEAR, rows_of(case, found.chosen), (), {}, "", {})
    return case, plan, why_exchanged(dataset_of(rows), case, plan, person, place)


def pair(**changes: Any) -> Rows:
    """Return a year of one cadre and the chief of a station of one."""
    rows = exchange_year(0)
    rows["stations"] = [{"station_id": "S1", "staff": 1}]
    rows["chiefs"] = [{"chief_id": "HS1", "station_id": "S1"}]
    born = dt.date(1990, 1, 1)
    rows["cadres"] = [{"cadre_id": "C1", "outstanding": True, "birth_date": born, **changes}]
    return rows | {"postings": [], "posting_pins": []}


@pytest.mark.parametrize("seed", range(5))
def test_an_exchange_costs_what_the_best_one_with_it_loses(seed: int) -> None:
    rows = exchange_year(seed)
    case = exchange_case(facts(rows, POLICY), POLICY, YEAR)
    problem, best = problem_of(case), solve(problem_of(case))
    if best is None:
        return
    every = [some for some in every_plan(len(case.options), 3) if problem.allows(some)]
    for person in {move.person for move in case.moves}:
        people = [{move.person for move in one.moves} for one in case.options]
        mine = [at for at, some in enumerate(people) if person in some]
        goes = any(at in mine for at in best.chosen)
        losses = [
            tuple(
                (old - goal.value(some)) * (1 if goal.sense == "max" else -1)
                for goal, old in zip(problem.goals, best.values, strict=True)
            )
            for some in every
            if any(at in mine for at in some) != goes
        ]
        (price,) = [row for row in answered(rows, person)[2].rows if "sure" in row]
        assert price["possible"] == bool(losses)
        if losses:
            assert tuple(price[goal.name] for goal in problem.goals) == min(losses)


def test_a_swap_is_told_and_what_staying_would_cost() -> None:
    sentences = [one.text("en") for one in answered(pair(), "C1")[2].sentences]
    assert "（C1）" in sentences[0]
    assert ", a swap" in sentences[2]
    assert sentences[3].startswith("without going: people exchanged: 2 fewer")


def test_what_speaks_against_someone_is_told() -> None:
    told = [one.text("en") for one in answered(pair(outstanding=False), "C1")[2].sentences]
    refused = "2019-01-01: may not go (N6 三-3): not outstanding"
    assert told[1:] == [refused, "the plan does not exchange them"]


def test_a_host_that_may_not_take_them_is_a_fault() -> None:
    with pytest.raises(InputError, match="nor the id of a host that may take them"):
        answered(pair(), "C1", "D1")


def test_one_start_is_asked_about_by_its_day() -> None:
    rows = pair()
    rows["cadres"] = [*rows["cadres"], {**rows["cadres"][0], "cadre_id": "C2"}]
    told = [answered(rows, who, "2019-01-01")[2].rows for who in ("C1", "C2")]
    prices = [row for several in told for row in several if "sure" in row]  # One place: one goes.
    assert [row["start_date"] for row in prices] == [dt.date(2019, 1, 1)]
    assert prices[0]["possible"]


def test_what_keeps_someone_from_staying_is_told() -> None:
    """C1 is required: without C1 there is no exchange."""
    rows = pair()
    rows["posting_pins"] = [{"person_id": "C1", "posting": "secondment", "decision": "require"}]
    told = [one.text("en") for one in answered(rows, "C1")[2].sentences]
    assert told[-1] == (
        "without going: there is no plan: secondment of name of D1 (C1), required by decision "
        "(posting_pins.csv:2), must be made (N6 三-3)"
    )
