"""The example's packet as it is printed: every page's text against the plan, in LibreOffice."""

import csv
import json
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planner import commands
from planner.office.packet import packet

EXAMPLE = Path(__file__).parents[2] / "data" / "jiangxi"
TOOLS = ("soffice", "pdftotext")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
LINES = 22
LONGEST = 240
DONE = "done"
if MISSING and not os.environ.get("CI"):
    pytest.skip(
        f"not installed: {', '.join(MISSING)} (apt-get install libreoffice-writer-nogui "
        "libreoffice-calc-nogui poppler-utils)",
        allow_module_level=True,
    )


@dataclass(frozen=True)
class Printed:
    """The pages of each document, and the plan's rows."""

    pages: dict[str, list[str]]
    rows: list[dict[str, str]]
    summary: dict[str, Any]

    def bare(self, name: str) -> list[str]:
        """Return the text of a document's pages without blanks."""
        return ["".join(page.split()) for page in self.pages[name]]

    def annex(self, number: int) -> list[str]:
        """Return the pages of an annex of the plan, without blanks."""
        return self.bare("方案")[self._span(number)]

    def lines(self, number: int) -> list[list[str]]:
        """Return the lines of an annex, each cell by cell."""
        pages = self.pages["方案"][self._span(number)]
        return [line.split() for page in pages for line in page.splitlines() if line.strip()]

    def _span(self, number: int) -> slice:
        pages = self.bare("方案")
        first = next(at for at, page in enumerate(pages) if page.startswith(f"附件{number}"))
        rest = [at for at, page in enumerate(pages) if at > first and page.startswith("附件")]
        return slice(first, rest[0] if rest else len(pages))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the example's packet in print; the processes of one run of the tests print it once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "printed"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(folder / DONE)
    else:
        _print(folder)
        (folder / DONE).touch()
    pages = {file.stem: _pages(file) for file in (folder / "pdf").glob("*.pdf")}
    rows = csv.DictReader((folder / "out" / "plan.csv").read_text("utf-8-sig").splitlines())
    summary = json.loads((folder / "out" / "summary.json").read_text("utf-8"))
    return Printed(pages, list(rows), summary)


def _print(folder: Path) -> None:
    """Plan the example, write its packet, and print the plan, a letter, the sheet and the lists."""
    commands.plan(commands.Request(EXAMPLE, 2019, folder / "out"))
    packet(EXAMPLE, folder / "out", folder / "packet")
    letter = next((folder / "packet" / "征求意见函").glob("01 *.docx"))
    files = [folder / "packet" / name for name in ("方案.docx", "审批单.docx", "一览表.xlsx")]
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder / "pdf"), *map(str, files), str(letter)],
        check=True, capture_output=True, timeout=LONGEST,
    )  # fmt: skip


def _wait(file: Path) -> None:
    ends = time.monotonic() + LONGEST
    while not file.exists():
        assert time.monotonic() < ends, "another process prints and does not end"
        time.sleep(0.2)


