"""What a scenario changes, in words."""

from planner.wording import named

STATIONS, GOALS = "policy.leaders.stations", "policy.goals.leaders"


def test_a_name_made_of_paths_is_told_in_words() -> None:
    values = {"policy.rotation.years": 5, STATIONS: "[2, 4]"}
    name = f"policy.rotation.years=5, {STATIONS}=[2, 4]"
    assert named(name, values, "zh") == "不重复的年数（年） 5, 每位领导联系所数（个） 2–4"


def test_goals_in_order_and_a_yes_are_told_in_words() -> None:
    duty = "departments.set.D1.village_duty"
    values = {GOALS: '["coverage", "tie"]', duty: True}
    told = named(f'{GOALS}=["coverage", "tie"], {duty}=true', values, "en")
    assert told == "order of the leaders' goals pairings, D1 village duty yes"


def test_a_name_that_somebody_gave_stays_as_it_is() -> None:
    assert named("两个处室驻村", {"policy.rotation.years": None}, "zh") == "两个处室驻村"
