"""Each kind of thing that people write: what is read of it, or which sentence refuses it."""

from pathlib import Path

import pytest

from planner.dataset import Dataset, read_dataset
from planner.errors import InputError
from planner.tables import SCHEMA, read_tables
from planner.tables.cells import CellError, Reader
from planner.tables.schema import Column
from tests.tables.small import SMALL, write

LEADERS = ("leader_id", "name", "principal")


def dataset(folder: Path, **texts: str) -> Dataset:
    return read_dataset(write(folder / "data", SMALL | texts), 2019)


def keys(folder: Path, **texts: str) -> list[str]:
    """Return the keys of the faults, hints apart."""
    with pytest.raises(InputError) as raised:
        dataset(folder, **texts)
    return [fault.key for fault in raised.value.faults if not fault.hint]


def hints(read: Dataset) -> list[str]:
    return [fault.key for fault in read.warnings]


FLAG = Column("principal", "flag")
TOPICS = Column("expertise", "topics", blank=True)
STAFF = SCHEMA["stations"].column("staff")
RANK = SCHEMA["wishes"].column("rank")
YEAR = SCHEMA["history"].column("year")
ID = Column("station_id", "id")
CITY = Column("city", "area")
PLACE = SCHEMA["wishes"].column("place")
NAME = Column("name")
DAY = SCHEMA["visits"].column("start_date")
FOCUS = SCHEMA["stations"].column("focus")
LEVEL = SCHEMA["wishes"].column("level")
DECISION = SCHEMA["pins"].column("decision")


