"""The packet: its files, its mark by the record, what it refuses, what its templates may not."""

import io
from pathlib import Path

import docx
import pytest

from planner import commands
from planner.errors import ChainError, InputError, ViolationError
from planner.office.packet import Packet, packet
from planner.office.templates import PLAN, drawn, write
from planner.record import place_of, store_of, years_of
from tests.commands.folders import contents
from tests.office.papers import cells, rows, text
from tests.record.years import OFFICE, STAFF, Year, rewritten


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "packet"


def refused(year: Year, out: Path, **more: object) -> str:
    with pytest.raises(InputError) as raised:
        packet(year.data, year.out, out, **more)  # pyright: ignore[reportArgumentType]
    assert not out.exists() or (out / "信.docx").exists(), "nothing is written"
    return raised.value.text("zh")


def made(year: Year, out: Path, *parts: str) -> Packet:
    return packet(year.data, year.out, out, parts or None)


def test_without_a_record_it_goes_to_the_cities(year: Year, out: Path) -> None:
    done = made(year, out)
    names = {name.rstrip("/") for name in contents(out)}
    letters = {name for name in names if name.startswith("征求意见函/")}
    assert names - letters == {"方案.docx", "审批单.docx", "一览表.xlsx", "征求意见函"}
    cities = sorted(set(year.cities("leaders")) | set(year.cities("departments")))
    assert (
        sorted(name[3:].removesuffix("司法局.docx") for name in (n[6:] for n in letters)) == cities
    )
    assert done.mark == "征求意见稿"
    assert "（征求意见稿）" in text(out / "方案.docx")


def test_annexes_have_every_pairing_of_the_plan(year: Year, out: Path) -> None:
    made(year, out)
    lines = [
        line.split(",") for line in (year.out / "plan.csv").read_text("utf-8-sig").splitlines()
    ]
    for kind, header in (("leader", "厅领导"), ("department", "分管厅领导")):
        table = rows(out / "方案.docx", header)
        for row in (row for row in lines if row[1] == kind):
            (found,) = [cells for cells in table if row[3] in cells]
            assert row[5] in "".join(found)
            assert f"{row[6]}{row[7]}" in "".join(found)


def test_an_empty_annex_says_so(year: Year, out: Path) -> None:
    made(year, out, "leaders")
    lines = text(out / "方案.docx").split("\n")
    assert lines[lines.index("处室对口联系司法所一览表") + 1] == "无"
    assert lines[lines.index("未满足的处室申报及原因") + 1] == "无"


def test_last_year_s_stations_stand_beside_this_year_s(year: Year, out: Path) -> None:
    (year.data / "history.csv").write_text("year,unit_id,station_id\n2018,L1,A1b\n", "utf-8")
    commands.plan(commands.Request(year.data, 2019, year.out))
    made(year, out, "leaders")
    header, *changes = rows(out / "方案.docx", "本方案联系司法所")
    assert "上年" in "".join(header)
    assert changes[0][1:3] == ["厅领导L1", "司法所A1b"]


def test_a_city_gets_its_own_pairings_and_a_slip(year: Year, out: Path) -> None:
    made(year, out)
    city = year.cities("leaders")[0]
    (letter,) = (out / "征求意见函").glob(f"*{city}司法局.docx")
    said = text(letter)
    assert f"{city}司法局：" in said
    assert "□同意" in said
    assert "□意见" in said
    lines = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()[1:]
    for row in (line.split(",") for line in lines):
        assert (row[5] in said) == (row[6] == city)


def test_the_sheet_to_be_signed_has_a_page_a_part(year: Year, out: Path) -> None:
    made(year, out)
    said = text(out / "审批单.docx")
    assert said.count("对口联系司法所方案审批单") == 2
    for word in ("拟稿", "会商", "调解工作处", "审核厅领导L2", "审定厅领导L1"):
        assert word in said


