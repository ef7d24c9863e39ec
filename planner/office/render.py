"""Filling a Word template: sandboxed, every unknown field a fault, the same input the same bytes.

A template is a .docx with the fields of docxtpl: `{{ year }}`, `{%tr for row in rows %}` around the
rows of a table, `{%p if … %}` around paragraphs. Values are text: never field, never markup.
"""

import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from planner.errors import Fault, InputError
from planner.office.archive import settled
from planner.office.clean import clean

Values = Mapping[str, Any]
"""What fills a template: text, whole numbers, truths, and lists and mappings of them."""

QUOTED = re.compile(r"'([^']*)'")


def render(template: bytes, file: str, values: Values, year: int) -> bytes:
    """Return the Word document of a template's bytes, filled.

    `file` is the template's name in messages; the document's properties are dated 1 January of
    `year` and name no author. Raises `InputError` where the template is no Word file, has a field
    that is not known, a block that is not closed, or reaches for what is not allowed.
    """
    document = _opened(template, file)
    rooms: Any = _Environment(undefined=StrictUndefined, autoescape=True)
    rooms.globals.clear()
    try:
        document.render(_safe(values), rooms, autoescape=True)
    except TemplateError as error:
        raise InputError([_fault(error, file)]) from None
    except Exception as error:  # a template can fail in any way
        detail = {"value": type(error).__name__}
        raise InputError([Fault(file, "office.template", values=detail)]) from error
    _hold_rows(document.docx)
    date_properties(document.docx, year)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which a template reads its values and calls nothing."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not attr.startswith("_") and not callable(value)

    def call(self, *arguments: Any, **_: Any) -> Any:
        raise SecurityError(f"'{getattr(arguments[1], '__name__', '…')}()'")


def _opened(template: bytes, file: str) -> Any:
    try:
        document: Any = DocxTemplate(io.BytesIO(template))
        document.init_docx()
    except Exception as error:  # a damaged file can fail in any way
        raise InputError([Fault(file, "office.no_word")]) from error
    return document


def _safe(value: Any) -> Any:
    """Return a value whose texts stay text, whatever they hold.

    An underscore is written as its number: docxtpl takes `{_{` for a brace that it should undo.
    """
    if isinstance(value, str):
        return Markup(str(Markup.escape(clean(value))).replace("_", "&#95;"))  # noqa: S704
    if isinstance(value, Mapping):
        return {key: _safe(one) for key, one in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, Sequence):
        return [_safe(one) for one in value]  # pyright: ignore[reportUnknownVariableType]
    return value


def _hold_rows(document: Any) -> None:
    """Keep a table's last two rows with what follows it, where that is held together.

    So office and date take a row along to a new page; the header never stays behind alone.
    """
    for grid in document.element.body.iterchildren(qn("w:tbl")):
        follows = grid.getnext()
        if follows is None or follows.tag != qn("w:p"):
            continue
        after: Any = Paragraph(follows, document)
        if not after.paragraph_format.keep_with_next:
            continue
        for row in grid.tr_lst[-2:]:
            for paragraph in row.iter(qn("w:p")):
                Paragraph(paragraph, document).paragraph_format.keep_with_next = True


def _fault(error: TemplateError, file: str) -> Fault:
    """Return what is wrong with a template, in our words."""
    message = error.message or ""
    names = QUOTED.findall(message)
    if isinstance(error, SecurityError):
        found = names[0] if names else message
        return Fault(file, "office.forbidden", values={"value": found})
    if isinstance(error, UndefinedError):
        return Fault(file, "office.unknown", values={"value": names[-1] if names else message})
    if isinstance(error, TemplateSyntaxError) and "Unexpected end of template" in message:
        return Fault(file, "office.unclosed", values={"value": names[0] if names else message})
    return Fault(file, "office.syntax", values={"value": message})


def date_properties(document: Any, year: int) -> None:
    """Date a document's properties 1 January of a year, and name no author."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = dt.datetime(year, 1, 1)  # noqa: DTZ001
    properties.last_printed = dt.datetime(year, 1, 1)  # noqa: DTZ001
    properties.revision = 1
