"""The sentences of 方案: its principles, what the goals came to, the result."""

from collections.abc import Iterator
from typing import Any

from planner.dataset import rows_of
from planner.office.tables import JOINT, Matter
from planner.pairing.units import KIND
from planner.words import say

NUMERALS = "一二三四五六七八九十"
PARTS = ("leaders", "departments")
UNSAID = ("tie",)
"""Goals that only make the plan unique: they mean nothing to a reader."""


def principles(matter: Matter) -> list[str]:
    """Return what every pairing had to satisfy, then what was striven for, in order."""
    policy = matter.policy
    said = list[tuple[str, dict[str, object]]]()
    if "leaders" in matter.parts:
        low, high = policy.leaders.stations
        said.append(("leaders", {"low": low, "high": high, "city": policy.leaders.per_city}))
    if "departments" in matter.parts:
        low, high = policy.departments.stations
        size, city = policy.departments.two_from_headcount, policy.departments.per_city
        said.append(("departments", {"low": low, "high": high, "size": size, "city": city}))
        if "pairing" in policy.village_duty.exempts:
            said.append(("village", {}))
    said.append(
        ("stations", {"units": policy.stations.units, "county": policy.stations.per_county})
    )
    said.append(("pairs", {"years": policy.rotation.years}))
    if policy.travel.most_minutes:
        said.append(("travel", {"most": policy.travel.most_minutes}))
    if policy.stations.hard_percent:
        said.append(("hard", {"percent": policy.stations.hard_percent}))
    said.append(("goals", {"goals": _order(matter)}))
    return [
        say(
            "office.numbered",
            number=NUMERALS[at - 1],
            text=say(f"office.principle.{key}", **values),
        )
        for at, (key, values) in enumerate(said, 1)
    ]


def goals(matter: Matter) -> list[dict[str, Any]]:
    """Return each part's goals in words: what was reached, and what could be at best."""
    claimed = [part for part in matter.plan.parts if part.part in matter.parts]
    return [
        {
            "number": NUMERALS[at],
            "title": say(f"office.part.{part.part}"),
            "lines": [
                _goal(at, goal) for at, goal in enumerate(_said(part.goals), 1)
            ],
        }
        for at, part in enumerate(claimed)
    ]  # fmt: skip


def results(matter: Matter) -> list[str]:
    """Return how many units have how many stations, where."""
    return list(_results(matter))


def _results(matter: Matter) -> Iterator[str]:
    for part in matter.parts:
        own = [row for row in matter.pairs if row["kind"] == KIND[part]]
        yield say(
            f"office.result.{part}", units=len({row["unit_id"] for row in own}), **_reach(own)
        )
    if len(matter.parts) > 1:
        yield say("office.result.both", **_reach(matter.pairs))
    if "departments" in matter.parts:
        exempt = _exempt(matter)
        if exempt:
            yield say("office.result.exempt", names=JOINT.join(exempt))


def _reach(rows: list[dict[str, Any]]) -> dict[str, int]:
    cities = {row["city"] for row in rows}
    counties = {(row["city"], row["county"]) for row in rows}
    return {"pairs": len(rows), "cities": len(cities), "counties": len(counties)}


def _exempt(matter: Matter) -> list[str]:
    if "pairing" not in matter.policy.village_duty.exempts:
        return []
    rows = rows_of(matter.dataset.departments, "name", "village_duty")
    return [name for name, duty in rows if duty]


def _order(matter: Matter) -> str:
    orders = [getattr(matter.policy.goals, part) for part in matter.parts]
    order = [goal for goal in max(orders, key=len) if goal not in UNSAID]
    return JOINT.join(say(f"goal.{goal}") for goal in order)


def _said(goals: Any) -> list[Any]:
    return [goal for goal in goals if goal.goal not in UNSAID]


def _goal(number: int, goal: Any) -> str:
    key = "met" if goal.value == goal.bound else "open"
    return say(
        f"office.goal.{key}", number=number, goal=say(f"goal.{goal.goal}"),
        unit=say(f"office.unit.{goal.goal}"), value=goal.value, bound=goal.bound,
    )  # fmt: skip


def written(on: str) -> str:
    """Return a day as official papers write it: 2019年1月15日."""
    year, month, day = map(int, on.split("-"))
    return f"{year}年{month}月{day}日"
