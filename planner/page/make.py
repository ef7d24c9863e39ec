"""Makes the leader's page of a finished plan and writes it: `page.html`, and `page.pdf`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.errors import Fault, InputError
from planner.page.facts import facts_of
from planner.page.html import GENERATOR, html_of
from planner.page.pdf import pdf_of
from planner.plans.folder import replace_folder
from planner.plans.place import refuse_inputs
from planner.words import Language, say

HTML, PDF = "page.html", "page.pdf"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; `pdf` is None where this machine has nothing that makes one."""

    html: Path
    pdf: Path | None
    language: Language

    def __str__(self) -> str:
        """Return what was written, in words."""
        key = "page.written" if self.pdf else "page.written_html"
        return say(key, self.language, html=self.html, pdf=self.pdf)

    def _repr_html_(self) -> str:
        return str(self)


def page_html(
    folder: Path | str,
    data: Path | str | None = None,
    policy: Path | str | None = None,
    language: Language = "zh",
    *,
    on: date | None = None,
) -> str:
    """Return the page of the plan in a folder, which is audited and verified for it.

    `data` is what the plan was made from, by default the folder's own `data`; `on` is the date it
    bears, today by default. Raises InputError with every fault, ViolationError where the audit
    finds one.
    """
    place, given = (None if at is None else Path(at) for at in (data, policy))
    return html_of(facts_of(Path(folder), place, given), on or date.today(), language)


def write_page(
    folder: Path | str,
    data: Path | str | None = None,
    out: Path | str | None = None,
    policy: Path | str | None = None,
    language: Language = "zh",
    *,
    on: date | None = None,
) -> Written:
    """Write the page of the plan in a folder to `out`, by default that folder; say what is there.

    Raises as `page_html` does, and InputError where a file of another kind has one of the names.
    """
    place = Path(folder if out is None else out)
    if out is not None:
        refuse_inputs(place, None if data is None else Path(data))
    if _is_strange(place / HTML) or ((place / PDF).exists() and not (place / HTML).exists()):
        raise InputError([Fault(str(place / HTML), "page.strange")])
    html = page_html(folder, data, policy, language, on=on)
    pdf = pdf_of(html)
    files = {HTML: html.encode()} | ({} if pdf is None else {PDF: pdf})
    replace_folder(place, files, {HTML, PDF}.__contains__)
    return Written(place / HTML, None if pdf is None else place / PDF, language)


def _is_strange(file: Path) -> bool:
    """Return whether a file is there that this did not write."""
    mark = f'content="{GENERATOR}"'.encode()
    return file.exists() and (not file.is_file() or mark not in file.read_bytes()[:400])
