"""What is wrong with a scenario, each in a sentence at its place, all at once."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.policy import Policy
from planner.scenario import Scenario
from tests.scenario.small import BASE, faults, said

PIN = {"unit_id": "D1", "station_id": "C1a", "decision": "forbid"}
LEAVES = {"remove": ["L2"]}
L2 = {"leader_id": "L2", "name": "副厅长", "principal": False}
L3 = {**L2, "leader_id": "L3"}
KEPT = {"set": {"D2": {"leader_id": "L1"}}}


def test_an_unknown_table_is_named_with_the_nearest() -> None:
    assert said(departmens={}) == [
        "departmens: there is no table 'departmens', expected perhaps departments"
    ]


def test_an_unknown_verb_is_named_with_those_there_are() -> None:
    assert said(departments={"D1": {"headcount": 3}}) == [
        "departments.D1: 'D1' can't stand here, expected one of: set, remove, add"
    ]


def test_rows_without_an_identifier_cant_be_set() -> None:
    (line,) = said(pins={"set": {"D1": {"decision": "forbid"}}})
    assert line == "pins.set: 'set' can't stand here, expected one of: remove, add"


def test_an_unknown_identifier_is_named_with_the_nearest() -> None:
    assert said(departments={"set": {"D01": {"headcount": 3}}}) == [
        "departments.set.D01: departments has no identifier 'D01', expected perhaps 'D1'"
    ]


def test_an_unknown_column_is_named_with_the_nearest() -> None:
    (line,) = said(departments={"set": {"D1": {"headcont": 3}}})
    assert line.endswith("there is no column 'headcont', expected perhaps headcount")


def test_an_unknown_policy_key_is_named_with_the_nearest() -> None:
    assert said(policy={"stations": {"per_countie": 1}}) == [
        "policy.stations.per_countie: there is no such key, expected perhaps per_county"
    ]


def test_an_unknown_goal_is_named_with_the_nearest() -> None:
    assert said(policy={"goals": {"leaders": ["coverge", "tie"]}}) == [
        'policy.goals.leaders: found "coverge", expected perhaps coverage'
    ]


def test_weights_that_are_zero_only_together_are_refused() -> None:
    none = dict.fromkeys(("hardship", "staff", "caseload", "unvisited"), 0)
    assert said(policy={"need": none}) == [
        "policy.need: every weight is zero, expected at least one above zero"
    ]


def test_a_value_is_read_as_a_cell_is() -> None:
    assert said(departments={"set": {"D1": {"headcount": "twelve"}}}) == [
        "departments.set.D1.headcount: found 'twelve', expected a whole number"
    ]


def test_an_added_row_lacks_nothing() -> None:
    assert said(pins={"add": [{"unit_id": "D1"}]}) == [
        "pins.add[1].station_id: this cell is blank, expected a value",
        "pins.add[1].decision: this cell is blank, expected a value",
    ]


def test_an_added_row_that_names_nothing_is_told_at_its_entry() -> None:
    entries = [PIN, {**PIN, "station_id": "C1aa"}]
    assert said(pins={"add": entries}) == [
        "pins.add[2].station_id: found 'C1aa', expected an identifier of stations, perhaps 'C1a'"
    ]


def test_a_set_cell_that_names_nothing_is_told_at_its_path() -> None:
    (line,) = said(departments={"set": {"D1": {"leader_id": "L9"}}})
    assert line.startswith("departments.set.D1.leader_id: found 'L9', expected an identifier")


def test_a_leader_doesnt_leave_departments_without_one() -> None:
    (line,) = said(leaders=LEAVES)
    assert line == (
        "leaders.remove: 'L2' leaves and D2 would have no leader in charge, expected another one "
        'in the same scenario, as [departments.set.D2] leader_id = "…"'
    )


def test_a_row_that_nobody_changed_is_told_at_its_own_place() -> None:
    # Both stations of C2 are counted to another county, and D1's wish for C2 stays.
    moved = {"C2a": {"county": "C9"}, "C2b": {"county": "C9"}}
    (fault,) = faults(Scenario("试", {"stations": {"set": moved}}))
    assert (fault.file, fault.row, fault.key) == ("wishes", 2, "place.unknown")


def test_a_wish_for_a_county_whose_stations_all_close_has_no_effect() -> None:
    dataset, _ = Scenario("试", {"stations": {"remove": ["C2a", "C2b"]}}).apply(BASE, Policy())
    assert "C2" not in dataset.wishes["place"].to_list()
    (note,) = [note for note in dataset.warnings if note.key == "place.emptied"]
    assert (note.file, note.row, note.values) == ("wishes", 2, {"value": "C2"})


def test_all_faults_come_at_once() -> None:
    lines = said(
        policy={"stations": {"units": 0}},
        leaders={"remove": ["L1", "L8"]},
        departments={"set": {"D1": {"headcount": 0, "leader_id": "L7"}}},
        pins={"add": [{**PIN, "unit_id": "D7"}]},
    )
    assert [line.partition(":")[0] for line in lines] == [
        "policy.stations.units",
        "departments.set.D1.headcount",
        "leaders.remove",
        "leaders principal",  # L1 was the principal
        "departments.set.D1.leader_id",
        "pins.add[1].unit_id",
    ]


@pytest.mark.parametrize(
    ("changes", "path", "key"),
    [
        (
            {"departments": {"remove": ["D2"], "set": {"D2": {"headcount": 3}}}},
            "departments.set.D2",
            "scenario.removed",
        ),
        (
            {"departments": {"remove": ["D2"]}, "pins": {"add": [{**PIN, "unit_id": "D2"}]}},
            "pins.add[1].unit_id",
            "scenario.removed",
        ),
        (
            {"stations": {"remove": ["C1a"]}, "pins": {"add": [PIN]}},
            "pins.add[1].station_id",
            "scenario.removed",
        ),
        (
            {"leaders": LEAVES, "departments": {"set": {"D2": {"leader_id": "L2"}}}},
            "departments.set.D2.leader_id",
            "scenario.removed",
        ),
        (
            {"leaders": {"remove": ["L2"], "add": [L2]}, "departments": KEPT},
            "leaders.add[1].leader_id",
            "scenario.removed",
        ),
        ({"leaders": {"add": [L2]}}, "leaders.add[1].leader_id", "scenario.exists"),
        ({"leaders": {"add": [L3, L3]}}, "leaders.add[2].leader_id", "scenario.twice"),
        ({"stations": {"remove": ["A1a", "A1a"]}}, "stations.remove", "scenario.twice"),
        (
            {"departments": {"set": {"D1": {"department_id": "D3"}}}},
            "departments.set.D1.department_id",
            "scenario.set_id",
        ),
        (
            {"pins": {"add": [PIN, {**PIN, "decision": "require"}]}},
            "pins.add[2].decision",
            "pin.both",
        ),
        (
            {"pins": {"remove": [{"unit_id": "D2", "station_id": "C1b"}]}},
            "pins.remove[1]",
            "scenario.no_row",
        ),
    ],
)
def test_a_scenario_doesnt_contradict_itself(
    changes: dict[str, object], path: str, key: str
) -> None:
    assert [(one.column, one.key) for one in faults(Scenario("试", changes))] == [(path, key)]


def test_an_entry_to_remove_that_names_nothing_is_told_with_the_nearest() -> None:
    assert said(pins={"remove": [{"unit_id": "D22"}]}) == [
        "pins.remove[1].unit_id: this column of pins has no 'D22', expected perhaps 'D2'"
    ]


def test_a_sentence_names_the_entry_that_it_means() -> None:
    (line,) = said(pins={"add": [PIN, {**PIN, "decision": "require"}]})
    assert line.startswith("pins.add[2].decision: row pins.add[1] decides the opposite")


def test_a_pin_that_is_recused_names_the_recusal() -> None:
    recusal = {"unit_id": "D2", "level": "station", "place": "A2b"}
    (line,) = said(recusals={"add": [recusal]})
    assert line.startswith("pins:2 decision: the pair is required but recused at recusals.add[1]")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"policy": 3}, "policy: found '3', expected a table of keys and values"),
        (
            {"policy": {"stations": 3}},
            "policy.stations: found 3, expected a section [stations]",
        ),
        ({"pins": 3}, "pins: found '3', expected a table of keys and values"),
        (
            {"departments": {"set": {"D1": True}}},
            "departments.set.D1: found 'True', expected a table of keys and values",
        ),
        (
            {"stations": {"remove": "A1a"}},
            "stations.remove: found 'A1a', expected a list of identifiers such as [\"D03\"]",
        ),
        (
            {"pins": {"remove": "D1"}},
            "pins.remove: found 'D1', expected entries, each a section [[…]]",
        ),
        (
            {"pins": {"remove": [{}]}},
            "pins.remove[1]: this entry is empty, expected at least one column",
        ),
        (
            {"pins": {"add": [7]}},
            "pins.add[1]: found '7', expected a table of keys and values",
        ),
        (
            {"departments": {"set": {"D1": {"headcount": [3, 4]}}}},
            "departments.set.D1.headcount: found '[3, 4]', expected a single value",
        ),
        (
            {"departments": {"set": {"D1": {"headcount": {"to": 4}}}}},
            "departments.set.D1.headcount: found '{'to': 4}', expected a single value",
        ),
    ],
)
def test_a_word_out_of_shape_is_told(changes: dict[str, object], line: str) -> None:
    assert said(**changes) == [line]


def test_a_faulty_entry_to_remove_removes_nothing() -> None:
    # Without `decison`, the entry would match every pin of D2.
    (line,) = said(pins={"remove": [{"unit_id": "D2", "decison": "forbid"}]})
    assert line.endswith("there is no column 'decison', expected perhaps decision")


def test_every_sentence_comes_in_chinese_too() -> None:
    (fault,) = faults(Scenario("试", {"leaders": LEAVES}, file="离任.toml"))
    assert fault.text("zh") == (
        "离任.toml leaders.remove: “L2”离任后，D2 没有分管领导，应在同一情景中改由他人分管，"
        '如 [departments.set.D2] leader_id = "……"'
    )


WORDS = st.sampled_from((
    "policy", "departments", "stations", "pins", "set", "remove", "add", "D1", "A1a", "headcount",
    "unit_id", "goals", "leaders", "need", "级",
))  # fmt: skip
ANYTHING = st.recursive(
    st.sampled_from((True, 3, -1, 2.5, "D1", "A1a", "", "级", dt.date(2019, 1, 1), None)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(WORDS, ANYTHING, max_size=3))
def test_whatever_a_scenario_says_is_done_or_told_in_sentences(changes: dict[str, Any]) -> None:
    for fault in faults(Scenario("试", changes)):
        assert fault.text("zh") != fault.text("en")


@pytest.mark.parametrize("wrap", [0, 1, 2])
@given(data=st.data())
def test_nor_does_a_value_deep_inside_break_it(wrap: int, data: st.DataObject) -> None:
    changes = data.draw(ANYTHING)
    for _ in range(wrap):
        changes = {data.draw(WORDS): changes}
    inside = {"departments": {"set": {"D1": changes}}, "pins": {"add": changes}, "policy": changes}
    for fault in faults(Scenario("试", inside)):
        assert fault.text("zh") != fault.text("en")
