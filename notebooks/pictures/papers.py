"""Draw the papers' pictures again: `.venv/bin/python -m notebooks.pictures.papers`.

Each command is called as its users do, what it writes is printed by LibreOffice, and the first page
of that is the picture. It needs LibreOffice and pdftoppm, and fonts for Chinese.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from notebooks.pictures.make import DATA, HERE, YEAR

DOTS = 96
"""An inch of a page in dots: twice as wide as a README shows a page, sharp on any screen."""
ON = f"{YEAR}-06-30"


def papers(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name of each picture and the paper that it is of, written to a folder."""
    plan, filing, dossier, packet = (
        folder / name for name in ("plan", "half", "dossier", "packet")
    )
    planner("plan", DATA, "--year", YEAR, "--out", plan)
    planner("filing", DATA, "--year", YEAR, "--half", 1, "--plan", plan, "--out", filing)
    yield "filing", sorted(filing.glob("*.docx"))[1]
    planner("dossier", DATA, "--on", ON, "--out", dossier)
    yield "dossier", min(dossier.glob("*.docx"))
    planner("packet", DATA, plan, "--out", packet)
    yield "plan-paper", packet / "方案.docx"
    yield "approval", packet / "审批单.docx"
    planner("template", "--out", folder / "template.xlsx")
    yield "template", folder / "template.xlsx"


def planner(*arguments: object) -> None:
    """Run a command of the planner; raise where it fails."""
    words = [sys.executable, "-m", "planner", *map(str, arguments), "--quiet"]
    subprocess.run(words, check=True)


def printed(paper: Path, folder: Path) -> Path:
    """Return the first page of a paper as a picture."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, str(paper)], check=True, capture_output=True)
    page = folder / "page"
    pages = ["pdftoppm", "-png", "-singlefile", "-r", str(DOTS)]
    subprocess.run([*pages, str(folder / f"{paper.stem}.pdf"), str(page)], check=True)
    return page.with_suffix(".png")


def main() -> None:
    """Draw them all into this folder."""
    with TemporaryDirectory() as folder:
        for name, paper in papers(Path(folder)):
            (HERE / f"{name}.png").write_bytes(printed(paper, Path(folder)).read_bytes())


if __name__ == "__main__":
    main()
