"""What a scenario does to the rows of the tables."""

from planner.tables import TABLES
from tests.scenario.small import BASE, changed, notes

ADDED = {"unit_id": "D1", "station_id": "C1a", "decision": "forbid"}


def test_a_cell_is_set_by_the_rows_identifier() -> None:
    tables = changed(departments={"set": {"D2": {"village_duty": True}}})
    assert tables.departments["village_duty"].to_list() == [False, True]


def test_the_baseline_is_never_touched() -> None:
    before = {name: frame.clone() for name, frame in BASE.tables().items()}
    changed(
        departments={"set": {"D1": {"headcount": 3, "expertise": ["普法"]}}, "remove": ["D2"]},
        stations={"set": {"A1a": {"nominated": False}}},
        pins={"add": [ADDED], "remove": [{"unit_id": "L1"}]},
    )
    assert all(BASE.tables()[name].equals(frame) for name, frame in before.items())


def test_frames_that_are_not_touched_are_the_very_same() -> None:
    tables = changed(departments={"set": {"D2": {"village_duty": True}}})
    same = [table.name for table in TABLES if table.name != "departments"]
    assert all(getattr(tables, name) is getattr(BASE, name) for name in same)


def test_a_value_may_be_written_as_in_a_table() -> None:
    cells = {"village_duty": "是", "headcount": "７", "expertise": "普法；调解"}
    tables = changed(departments={"set": {"D1": cells}})
    row = tables.departments.row(0, named=True)
    assert (row["village_duty"], row["headcount"], row["expertise"]) == (True, 7, ["普法", "调解"])


def test_a_list_of_topics_is_a_list() -> None:
    tables = changed(departments={"set": {"D1": {"expertise": ["普法", "调解"]}}})
    assert tables.departments["expertise"].to_list()[0] == ["普法", "调解"]


def test_blank_text_empties_a_cell_that_may_be_blank() -> None:
    tables = changed(stations={"set": {"A1a": {"focus": "普法"}, "A1b": {"focus": ""}}})
    assert tables.stations["focus"].to_list()[:2] == ["普法", None]


def test_an_added_row_stands_at_the_end_and_counts_on() -> None:
    tables = changed(pins={"add": [ADDED]})
    assert tables.pins.row(2, named=True) == {"row": 4, "reason": None, **ADDED}


def test_an_added_row_counts_on_from_rows_that_went() -> None:
    tables = changed(pins={"remove": [{"unit_id": "L1"}], "add": [ADDED]})
    assert tables.pins["row"].to_list() == [2, 4]


def test_rows_without_an_identifier_go_by_what_they_say() -> None:
    tables = changed(wishes={"remove": [{"department_id": "D2", "level": "司法所"}]})
    assert tables.wishes["department_id"].to_list() == ["D1"]


def test_a_station_that_closes_takes_its_pins_wishes_and_recusals_along() -> None:
    tables = changed(stations={"remove": ["A2b", "B2a"]})
    # A2b: D2's wish by its id and D2's pin. B2a: D2's wish by its name and L2's recusal.
    assert tables.wishes["place"].to_list() == ["C2"]
    assert tables.recusals["place"].to_list() == ["A"]
    assert tables.pins["unit_id"].to_list() == ["L1"]
    assert notes(tables) == [
        "stations.remove: with 'A2b' go 2 row(s) that name it: wishes:3, pins:2",
        "stations.remove: with 'B2a' go 2 row(s) that name it: wishes:4, recusals:3",
    ]


def test_wishes_for_the_place_around_a_closed_station_stay() -> None:
    tables = changed(stations={"remove": ["C2a"]})
    assert tables.wishes["place"].to_list() == ["C2", "A2b", "司法所B2a"]
    assert notes(tables) == []


def test_a_department_that_is_dissolved_takes_its_own_rows_along() -> None:
    tables = changed(departments={"remove": ["D2"]})
    assert tables.wishes["department_id"].to_list() == ["D1"]
    assert tables.pins["unit_id"].to_list() == ["L1"]
    assert notes(tables) == [
        "departments.remove: with 'D2' go 3 row(s) that name it: wishes:3, wishes:4, pins:2"
    ]


def test_a_leader_leaves_where_another_takes_the_departments() -> None:
    tables = changed(leaders={"remove": ["L2"]}, departments={"set": {"D2": {"leader_id": "L1"}}})
    assert tables.leaders["leader_id"].to_list() == ["L1"]
    assert tables.departments["leader_id"].to_list() == ["L1", "L1"]
    assert tables.recusals["unit_id"].to_list() == ["D1"]


def test_history_stays_and_is_warned_of() -> None:
    tables = changed(stations={"remove": ["A1a"]})
    assert tables.history.height == 2
    assert [(one.key, one.row) for one in tables.warnings] == [("history.gone", 2)]


def test_a_warning_of_a_row_that_went_is_no_more() -> None:
    twice = {"add": [ADDED, ADDED]}
    first = changed(pins=twice)
    assert [(one.key, one.column) for one in first.warnings] == [("row.repeated", "pins.add[2]")]


def test_what_was_tidied_up_in_a_value_is_said() -> None:
    tables = changed(departments={"set": {"D1": {"name": " 办公室 "}}})
    assert tables.departments["name"].to_list()[0] == "办公室"
    assert [one.key for one in tables.warnings] == ["cell.blanks"]


def test_no_change_at_all_leaves_every_frame_as_it_was() -> None:
    tables = changed()
    assert all(getattr(tables, name) is frame for name, frame in BASE.tables().items())


def test_a_new_leader_may_take_a_department_at_once() -> None:
    tables = changed(
        leaders={"add": [{"leader_id": "L3", "name": "副厅长", "principal": False}]},
        departments={"set": {"D1": {"leader_id": "L3"}}},
    )
    assert tables.departments["leader_id"].to_list() == ["L3", "L2"]
