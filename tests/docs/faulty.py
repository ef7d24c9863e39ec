"""The example with the three slips that the READMEs show."""

import shutil
from pathlib import Path

from tests.docs.readme import ROOT

SLIPS = (
    ("departments.csv", "调解工作处,12,", "调解工作处,twelve,"),
    ("stations.csv", ",nominated\n", ",nominatd\n"),
    ("recusals.csv", "袁州区", "袁洲区"),
)


def make_faulty(folder: Path) -> None:
    """Copy the example to a folder and put the slips in, one a file."""
    shutil.copytree(ROOT / "data/jiangxi", folder)
    for name, right, wrong in SLIPS:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(right) == 1
        (folder / name).write_text(text.replace(right, wrong), encoding="utf-8", newline="")
