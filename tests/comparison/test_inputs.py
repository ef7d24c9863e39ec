"""Which rows and figures of the input differ."""

from dataclasses import replace
from typing import Any

import pytest

from planner.comparison import compare
from planner.errors import InputError
from planner.pairing.make import make_plan
from planner.policy import Policy
from planner.scenario import Scenario
from tests.audit.world import department
from tests.comparison.small import DUTY, made, plan
from tests.scenario.small import BASE, POLICY

CHANGES: dict[str, Any] = {
    "policy": {"stations": {"per_county": 3}},
    "departments": {"set": {"D2": {"headcount": 7}}, "add": [department("D3", 5)]},
    "stations": {"remove": ["C2b"]},
    "pins": {"add": [{"unit_id": "D1", "station_id": "A2b", "decision": "forbid"}]},
    "recusals": {"remove": [{"unit_id": "L2"}]},
}
MANY = Scenario("多项", CHANGES)


def test_the_same_input_differs_in_nothing() -> None:
    assert compare(made()[0], made()[0], data=[BASE]).inputs.is_empty()


def test_each_kind_of_change_is_a_row() -> None:
    tables, policy = MANY.apply(BASE, POLICY)
    found = compare(
        made()[0], make_plan(tables, policy, 2019), data=[BASE, tables], policies=[policy]
    )
    station = "C2b, 司法所C2b, C, C2, C2b, 115.9, 28.7, 60, 3, 0, 0, , true"
    assert found.inputs.drop("plan").rows() == [
        ("figure", "policy", "stations", "per_county", "2", "3"),
        ("cell", "departments", "D2", "headcount", "6", "7"),
        ("row", "departments", "D3", None, None, "D3, 处室D3, 5, L1, false, "),
        ("row", "stations", "C2b", None, station, None),
        ("row", "recusals", None, None, "L2, station, B2a, ", None),
        ("row", "pins", None, None, None, "D1, A2b, forbid, "),
    ]


def test_tables_that_are_not_known_differ_by_file() -> None:
    found = compare(*made())
    assert found.inputs.select("what", "table").rows() == [("file", "scenario.toml")]


def test_a_policy_that_is_not_known_differs_by_its_digest() -> None:
    strict = replace(Policy(), stations=replace(Policy().stations, units=2))
    found = compare(made()[0], replace(made()[0], policy=strict.digest()))
    (row,) = found.inputs.rows(named=True)
    assert (row["what"], row["table"]) == ("file", "policy")
    assert [note.key for _, note in found.notes] == ["beside.policy_unknown", "beside.no_terms"]


def test_data_that_no_plan_was_made_from_is_refused() -> None:
    tables = DUTY.apply(BASE, POLICY)[0]
    other = replace(tables, inputs={"leaders": "0"})
    with pytest.raises(InputError) as caught:
        compare(made()[0], made()[1], data=[BASE, other])
    assert [fault.key for fault in caught.value.faults] == ["beside.stranger"]


def test_a_policy_that_no_plan_was_made_with_is_refused() -> None:
    strict = replace(Policy(), stations=replace(Policy().stations, units=2))
    with pytest.raises(InputError) as caught:
        compare(*made(), policies=[strict])
    assert [fault.key for fault in caught.value.faults] == ["beside.stranger"]


def test_plans_of_other_years_are_compared_and_that_is_said() -> None:
    found = compare(plan("D1 A1a"), plan("D1 A1a", year=2020))
    assert [(name, note.key) for name, note in found.notes] == [("2", "beside.years")]


def test_plans_without_a_common_unit_are_compared_and_that_is_said() -> None:
    found = compare(plan("D1 A1a"), plan("D9 A1a"))
    assert [note.key for _, note in found.notes] == ["beside.no_unit"]


def test_several_plans_stand_under_their_names() -> None:
    first, second = made()
    found = compare(first, second, first)
    assert found.names == ("1", "2", "3")
    kept = found.pairings.filter(change="kept")["plan"].value_counts().sort("plan").rows()
    assert kept[1] == ("3", first.pairs.height)
    assert found.of("3")["inputs"].is_empty()
