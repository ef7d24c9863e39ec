"""Every fault that the tables can have, each with its row, its column and its sentence."""

from pathlib import Path
from typing import Any

import pytest

from planner import commands
from planner.dates import Day
from planner.errors import InputError
from planner.policy import Policy
from planner.postings.data import PostingsData, read_data

YEAR = 2019
SOUND = {
    "leaders": ["leader_id,name,principal", "L1,厅长,true"],
    "departments": [
        "department_id,name,headcount,leader_id,village_duty,expertise", "D1,一处,10,L1,false,",
    ],
    "stations": [
        "station_id,name,city,county,township,lon,lat,travel_minutes,staff,caseload,hardship,focus,nominated",
        "S1,甲所,甲市,子县,,,,60,2,50,1,,true",
        "S2,乙所,甲市,丑县,,,,60,2,50,1,,true",
        "S3,丙所,乙市,子县,,,,60,2,50,1,,true",
    ],
    "cadres": [
        ("cadre_id,name,department_id,duty_rank,birth_date,joined_on,left_on,grassroots_months,"
        "justice_months,village_duty,outstanding,native_county"),
        "C1,干部一,D1,below,1979-03-01,2005-07-01,,0,100,false,true,丑县",
        "C2,干部二,D1,below,1960-03-01,1985-07-01,,0,100,false,true,",
    ],
    "chiefs": [
        "chief_id,name,station_id,birth_date,outstanding,recommended_by",
        "H1,所长一,S1,,true,县局",
    ],
}  # fmt: skip
HEADERS = {
    "postings": "person_id,posting,host_id,start_date,end_date,grade,route",
    "posting_events": "person_id,start_date,event,date,until,note",
    "holds": "person_id,start_date,end_date,reason",
    "apart": "person_a,person_b,reason",
    "posting_pins": "person_id,posting,start_date,level,place,decision,reason",
    "hosts": "station_id,places",
    "mergers": "station_id,merged_on,successor_id",
    "absences": "person_id,cause,start_date,end_date",
}
SENT = {"postings": ["C1,secondment,S1,2019-01-01,2019-06-30,,"]}


def read(folder: Path, on: Day | None = None, **added: Any) -> PostingsData:
    """Read the sound tables with some rows added, and what is required judged as commands do."""
    sound(folder, **added)
    data = read_data(folder, YEAR, Policy(), on=on)
    kinds = ("training", "secondment", "attachment")
    data.refuse(data.facts(Policy(), YEAR), Policy(), YEAR, *kinds)
    return data


def sound(folder: Path, **added: Any) -> None:
    """Write the sound tables with some rows added."""
    tables = {name: list(rows) for name, rows in SOUND.items()}
    for name, rows in added.items():
        tables.setdefault(name, [HEADERS.get(name, "")]).extend(rows)
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_sound_tables_have_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path).warnings == ()