def test_once_all_cities_are_consulted_it_is_submitted(year: Year, out: Path) -> None:
    year.act("draft", "leaders", OFFICE)
    year.consulted("leaders", OFFICE)
    assert made(year, out, "leaders").mark == "送审稿"
    said = text(out / "审批单.docx")
    assert "同意" in said
    assert f"{OFFICE}2019年1月10日" in said


def test_a_packet_of_two_parts_is_as_far_as_the_lesser(year: Year, out: Path) -> None:
    year.departments_drafted()
    assert made(year, out).mark == "征求意见稿"


def test_once_approved_it_has_the_date_and_notices_to_everyone(year: Year, out: Path) -> None:
    year.departments_approved()
    assert made(year, out).mark == ""
    assert "稿）" not in text(out / "方案.docx")
    assert "2019年1月10日" in text(out / "方案.docx")
    names = sorted(file.name for file in (out / "通知单").iterdir())
    assert names[:4] == [
        "01 厅领导L1.docx",
        "02 厅领导L2.docx",
        "03 厅领导L3.docx",
        "04 处室D1.docx",
    ]
    assert names[-1].endswith("司法局.docx")
    assert not (out / "征求意见函").exists()
    notice = rows(out / "通知单" / names[0], "全年累计天数")
    assert {row[4] for row in notice[1:]} == {"10"}


def test_the_printed_digests_are_those_of_the_draft_and_the_record(year: Year, out: Path) -> None:
    entry = year.act("draft", "leaders", OFFICE)
    made(year, out, "leaders")
    said = text(out / "审批单.docx")
    assert f"方案摘要：{entry.binds[:12]}" in said
    assert f"记录摘要：{entry.hash[:12]}" in said


def test_the_lists_have_five_sheets(year: Year, out: Path) -> None:
    made(year, out)
    book = cells(out / "一览表.xlsx")
    assert list(book) == ["厅领导", "处室", "司法所", "申报", "调整"]
    lines = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [row[0] for row in book["司法所"][1:]] == [line.split(",")[4] for line in lines]
    first = book["厅领导"][1]
    assert first[1] == "厅领导L1"
    assert "、" in first[2]


