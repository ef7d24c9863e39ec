"""What a workbook says of itself: its sheets in order, its shared texts, its number formats."""

import re
from dataclasses import dataclass

from planner.tables.workbook.archive import Archive, RefusedError, local

MOST_TEXTS = 1_000_000
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The numbers of the formats of dates and times that every program has."""

NO_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|General', re.IGNORECASE)
ZEROS = re.compile(r'(?:"[^"]*"|\\.|[^0#?.,%/eE*_;"\\\[\]@]|0)+')
PIECE = re.compile(r'"([^"]*)"|\\(.)|(0+)|(.)')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: its title, where it lies, whether it is hidden."""

    title: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows a number: as a date, or with leading zeros (pieces of text and zeros)."""

    date: bool = False
    pieces: tuple[str, ...] = ()


@dataclass(slots=True)
class Book:
    """A workbook's sheets and what their cells refer to."""

    archive: Archive
    sheets: list[SheetPart]
    texts: list[str]
    styles: list[Style]
    date1904: bool


def book_of(archive: Archive) -> Book:
    """Return what a workbook says of itself; raise RefusedError where it is none."""
    found = (r.target for r in archive.relations("").values() if r.kind == "officeDocument")
    main = archive.name(next(found, "xl/workbook.xml")) or archive.name("xl/workbook.xml")
    if main is None:
        raise RefusedError("workbook.not_workbook")
    relations = archive.relations(main)
    book = Book(archive, [], [], [], date1904=False)

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "workbookPr":
            book.date1904 = attributes.get("date1904", "0") in ("1", "true")
        if local(tag) == "sheet":
            place = next((v for k, v in attributes.items() if k.endswith("}id")), "")
            relation = relations.get(place)
            part = None if relation is None else archive.name(relation.target)
            if part is None or relation is None:
                raise RefusedError("workbook.damaged", value=attributes.get("name", ""))
            if relation.kind == "worksheet":
                hidden = attributes.get("state", "visible") in ("hidden", "veryHidden")
                book.sheets.append(SheetPart(attributes.get("name", ""), part, hidden))

    archive.scan(main, {"StartElementHandler": start})
    for relation in relations.values():
        part = archive.name(relation.target)
        if part is not None and relation.kind == "sharedStrings":
            book.texts = _texts(archive, part)
        if part is not None and relation.kind == "styles":
            book.styles = _styles(archive, part)
    return book


def unescaped(text: str) -> str:
    """Return a text with the characters that Open XML writes as `_x000D_`."""
    if "_x" not in text:
        return text
    text = ESCAPED.sub(lambda match: chr(int(match[1], 16) or 1), text)
    return text.replace("\r\n", "\n")


def _texts(archive: Archive, part: str) -> list[str]:
    """Return the shared texts; how they are to be spoken is left out."""
    found: list[str] = []
    pieces: list[str] = []
    inside = spoken = 0

    def start(tag: str, _: object) -> None:
        nonlocal inside, spoken
        name = local(tag)
        if name == "si":
            pieces.clear()
        elif name == "rPh":
            spoken += 1
        elif name == "t":
            inside += 1

    def end(tag: str) -> None:
        nonlocal inside, spoken
        name = local(tag)
        if name == "si":
            found.append(unescaped("".join(pieces)))
            if len(found) > MOST_TEXTS:
                raise RefusedError("workbook.too_many")
        elif name == "rPh":
            spoken -= 1
        elif name == "t":
            inside -= 1

    def text(data: str) -> None:
        if inside and not spoken:
            pieces.append(data)

    archive.scan(
        part,
        {"StartElementHandler": start, "EndElementHandler": end, "CharacterDataHandler": text},
    )
    return found


def _styles(archive: Archive, part: str) -> list[Style]:
    """Return how each style of cells shows numbers."""
    formats: dict[str, str] = {}
    styles: list[Style] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        name = local(tag)
        if name == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            number = attributes.get("numFmtId", "0")
            styles.append(style_of(number, formats.get(number)))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and local(tag) != "cellXfs"

    archive.scan(part, {"StartElementHandler": start, "EndElementHandler": end})
    return styles


def style_of(number: str, code: str | None) -> Style:
    """Return how a format shows numbers, by its number and its code where it has one."""
    if code is None:
        return Style(date=number.isdigit() and int(number) in DATES)
    positive = code.partition(";")[0]
    bare = NO_DATE.sub("", positive)
    if re.search(r"[dmyhs]", bare, re.IGNORECASE):
        return Style(date=True)
    positive = re.sub(r"\[[^\]]*\]|_.|\*.", "", positive)
    if ZEROS.fullmatch(positive) and len(re.findall("0", _unquoted(positive))) > 1:
        found = PIECE.finditer(positive)
        return Style(pieces=tuple(m[3] or f"={m[1] or m[2] or m[4] or ''}" for m in found))
    return Style()


def _unquoted(code: str) -> str:
    return re.sub(r'"[^"]*"|\\.', "", code)


def padded(digits: str, pieces: tuple[str, ...]) -> str:
    """Return a whole number as its format shows it: `=` marks text, zeros are digits."""
    zeros = sum(len(piece) for piece in pieces if not piece.startswith("="))
    digits = digits.zfill(zeros)
    extra = len(digits) - zeros
    shown: list[str] = []
    for piece in pieces:
        if piece.startswith("="):
            shown.append(piece[1:])
        else:
            count = len(piece) + extra
            extra = 0
            shown.append(digits[:count])
            digits = digits[count:]
    return "".join(shown)
