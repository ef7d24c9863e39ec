"""Where no plan satisfies all rules: the sentence why, and the smallest changes that would help."""

import datetime as dt
from typing import Any

import pytest

from planner.allocation.feasible import feasible
from planner.allocation.solve import solve
from planner.errors import NoPlanError
from planner.policy import ExchangeFigures, Policy
from planner.postings.exchange.case import exchange_case
from planner.postings.exchange.plan import problem_of
from planner.postings.impossible.asked import Asked, Command, needed
from planner.postings.impossible.told import require_possible
from planner.postings.training.case import training_case
from planner.postings.training.make import make_training
from planner.repairs import Repairs
from tests.postings.test_exchange import exchange_year
from tests.postings.tiny import YEAR, Rows, dataset_of, facts, policy

NOTHING: Rows = {
    name: []
    for name in (
        "postings", "posting_events", "chiefs", "holds", "absences", "moves", "mergers", "apart",
        "posting_pins", "hosts", "history",
    )
}  # fmt: skip
TWO: Rows = NOTHING | {
    "departments": [{"department_id": "D1", "name": "一处"}],
    "stations": [{"station_id": f"S{n}", "name": f"S{n}", "county": f"k{n}"} for n in (1, 2)],
    "cadres": [{"cadre_id": one, "name": one} for one in ("C1", "C2")],
}
JULY = dt.date(YEAR, 7, 1)


def required(*people: str, **more: Any) -> list[dict[str, Any]]:
    return [{"person_id": one, "decision": "require", **more} for one in people]


def error_of(rows: Rows, figures: Policy, command: Command = "postings") -> NoPlanError:
    asked = Asked(command, facts(rows, figures), figures, YEAR)
    with pytest.raises(NoPlanError) as raised:
        require_possible(asked, dataset_of(rows))
    return raised.value


def labels(error: NoPlanError) -> list[str]:
    found = error.repairs
    assert isinstance(found, Repairs)
    assert found.complete
    assert found.nearest
    return [repair.text("en") for repair in found.found]


def test_two_who_must_go_where_one_may_be_away() -> None:
    """20 of a hundred of 5 is one; 40 are two."""
    rows = TWO | {"posting_pins": required("C1", "C2", start_date=JULY)}
    error = error_of(rows, policy())
    assert error.sentence() == (
        "2019 年起的下派方案无法安排：C1（C1） 2019-07-01 起锻炼、C2（C2） 2019-07-01 起锻炼"
        "这 2 项已经指定（posting_pins.csv:2, 3），必须安排（N5 三-2）；"
        "一个处室同时在外的不超过编制的 20%（N5 三-2），一处（D1） 2019-07-01 还剩 1 个名额；"
        "以上不能同时满足。"
    )
    assert labels(error) == [
        "drop the decision that requires training of C1 (C1) from 2019-07-01 (posting_pins.csv:2)",
        "drop the decision that requires training of C2 (C2) from 2019-07-01 (posting_pins.csv:3)",
        "set training.away_percent from 20 to 40 (N5 三-2)",
    ]


def test_two_who_are_kept_apart_may_be_let_go_together() -> None:
    pins = required("C1", "C2", start_date=JULY)
    rows = TWO | {"posting_pins": pins, "apart": [{"person_a": "C2", "person_b": "C1"}]}
    found = labels(error_of(rows, policy(away_percent=40)))
    assert "let C1 (C1) and C2 (C2) be away at the same time (apart.csv:2)" in found
    assert len(found) == 3  # or either decision is dropped


def test_a_full_batch_may_be_larger() -> None:
    rows = TWO | {"posting_pins": required("C1", "C2", start_date=JULY)}
    found = labels(error_of(rows, policy(away_percent=40, batch=1)))
    assert "set training.batch from 1 to 2 (N5 三-2)" in found


def test_a_station_may_take_in_more() -> None:
    pins = required("C1", "C2", start_date=JULY, level="station", place="S1")
    found = labels(error_of(TWO | {"posting_pins": pins}, policy(away_percent=40)))
    assert "set training.places from 1 to 2 (N8 六-2)" in found
    offered = TWO | {"posting_pins": pins, "hosts": [{"station_id": "S1", "places": 1}]}
    found = labels(error_of(offered, policy(away_percent=40)))
    assert "raise the places at S1 (S1) from 1 to 2 (hosts.csv:2)" in found