def test_the_same_input_gives_the_same_bytes(year: Year, tmp_path: Path) -> None:
    for name in ("a", "b"):
        made(year, tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_folder_that_is_not_empty_is_refused(year: Year, out: Path) -> None:
    out.mkdir()
    (out / "信.docx").write_bytes(b"")
    told = refused(year, out)
    assert "信.docx" in told
    assert "不为空" in told


def test_an_empty_folder_will_do(year: Year, out: Path) -> None:
    out.mkdir()
    made(year, out, "leaders")
    assert (out / "方案.docx").exists()


def test_a_plan_that_breaks_a_rule_is_not_put_on_paper(year: Year, out: Path) -> None:
    rewritten(year.out / "plan.csv")
    with pytest.raises(ViolationError) as raised:
        made(year, out)
    assert raised.value.exit_code == 4
    assert "rows" in raised.value.text("zh")
    assert not out.exists()


def test_a_plan_without_its_proof_is_refused(year: Year, out: Path) -> None:
    (year.out / "proof.json").unlink()
    assert "proof.json" in refused(year, out)


def test_another_draft_than_the_record_s_is_refused(year: Year, out: Path) -> None:
    year.act("draft", "leaders", OFFICE)
    stations = year.data / "stations.csv"
    changed = stations.read_text("utf-8-sig").replace(",60,3,", ",61,3,", 1)
    stations.write_text(changed, "utf-8-sig")
    commands.plan(commands.Request(year.data, 2019, year.out))
    told = refused(year, out, parts=("leaders",))
    assert "数据" in told


def wish_added(year: Year) -> None:
    """Change a table that no leader's pairing hangs on, and make the plan again."""
    wishes = year.data / "wishes.csv"
    wishes.write_text(wishes.read_text("utf-8-sig") + "D3,2,city,B\n", "utf-8-sig")
    commands.plan(commands.Request(year.data, 2019, year.out))


def test_the_leaders_approval_stands_beside_the_departments_when_a_table_changed(
    year: Year, out: Path
) -> None:
    year.leaders_approved()
    wish_added(year)
    year.act("applications", "departments", STAFF)
    year.act("draft", "departments", STAFF)
    assert made(year, out).mark == "征求意见稿"
    assert "审定厅领导L1" in text(out / "审批单.docx")


def test_an_approved_part_alone_is_of_the_tables_of_its_approval(year: Year, out: Path) -> None:
    year.leaders_approved()
    wish_added(year)
    told = refused(year, out, parts=("leaders",))
    assert "厅领导部分的数据与已审定的第 1 条草案" in told
    assert "amend" in told
    assert "--part" in told


def test_a_record_named_without_a_draft_of_the_part_is_refused(year: Year, out: Path) -> None:
    year.act("draft", "leaders", OFFICE)
    told = refused(year, out, where=str(year.data / "record.db"))
    assert "处室部分" in told


def templates(folder: Path, name: str, old: str, new: str) -> Path:
    """Write the templates into a folder, one text of one of them changed."""
    write(folder)
    document = docx.Document(str(folder / name))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(old, new)
            for run in paragraph.runs[1:]:
                run.text = ""
    document.save(str(folder / name))
    return folder


def test_an_office_s_own_templates_are_used(year: Year, out: Path, tmp_path: Path) -> None:
    own = templates(tmp_path / "t", PLAN, "江西省司法厅", "某省司法厅")
    packet(year.data, year.out, out, templates=own)
    assert "某省司法厅" in text(out / "方案.docx")
    assert "江西省司法厅关于征求" in text(next((out / "征求意见函").iterdir()))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{{ yera }}", ("yera",)),
        ("{{ ''.__class__ }}", ("不允许",)),
        ("{% for x in rows %}", ("endfor",)),
    ],
)
def test_a_template_s_fault_is_told_by_its_file(
    year: Year, out: Path, tmp_path: Path, wrong: str, said: tuple[str, ...]
) -> None:
    own = templates(tmp_path / "t", PLAN, "一、编制依据", wrong)
    told = refused(year, out, templates=own)
    assert all(word in told for word in (PLAN, *said))


def test_a_template_without_the_departments_table_is_refused(
    year: Year, out: Path, tmp_path: Path
) -> None:
    write(tmp_path / "t")
    document = docx.Document(io.BytesIO(drawn(PLAN)))
    table = document.tables[1]._tbl
    table.getparent().remove(table)
    document.save(str(tmp_path / "t" / PLAN))
    told = refused(year, out, templates=tmp_path / "t")
    assert PLAN in told
    assert "处室D1" in told


@pytest.mark.parametrize("kind", [".doc", ".wps", ".dotx"])
def test_a_letterhead_of_another_kind_is_not_passed_over(
    year: Year, out: Path, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / f"通知单{kind}").write_bytes(b"x")
    told = refused(year, out, templates=tmp_path / "t")
    assert f"通知单{kind}" in told
    assert "通知单.docx" in told


def test_a_record_that_was_changed_is_put_on_no_paper(year: Year, out: Path) -> None:
    year.leaders_approved()
    file = year.data / "record.db"
    file.write_bytes(file.read_bytes().replace("同意".encode(), "反对".encode(), 1))
    with pytest.raises(ChainError, match="does not fit"):
        made(year, out, "leaders")
    assert not out.exists()


def test_a_misnamed_template_is_told(year: Year, out: Path, tmp_path: Path) -> None:
    write(tmp_path / "t")
    (tmp_path / "t" / PLAN).rename(tmp_path / "t" / "方桉.docx")
    assert "方桉.docx" in refused(year, out, templates=tmp_path / "t")