@pytest.mark.parametrize(
    ("column", "written", "value"),
    [
        *[(FLAG, text, True) for text in ("是", "有", "√", "✓", "✔", "✔\ufe0f", "TRUE", "Y")],
        *[(FLAG, text, True) for text in ("true", "1", "１")],
        *[(FLAG, text, False) for text in ("否", "无", "×", "✗", "false", "no", "N", "0", "０")],
        *[(TOPICS, f"调解{mark}普法", ["调解", "普法"]) for mark in ";；、，,/／\n"],
        (TOPICS, "", []),
        (STAFF, "3人", 3),
        (STAFF, "3 名", 3),
        (STAFF, "1,200", 1200),
        (YEAR, "2026年", 2026),
        (RANK, "第一志愿", 1),
        (RANK, "第3志愿", 3),
        (RANK, "二志愿", 2),
        *[(RANK, text, 2) for text in ("2", "二", "第二", "第 2 志愿", "志愿二", "第二志愿")],
        *[(LEVEL, text, "city") for text in ("市", "设区市", "市级", "地级市", "设区市级")],
        *[(LEVEL, text, "county") for text in ("县", "县级", "区县", "县（市、区）", "县级市")],
        *[(LEVEL, text, "station") for text in ("司法所", "所", "Station")],
        (SCHEMA["stations"].column("travel_minutes"), "95分钟", 95),
        (SCHEMA["stations"].column("lon"), "115.8度", 115.8),
        (ID, '="001"', "001"),
        (ID, "'001", "001"),
        (ID, "Ｓ０１", "S01"),
        (ID, "S\u200b01\ufeff", "S01"),
        (CITY, "南\u202e昌市", "南昌市"),
        (CITY, "南昌市\u3000", "南昌市"),
        (CITY, "\uf9a0市", "\u88c2市"),
        (CITY, "南 昌\u00a0市", "南昌市"),
        (PLACE, "南昌市 / 东 湖 区", "南昌市/东湖区"),
        (RANK, "①", 1),
        (NAME, "所（甲）", "所（甲）"),
        (NAME, "麦㙦镇司法所", "麦㙦镇司法所"),
        (NAME, "\U000313cd所", "\U000313cd所"),
        (DECISION, "否定", "forbid"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_meant(column: Column, written: str, value: object) -> None:
    assert Reader(column).value(written) == value


@pytest.mark.parametrize(
    ("column", "written", "key"),
    [
        (FLAG, "", "cell.blank"),
        (FLAG, "2", "cell.not_flag"),
        (FLAG, "是否", "cell.not_flag"),
        (STAFF, "3件", "cell.not_whole"),
        (STAFF, "三人", "cell.not_whole"),
        (RANK, "第二批", "cell.not_whole"),
        (LEVEL, "乡镇", "cell.not_choice"),
        (STAFF, "2小时", "cell.not_whole"),
        (STAFF, "9" * 5000, "cell.range"),
        (YEAR, "2018-01-01", "cell.date"),
        (ID, "3.60E+08", "id.scientific"),
        (CITY, "甲/乙", "cell.slash"),
        (CITY, "甲／乙", "cell.slash"),
        (NAME, "a\x02", "cell.character"),
        (NAME, "a\x0b", "cell.character"),
        (NAME, "a\uffff", "cell.character"),
        (NAME, "a\ue000", "cell.character"),
        (NAME, "a\x1b[31m", "cell.character"),
        (NAME, "甲\n乙", "cell.character"),
        (NAME, "#REF!", "cell.error"),
        (FOCUS, "调解、普法", "cell.several_topics"),
        (FOCUS, "调解/普法", "cell.several_topics"),
        (STAFF, "12①", "cell.footnote"),
        (STAFF, "10²", "cell.footnote"),
        (DAY, "2019-02-29", "date.none"),
        (DAY, "2019/3/1", "date.shape"),
        (DAY, "2019年3月1日", "date.shape"),
        (DAY, "43466", "date.number"),
        (DAY, "1999-12-31", "date.range"),
        (DAY, "2019-03-01 08:00", "date.shape"),
    ],
)
def test_a_cell_that_could_be_misread_is_refused(column: Column, written: str, key: str) -> None:
    with pytest.raises(CellError) as raised:
        Reader(column).value(written)
    assert raised.value.key == key


def test_a_blank_is_no_where_all_that_is_filled_in_is_ticked(tmp_path: Path) -> None:
    read = dataset(tmp_path, leaders="leader_id,name,principal\nL01,陈甲,√\nL02,李乙,\n")
    assert read.leaders["principal"].to_list() == [True, False]
    (note,) = read.warnings
    assert (note.key, note.values) == ("cell.ticks", {"ticks": 1, "blanks": 1})


def test_a_blank_beside_a_cross_is_refused(tmp_path: Path) -> None:
    text = "leader_id,name,principal\nL01,陈甲,√\nL02,李乙,\nL03,张丙,×\n"
    assert keys(tmp_path, leaders=text) == ["cell.blank"]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("蓉江所", "S0201"),
        ("南康区/蓉江所", "S0201"),
        ("赣州市/城关区/城关所", "S0301"),
        (" 蓉 江 所", "S0201"),
        ("南康区蓉江所", "S0201"),
        ("赣州市蓉江所", "S0201"),
        ("吉安市城关区城关所", "S0501"),
    ],
)  # fmt: skip
def test_a_station_may_be_named(value: str, meant: str, tmp_path: Path) -> None:
    text = f"unit_id,station_id,decision,reason\nD02,{value},forbid,\n"
    assert dataset(tmp_path, pins=text).pins["station_id"].to_list() == [meant]


def test_a_place_of_a_station_may_be_named_with_its_county(tmp_path: Path) -> None:
    text = "department_id,rank,level,place\n法治处,1,司法所,吉安市/城关区/城关所\n"
    wish = dataset(tmp_path, wishes=text).wishes
    assert wish.drop("row").rows() == [("D02", 1, "station", "S0501")]


def test_a_name_that_two_have_is_refused_with_both_identifiers(tmp_path: Path) -> None:
    text = "unit_id,station_id,decision,reason\nD02,城关所,forbid,\n"
    with pytest.raises(InputError, match="S0301, S0501"):
        dataset(tmp_path, pins=text)


@pytest.mark.parametrize(
    ("value", "named"),
    [("解放所", "S0101 章贡区解放所"), ("城关所", "S0301 城关区城关所, S0501 城关区城关所")],
)
def test_history_that_leaves_out_the_county_of_a_stations_name_is_refused(
    value: str, named: str, tmp_path: Path
) -> None:
    stations = SMALL["stations"].replace("解放所", "章贡区解放所").replace("城关所", "城关区城关所")
    history = f"year,unit_id,station_id\n2017,L01,S0101\n2018,D01,{value}\n"
    with pytest.raises(InputError, match=f"part of a name, .*: {named}$"):
        dataset(tmp_path, stations=stations, history=history)


@pytest.mark.parametrize("value", ["s0101", "0101", "S0101 ".replace("S", "s")])
def test_history_that_is_nearly_an_identifier_is_refused(value: str, tmp_path: Path) -> None:
    stations = SMALL["stations"].replace("S0101", "101" if value == "0101" else "S0101")
    texts = {"history": f"year,unit_id,station_id\n2018,D01,{value}\n", "stations": stations}
    assert keys(tmp_path, **texts)[0] in ("ref.case", "ref.padded")


@pytest.mark.parametrize("value", ["D1", "D001", "D01.0"])
def test_history_that_differs_in_zeros_within_an_identifier_is_refused(
    value: str, tmp_path: Path
) -> None:
    history = f"year,unit_id,station_id\n2017,L01,S0101\n2018,D01,S0401\n2018,{value},S0101\n"
    assert keys(tmp_path, history=history) == ["ref.padded"]


def test_a_blank_within_a_citys_name_makes_no_second_city(tmp_path: Path) -> None:
    rows = SMALL["stations"].splitlines()
    rows[1] = rows[1].replace("赣州市,章贡区", "赣 州市,章贡 区")
    more = [rows[1].replace("S0101", f"S1{n:03}").replace("解放所", f"{n}所") for n in range(80)]
    read = dataset(tmp_path, stations="\n".join([*rows, *more]) + "\n")
    assert read.stations["city"].unique().sort().to_list() == ["吉安市", "赣州市"]
    assert "cell.inner_blanks" in hints(read)


def test_nearest_counties_are_never_others_of_the_same_city(tmp_path: Path) -> None:
    text = "department_id,rank,level,place\nD01,1,county,赣州市/龙南县\nD01,2,县,赣州新区\n"
    with pytest.raises(InputError) as raised:
        dataset(tmp_path, wishes=text)
    assert all(fault.key == "place.unknown" for fault in raised.value.faults)


@pytest.mark.parametrize("name", ["回避", "回避表", "回避名单", "Recusals", "回 避 情况表"])
def test_a_file_goes_by_any_name_of_its_table(name: str, tmp_path: Path) -> None:
    texts = {key: text for key, text in SMALL.items() if key != "recusals"}
    read = read_dataset(write(tmp_path / "data", texts | {name: SMALL["recusals"]}))
    assert read.recusals["unit_id"].to_list() == ["L02"]
    assert read.file("recusals") == f"{name}.csv"


@pytest.mark.parametrize("name", ["_回避", "~$回避", "备忘"])
def test_what_is_marked_or_like_nothing_is_passed_over(name: str, tmp_path: Path) -> None:
    read = dataset(tmp_path, **{name: "x\n"})
    assert hints(read) == (["file.unknown"] if name == "备忘" else [])


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        ("厅领导名单,,\n" + SMALL["leaders"], [3, 4], ["rows.title"]),
        (SMALL["leaders"] + "合计,2,\n", [2, 3], ["rows.total"]),
        (SMALL["leaders"] + "注：以上按分工,,\n", [2, 3], ["rows.total"]),
        (SMALL["leaders"].replace("L02", "leader_id,name,principal\nL02"), [2, 4], ["rows.header"]),
        (SMALL["leaders"].replace("L02", ",,\nL02"), [2, 4], ["rows.blank"]),
        ("领导编号,姓名（职务）,是否主要领导\nL01,陈甲,是\nL02,李乙,否\n", [2, 3], []),
        ('"领导\n编号",名 称,主要领导\nL01,陈甲,有\nL02,李乙,无\n', [2, 3], []),
    ],
    ids=["title", "total", "note", "header again", "blank", "aliases", "line end in a header"],
)  # fmt: skip
def test_rows_that_are_no_data_are_passed_over_and_said(
    text: str, rows: list[int], said: list[str], tmp_path: Path
) -> None:
    read = dataset(tmp_path, leaders=text)
    assert read.leaders["row"].to_list() == rows
    assert read.leaders["leader_id"].to_list() == ["L01", "L02"]
    assert hints(read) == said