def test_a_hold_may_be_lifted_and_its_reason_is_not_told() -> None:
    """C1 could go in January but for the hold, and C2 with them from July: the months are six."""
    rows = TWO | {
        "posting_pins": [*required("C1"), *required("C2", start_date=JULY)],
        "holds": [{"person_id": "C1", "start_date": None, "end_date": dt.date(YEAR, 3, 31)}],
    }
    error = error_of(rows, policy(months_a=6))
    assert "lift the hold on C1 (C1) (holds.csv:2)" in labels(error)
    assert "illness" not in error.text("en")


def test_what_was_ruled_out_may_be_allowed() -> None:
    forbidden = {"person_id": "C1", "decision": "forbid", "start_date": dt.date(YEAR, 1, 1)}
    pins = [*required("C1"), *required("C2", start_date=JULY), forbidden]
    found = labels(error_of(TWO | {"posting_pins": pins}, policy(months_a=6)))
    told = "drop the decision that rules out training of C1 (C1) from 2019-01-01"
    assert f"{told} (posting_pins.csv:4)" in found


def test_two_changes_are_told_where_no_single_one_is_enough() -> None:
    """Of three required two must stay, or 60 of a hundred be away in batches of three."""
    cadres = [{"cadre_id": one, "name": one} for one in ("C1", "C2", "C3")]
    pins = required("C1", "C2", "C3", start_date=JULY)
    rows = TWO | {"cadres": cadres, "posting_pins": pins}
    rows["stations"] = [*TWO["stations"], {"station_id": "S3", "name": "S3", "county": "k3"}]
    error = error_of(rows, policy(batch=1))
    found = error.repairs
    assert isinstance(found, Repairs)
    assert found.size == 2
    assert (
        "set training.away_percent from 20 to 60 (N5 三-2), "
        "and set training.batch from 1 to 3 (N5 三-2)"
    ) in labels(error)


def test_every_repair_makes_a_plan() -> None:
    rows = TWO | {"posting_pins": required("C1", "C2", start_date=JULY)}
    figures = policy()
    asked = Asked("postings", facts(rows, figures), figures, YEAR)
    found = error_of(rows, figures).repairs
    assert isinstance(found, Repairs)
    for repair in found.found:
        changed = repair.apply(asked)
        assert make_training(training_case(changed.facts, changed.policy, YEAR)) is not None


def test_two_chiefs_required_at_once_by_one_department() -> None:
    rows = NOTHING | {
        "departments": [{"department_id": "D1", "name": "一处"}],
        "stations": [{"station_id": f"S{n}", "name": f"S{n}"} for n in (1, 2)],
        "cadres": [],
        "chiefs": [{"chief_id": f"H{n}", "name": f"H{n}", "station_id": f"S{n}"} for n in (1, 2)],
        "posting_pins": required("H1", "H2", posting="attachment", start_date=JULY),
    }
    error = error_of(rows, Policy(), "exchange")
    assert (
        "一个处室同时至多 1 名跟班所长（N6 三-3），一处（D1） 2019-07-01 还剩 1 个名额"
        in error.sentence()
    )
    assert "set exchange.hosts from 1 to 2 (N6 三-3)" in labels(error)


def test_a_chief_alone_may_go_where_nobody_need_be_left() -> None:
    rows = NOTHING | {
        "departments": [{"department_id": "D1", "name": "一处"}],
        "stations": [{"station_id": "S1", "name": "S1", "staff": 1}],
        "cadres": [],
        "chiefs": [{"chief_id": "H1", "name": "H1", "station_id": "S1"}],
        "posting_pins": required("H1", posting="attachment"),
    }
    error = error_of(rows, Policy(), "exchange")
    assert "所长离所后至少留 1 人（N8 六-2）：S1（S1）" in error.sentence()
    assert "set exchange.staff_left from 1 to 0 (N8 六-2)" in labels(error)


@pytest.mark.parametrize("seed", range(12))
def test_an_exchange_is_possible_just_where_it_is_for_the_people_required(seed: int) -> None:
    rows = exchange_year(seed)
    rows["posting_pins"] = [
        {"person_id": row["person_id"], "posting": row["posting"], "decision": "require"}
        for row in rows["posting_pins"]
        if row.get("posting") in ("secondment", "attachment")
    ] + required(*(one["chief_id"] for one in rows["chiefs"][:2]), posting="attachment")
    figures = Policy(exchange=ExchangeFigures(hosts=1))
    known = facts(rows, figures)
    whole = solve(problem_of(exchange_case(known, figures, YEAR)))
    assert (whole is not None) == feasible(needed(Asked("exchange", known, figures, YEAR)))
