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
    "most_minutes=300": (0, 300),
    "hard_percent=30, most_minutes=300": (30, 300),
}
"""The rules that are off by default, by their figures: hard_percent and travel.most_minutes."""


def folder_of(size: str, aside: Path) -> Path:
    """Return the folder of a size's dataset; the ministry's is made in the folder `aside`."""
    if size == "jiangxi":
        return ROOT / "data" / "jiangxi"
    made = aside / size
    if not made.exists():
        run([sys.executable, str(ROOT / "data" / "build_china.py"), str(made)], check=True)
    return made
