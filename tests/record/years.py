"""A small year with all who take part: a principal, two leaders in charge, three cities."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner import commands
from planner.errors import InputError
from planner.record import Entry, Request, act
from tests.audit.world import WORLD, department, leader
from tests.commands.folders import write_data

OFFICE, STAFF = "厅办公室", "厅人事警务处"
YEAR = 2019
JANUARY = dt.date(2019, 1, 10)

SMALL = WORLD.but(
    leaders=[leader("L1"), leader("L2"), leader("L3")],
    departments=[
        department("D1", 12) | {"leader_id": "L2"},
        department("D2", 6) | {"leader_id": "L3"},
        department("D3", 6) | {"leader_id": "L1"},
    ],
    wishes=["D1 1 city A", "D2 1 station B2a", "D3 1 county C1"],
)  # fmt: skip
"""L1 is the principal; he is in charge of D3, L2 of D1, L3 of D2."""


def finished(folder: Path) -> Path:
    """Write the small year's tables and its plan, and return the folder of both."""
    folder.mkdir(parents=True)
    data = write_data(folder / "data", SMALL)
    commands.plan(commands.Request(data, YEAR, folder / "out"))
    return folder


@dataclass
class Year:
    """A small year's tables and plan, and acting on its record."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def act(self, action: str, part: str, by: str, **more: Any) -> Entry:
        """Add an entry, with the plan's folder where the action takes one."""
        alone = action in ("applications", "amend")
        given = {"on": JANUARY, "folder": None if alone else self.out} | more
        return act(Request(self.data, action, part, by, **given))

    def refused(self, action: str, part: str, by: str, **more: Any) -> str:
        """Return why an entry is refused."""
        try:
            self.act(action, part, by, **more)
        except InputError as error:
            return error.text("zh")
        raise AssertionError("it was allowed")

    def consulted(self, part: str, by: str) -> None:
        """Consult every city of a part."""
        for city in self.cities(part):
            self.act("consult", part, by, subject=city, note="同意")

    def cities(self, part: str) -> list[str]:
        """Return the cities with a pairing of a part."""
        kind = {"leaders": "leader", "departments": "department"}[part]
        lines = (self.out / "plan.csv").read_text("utf-8-sig").splitlines()[1:]
        return sorted({line.split(",")[6] for line in lines if line.split(",")[1] == kind})

    def leaders_approved(self) -> None:
        """Bring the leaders' part to its approval."""
        self.act("draft", "leaders", OFFICE)
        self.consulted("leaders", OFFICE)
        self.act("approve", "leaders", "L1")

    def departments_drafted(self) -> None:
        """Bring the departments' part to its draft."""
        self.leaders_approved()
        self.act("applications", "departments", STAFF)
        self.act("draft", "departments", STAFF)

    def departments_approved(self) -> None:
        """Bring both parts to their approval."""
        self.departments_drafted()
        self.consulted("departments", STAFF)
        for one in ("L2", "L3"):
            self.act("review", "departments", one)
        self.act("approve", "departments", "L1")

    def swap(self) -> None:
        """Make the plan again, otherwise: the first leader has another station."""
        rewritten(self.out / "plan.csv")


def rewritten(plan: Path) -> None:
    """Change one figure of the first row of a plan."""
    header, first, *rest = plan.read_text("utf-8-sig").splitlines()
    cells = first.split(",")
    cells[8] = str(int(cells[8]) + 1)
    plan.write_text("\n".join([header, ",".join(cells), *rest, ""]), "utf-8-sig")


def copied(made: Path, to: Path) -> Year:
    """Return a copy of a small year."""
    shutil.copytree(made, to)
    return Year(to)
