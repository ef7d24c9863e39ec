from pathlib import Path

import polars as pl
import pytest

from planner.dataset import Dataset, contradictions, read_dataset, unjoined_history
from planner.errors import InputError
from planner.pairing.make import make_plan
from planner.policy import Policy, VillageDuty
from planner.scenario import Scenario
from tests.tables.small import SMALL, records, write


def frames() -> dict[str, pl.DataFrame]:
    """Return the small dataset as frames of text."""
    tables = {name: records(name) for name in SMALL}
    return {
        name: pl.DataFrame(rows, schema=header, orient="row")
        for name, (header, *rows) in tables.items()
    }


def refusal(year: int | None = None, /, **changed: pl.DataFrame) -> str:
    with pytest.raises(InputError) as raised:
        Dataset.from_frames(year, **frames() | changed)
    return raised.value.text()


def test_frames_of_text_make_the_same_dataset_as_files(tmp_path: Path) -> None:
    dataset = Dataset.from_frames(**frames())
    files = read_dataset(write(tmp_path / "data"))
    assert all(frame.equals(files.tables()[name]) for name, frame in dataset.tables().items())


def test_frames_of_other_number_types_are_taken() -> None:
    departments = frames()["departments"].with_columns(pl.col("headcount").cast(pl.UInt8))
    stations = frames()["stations"].with_columns(pl.col("lon", "lat").cast(pl.Float32))
    dataset = Dataset.from_frames(**frames() | {"departments": departments, "stations": stations})
    assert dataset.departments["headcount"].dtype == pl.Int64()
    assert dataset.stations["lat"].dtype == pl.Float64()


def test_optional_frames_may_be_missing() -> None:
    three = {name: frames()[name] for name in ("leaders", "departments", "stations")}
    assert Dataset.from_frames(**three).pins.columns == [
        "row",
        "unit_id",
        "station_id",
        "decision",
        "reason",
    ]


def test_a_missing_frame_is_refused() -> None:
    with pytest.raises(InputError) as raised:
        Dataset.from_frames(leaders=frames()["leaders"])
    assert raised.value.text().splitlines() == [
        "departments: 缺少处室表，应有文件 departments.csv",
        "stations: 缺少司法所表，应有文件 stations.csv",
    ]


def test_a_frame_of_no_table_is_an_error_of_the_caller() -> None:
    with pytest.raises(TypeError, match="no such table: units"):
        Dataset.from_frames(**frames(), units=frames()["leaders"])


def test_rows_are_numbered_as_a_file_would_be() -> None:
    leaders = frames()["leaders"].with_columns(name=pl.lit(None, pl.String))
    assert refusal(leaders=leaders).splitlines() == [
        "leaders:2 name: 此格为空，应填写",
        "leaders:3 name: 此格为空，应填写",
    ]


def test_rows_that_are_numbered_keep_their_numbers() -> None:
    leaders = frames()["leaders"].with_columns(row=pl.Series([7, 9]), name=pl.lit(""))
    assert refusal(leaders=leaders).splitlines() == [
        "leaders:7 name: 此格为空，应填写",
        "leaders:9 name: 此格为空，应填写",
    ]


@pytest.mark.parametrize(
    ("column", "says"),
    [
        (pl.lit(0), "发现“0”，应在 1 与 1000000 之间"),
        (pl.lit(None, pl.Int64), "此格为空，应填写"),
        (pl.lit(1.5), "发现“1.5”，应为整数"),
        (pl.lit(value=True), "发现“True”，应为整数"),
        (pl.date(2019, 1, 2), "发现“2019-01-02”，像是日期，应为整数"),
    ],
    ids=["out of range", "null", "fraction", "flag", "date"],
)
def test_a_typed_cell_that_is_wrong_is_refused(column: pl.Expr, says: str) -> None:
    departments = frames()["departments"].head(1).with_columns(headcount=column)
    changed = {"departments": departments, "wishes": frames()["wishes"].head(2)}
    assert refusal(**changed, pins=frames()["pins"].tail(1)) == f"departments:2 headcount: {says}"


def test_a_degree_that_is_no_number_is_refused() -> None:
    stations = frames()["stations"].with_columns(lat=pl.lit(float("nan")))
    assert refusal(stations=stations).splitlines()[0] == (
        "stations:2 lat: 发现“nan”，应为度数，如 115.89"
    )


def test_history_of_the_plan_year_is_refused_where_the_year_is_given() -> None:
    assert refusal(2018) == "history:3 year: 发现 2018 年，应早于方案年度 2018"


def test_a_required_pair_of_an_exempt_department_is_a_contradiction() -> None:
    pins = frames()["pins"].with_columns(unit_id=pl.lit("D03"))
    dataset = Dataset.from_frames(**frames() | {"pins": pins})
    assert [fault.text() for fault in contradictions(dataset, Policy())] == [
        "pins:2 unit_id: 装备处（D03）承担驻村扶贫任务，不安排对口联系，不应指定结对"
    ]


def test_a_required_pair_is_no_contradiction_where_the_policy_does_not_exempt() -> None:
    pins = frames()["pins"].with_columns(unit_id=pl.lit("D03"))
    dataset = Dataset.from_frames(**frames() | {"pins": pins})
    policy = Policy(village_duty=VillageDuty(exempts=("days",)))
    assert contradictions(dataset, policy) == []


def test_a_contradiction_names_the_file_it_was_read_from(tmp_path: Path) -> None:
    texts = SMALL | {"pins": SMALL["pins"].replace("D02", "D03")}
    dataset = read_dataset(write(tmp_path / "data", texts))
    assert [fault.file for fault in contradictions(dataset, Policy())] == ["pins.csv"]


def test_a_dataset_does_not_change() -> None:
    dataset = Dataset.from_frames(**frames())
    with pytest.raises(AttributeError):
        dataset.pins = dataset.wishes  # pyright: ignore[reportAttributeAccessIssue]


def test_history_that_joins_nothing_is_refused_from_python_too() -> None:
    def history(unit: str) -> pl.DataFrame:
        row = {"year": [2018], "unit_id": [unit], "station_id": ["S0101"]}
        return pl.DataFrame(row)

    strange = Dataset.from_frames(**frames() | {"history": history("9")})
    with pytest.raises(InputError) as raised:
        make_plan(strange, Policy(), 2019)
    assert [fault.key for fault in raised.value.faults] == ["history.unjoined"]


def test_history_of_what_a_scenario_takes_away_is_no_fault() -> None:
    row = {"year": [2018], "unit_id": ["L02"], "station_id": ["S0202"]}
    dataset = Dataset.from_frames(**frames() | {"history": pl.DataFrame(row)})
    closed = Scenario("x", {"stations": {"remove": ["S0202"]}})
    changed, _ = closed.apply(dataset, Policy())
    assert unjoined_history(changed, Policy(), 2019) == []
