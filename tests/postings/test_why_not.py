"""Why not with another batch, why not elsewhere: prices against every plan of tiny years."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from planner.allocation.problem import Problem
from planner.policy import Policy
from planner.postings.facts import Cadre
from planner.postings.prices import Standing
from planner.postings.starts import earlier
from planner.postings.training.make import make_training
from planner.postings.training.problem import Problems
from planner.postings.why_not import alternatives, asked_about
from tests.postings.test_impossible import JULY, TWO, required
from tests.postings.tiny import Rows, case_of, dataset_of, every_plan, facts, policy, random_year

Chosen = np.ndarray[Any, Any]


def standing_of(rows: Rows, figures: Policy, *, staged: bool = True) -> Standing | None:
    made = make_training(case_of(rows, figures), staged=staged)
    return (
        None
        if made is None
        else Standing(made.problems, made.chosen, made.staged, dataset_of(rows))
    )


def every_one(problems: Problems) -> list[Chosen]:
    problem = problems.joint
    return [some for some in every_plan(len(problems.options), 4) if problem.allows(some)]


def worse(problem: Problem, plan: Chosen, than: Chosen) -> tuple[int, ...]:
    return tuple(
        (goal.value(than) - goal.value(plan)) * (1 if goal.sense == "max" else -1)
        for goal in problem.goals
    )


@pytest.mark.parametrize("staged", [True, False])
@pytest.mark.parametrize("seed", range(8))
def test_a_batch_costs_what_the_best_plan_with_it_loses(seed: int, staged: bool) -> None:
    rows, figures = random_year(seed)
    stands = standing_of(rows, figures, staged=staged)
    if stands is None:
        return
    problems, options = stands.problems, stands.problems.options
    plans = every_one(problems)
    for person in problems.case.candidates:
        mine = stands.departures(person)
        for price in stands.batches(person):
            wanted = [
                at for at in mine.tolist() if problems.case.departures[at].start == price.start
            ]
            fitting = [
                plan
                for plan in plans
                if [at for at in options.departure[plan].tolist() if at in mine] == wanted
            ]
            losses = [worse(problems.joint, plan, stands.hosted) for plan in fitting]
            if price.losses is None:
                assert losses == []
            elif price.sure == "exact":
                assert tuple(price.losses.values()) == min(losses)
            elif price.sure == "at_most":
                assert tuple(price.losses.values()) >= min(losses)
            else:
                known = len(price.losses)
                assert not losses or tuple(price.losses.values()) <= min(losses)[:known]


@pytest.mark.parametrize("seed", range(8))
def test_a_host_costs_what_the_best_hosts_with_it_lose(seed: int) -> None:
    rows, figures = random_year(seed)
    stands = standing_of(rows, figures)
    if stands is None or not stands.staged:
        return
    problem, kept, chosen = stands.where
    plans = [some for some in every_plan(len(kept), 4) if problem.allows(some)]
    table = stands.hosts()
    goals = [goal.name for goal in problem.goals]
    for at, row in enumerate(table.to_dicts()):
        turned = [plan for plan in plans if (at in plan) != row["chosen"]]
        losses = [worse(problem, plan, chosen) for plan in turned]
        assert row["possible"] == bool(losses)
        if losses:
            assert tuple(row[goal] for goal in goals) == min(losses)


def told(
    place: str | None = None, person: str = "C1", rows: Rows = TWO, **figures: Any
) -> list[str]:
    stands = standing_of(rows, policy(**figures))
    assert stands is not None
    cadre = Cadre(person, person, "D1")
    found = alternatives(stands, cadre) if place is None else asked_about(stands, cadre, place)
    return [one.text("en") for one in found[0]]


def test_who_goes_reads_what_a_later_batch_no_batch_and_other_hosts_cost() -> None:
    """One may be away: C2 goes first by lot, C1 in July; both are 39."""
    stands = standing_of(TWO, policy(months_a=6))
    assert stands is not None
    first = {stands.problems.case.departures[at].person for at in stands.names.tolist()}
    assert first == {"C1", "C2"}
    sentences = told(months_a=6)
    assert any(one.startswith("without going: people sent: 1 fewer") for one in sentences)
    assert any("the cheapest other hosts" in one for one in sentences)


def test_one_batch_is_asked_about_by_its_first_day() -> None:
    told_of = told("2019-01-01", months_a=6) + told("2019-07-01", months_a=6)
    assert sum("the plan sends them on" in one for one in told_of) == 1


def test_who_may_not_go_on_a_day_reads_why_at_once() -> None:
    rows = TWO | {
        "cadres": [{"cadre_id": "C1", "name": "C1", "grassroots_months": 9}, TWO["cadres"][1]]
    }
    stands = standing_of(rows, policy())
    assert stands is not None
    cadre = stands.problems.case.facts.cadres["C1"]
    (_, told_of) = asked_about(stands, cadre, "2019-07-01")[0]
    assert "grassroots experience" in told_of.text("en")


def test_a_posting_on_the_register_is_part_of_the_story() -> None:
    past = {"person_id": "C1", "host_id": "S1", "start_date": dt.date(2017, 1, 1)}
    rows = TWO | {"postings": [past | {"posting": "training", "end_date": dt.date(2017, 6, 30)}]}
    (sentence,) = earlier(facts(rows, policy()), "C1")
    assert sentence.text("en") == "on the register: training at S1 from 2017-01-01 to 2017-06-30"


def test_a_station_is_asked_about_by_its_id() -> None:
    told_of = [*told("S1", months_a=6), *told("S2", months_a=6)]
    assert sum("the plan has them at" in one for one in told_of) == 1
    assert sum("instead: " in one for one in told_of) == 1


def test_a_station_that_may_not_host_someone_is_not_said_to_be_in_their_native_county() -> None:
    rows = TWO | {"cadres": [{"cadre_id": "C1", "name": "C1", "native_county": "k1"}]}
    stands = standing_of(rows, policy())
    assert stands is not None
    sentences = asked_about(stands, Cadre("C1", "C1", "D1"), "S1")[0]
    assert sentences[-1].text("en").startswith("S1 (S1) may not host them")


def test_what_keeps_everybody_from_a_batch_is_told_with_its_limit() -> None:
    """One of a hundred of 5 may be away, and C1 is required from July on, for a year."""
    rows = TWO | {"posting_pins": required("C1", start_date=JULY)}
    (sentence,) = told("2019-01-01", "C2", rows)[1:]
    assert sentence == (
        "from 2019-01-01 instead: there is no plan: training of C1 (C1) from 2019-07-01, required "
        "by decision (posting_pins.csv:2), must be made (N5 三-2); at most 20% of a department may "
        "be away at a time (N5 三-2): 一处 (D1) has 1 left on 2019-07-01"
    )


def test_what_keeps_someone_from_a_station_is_told_with_its_limit() -> None:
    """Both stations take one: C2 must be at S1, so C1 can't be."""
    pins = [*required("C1"), *required("C2", level="station", place="S1")]
    rows = TWO | {"posting_pins": pins}
    (sentence,) = told("S1", "C1", rows, months_a=6)[1:]
    assert sentence.startswith("not S1 (S1), the names being as they are: training of C2 (C2) at ")
    assert "the places at S1 (S1) in all the years do not suffice" in sentence
