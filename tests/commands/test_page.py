"""The leader's page says what the plan's files say, needs nothing, and stands for sound plans."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import polars as pl
import pytest

from planner import commands
from planner.errors import InputError, ViolationError
from planner.page import html, page_html, write_page
from planner.page import make as house
from planner.page.facts import Facts
from planner.words import Language
from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import rewrite, write_data

ON = date(2019, 1, 15)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the page of the world's plan."""
    place = tmp_path_factory.mktemp("page")
    data = write_data(place / "data", WORLD)
    commands.plan(commands.Request(data, WORLD.year, place / "out"))
    return page_html(place / "out", data, on=ON)


_MAPS: dict[tuple[object, ...], str] = {}


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the map of the same stations and plan drawn once where the picture is not the matter."""
    draw = html._map

    def drawn(facts: Facts, language: Language) -> str:
        frames = (facts.dataset.stations, facts.plan.pairs)
        key = (language, *(frame.serialize() for frame in frames))
        if key not in _MAPS:
            _MAPS[key] = draw(facts, language)
        return _MAPS[key]

    monkeypatch.setattr(html, "_map", drawn)


def words(page: str) -> str:
    """The page's text, its tags taken out."""
    return unescape(re.sub(r"<[^>]+>", "\n", page.partition("<body>")[2]))


def test_every_pairing_of_the_plan_stands_on_the_page(page: str, out: Path) -> None:
    text = words(page)
    plan = pl.read_csv(out / "plan.csv")
    assert all(name in text for name in (*plan["unit"], *plan["station"], *plan["city"]))


def test_the_sentence_counts_the_plan(page: str, out: Path) -> None:
    text = words(page)
    plan = pl.read_csv(out / "plan.csv")
    assert f"共联系 {plan['station'].n_unique()} 个司法所" in text
    assert "各项目标均已证明最优" in text


def test_the_page_needs_nothing_from_outside_and_prints_on_a4(page: str) -> None:
    assert "<script" not in page
    assert "http" not in re.sub(r"base64,[^\"]*", "", page)
    assert "size: A4" in page


def test_the_same_plan_and_date_give_the_same_page(data: Path, out: Path, page: str) -> None:
    assert page_html(out, data, on=ON) == page


@pytest.mark.usefixtures("drawn_once")
def test_source_and_date_stand_under_it_and_what_is_made_up(
    data: Path, out: Path, page: str
) -> None:
    assert "合成" not in words(page)
    (data / "_synthetic.txt").write_text("人员为合成数据\nstaff is synthetic\n", encoding="utf-8")
    text = words(page_html(out, data, on=ON))
    assert "赣司人字〔2018〕62号" in text
    assert "2019-01-15" in text
    assert "人员为合成数据" in text
    assert "staff is synthetic" in words(page_html(out, data, language="en", on=ON))


def test_a_wish_that_is_not_met_has_its_reason(tmp_path: Path, call: Call) -> None:
    world = WORLD.where("C2a", nominated=False).but(wishes=["D2 1 station C2a"])
    data = write_data(tmp_path / "data", world)
    call("plan", data, "--year", world.year, "--out", tmp_path / "out")
    text = words(page_html(tmp_path / "out", data, on=ON))
    assert "处室共申报 1 个志愿，满足 0 个" in text
    assert "未推荐" in text


def test_a_plan_that_breaks_a_rule_gets_no_page(data: Path, out: Path) -> None:
    plan = pl.read_csv(out / "plan.csv")
    rewrite(out / "plan.csv", plan["station_id"][0], plan["station_id"][1])
    with pytest.raises((ViolationError, InputError)):
        page_html(out, data, on=ON)


def test_without_its_data_the_folder_is_asked_to_give_them(out: Path) -> None:
    with pytest.raises(InputError) as raised:
        page_html(out, on=ON)
    assert "--data" in raised.value.faults[0].text("zh")


def test_a_file_of_another_kind_is_not_written_over(data: Path, out: Path) -> None:
    (out / "page.html").write_text("<p>mine</p>", encoding="utf-8")
    with pytest.raises(InputError):
        write_page(out, data, on=ON)
    assert (out / "page.html").read_text("utf-8") == "<p>mine</p>"


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize("name", ["page.html", "page.pdf"])
def test_what_was_changed_since_is_not_written_over(
    data: Path, out: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(house, "pdf_of", lambda _: b"%PDF-1.7 first")
    write_page(out, data, on=ON)
    mine = (out / name).read_bytes() + b"mine"
    (out / name).write_bytes(mine)
    with pytest.raises(InputError, match=re.escape(name)):
        write_page(out, data, on=ON)
    assert (out / name).read_bytes() == mine


def test_a_page_is_not_laid_among_the_tables(data: Path, out: Path) -> None:
    with pytest.raises(InputError, match="lies in the data folder"):
        write_page(out, data, data)
    assert not (data / "page.html").exists()


@pytest.mark.usefixtures("drawn_once")
def test_without_a_browser_there_is_html_alone_and_that_is_said(
    data: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "pdf_of", lambda _: None)
    written = write_page(out, data, on=ON)
    assert written.pdf is None
    assert "未生成 PDF" in str(written)
    assert {path.name for path in out.glob("page.*")} == {"page.html"}


@pytest.mark.usefixtures("drawn_once")
def test_a_former_pages_pdf_does_not_outlive_it(
    data: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "pdf_of", lambda _: b"%PDF-1.7 first")
    write_page(out, data, on=ON)
    monkeypatch.setattr(house, "pdf_of", lambda _: None)
    write_page(out, data, on=ON)
    assert not (out / "page.pdf").exists()
    assert (out / "plan.csv").exists()


@pytest.mark.usefixtures("drawn_once")
def test_the_command_writes_the_page(
    data: Path, out: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "pdf_of", lambda _: None)
    done = call("page", out, "--data", data)
    assert done.code == 0
    assert (out / "page.html").is_file()


def test_names_come_out_as_text(tmp_path: Path, call: Call) -> None:
    leaders = WORLD.frames["leaders"].with_columns(name=pl.lit("<b>甲</b>&"))
    data = write_data(tmp_path / "data", WORLD)
    leaders.write_csv(data / "leaders.csv")
    call("plan", data, "--year", WORLD.year, "--out", tmp_path / "out")
    page = page_html(tmp_path / "out", data, on=ON)
    assert "&lt;b&gt;甲&lt;/b&gt;&amp;" in page
    assert "<b>甲" not in page
