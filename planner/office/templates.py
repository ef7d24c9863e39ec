"""The templates of all paper: drawn by the house, or an office's own in a folder."""

import io
from collections.abc import Callable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from planner.errors import Fault, InputError
from planner.office import dossier_form, filing_forms, forms, papers
from planner.office.archive import settled
from planner.office.render import date_properties
from planner.plans.place import publish_new
from planner.tables.names import table_of

PLAN, APPROVAL, CONSULTATION, NOTICE = "方案.docx", "审批单.docx", "征求意见函.docx", "通知单.docx"
FILED, FILED_SUMMARY = "备案表.docx", "备案汇总.docx"
DOSSIER = "归档页.docx"

TEMPLATES: dict[str, Callable[[], Any]] = {
    PLAN: papers.plan,
    APPROVAL: forms.approval,
    CONSULTATION: forms.consultation,
    NOTICE: forms.notice,
    FILED: filing_forms.unit,
    FILED_SUMMARY: filing_forms.summary,
    DOSSIER: dossier_form.page,
}
"""Every template by its file's name, and what draws it."""

WORD = (".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".rtf", ".odt")
"""What an office may save its letterhead as; only the first is read."""

UNREAD = "_~."
"""Files whose names begin so are passed over: kept aside, open in Word, hidden."""

SINCE = 2019
"""The year that the house's own templates are dated by."""


def template(name: str, folder: Path | None = None) -> bytes:
    """Return a template's bytes: the one in the folder where it has it, else the house's own.

    Raises `InputError` where the folder is none, or holds a document that is no template.
    """
    if folder is not None:
        _check(folder)
        file = folder / name
        if file.exists():
            return file.read_bytes()
    return drawn(name)


@cache
def drawn(name: str) -> bytes:
    """Return the house's own template; the same bytes each time."""
    document = TEMPLATES[name]()
    date_properties(document, SINCE)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def write(folder: Path) -> None:
    """Write all templates into a folder; raise `InputError` where one is there already.

    Not beside a dataset's tables either: a template there would look like one of them.
    """
    if folder.is_dir() and any(map(_is_table, folder.iterdir())):
        raise InputError([Fault(str(folder), "office.templates_in_data")])
    there = [name for name in TEMPLATES if (folder / name).exists()]
    if there:
        raise InputError([Fault(str(folder / name), "template.there") for name in there])
    publish_new({name: drawn(name) for name in TEMPLATES}, folder)


def _is_table(file: Path) -> bool:
    return file.suffix.lower() == ".csv" and table_of(file.stem) is not None


def _check(folder: Path) -> None:
    """Refuse a folder whose Word files are not all templates: one misnamed would be passed over."""
    if not folder.is_dir():
        raise InputError([Fault(str(folder), "office.no_templates")])
    files = [file for file in sorted(folder.iterdir()) if file.suffix.lower() in WORD]
    read = [file.name for file in files if file.name[0] not in UNREAD]
    strange = [name for name in read if name not in TEMPLATES]
    if strange:
        raise InputError([_misnamed(name) for name in strange])


def _misnamed(name: str) -> Fault:
    near = get_close_matches(name, TEMPLATES, 1, 0)
    return Fault(name, "office.misnamed", values={"near": near[0], "known": "、".join(TEMPLATES)})