def test_a_total_with_words_in_it_is_no_total(tmp_path: Path) -> None:
    text = SMALL["leaders"] + "合计,张丙,false\n"
    assert dataset(tmp_path, leaders=text).leaders["leader_id"].to_list()[2] == "合计"


def test_coordinates_may_be_blank_together_only(tmp_path: Path) -> None:
    both = SMALL["stations"].replace("114.93,25.85", ",")
    assert dataset(tmp_path, stations=both).stations["lon"].null_count() == 1
    one = SMALL["stations"].replace("114.93,25.85", "114.93,")
    assert keys(tmp_path, stations=one) == ["cell.blank"]


def test_a_topic_that_no_station_has_is_said(tmp_path: Path) -> None:
    text = SMALL["departments"].replace("社区矫正", "社区矫证")
    read = dataset(tmp_path, departments=text)
    assert [(n.key, n.values["value"]) for n in read.warnings] == [("topic.nowhere", "社区矫证")]


def test_village_assistance_is_a_header_for_village_duty(tmp_path: Path) -> None:
    text = SMALL["departments"].replace("village_duty", "驻村帮扶")
    assert dataset(tmp_path, departments=text).departments["village_duty"].sum() == 1


@pytest.mark.parametrize("header", ["驻村", "是否驻村", "驻村扶贫"])
def test_village_duty_is_known_by_its_short_names(tmp_path: Path, header: str) -> None:
    text = SMALL["departments"].replace("village_duty", header)
    assert dataset(tmp_path, departments=text).departments["village_duty"].sum() == 1