FAULTS: list[tuple[dict[str, list[str]], str]] = [
    ({"cadres": ["C3,三,D1,below,1979/03/01,,,0,0,否,否,"]}, "cadres.csv:4 birth_date: "),
    ({"cadres": ["C3,三,D1,below,2019-02-29,,,0,0,否,否,"]}, "cadres.csv:4 birth_date: "),
    ({"cadres": ["C3,三,D1,below,43466,,,0,0,否,否,"]}, "cadres.csv:4 birth_date: "),
    (
        {"postings": ["C1,training,S1,2019-07-01,2019-06-30,,A"]},
        "postings.csv:2 end_date: 结束日期 2019-06-30 早于开始日期 2019-07-01，应不早于开始日期",
    ),
    (
        {"holds": ["C1,2019-07-01,2019-06-30,illness"]},
        "holds.csv:2 end_date: 结束日期 2019-06-30 早于开始日期 2019-07-01，应不早于开始日期",
    ),
    (
        {"cadres": ["C3,三,D1,below,1990-01-01,1989-01-01,,0,0,否,否,"]},
        "cadres.csv:4 birth_date: 出生日期 1990-01-01 不早于到厅日期 1989-01-01，应早于该日",
    ),
    (
        {"cadres": ["C3,三,D1,below,1990-01-02,2006-01-01,,0,0,否,否,"]},
        "cadres.csv:4 birth_date: 出生日期 1990-01-02：到 2006-01-01 不满 16 周岁，应已满 16 周岁",
    ),
    (
        {"cadres": ["C3,三,D1,below,2019-01-02,,,0,0,否,否,"]},
        "cadres.csv:4 birth_date: 出生日期 2019-01-02 晚于 2019-01-01，应为更早的日期",
    ),
    (
        {"cadres": ["C3,三,D1,below,1990-01-01,2022-01-01,,0,0,否,否,"]},
        "cadres.csv:4 joined_on: 到厅日期 2022-01-01 晚于规划期末 2021-12-31，应不晚于规划期末",
    ),
    ({"cadres": ["C1,三,D1,below,,,,0,0,否,否,"]}, "cadres.csv:4 cadre_id: "),
    ({"cadres": ["L1,三,D1,below,,,,0,0,否,否,"]}, "cadres.csv:4 cadre_id: "),
    ({"cadres": ["H1,三,D1,below,,,,0,0,否,否,"]}, "chiefs.csv:2 chief_id: "),
    ({"cadres": ["C3,三,D9,below,,,,0,0,否,否,"]}, "cadres.csv:4 department_id: "),
    ({"cadres": ["C3,三,D1,below,,,,-1,0,否,否,"]}, "cadres.csv:4 grassroots_months: "),
    ({"cadres": ["C3,三,D1,below,,,,1.5,0,否,否,"]}, "cadres.csv:4 grassroots_months: "),
    ({"cadres": ["C3,三,D1,chief,,,,0,0,否,否,"]}, "cadres.csv:4 duty_rank: "),
    ({"cadres": ["C3,三,D1,below,,,,0,0,maybe,否,"]}, "cadres.csv:4 village_duty: "),
    (
        {"cadres": ["C3,三,D1,below,,,,0,0,否,否,子县"]},
        "cadres.csv:4 native_county: 2 个设区市有“子县”：甲市/子县, 乙市/子县，应写明“设区市/县”",
    ),
    ({"postings": ["C7,training,S1,2019-07-01,2021-06-30,,A"]}, "postings.csv:2 person_id: "),
    ({"postings": ["C1,trip,S1,2019-07-01,2021-06-30,,A"]}, "postings.csv:2 posting: "),
    (
        {"postings": ["H1,training,S1,2019-07-01,2021-06-30,,A"]},
        "postings.csv:2 posting: 所长一（H1）是司法所所长，所长只能跟班学习",
    ),
    (
        {"postings": ["C1,attachment,D1,2019-07-01,2019-12-31,,"]},
        "postings.csv:2 posting: 干部一（C1）是厅机关干部，应为锻炼或挂职",
    ),
    (
        {"postings": ["C1,training,D1,2019-07-01,2021-06-30,,A"]},
        "postings.csv:2 host_id: 接收单位 D1 不是司法所，锻炼和挂职应到司法所",
    ),
    (
        {"postings": ["H1,attachment,S2,2019-07-01,2019-12-31,,"]},
        "postings.csv:2 host_id: 接收单位 S2 是司法所，跟班学习应到处室或市局",
    ),
    (
        {
            "postings": [
                "C1,secondment,S1,2019-01-01,2019-06-30,,",
                "C1,training,S2,2019-06-30,2021-06-29,,A",
            ]
        },
        (
            "postings.csv:3 start_date: 干部一（C1）的两次下派重叠：第 2 行到 2019-06-30 才结束，"
            "应在其后开始"
        ),
    ),
    (
        {
            "postings": [
                "C1,secondment,S1,2019-01-01,2019-06-30,,",
                "C1,training,S2,2019-01-01,2020-12-31,,A",
            ]
        },
        "postings.csv:3 start_date: 与第 2 行人员和开始日期相同，应只有一行",
    ),
    (
        {"postings": ["C1,secondment,S1,2019-01-01,2020-01-01,,"]},
        "postings.csv:2 end_date: 结束日期 2020-01-01 超过 12 个月（三-3），应不晚于 2019-12-31",
    ),
    ({"postings": ["C1,secondment,S1,2019-01-01,2019-06-30,good,"]}, "postings.csv:2 grade: "),
    (
        {"postings": ["C1,secondment,S1,2019-01-01,2019-06-30,excellent,"]},
        "postings.csv:2 grade: 到 2019-06-30 才期满，期满前不应有考核等次",
    ),
    (
        {"postings": ["C1,training,S1,2019-01-01,2020-12-31,,"]},
        "postings.csv:2 route: 锻炼应写明路径：A（无基层工作经历）或 B（新入职）",
    ),
    (
        {"postings": ["C1,secondment,S1,2019-01-01,2019-06-30,,A"]},
        "postings.csv:2 route: 发现路径 A，只有锻炼有路径，应留空",
    ),
    (
        SENT | {"posting_events": ["C1,2019-02-01,sent,2019-02-01,,"]},
        (
            "posting_events.csv:2 start_date: 下派台账没有干部一（C1）自 2019-02-01 开始的下派，"
            "应为其中一次的人员和开始日期"
        ),
    ),
    (
        SENT | {"posting_events": ["C1,2019-01-01,arrived,2019-01-01,,"]},
        "posting_events.csv:2 event: ",
    ),
    (
        SENT | {"posting_events": ["C1,2019-01-01,extended,2019-06-01,,"]},
        "posting_events.csv:2 until: 延长应写明延至哪一天",
    ),
    (
        SENT | {"posting_events": ["C1,2019-01-01,extended,2019-06-01,2019-06-30,"]},
        "posting_events.csv:2 until: 延至 2019-06-30 不晚于原结束日期 2019-06-30，应晚于原结束日期",
    ),
    (
        {
            "postings": ["C1,training,S1,2019-01-01,2020-12-31,,A"],
            "posting_events": ["C1,2019-01-01,extended,2020-12-01,2021-06-30,"],
        },
        "posting_events.csv:2 event: 锻炼时间由通知规定，不得延长（三-2）",
    ),
    (
        SENT | {"posting_events": ["C1,2019-01-01,extended,2019-06-01,2020-01-01,"]},
        (
            "posting_events.csv:2 until: 延至 2020-01-01 合计超过 12 个月（三-3），"
            "应不晚于 2019-12-31"
        ),
    ),
    (
        SENT | {"posting_events": ["C1,2019-01-01,recalled,2019-07-01,,"]},
        (
            "posting_events.csv:2 date: 提前召回日期 2019-07-01 晚于结束日期 2019-06-30，"
            "应在结束以前"
        ),
    ),
    (
        SENT | {"posting_events": ["C1,2019-01-01,sent,2018-12-31,,"]},
        ("posting_events.csv:2 date: 日期 2018-12-31 早于开始日期 2019-01-01，应不早于开始日期"),
    ),
    (
        SENT
        | {
            "posting_events": [
                "C1,2019-01-01,returned,2019-06-30,,",
                "C1,2019-01-01,sent,2019-07-01,,",
            ]
        },
        "posting_events.csv:3 date: 期满返回之后不应再有 sent",
    ),
    ({"chiefs": ["H2,所长二,S9,,是,"]}, "chiefs.csv:3 station_id: "),
    (
        {"chiefs": ["H2,所长二,S1,,是,"]},
        "chiefs.csv:3 station_id: 司法所 S1 已有所长（第 2 行），一所只有一位所长",
    ),
    ({"holds": ["C9,,,illness"]}, "holds.csv:2 person_id: "),
    ({"holds": ["C1,,,tired"]}, "holds.csv:2 reason: "),
    (
        {"apart": ["C1,C1,"]},
        "apart.csv:2 person_b: 干部一（C1）写了两次，甲、乙应为两人",
    ),
    ({"apart": ["C1,C9,"]}, "apart.csv:2 person_b: "),
    (
        {"posting_pins": ["C1,,,county,,forbid,"]},
        "posting_pins.csv:2 place: 写了层级而没有写地方，应同时填写或同时留空",
    ),
    ({"posting_pins": ["C1,,,county,寅县,forbid,"]}, "posting_pins.csv:2 place: "),
    (
        {"posting_pins": ["C1,,,department,D1,forbid,"]},
        ("posting_pins.csv:2 level: 干部一（C1）是厅机关干部，不派往处室，层级应为司法所、县或市"),
    ),
    (
        {"posting_pins": ["C1,training,2019-02-01,,,forbid,"]},
        (
            "posting_pins.csv:2 start_date: 2019-02-01 不是任何批次的开始日期，各批次为："
            "2019-01-01, 2019-07-01, 2020-01-01, 2020-07-01, 2021-01-01, 2021-07-01"
        ),
    ),
    (
        {"posting_pins": ["C1,training,,,,require,", "C1,,,,,forbid,"]},
        "posting_pins.csv:2 decision: 同一下派既指定又否定：第 3 行已否定",
    ),
    (
        {"posting_pins": ["C2,training,,,,require,"]},
        (
            "posting_pins.csv:2 person_id: 干部二（C2）不能按指定派出：2019-01-01、2019-07-01、"
            "2020-01-01、2020-07-01、2021-01-01、2021-07-01 路径 A：超过年龄；路径 B：不是新入职；"
            "路径 B：超过年龄；路径 B：已有司法行政工作经历（A:age;B:joined;B:age;B:justice）"
        ),
    ),
    (
        {
            "posting_pins": ["C1,training,2019-07-01,,,require,"],
            "holds": ["C1,,,illness"],
        },
        ("posting_pins.csv:2 person_id: 干部一（C1）不能按指定派出：2019-07-01 暂缓派出（hold）"),
    ),
    (
        {"posting_pins": ["C1,training,,county,丑县,require,"]},
        "posting_pins.csv:2 place: 指定的地方没有可接收干部一（C1）的司法所",
    ),
    (
        {"posting_pins": ["C1,,,,,require,"]},
        "posting_pins.csv:2 posting: 指定应写明下派类别（锻炼、挂职或跟班学习）",
    ),
    ({"hosts": ["S1,0"]}, "hosts.csv:2 places: "),
    ({"hosts": ["S9,1"]}, "hosts.csv:2 station_id: "),
    (
        {"hosts": ["S1,1", "S1,2"]},
        "hosts.csv:3 station_id: 司法所 S1 已在第 2 行，应只有一行",
    ),
]


