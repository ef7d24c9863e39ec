"""Names that are formulas, markup or fields go through every paper; secrets through none."""

import csv
import tempfile
from pathlib import Path

import pytest

from planner import commands
from planner.office.packet import packet
from tests.audit.world import World, department, leader
from tests.commands.folders import write_data
from tests.office.papers import HOSTILE, cells, text, unpacked
from tests.record.years import OFFICE, SMALL, STAFF, Year

CANARY = "金丝雀"
LONG = "一" * 4000
NAMES = [name for name in HOSTILE if name != LONG]


def hostile() -> World:
    """Return the small year with such names for units and stations, and secrets where none go."""
    leaders = [leader("L1") | {"name": NAMES[0]}, leader("L2") | {"name": LONG}]
    departments = [
        department("D1", 12) | {"leader_id": "L2", "name": NAMES[1]},
        department("D2", 6) | {"leader_id": "L2", "name": NAMES[3]},
    ]
    world = SMALL.but(leaders=leaders, departments=departments, wishes=["D1 1 city B"])
    for at, station in enumerate(("A1a", "A1b", "B1a", "B1b", "C1a", "C1b")):
        world = world.where(station, name=f"{NAMES[at % len(NAMES)]}{station}")
    return world


def canaries(data: Path) -> None:
    """Put secrets into every column that no paper may show."""
    (data / "recusals.csv").write_text(
        f"unit_id,level,place,reason,家庭住址\nL1,station,A2a,{CANARY}回避,{CANARY}住址\n", "utf-8"
    )
    (data / "pins.csv").write_text(
        f"unit_id,station_id,decision,reason\nL2,A2b,forbid,{CANARY}否定\n", "utf-8"
    )
    (data / "cadres.csv").write_text(
        "cadre_id,name,department_id,duty_rank,birth_date,joined_on,left_on,grassroots_months,"
        "justice_months,village_duty,outstanding,native_county\n"
        f"{CANARY}1,{CANARY}甲,D1,division,1977-07-17,2010-07-01,,12,0,false,true,C1\n",
        "utf-8",
    )


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    data = write_data(folder / "data", hostile())
    canaries(data)
    commands.plan(commands.Request(data, 2019, folder / "out"))
    packet(data, folder / "out", folder / "draft")
    year = Year(folder)
    for part, office in (("leaders", OFFICE), ("departments", STAFF)):
        if part == "departments":
            year.act("applications", part, office)
        year.act("draft", part, office)
        year.consulted(part, office)
        if part == "departments":
            year.act("review", part, "L2")
        year.act("approve", part, "L1", note=NAMES[3])
    packet(data, folder / "out", folder / "approved")
    return folder


def names(planned: Path) -> set[str]:
    text = (planned / "out" / "plan.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    bare = [row[key].removeprefix("'") for row in rows for key in ("unit", "station")]
    return {"".join(name.split()) for name in bare}


@pytest.mark.parametrize("stage", ["draft", "approved"])
def test_every_name_stands_on_paper_as_it_is(planned: Path, stage: str) -> None:
    said = text(planned / stage / "方案.docx")
    for name in names(planned):
        assert name in said


def test_every_name_stands_in_the_sheets_as_it_is(planned: Path) -> None:
    book = cells(planned / "draft" / "一览表.xlsx")
    found = {"".join(str(cell).split()) for row in book["司法所"] for cell in row}
    assert names(planned) <= found


@pytest.mark.parametrize("stage", ["draft", "approved"])
def test_no_secret_and_no_local_path_is_in_any_file(planned: Path, stage: str) -> None:
    every = unpacked(planned / stage)
    house = Path(commands.__file__).parents[1]
    places = (planned, house, Path.home(), tempfile.gettempdir())
    for secret in (CANARY, "1977-07-17", "籍贯", *map(str, places)):
        assert secret.encode() not in every, secret


@pytest.mark.parametrize("stage", ["draft", "approved"])
def test_file_names_can_be_on_any_disk(planned: Path, stage: str) -> None:
    for file in (planned / stage).rglob("*"):
        assert len(file.name) <= 60
        assert not set(file.name) & set('\\/:*?"<>|')
