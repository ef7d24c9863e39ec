"""A page as PDF, by the browser or the LibreOffice of this machine."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_OFFICES = ("soffice", "libreoffice")
_PATIENCE = 120
_OPTIONS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip


def pdf_of(html: str) -> bytes | None:
    """Return a page as PDF, None where this machine has nothing that makes one."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        for command in _commands(page):
            if _run(command) and page.with_suffix(".pdf").is_file():
                return page.with_suffix(".pdf").read_bytes()
    return None


def _commands(page: Path) -> list[list[str]]:
    """Return what would make the PDF beside the page, the best first."""
    profile = page.parent / "profile"
    # Chromium refuses to run as root with its sandbox; containers have nobody else.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    by_browser = [
        [program, *_OPTIONS, *(["--no-sandbox"] if is_root else []), f"--user-data-dir={profile}",
         f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
        for program in filter(None, map(shutil.which, _BROWSERS))
    ]  # fmt: skip
    by_office = [
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export",
         "--outdir", str(page.parent), str(page)]
        for program in filter(None, map(shutil.which, _OFFICES))
    ]  # fmt: skip
    return by_browser + by_office


def _run(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
