"""What notebooks call: frames in words, sentences, and what a dataset says is made up."""

import re
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from planner.notebook import (
    against_baseline,
    claims,
    impossible_year,
    losses,
    named,
    open_year,
    show,
    tell,
    told_scenario,
    why_no_plan,
)
from planner.notebook.postings import PAIRS, SENT
from planner.notebook.show import header
from planner.scenario import Scenario
from planner.synthetic import synthetic
from tests.audit.world import WORLD
from tests.notebooks import province
from tests.pairing import tiny


def test_headers_and_our_own_values_are_in_the_users_language() -> None:
    frame = pl.DataFrame({"part": ["leaders"], "goal": ["need"], "value": [12345]})
    assert show(frame, "zh").html().count("<th ") == 3
    assert '<td style="text-align:left">厅领导</td>' in show(frame, "zh").html()
    assert "need served" in show(frame, "en").html()


@pytest.mark.parametrize("frame", [SENT, PAIRS])
def test_no_header_of_postings_is_english_in_a_chinese_notebook(frame: Iterable[str]) -> None:
    shown = {name: header(name, "zh") for name in frame}
    assert not [name for name, words in shown.items() if words.isascii()]


def test_a_posting_and_an_exchange_are_told_in_words() -> None:
    frame = pl.DataFrame({"posting": ["secondment"], "exchange": ["swap"]})
    html = show(frame, "zh").html()
    assert "挂职" in html
    assert "对调" in html


def test_numbers_are_parted_and_to_the_right_and_years_are_years() -> None:
    html = show(pl.DataFrame({"need": [12345], "year": [2019]})).html()
    assert '<td style="text-align:right">12,345</td>' in html
    assert ">2019</td>" in html


def test_no_hash_and_no_row_of_a_file_is_shown() -> None:
    frame = pl.DataFrame({"row": [2, 3], "goal": ["need", "tie"], "tie": [987654, 1]})
    html = show(frame).html()
    assert "987" not in html
    assert html.count("<tr>") == 2  # The header, and one goal.


def test_every_row_is_there_however_many() -> None:
    assert show(pl.DataFrame({"need": range(500)})).html().count("<tr>") == 501


def test_columns_of_one_header_are_told_apart() -> None:
    frame = pl.DataFrame({"pairs": [1], "pairings": [2]})
    assert "结对（个） (2)" in show(frame).html()
    assert "text/html" in show(frame)._repr_mimebundle_()


def test_names_come_out_as_text() -> None:
    assert "<b>" not in show(pl.DataFrame({"unit": ["<b>x"]})).html()
    assert "<b>" not in tell(["<b>x"])._repr_html_()


def test_a_frame_is_a_widget_and_a_plain_table() -> None:
    bundle = show(pl.DataFrame({"unit": ["甲"], "need": [3]}))._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= {*bundle}
    assert "共 1 行" in bundle["text/plain"]


def test_no_sentence_is_said_to_be_none() -> None:
    assert str(tell([])) == "没有需要说明的"


@pytest.mark.parametrize("name", ["leaders.coverage", "policy.rotation.years", "unit", "by"])
def test_a_header_is_never_a_raw_key(name: str) -> None:
    assert "." not in header(name, "zh")
    assert "_" not in header(name, "zh")


def test_a_dataset_that_says_nothing_is_called_nothing(tmp_path: Path) -> None:
    data = province.write(tmp_path / "data")
    assert synthetic(data) == ""
    assert "合成" not in open_year(data, province.YEAR).footer


def test_a_folder_says_what_is_made_up_in_two_languages(tmp_path: Path) -> None:
    data = province.write(tmp_path / "data")
    (data / "_synthetic.txt").write_text("申报为合成\nwishes are synthetic\n", encoding="utf-8")
    assert (synthetic(data), synthetic(data, "en")) == ("申报为合成", "wishes are synthetic")
    assert "合成" in open_year(data, province.YEAR).footer
    (data / "_synthetic.txt").write_text("申报为合成", encoding="utf-8")
    assert synthetic(data, "en") == "申报为合成"
    (data / "_synthetic.txt").write_text("", encoding="utf-8")
    assert synthetic(data) == "数据为合成数据"