@pytest.mark.parametrize("header", ["重点", "重点业务", "业务重点"])
def test_a_station_s_focus_is_known_by_its_short_names(tmp_path: Path, header: str) -> None:
    text = SMALL["stations"].replace("focus", header)
    focus = dataset(tmp_path, stations=text).stations["focus"]
    assert focus.to_list()[:3] == ["人民调解", None, "社区矫正"]


def test_a_header_that_holds_the_name_of_a_missing_column_is_not_passed_over(
    tmp_path: Path,
) -> None:
    text = SMALL["departments"].replace("expertise", "业务专长领域")
    assert keys(tmp_path, departments=text) == ["header.misspelt_zh"]


def test_a_remark_on_a_missing_column_is_an_unknown_column(tmp_path: Path) -> None:
    text = SMALL["stations"].replace("township", "乡镇人口数")
    assert [one.key for one in dataset(tmp_path, stations=text).warnings] == ["header.unknown"]


def test_the_tables_of_other_duties_are_read_with_their_references(tmp_path: Path) -> None:
    texts = {
        "cadres": "干部编号,姓名,处室编号,职务层次,到厅日期,驻村扶贫,优秀\n"
        "C1,王丁,法治处,处级,2012-07-01,否,是\n",
        "visits": "person_id,station_id,start_date,end_date,task\n"
        "王丁,蓉江所,2019-03-04,2019-03-05,走访\n",
        "blocked": "subject,start_date,end_date\n*,2019-02-04,2019-02-10\n",
        "mergers": "station_id,merged_on,successor_id\nS0202,2019-03-01,\n",
    }  # fmt: skip
    read = read_tables(write(tmp_path / "data", SMALL | texts), SCHEMA, ("leaders",))
    assert read.ledger.faults == ()
    assert read.frames["visits"].select("person_id", "station_id").rows() == [("C1", "S0201")]
    assert read.frames["cadres"]["department_id"].to_list() == ["D02"]
    assert read.frames["blocked"]["subject"].to_list() == ["*"]
    assert read.frames["mergers"]["successor_id"].to_list() == [None]


def test_a_department_in_the_place_of_a_person_is_named_as_one(tmp_path: Path) -> None:
    text = "person_id,station_id,start_date,end_date,task\nD01,S0101,2019-03-04,2019-03-05,走访\n"
    read = read_tables(write(tmp_path / "data", SMALL | {"visits": text}), SCHEMA, ())
    (fault,) = read.ledger.faults
    assert fault.text() == (
        "visits.csv:2 person_id: 发现“D01”，是 departments.csv 中的，"
        "应为 leaders.csv / cadres.csv 中的编号或名称"
    )


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("司法所所长", "所长编号,姓名,司法所,优秀\n", "所长"),
        ("下派指定", "人员编号,下派类别,决定\n", "派出指定"),
        ("处室志愿", "处室编号,志愿序号,层级,地方\n", "处室申报"),
        ("回避关系", "单位编号,层级,地方,理由\n", "回避"),
        ("回避关系", "x\n", "回避"),
    ],
)
def test_what_a_stranger_looks_like_is_told_by_its_headers_first(
    name: str, text: str, meant: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as raised:
        dataset(tmp_path, **{name: text})
    (fault,) = raised.value.faults
    assert (fault.key, fault.values["name"]) == ("file.like", meant)


@pytest.mark.parametrize("mark", ["，", "；", "\t", ";", "|", "、"])
def test_another_mark_between_the_columns_is_one_fault_a_file(mark: str, tmp_path: Path) -> None:
    assert keys(tmp_path, leaders=SMALL["leaders"].replace(",", mark)) == ["csv.separator"]
