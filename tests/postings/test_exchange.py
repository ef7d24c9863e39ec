"""The exchange: quota and check say the same of every plan, and the plan made is the best."""

import datetime as dt
import random
from typing import Any

import numpy as np
import pytest

from planner.allocation.solve import solve
from planner.audit.postings.case import Case as Audited
from planner.audit.postings.checks import BOOK, RULES
from planner.audit.postings.goals import GOALS
from planner.audit.postings.people import Register
from planner.policy import ExchangeFigures, Policy, TrainingFigures
from planner.postings.exchange.case import Exchange, exchange_case
from planner.postings.exchange.plan import find, problem_of, rows_of
from tests.postings.tiny import YEAR, Rows, every_plan, facts, frames
from tests.samples import seeds

POLICY = Policy(
    training=TrainingFigures(starts=("01-01",)),
    exchange=ExchangeFigures(starts=("01-01",), training_first=False),
)


def exchange_year(seed: int) -> Rows:
    """Return a tiny year: a cadre or two, a chief or two, small stations, something in the way."""
    draw = random.Random(seed)
    stations = ["S1", "S2"][: draw.randint(1, 2)]
    rows: Rows = {
        "departments": [
            {"department_id": "D1", "headcount": 5, "expertise": ["x"]},
            {"department_id": "D2", "headcount": 5},
        ],
        "stations": [
            {"station_id": one, "staff": draw.choice([1, 1, 2]), "focus": draw.choice(["x", None]),
             "hardship": draw.randint(0, 3)}
            for one in stations
        ],
        "cadres": [
            {"cadre_id": f"C{n}", "department_id": draw.choice(["D1", "D2"]), "outstanding": True,
             "birth_date": dt.date(1990, 1, n), "grassroots_months": 9}
            for n in range(1, draw.randint(1, 2) + 1)
        ],
        "chiefs": [
            {"chief_id": f"H{one}", "station_id": one, "outstanding": draw.random() < 0.9}
            for one in stations
        ],
        "postings": [], "posting_events": [], "holds": [], "absences": [], "moves": [],
        "mergers": [], "apart": [], "posting_pins": [], "hosts": [], "history": [],
    }  # fmt: skip
    if draw.random() < 0.3:
        rows["cadres"].append({"cadre_id": "C9", "department_id": "D1", "grassroots_months": 9})
        rows["postings"].append({
            "person_id": "C9", "posting": "training", "host_id": "S1",
            "start_date": dt.date(2018, 7, 1), "end_date": dt.date(2019, draw.choice([3, 7]), 1),
        })  # fmt: skip
    if draw.random() < 0.2:
        rows["posting_pins"].append({
            "person_id": "HS1", "posting": "attachment", "level": "department", "place": "D1",
            "decision": draw.choice(["require", "forbid"]),
        })  # fmt: skip
    return rows


def audited(rows: Rows, case: Exchange, chosen: np.ndarray[Any, Any]) -> Audited:
    plan = rows_of(case, chosen).with_row_index("row", 2)
    register = Register(frames(rows), POLICY, YEAR)
    return Audited("exchange", register, tuple(plan.to_dicts()), {})


def broken(case: Audited) -> list[str]:
    return [rule.id for rule in BOOK["exchange"] if rule.kind != "goal" and RULES[rule.id](case)]


@pytest.mark.parametrize("seed", seeds(8, 20))
def test_the_problem_allows_an_exchange_where_the_audit_is_clean_and_only_there(seed: int) -> None:
    rows = exchange_year(seed)
    case = exchange_case(facts(rows, POLICY), POLICY, YEAR)
    problem, best = problem_of(case), None
    for chosen in every_plan(len(case.options), 3):
        judged = audited(rows, case, chosen)
        twice = len({(r["person_id"]) for r in judged.rows}) < len(judged.rows)
        assert problem.allows(chosen) == (broken(judged) == []), (judged.rows, broken(judged))
        if not twice and problem.allows(chosen):
            values = tuple(goal.value(chosen) for goal in problem.goals)
            better = [
                v if g.sense == "min" else -v for v, g in zip(values, problem.goals, strict=True)
            ]
            best = min(best or (better, values), (better, values))
    found = solve(problem)
    assert (found is None) == (best is None)
    if found is not None and best is not None:
        assert found.values == best[1]
        judged = audited(rows, case, found.chosen)
        counted = tuple(GOALS["exchange"][goal.name][1](judged) for goal in problem.goals)
        assert counted == found.values
        again, unknown = find(case, rows_of(case, found.chosen))
        assert unknown == []
        assert again.tolist() == found.chosen.tolist()


def test_a_chief_alone_at_a_station_leaves_only_where_a_cadre_comes() -> None:
    rows = exchange_year(0)
    rows["stations"] = [{"station_id": "S1", "staff": 1}]
    rows["chiefs"] = [{"chief_id": "HS1", "station_id": "S1"}]
    rows["cadres"] = [{"cadre_id": "C1", "outstanding": True, "birth_date": dt.date(1990, 1, 1)}]
    for name in ("postings", "posting_pins"):
        rows[name] = []
    case = exchange_case(facts(rows, POLICY), POLICY, YEAR)
    found = solve(problem_of(case))
    assert found is not None
    made = (
        rows_of(case, found.chosen).select("person_id", "host_id", "department_id", "swap").rows()
    )
    assert made == [("HS1", "D1", "D1", True), ("C1", "S1", "D1", True)]
    rows["cadres"][0]["outstanding"] = False
    case = exchange_case(facts(rows, POLICY), POLICY, YEAR)
    found = solve(problem_of(case))
    assert found is not None
    assert found.chosen.tolist() == []
