"""What a plan in force may be, how it is read, and what is wrong with one that is not."""

from pathlib import Path

import polars as pl
import pytest

from planner.dataset import Dataset
from planner.errors import InputError
from planner.pairing.in_force import gone, put_in_force, read_in_force
from planner.pairing.make import make_plan
from planner.tables import write_csv
from tests.audit.world import CHANGED, WORLD, World
from tests.pairing.tiny import dataset

KEPT = ["year", "kind", "unit_id", "station_id", "approval"]


def standing(*lines: str) -> pl.DataFrame:
    """Return a plan in force of lines `unit station weight`."""
    frame = World(in_force=lines).standing
    assert frame is not None
    return frame


def refused(pairs: pl.DataFrame, year: int = 2019) -> list[str]:
    """Return what is wrong with a plan in force."""
    with pytest.raises(InputError) as raised:
        put_in_force(dataset(WORLD), pairs, year)
    return raised.value.text("en").splitlines()


def test_a_plan_s_own_table_can_be_in_force() -> None:
    pairs = WORLD.plan()
    kept = put_in_force(dataset(WORLD), pairs, 2019).in_force
    assert kept is not None
    assert kept.columns == KEPT
    assert kept.rows() == [(*row, 1) for row in pairs.select(KEPT[:-1]).rows()]


def test_its_order_of_rows_does_not_matter() -> None:
    pairs = standing("L1 A1a 5", "D1 A2a 2", "D2 B2b")
    first, second = (put_in_force(dataset(WORLD), rows, 2019) for rows in (pairs, pairs.reverse()))
    assert first.inputs["in_force.csv"] == second.inputs["in_force.csv"]


def test_the_dataset_it_is_put_into_stays_as_it_was() -> None:
    tables = dataset(WORLD)
    put_in_force(tables, standing("L1 A1a"), 2019)
    assert tables.in_force is None
    assert "in_force.csv" not in tables.inputs


@pytest.mark.parametrize("header", ["approval", "批准权重", " APPROVAL "])
def test_approvals_are_read_from_a_plan_s_file(header: str, tmp_path: Path) -> None:
    text = write_csv(WORLD.plan(["L1 A1a", "L1 B1a", "D1 A2a"])).decode().splitlines()
    lines = [f"{line},{word}" for line, word in zip(text, (header, "4", "", "2"), strict=True)]
    (tmp_path / "plan.csv").write_text("\n".join(lines), "utf-8")
    for path in (tmp_path, tmp_path / "plan.csv"):
        assert read_in_force(path)["approval"].to_list() == [4, 1, 2]


@pytest.mark.parametrize("weight", ["0", "-1", "1.5", "two"])
def test_an_approval_that_is_no_weight_is_refused(weight: str, tmp_path: Path) -> None:
    text = f"year,kind,unit_id,station_id,approval\n2019,leader,L1,A1a,{weight}\n"
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        read_in_force(tmp_path)
    assert raised.value.text("en").startswith("plan.csv:2 approval: ")


def test_a_folder_without_a_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_in_force(tmp_path)
    assert raised.value.text("en") == (
        f"{tmp_path / 'plan.csv'}: no such file; "
        "expected the folder of an earlier plan or a plan.csv"
    )


def test_a_plan_of_another_year_is_refused() -> None:
    assert refused(standing("L1 A1a"), 2020) == [
        "in_force year: the plan in force is of 2019; expected 2020"
    ]


def test_a_pairing_twice_is_refused() -> None:
    assert refused(standing("L1 A1a", "D1 A2a", "L1 A1a")) == [
        "in_force:4 station_id: row 2 has this pairing already; expected it once"
    ]


def test_a_unit_of_the_other_kind_is_refused() -> None:
    pairs = standing("L1 A1a", "D1 A2a").with_columns(kind=pl.lit("leader"))
    assert refused(pairs) == [
        "in_force:3 kind: 处室D1 (D1) is no leader in the tables; expected what they say"
    ]


def test_a_plan_without_rows_or_columns_is_refused() -> None:
    assert refused(standing("L1 A1a").clear())[0].startswith("in_force: ")
    assert refused(standing("L1 A1a").drop("kind"))[0].startswith("in_force:1 kind: ")


def test_a_plan_of_another_dataset_is_refused() -> None:
    # Two of three: D7 is no unit here and Z1a no station.
    (told,) = refused(standing("L1 A1a", "D7 A2a", "D1 Z1a"))
    assert told.startswith(
        "in_force: 2 of 3 pairings name a unit or station that the tables don't have "
        "(D7 A2a, D1 Z1a); expected a plan of these data"
    )


def test_up_to_half_may_have_closed_or_left_and_each_is_said() -> None:
    pairs = standing("L1 A1a", "D1 A2a", "D7 A1b", "D7 Z1a")
    assert put_in_force(dataset(WORLD), pairs, 2019).in_force is not None
    read = pairs.with_row_index("row", 2)
    assert [note.text("en") for note in gone(dataset(WORLD), read, Path("old.csv"))] == [
        f"old.csv:{row} {column}: '{name}' is not in the tables any more; "
        f"its pairings in force ({number}) count as changed"
        for row, column, name, number in ((4, "unit_id", "D7", 2), (5, "station_id", "Z1a", 1))
    ]


def test_every_fault_comes_at_once_with_those_of_the_data() -> None:
    tables = Dataset.from_frames(None, **WORLD.but(history=["2019 L1 A1a"]).frames)
    pairs = standing("L1 A1a", "L1 A1a").with_columns(year=2018)
    with pytest.raises(InputError) as raised:
        make_plan(tables, WORLD.policy, 2019, in_force=pairs)
    assert [fault.key for fault in raised.value.faults] == [
        "history.late",
        "in_force.year",
        "in_force.twice",
    ]


def test_a_plan_remembers_what_was_in_force() -> None:
    made = make_plan(dataset(WORLD), WORLD.policy, 2019, in_force=CHANGED.standing)
    assert CHANGED.standing is not None
    assert made.in_force is not None
    assert set(made.in_force.rows()) == set(CHANGED.standing.rows())