def test_a_folder_of_another_duty_is_refused(year: Year, out: Path) -> None:
    (year.out / "plan.csv").rename(year.out / "calendar.csv")
    (year.out / "summary.json").unlink()
    assert "不是年度对口联系方案" in refused(year, out)


def test_templates_are_not_written_over(tmp_path: Path) -> None:
    write(tmp_path / "t")
    with pytest.raises(InputError, match=r"方案\.docx"):
        write(tmp_path / "t")


def test_a_changed_plan_is_compared_with_the_approved_one(year: Year, out: Path) -> None:
    year.leaders_approved()
    year.act("amend", "leaders", OFFICE, note="所撤并")
    year.act("draft", "leaders", OFFICE)
    made(year, out, "leaders")
    lines = text(out / "方案.docx").split("\n")
    assert lines[lines.index("对口联系调整情况表") + 1] == "无", "the same plan changes nothing"


def test_a_changed_plan_asks_the_cities_where_it_changes_alone(year: Year, out: Path) -> None:
    year.leaders_approved()
    _, first, *_ = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()
    unit, station = first.split(",")[2], first.split(",")[4]
    pins = f"unit_id,station_id,decision,reason\n{unit},{station},forbid,\n"
    (year.data / "pins.csv").write_text(pins, "utf-8")
    commands.plan(commands.Request(year.data, 2019, year.out))
    year.act("amend", "leaders", OFFICE, note="所撤并")
    year.act("draft", "leaders", OFFICE)
    made(year, out, "leaders")
    draft = years_of(store_of(place_of(year.data)).entries()).of(2019, "leaders").current
    assert draft is not None
    asked = draft.cities()
    assert 0 < len(asked) < len(year.cities("leaders"))
    letters = [file.stem.partition(" ")[2] for file in (out / "征求意见函").iterdir()]
    assert sorted(letters) == sorted(f"{city}司法局" for city in asked)
    sheet = text(out / "审批单.docx")
    assert [city for city in year.cities("leaders") if city in sheet] == sorted(asked)


def test_the_departments_own_office_drafts(year: Year, out: Path) -> None:
    made(year, out, "departments")
    assert STAFF in text(out / "审批单.docx")


def city_lost(year: Year) -> None:
    """Approve the leaders' plan, and draft one that has nobody in city C."""
    year.leaders_approved()
    recusals = "".join(f"{leader},city,C,\n" for leader in ("L1", "L2", "L3"))
    (year.data / "recusals.csv").write_text(f"unit_id,level,place,reason\n{recusals}", "utf-8")
    commands.plan(commands.Request(year.data, 2019, year.out))
    year.act("amend", "leaders", OFFICE, note="回避")
    year.act("draft", "leaders", OFFICE)


def lost(file: Path) -> list[str]:
    """Return the stations of a paper's last table: those that are given up."""
    return [row[2] for row in rows(file, "对口联系司法所")[1:]]


def test_a_city_that_loses_all_its_pairings_is_asked_with_those_that_go(
    year: Year, out: Path
) -> None:
    before = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()
    city_lost(year)
    made(year, out, "leaders")
    (letter,) = (out / "征求意见函").glob("*C司法局.docx")
    gone = [row[5] for line in before for row in [line.split(",")] if row[1] == "leader"]
    assert lost(letter) == [station for station in gone if station.startswith("司法所C")]
    assert "不再安排联系你市司法所" in text(letter)
    assert "个（见下表）" not in text(letter)


def test_once_an_amendment_is_approved_the_city_is_told_that_its_pairings_end(
    year: Year, out: Path
) -> None:
    city_lost(year)
    draft = years_of(store_of(place_of(year.data)).entries()).of(2019, "leaders").current
    assert draft is not None
    for city in draft.cities():
        year.act("consult", "leaders", OFFICE, subject=city, note="同意")
    year.act("approve", "leaders", "L1")
    made(year, out, "leaders")
    (notice,) = (out / "通知单").glob("*C司法局.docx")
    assert lost(notice)
    assert "下列对口联系不再安排" in text(notice)