@pytest.mark.parametrize(("added", "says"), FAULTS, ids=[str(one) for one, _ in FAULTS])
def test_a_wrong_row_is_refused_with_its_place_and_sentence(
    added: dict[str, Any], says: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as raised:
        read(tmp_path, **added)
    lines = [line for line in raised.value.text().splitlines() if "提示" not in line]
    assert len(lines) == 1, lines
    assert lines[0].startswith(says)
    assert len(lines[0]) > len("postings.csv:2 route: ")


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read(
            tmp_path, hosts=["S1,0"], apart=["C1,C1,"], postings=["C1,training,S1,2019-07-01,x,,A"]
        )
    assert len(raised.value.faults) == 3


def checked(folder: Path) -> list[str]:
    return [fault.place for fault in commands.check(folder, YEAR, None).faults]


def places(folder: Path, **added: Any) -> list[str]:
    sound(folder, **added)
    return checked(folder)


def test_check_says_who_may_not_go_as_required_beside_the_faults_of_others(tmp_path: Path) -> None:
    found = places(tmp_path, posting_pins=["C2,training,,,,require,"], apart=["C1,C1,"])
    assert found == ["apart.csv:2", "posting_pins.csv:2"]


def test_who_has_a_faulty_row_is_not_judged_before_it_is_mended(tmp_path: Path) -> None:
    pins = ["C3,training,,,,require,"]
    found = places(tmp_path, posting_pins=pins, cadres=["C3,三,D1,below,x,,,0,0,否,否,"])
    assert found == ["cadres.csv:4"]


def test_what_happened_to_a_posting_that_cannot_be_read_is_told_there_alone(
    tmp_path: Path,
) -> None:
    found = places(
        tmp_path,
        postings=["C1,secondment,S1,2019/01/01,2019-06-30,,"],
        posting_events=["C1,2019-01-01,sent,2019-01-02,,"],
    )
    assert found == ["postings.csv:2"]


def test_nobody_is_judged_where_the_cadres_lie_in_a_file_of_another_name(tmp_path: Path) -> None:
    sound(tmp_path, posting_pins=["C1,training,2019-07-01,,,require,"])
    (tmp_path / "cadres.csv").rename(tmp_path / "干部花名册.csv")
    assert checked(tmp_path) == [tmp_path.name]


def test_nobody_is_judged_before_the_stations_are_sound(tmp_path: Path) -> None:
    found = places(tmp_path, posting_pins=["C2,training,,,,require,"], hosts=["S1,0"])
    assert found == ["hosts.csv:2"]


WARNINGS: list[tuple[dict[str, list[str]], str]] = [
    (
        {"cadres": ["C3,三,D1,below,,,,0,0,否,否,寅县"]},
        "cadres.csv:4 native_county: 籍贯“寅县”不在司法所表的县（市、区）中，不作回避",
    ),
    (
        {"postings": ["C1,training,S1,2019-01-01,2019-12-31,,A"]},
        "postings.csv:2 end_date: 结束日期 2019-12-31，路径 A 为 24 个月，通常到 2020-12-31",
    ),
    (
        SENT | {"mergers": ["S1,2019-03-01,"]},
        "postings.csv:2 host_id: 接收所 S1 自 2019-03-01 起撤并，不再占用名额，人员仍计为在外",
    ),
]


@pytest.mark.parametrize(("added", "says"), WARNINGS, ids=[str(one) for one, _ in WARNINGS])
def test_an_odd_row_is_told(added: dict[str, Any], says: str, tmp_path: Path) -> None:
    assert [one.text() for one in read(tmp_path, **added).warnings] == [says]


@pytest.mark.parametrize("decision", ["require", "forbid"])
def test_what_was_decided_for_an_earlier_year_stays_in_the_table(
    decision: str, tmp_path: Path
) -> None:
    assert read(tmp_path, posting_pins=[f"C1,training,2018-02-01,,,{decision},"]).warnings == ()


def test_tables_looked_at_on_a_day_need_not_suit_a_plan_of_its_year(tmp_path: Path) -> None:
    read(
        tmp_path,
        posting_pins=["C1,secondment,2031-02-01,,,forbid,"],
        cadres=["C3,三,D1,below,1990-01-01,2031-01-01,,0,0,否,否,"],
        on=Day(2019, 12, 1),
    )


def test_a_grade_is_sound_once_the_posting_is_over_on_the_day(tmp_path: Path) -> None:
    graded = ["C1,secondment,S1,2019-01-01,2019-06-30,competent,"]
    with pytest.raises(InputError, match="before its end"):
        read(tmp_path, postings=graded, on=Day(2019, 6, 30))
    read(tmp_path, postings=graded, on=Day(2019, 7, 1))


@pytest.mark.parametrize("written", ["甲市寅卯县", "江西寅卯县", "寅卯"])
def test_a_native_county_written_longer_or_shorter_is_a_fault(written: str, tmp_path: Path) -> None:
    """Read as one of another province, it would keep nobody from home."""
    with pytest.raises(InputError) as raised:
        read(
            tmp_path,
            stations=["S4,丁所,甲市,寅卯县,,,,60,2,50,1,,true"],
            cadres=[f"C3,三,D1,below,,,,0,0,否,否,{written}"],
        )
    (fault,) = raised.value.faults
    assert fault.text("zh") == (
        f"cadres.csv:4 native_county: 籍贯“{written}”不是司法所表中县（市、区）的写法，"
        "应写作“甲市/寅卯县”"
    )


def test_check_judges_the_tables_of_postings_by_the_year(tmp_path: Path) -> None:
    sound(tmp_path, holds=["C1,2019-07-01,2019-06-30,illness"])
    found = commands.check(tmp_path, YEAR, None)
    assert [fault.place for fault in found.faults] == ["holds.csv:2"]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ({"absences": ["C1,leave,2019-07-01,2019-06-30"]}, "absences.csv:2"),
        ({"cadres": ["C1,三,D1,below,,,,0,0,否,否,"]}, "cadres.csv:4"),
        ({"cadres": ["C3,三,D1,below,1990-01-01,1989-01-01,,0,0,否,否,"]}, "cadres.csv:4"),
        ({"cadres": ["C3,三,D1,below,1990-01-02,2006-01-01,,0,0,否,否,"]}, "cadres.csv:4"),
    ],
)
def test_check_tells_once_what_days_and_postings_both_find(
    rows: dict[str, list[str]], place: str, tmp_path: Path
) -> None:
    sound(tmp_path, **rows)
    found = commands.check(tmp_path, YEAR, None)
    assert [fault.place for fault in found.faults] == [place]


def test_where_the_cadres_are_missing_that_is_the_fault(tmp_path: Path) -> None:
    sound(tmp_path, holds=["C1,2019-01-01,2019-06-30,illness", "C2,,,illness"])
    (tmp_path / "cadres.csv").unlink()
    assert checked(tmp_path) == ["cadres.csv"]


@pytest.mark.parametrize("table", ["departments", "stations"])
def test_where_what_all_name_is_missing_that_alone_is_the_fault(tmp_path: Path, table: str) -> None:
    sound(tmp_path, posting_pins=["C1,training,2019-07-01,,,require,"])
    (tmp_path / f"{table}.csv").unlink()
    found = commands.check(tmp_path, YEAR, None)
    assert [fault.place for fault in found.faults] == [f"{table}.csv"]
    assert found.warnings == ()


def test_a_misspelt_header_of_birth_dates_makes_nobody_unfit(tmp_path: Path) -> None:
    sound(tmp_path, posting_pins=["C1,training,2019-07-01,,,require,"])
    cadres = tmp_path / "cadres.csv"
    cadres.write_text(cadres.read_text("utf-8").replace("birth_date", "brith_date"), "utf-8")
    assert checked(tmp_path) == ["cadres.csv:1"]
