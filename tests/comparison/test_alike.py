"""Two plans are valued alike, by the second's data and policy, before one is called better."""

from dataclasses import replace

import polars as pl

from planner.comparison import compare
from planner.dataset import Dataset
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.policy import Policy
from tests.audit.world import WORLD, World
from tests.pairing.tiny import dataset

HARD = WORLD.where("A1a", hardship=3).where("B1a", staff=0)
"""A1a is hard, B1a has nobody."""


def weighed(**weights: int) -> Policy:
    """Return the policy with these weights of need, and no others."""
    none = dict.fromkeys(("hardship", "staff", "caseload", "unvisited"), 0)
    return replace(WORLD.policy, need=replace(WORLD.policy.need, **(none | weights)))


def plan(world: World, policy: Policy) -> tuple[Plan, Dataset]:
    tables = dataset(world)
    return make_plan(tables, policy, 2019), tables


def goal(frame: pl.DataFrame, name: str, part: str = "leaders") -> dict[str, object]:
    return frame.filter(part=part, goal=name).row(0, named=True)


def test_need_under_other_weights_is_counted_by_the_second_plan_s() -> None:
    # By hardship alone A1a is worth 100 and all others 0; by staff alone B1a is, 100.
    (first, _), (second, data) = plan(HARD, weighed(hardship=1)), plan(HARD, weighed(staff=1))
    found = compare(first, second, data=[data], policies=[weighed(staff=1)]).goals
    row = goal(found, "need")
    rows = first.of("leaders")["station_id"].to_list()
    assert row["claimed"] == 100
    assert row["before"] == (100 if "B1a" in rows else 0)
    assert row["after"] == 100
    assert row["better"] is (None if "B1a" in rows else True)


def test_the_plan_best_by_the_second_policy_is_never_called_worse() -> None:
    (first, _), (second, data) = plan(HARD, weighed(hardship=1)), plan(HARD, weighed(unvisited=1))
    found = compare(first, second, data=[data], policies=[weighed(unvisited=1)]).goals
    assert goal(found, "need")["better"] is not False
    assert goal(found, "need", "departments")["better"] is not False


def test_without_the_second_plan_s_data_nothing_is_better_or_worse() -> None:
    (first, _), (second, _) = plan(HARD, weighed(hardship=1)), plan(HARD, weighed(staff=1))
    found = compare(first, second, policies=[weighed(staff=1)])
    assert found.goals["better"].null_count() == found.goals.height
    assert found.goals["difference"].null_count() == found.goals.height
    assert "beside.no_terms" in {note.key for _, note in found.notes}


def test_where_a_station_of_the_first_plan_is_gone_there_is_no_verdict_and_why() -> None:
    first, _ = plan(HARD, WORLD.policy)
    gone = first.of("leaders")["station_id"][0]
    stations = [row for row in HARD.rows["stations"] if isinstance(row, dict)]
    rows = [row for row in stations if row["station_id"] != gone]
    second, data = plan(HARD.but(stations=rows), WORLD.policy)
    found = compare(first, second, data=[data])
    assert found.goals["better"].null_count() == found.goals.height
    (note,) = (note for _, note in found.notes if note.key == "beside.gone")
    assert gone in note.text("en")


def test_the_hash_has_no_verdict_however_it_differs() -> None:
    (first, _), (second, data) = plan(HARD, weighed(hardship=1)), plan(HARD, weighed(staff=1))
    found = compare(first, second, data=[data], policies=[weighed(staff=1)]).goals
    assert found.filter(goal="tie")["better"].null_count() == 2


def test_plans_of_one_input_are_compared_by_what_they_claim() -> None:
    first, _ = plan(HARD, WORLD.policy)
    found = compare(first, replace(first))
    assert set(found.goals["difference"]) == {0}
    assert found.notes == ()