def _pages(file: Path) -> list[str]:
    command = ["pdftotext", "-layout", str(file), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return told.split("\f")[:-1]


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the example."""
    return list(csv.DictReader((EXAMPLE / f"{name}.csv").read_text("utf-8-sig").splitlines()))


def test_the_first_page_has_title_mark_and_basis(printed: Printed) -> None:
    first = printed.bare("方案")[0]
    assert first.startswith("江西省司法厅2019年厅机关对口联系司法所方案（征求意见稿）")
    assert "赣司人字〔2018〕62号" in first


def test_every_goal_stands_with_its_value_and_the_best_possible(printed: Printed) -> None:
    text = "".join(printed.bare("方案"))
    goals = [goal for part in printed.summary["plans"] for goal in part["goals"]]
    for value, bound in [(one["value"], one["bound"]) for one in goals if one["goal"] != "tie"]:
        assert re.search(rf"：{value}[^，]{{0,3}}，理论最优值{bound}\D", text), (value, bound)


@pytest.mark.parametrize(("annex", "kind"), [(1, "leader"), (2, "department")])
def test_the_annexes_pages_have_the_pairings_of_the_plan_and_no_other(
    printed: Printed, annex: int, kind: str
) -> None:
    text = "".join(printed.annex(annex))
    own = [row["station"] for row in printed.rows if row["kind"] == kind]
    assert sorted(own, key=text.find) == own, "in the plan's order, page after page"
    assert all(text.count(station) == 1 for station in own)
    others = [row["station"] for row in printed.rows if row["kind"] != kind]
    assert not any(station in text for station in others)


def test_the_third_annex_has_every_city_with_its_pairings_and_counties(printed: Printed) -> None:
    for city in {row["city"] for row in printed.rows}:
        counties = [row["county"] for row in printed.rows if row["city"] == city]
        (told,) = [cells for cells in printed.lines(3) if cells[1:2] == [city]]
        assert told[4:] == [str(len(counties)), str(len(set(counties)))]


def test_the_fourth_annex_has_every_application_not_met_and_no_other(printed: Printed) -> None:
    had = {
        (row["unit_id"], row[place])
        for row in printed.rows
        for place in ("city", "county", "station_id")
    }
    wishes = table("wishes")
    unmet = [one for one in wishes if (one["department_id"], one["place"]) not in had]
    numbers = [int(cells[0]) for cells in printed.lines(4) if cells[0].isdigit()]
    assert numbers == [*range(1, len(unmet) + 1)]
    names = {row["station_id"]: row["name"] for row in table("stations")}
    text = "".join(printed.annex(4))
    whole = [names.get(one["place"], one["place"]) for one in unmet]
    assert all(name in text for name in whole if len(name) < 10), "longer ones are broken in two"


def test_the_fifth_annex_has_last_year_s_stations_beside_this_year_s(printed: Printed) -> None:
    names = {row["station_id"]: row["name"] for row in table("stations")}
    last = {row["station_id"] for row in table("history") if row["year"] == "2018"}
    now = {row["station_id"] for row in printed.rows}
    text = "".join(printed.annex(5))
    assert "上年" in text
    assert not [names[one] for one in last | now if names[one] not in text]


def test_a_table_repeats_its_header_on_every_page(printed: Printed) -> None:
    for annex in (2, 4, 5):
        pages = printed.annex(annex)
        assert len(pages) > 1
        assert all("序号" in page for page in pages)


def test_every_annex_begins_on_a_page_of_its_own(printed: Printed) -> None:
    starts = [page[:3] for page in printed.bare("方案") if page.startswith("附件")]
    assert [start for start in starts if start != "附件："] == [f"附件{at}" for at in range(1, 6)]


def test_pages_are_numbered_between_dashes_right_on_odd_left_on_even(printed: Printed) -> None:
    sides = list[float]()
    for number, page in enumerate(printed.pages["方案"], 1):
        line = next(line for line in reversed(page.splitlines()) if line.strip())
        assert "".join(line.split()) == f"—{number}—"
        sides.append(len(line) - len(line.lstrip()))
    assert min(sides[0::2]) > max(sides[1::2])


def test_no_page_has_more_than_twenty_two_lines_of_text(printed: Printed) -> None:
    body = [page for page in printed.pages["方案"] if not page.lstrip().startswith("附件")][:4]
    for page in body:
        assert len([line for line in page.splitlines() if line.strip()]) <= LINES + 1


def test_office_and_date_never_stand_alone(printed: Printed) -> None:
    for name in ("方案", "01 赣州市司法局"):
        pages = printed.bare(name)
        (signed,) = [page for page in pages if "江西省司法厅年月日" in page]
        assert len(signed) > 40


def test_the_sheet_to_be_signed_is_a_page_a_part(printed: Printed) -> None:
    leaders, departments = printed.bare("审批单")
    assert "厅领导部分" in leaders
    assert "审核副厅长一" in departments


def test_a_letter_s_first_page_has_the_city_s_pairings(printed: Printed) -> None:
    first, slip = printed.bare("01 赣州市司法局")
    for row in printed.rows:
        assert (row["station"] in first) == (row["city"] == "赣州市")
    assert slip.startswith("回执")


def test_the_lists_in_print_have_every_pairing(printed: Printed) -> None:
    text = "".join(printed.bare("一览表"))
    assert all(row["station_id"] in text for row in printed.rows)
