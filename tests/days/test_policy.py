from pathlib import Path

import pytest

from planner.errors import InputError
from planner.policy import Rates, read_policy
from planner.policy.figures import Policy
from planner.policy.write import policy_text

FAULTS = [
    ('[days]\ncount = "hours"', 'days.count: found "hours", expected one of: calendar, working'),
    ('[days]\nonly_paired = ["chiefs"]', 'days.only_paired: found "chiefs"'),
    ('[days]\nexcuses = ["leaves"]', 'days.excuses: found "leaves", expected perhaps leave'),
    ("[days]\nleave_from = 0", "days.leave_from: found 0, expected 1"),
    ("[calendar]\ncadre_trip = [5, 2]", "calendar.cadre_trip: found [5, 2]"),
    ("[calendar]\nleader_trip = [1, 6]", "calendar.leader_trip: found [1, 6]"),
    ("[calendar]\nvisitors = 1.5", "calendar.visitors: found 1.5, expected a whole number"),
    ("[calendar]\nvisitors = 0", "calendar.visitors: found 0, expected 1"),
    ("[calendar]\ntrips_a_month = 0", "calendar.trips_a_month: found 0, expected 1"),
    ("[calendar]\ntrips_per_staff = -1", "calendar.trips_per_staff: found -1, expected 0"),
    ("[calendar]\nfirst_half_percent = 101", "calendar.first_half_percent: found 101"),
    ('[calendar]\ngoals = ["met", "burdens", "tie"]', 'calendar.goals: found "burdens"'),
    ('[calendar]\ngoals = ["tie", "met"]', "expected tie as the last one"),
    ("[cost]\nmeal = -1", "cost.meal: found -1"),
    ("[cost]\nlodging = 300", "cost.lodging: found 300, expected a table"),
    ("[cost]\nlodging = { leaders = 300 }", "cost.lodging: there is no such key, expected"),
    ("[cost]\nlodging = { leader = 1.5 }", "cost.lodging: found 1.5, expected a whole number"),
]


@pytest.mark.parametrize(("text", "told"), FAULTS)
def test_a_figure_that_cannot_be_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_policy(path)
    assert told in raised.value.text("en")


def test_a_rate_that_is_left_out_has_its_default(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("[cost]\nlodging = { leader = 500 }", encoding="utf-8")
    assert read_policy(path).cost.lodging == Rates(500, 350)


def test_the_defaults_written_out_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(policy_text(Policy()), encoding="utf-8")
    assert read_policy(path) == Policy()
