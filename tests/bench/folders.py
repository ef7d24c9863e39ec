"""The cases: which dataset, which year, and what is changed in it before the clock starts."""

import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Case:
    """A dataset of a year. `everything` nominates every station: more pairs than in practice."""

    name: str
    title: str
    size: str
    year: int
    everything: bool


CASES: dict[str, Case] = {
    case.name: case
    for case in (
        Case("jiangxi", "Jiangxi, nominated stations only", "jiangxi", 2019, everything=False),
        Case("jiangxi-all", "Jiangxi, every station nominated", "jiangxi", 2019, everything=True),
        Case("china", "Ministry, nominated stations only", "china", 2024, everything=False),
        Case("china-all", "Ministry, every station nominated", "china", 2024, everything=True),
    )
}

RULES: dict[str, tuple[int, int]] = {
    "default": (0, 0),
    "hard_percent=30": (30, 0),
    "hard_percent=60": (60, 0),
    "unit_max=900": (0, 900),
    "unit_max=600": (0, 600),
    "unit_max=540": (0, 540),
    "unit_max=480": (0, 480),
    "unit_max=420": (0, 420),
    "hard_percent=30, unit_max=600": (30, 600),
    "hard_percent=30, unit_max=450": (30, 450),
}
"""The rules that are off by default, by their figures: hard_percent and travel.unit_max.

At 900 minutes nobody must give way, at 600 a few units, at 480 half of the leaders; at 540 the
leaders' stations only just fit. The departments' required pair takes 404 minutes."""


def folder_of(size: str, aside: Path) -> Path:
    """Return the folder of a size's dataset; the ministry's is made in the folder `aside`."""
    if size == "jiangxi":
        return ROOT / "data" / "jiangxi"
    made = aside / size
    if not made.exists():
        run([sys.executable, str(ROOT / "data" / "build_china.py"), str(made)], check=True)
    return made
