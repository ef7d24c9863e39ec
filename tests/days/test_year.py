from pathlib import Path

import planner
from tests.days.folder import base, write, write_plan
from tests.days.small import day


def test_a_year_of_days_is_at_hand_for_notebooks(tmp_path: Path) -> None:
    data, plan = write(tmp_path / "data", base()), write_plan(tmp_path / "plan")
    year = planner.read_days_year(data, 2019, [plan], on=day("0630"))
    assert year.obligations["done"].to_list() == [0, 5, 0]
    assert year.ledger["counted"].to_list() == [5]
    assert year.burden["burden"].to_list() == [3]
    assert year.filing(1)["person_id"].to_list() == ["C1"]
    assert year.filing_people(1)["counted_half"].to_list() == [5, 0, 0]
    calendar = year.calendar(day("0701"))
    assert calendar.checked
    assert year.cost(calendar)["fares"].sum() == 120 * calendar.rows.height