def test_a_workbook_says_it_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("_合成数据")["A1"] = "人员为合成"
    book.save(tmp_path / "data.xlsx")
    assert synthetic(tmp_path / "data.xlsx") == "人员为合成"


def test_a_scenario_a_measure_and_a_state_are_words_and_no_keys() -> None:
    frame = pl.DataFrame({
        "name": ["baseline", "policy.departments.two_from_headcount=8", "D03 调解工作处", None],
        "status": ["error", "optimal", None, None],
        "measure": ["legal_aid", None, None, None],
    })  # fmt: skip
    table = show(frame).html()
    assert not re.search("baseline|policy|error|optimal|legal_aid|None", table)
    for words in ("基准", "人数达到才可取上限（人） 8", "D03 调解工作处", "数据有误", "法律援助"):
        assert words in table


SWEPT = pl.DataFrame(
    {
        "name": ["baseline", "a", "b", "c"], "policy.training.away_percent": [None, 10, 30, 0],
        "sentence": [None, None, None, "没有方案：甲"], "postings.sent": [9, 4, 9, None],
    }
)  # fmt: skip


def test_a_sweep_tells_what_each_value_costs_against_the_plan_as_it_stands() -> None:
    assert against_baseline(SWEPT, ["postings.sent"]) == [
        "同时在外至多（%） 10：锻炼 · 派出人数 9 → 4",
        "同时在外至多（%） 30：各项目标不变",
        "同时在外至多（%） 0：没有方案：甲",
    ]


def test_rows_of_a_table_are_told_by_names(tmp_path: Path) -> None:
    dataset = open_year(province.write(tmp_path / "data"), province.YEAR).dataset
    departments = named(dataset.departments, dataset)
    assert departments.select("department", "leader").row(0) == ("综合处", "吴副厅长")
    rows = pl.DataFrame({"unit_id": ["领1"], "station_id": ["S000"], "place": ["S001"]})
    assert named(rows, dataset).row(0) == ("周厅长", "东州市S000司法所", "东州市S001司法所")


def test_an_id_is_not_shown_beside_its_name() -> None:
    html = show(pl.DataFrame({"unit_id": ["D01"], "unit": ["办公室"]})).html()
    assert "办公室" in html
    assert "D01" not in html


def test_what_a_row_costs_is_told_with_its_unit() -> None:
    frame = pl.DataFrame({"goal": ["travel", None, "barred"], "by": [9, 0, None]})
    assert losses(frame)["loss"].to_list() == [
        "单程时间增加 9 分钟", "各项目标值均不变，可互换", "规则不允许",
    ]  # fmt: skip


def test_a_year_without_a_plan_is_told_without_keys_and_rows_that_no_file_has(
    tmp_path: Path,
) -> None:
    here = open_year(province.write(tmp_path / "data"), province.YEAR)
    scenario = impossible_year(here.dataset, here.policy)
    why = why_no_plan(here.dataset, here.policy, province.YEAR, scenario)
    assert why.number > 1
    text = "\n".join(why.lines)
    assert "“每位领导联系所数（个）”改为" in text
    assert "（情景所设）" in text
    assert not re.search(r"leaders\.|per_city|csv:", text)


def test_a_scenario_is_told_by_names() -> None:
    dataset = tiny.dataset(WORLD)
    unit, name = dataset.departments.select("department_id", "name").row(0)
    scenario = Scenario("x", {"departments": {"set": {unit: {"village_duty": True}}}})
    assert told_scenario(scenario, dataset) == [f"{name} 驻村扶贫 是"]


def test_a_claim_has_its_number_in_both_languages_and_counts_no_hash() -> None:
    goals = pl.DataFrame(
        {"goal": ["coverage", "need", "tie"], "status": ["optimal", "settled", "optimal"]}
    )
    assert str(claims.proved(goals)) == "2 项目标中 1 项已证明最优"
    assert str(claims.proved(goals, "en")) == "1 of 2 goals are proved optimal"
    assert "<h3" in claims.proved(goals)._repr_html_()


def test_the_neediest_among_the_chosen_are_counted() -> None:
    need = pl.DataFrame({
        "station_id": ["S1", "S2", "S3", "S4"], "need": [9, 8, 7, 6],
        "kind": ["leader", None, "department", None],
    })  # fmt: skip
    assert "4 个所中 2 个入选（50%），其中 1 个" in str(claims.chosen(need))
