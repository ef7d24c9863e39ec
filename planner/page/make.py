"""Makes the leader's page of a finished plan and writes it: `page.html`, and `page.pdf`."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from planner.errors import Fault, InputError
from planner.page.facts import facts_of
from planner.page.html import html_of, sentences
from planner.page.pdf import pdf_of
from planner.plans.folder import replace_folder
from planner.plans.place import refuse_inputs
from planner.words import Language, say

HTML, PDF = "page.html", "page.pdf"
SEAL = re.compile(rb'<meta name="planner" content="(\w+) (\w+)">')
"""The digests of a page and of its PDF as they were written: those may be written over."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; `pdf` is None where this machine has nothing that makes one.

    `sentences` are what the page says first: what the plan comes to.
    """

    html: Path
    pdf: Path | None
    language: Language
    sentences: tuple[str, ...]

    def __str__(self) -> str:
        """Return what was written, in words."""
        key = "page.written" if self.pdf else "page.written_html"
        return say(key, self.language, html=self.html, pdf=self.pdf)


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
    facts = facts_of(Path(folder), _path(data), _path(policy))
    return html_of(facts, on or date.today(), language)


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

    Raises as `page_html` does, and InputError where a file of one of the names is there that this
    did not write, or that was changed since.
    """
    place = Path(folder if out is None else out)
    if out is not None:
        refuse_inputs(place, _path(data))
    if strange := _strange(place):
        raise InputError([Fault(str(file), "page.strange") for file in strange])
    facts = facts_of(Path(folder), _path(data), _path(policy))
    html = html_of(facts, on or date.today(), language)
    pdf = pdf_of(html)
    files = {HTML: _sealed(html, pdf or b"")} | ({} if pdf is None else {PDF: pdf})
    replace_folder(place, files, {HTML, PDF}.__contains__)
    said = tuple(sentences(facts, language))
    return Written(place / HTML, None if pdf is None else place / PDF, language, said)


def _path(place: Path | str | None) -> Path | None:
    return None if place is None else Path(place)


def _strange(folder: Path) -> list[Path]:
    """Return the files of our names in a folder that are not as this wrote them."""
    names = [name for name in (HTML, PDF) if (folder / name).exists()]
    contents = {n: (folder / n).read_bytes() if (folder / n).is_file() else b"" for n in names}
    seal = SEAL.search(contents.get(HTML, b""))
    if seal is None:
        return [folder / name for name in names]
    written = {HTML: seal[1], PDF: seal[2]}
    contents[HTML] = contents[HTML].replace(seal[0], b"", 1)
    return [folder / name for name in names if _digest(contents[name]) != written[name]]


def _sealed(html: str, pdf: bytes) -> bytes:
    """Return a page by which it and its PDF are known to be as they were written."""
    page = html.encode()
    head, charset, rest = page.partition(b'<meta charset="utf-8">')
    seal = b'<meta name="planner" content="%b %b">' % (_digest(page), _digest(pdf))
    return head + charset + seal + rest


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
