"""三-1: the plan that is put forward for approval says what the tables say (N1, N2)."""

from typing import Any

import polars as pl
import pytest

from planner.audit import audit
from tests.audit.world import LEADERS, WORLD, World, department, violations

# Row 1 of plan.csv is its header, so L1's pairings are rows 2 and 3, D1's 4 and 5, D2's 6.


def rows(
    plan: pl.DataFrame, world: World = WORLD, summary: dict[str, Any] | None = None
) -> list[str]:
    findings = audit(world.frames, world.policy, world.year, plan, summary)
    return violations("rows", findings)


def changed(number: int, **columns: Any) -> pl.DataFrame:
    """Return the plan with columns of one row changed, the row as a spreadsheet shows it."""
    plan = WORLD.plan()
    lines = plan.rows(named=True)
    lines[number - 2] |= columns
    return pl.DataFrame(lines, schema=plan.schema)


def test_a_plan_that_agrees_with_the_tables_is_well_made() -> None:
    assert rows(WORLD.plan()) == []
    assert rows(WORLD.plan(LEADERS)) == []
    assert rows(WORLD.plan([])) == []


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("year", 2018, "found=2018 expected=2019"),
        ("unit", "人事警务处", "found=人事警务处 expected=处室D1"),
        ("station", "司法所A2b", "found=司法所A2b expected=司法所A2a"),
        ("city", "B", "found=B expected=A"),
        ("county", "A1", "found=A1 expected=A2"),
        ("need", 16, "found=16 expected=15"),
        ("travel_minutes", 59, "found=59 expected=60"),
        ("wish", 1, "found=1 expected="),
        ("fit", True, "found=true expected=false"),
        ("fit", None, "found= expected=false"),
    ],
)
def test_a_column_that_differs_from_the_tables_is_reported(
    column: str, value: object, told: str
) -> None:
    assert rows(changed(4, **{column: value})) == [f"1 row=4 column={column} {told}"]


def test_a_department_is_not_listed_as_a_leader() -> None:
    assert "1 row=4 column=kind found=leader expected=department" in rows(changed(4, kind="leader"))


def test_a_wish_that_is_met_is_shown() -> None:
    world = WORLD.but(wishes=["D1 2 city A"])
    assert rows(changed(4, wish=2), world) == []
    assert rows(WORLD.plan(), world) == ["1 row=4 column=wish found= expected=2"]


def test_the_best_of_several_wishes_is_the_wish() -> None:
    world = WORLD.but(wishes=["D1 3 county A2", "D1 2 city A", "D1 1 city B", "D2 1 city A"])
    assert world.plan()["wish"].to_list() == [None, None, 2, None, None]
    assert rows(world.plan(), world) == []


def test_a_wish_of_any_rank_is_shown() -> None:
    world = WORLD.but(wishes=["D1 7 station A2a"])
    assert rows(changed(4, wish=7), world) == []


def test_fit_is_for_departments_alone() -> None:
    departments = [department("D1", 12, topics="调解;普法"), department("D2", 6, topics="戒毒")]
    world = WORLD.but(departments=departments).where("A2a", focus="普法").where("A1a", focus="调解")
    assert world.plan()["fit"].to_list() == [None, None, True, False, False]
    assert rows(world.plan(), world) == []


def test_an_unknown_unit_is_reported() -> None:
    assert rows(changed(6, unit_id="D9")) == ["1 row=6 column=unit_id found=D9"]


def test_an_unknown_station_is_reported() -> None:
    assert rows(changed(6, station_id="Z9z")) == ["1 row=6 column=station_id found=Z9z"]


def test_a_pairing_is_listed_once() -> None:
    plan = WORLD.plan()
    assert rows(pl.concat([plan, plan[-1:]])) == ["1 row=7 unit=D2 station=B2a count=2 bound=1"]


@pytest.mark.parametrize("order", [[1, 0, 2, 3, 4], [0, 1, 4, 2, 3], [4, 3, 2, 1, 0]])
def test_rows_in_another_order_are_the_same_plan(order: list[int]) -> None:
    assert rows(WORLD.plan()[order]) == []


def test_the_summary_is_of_the_plan_s_year() -> None:
    summary = WORLD.summary("leaders", "departments") | {"year": 2020}
    assert rows(WORLD.plan(), summary=summary) == ["1 column=year found=2020 expected=2019"]


def test_a_row_that_cannot_be_judged_does_not_stop_the_other_checks() -> None:
    plan = changed(6, unit_id="D9", kind="department")
    world = WORLD.but(pins=["D1 A2a forbid"])
    assert violations("forbid", audit(world.frames, world.policy, 2019, plan, None)) == [
        "1 unit=D1 station=A2a"
    ]
