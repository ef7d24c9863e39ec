"""Drawing a Word template by GB/T 9704-2012: the page, its styles, paragraphs and tables.

A4 with margins of 37, 26, 35 and 28 mm leaves 156 × 225 mm: 22 lines of 28 characters of 16 pt.
The lines are a grid of 28.95 pt; the characters are drawn together by a quarter of a point, since
a grid of characters would be read differently by LibreOffice.
"""

from collections.abc import Sequence
from typing import Any, cast

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement  # pyright: ignore[reportUnknownVariableType]
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

LINE = 28.95
"""Points from line to line: 22 on a page."""
TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
KEPT = (
    "Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List", "Table Grid",
)  # fmt: skip
"""The styles of Word's own that stay."""
LATIN = "Times New Roman"
SIZE, LARGE, SMALL = 16, 22, 10.5
CENTER, RIGHT, LEFT, BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def page() -> Any:
    """Return an empty document with the page, the styles and the page numbers of the standard."""
    document: Any = docx.Document()
    _bare(document)
    _section(document)
    _styles(document)
    _numbers(document)
    return document


def title(document: Any, text: str) -> Any:
    """Add a document's title: 小标宋 22 pt, centred."""
    return document.add_paragraph(text, "公文标题")


def mark(document: Any, text: str) -> Any:
    """Add what stands under the title: 楷体, centred."""
    return document.add_paragraph(text, "公文标识")


def head(document: Any, text: str, level: int = 1) -> Any:
    """Add a heading: 黑体 for level 1, 楷体 for level 2."""
    return document.add_paragraph(text, "一级标题" if level == 1 else "二级标题")


def body(document: Any, text: str, *, indent: bool = True, keep: bool = False) -> Any:
    """Add a paragraph of the body; `keep` holds it on one page with the next one."""
    paragraph = document.add_paragraph(text, "公文正文" if indent else "公文顶格")
    paragraph.paragraph_format.keep_with_next = keep
    return paragraph


def block(document: Any, tag: str) -> None:
    """Add a paragraph that is a tag of the template alone, such as `{%p endif %}`."""
    document.add_paragraph(tag, "公文顶格")


def signature(document: Any, office: str, date: str) -> None:
    """Add the office and the date, to the right; they stay on the page of what is before them."""
    for text, blanks in ((office, 2), (date, 4)):
        paragraph = body(document, text, indent=False, keep=text == office)
        paragraph.alignment = RIGHT
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.right_indent = Pt(SIZE * blanks)


def annex(document: Any, number: int, text: str) -> None:
    """Begin an annex on a new page: 附件 N in 黑体 at the top left, then its title."""
    paragraph = document.add_paragraph(f"附件{number}", "附件标记")
    paragraph.paragraph_format.page_break_before = True
    title(document, text)


def table(
    document: Any,
    header: Sequence[str],
    cells: Sequence[str],
    widths: Sequence[float],
    rows: str = "",
) -> Any:
    """Add a table: a header that is repeated on every page, and rows that are not split.

    `rows` is a loop of the template, such as `row in leaders`; the cells then stand once for each.
    `widths` are in millimetres.
    """
    lines = [[f"{{%tr for {rows} %}}"], cells, ["{%tr endfor %}"]] if rows else [cells]
    grid = document.add_table(rows=1, cols=len(header), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for cell, text in zip(grid.rows[0].cells, header, strict=True):
        write(cell, text, bold=True)
    flag(grid.rows[0], "w:tblHeader")
    flag(grid.rows[0], "w:cantSplit")
    for line in lines:
        row = grid.add_row()
        flag(row, "w:cantSplit")
        for cell, text in zip(row.cells, line, strict=False):
            write(cell, text)
    measure(grid, widths)
    return grid


def measure(grid: Any, widths: Sequence[float]) -> None:
    """Set the widths of a table's columns, in millimetres, and a narrow margin in its cells."""
    _margins(grid)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = 1


def write(cell: Any, text: str, *, bold: bool = False, left: bool = False) -> None:
    """Write text into a cell of a table, in the table's style."""
    paragraph = cell.paragraphs[0]
    paragraph.style = "表头文字" if bold else "表格文字"
    paragraph.add_run(text)
    paragraph.alignment = LEFT if left else CENTER


def _margins(grid: Any) -> None:
    properties = grid._tbl.tblPr  # noqa: SLF001
    if properties.find(qn("w:tblCellMar")) is None:
        margins = _element("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(_element(f"w:{side}", w=60, type="dxa"))
        properties.append(margins)


def flag(row: Any, name: str) -> None:
    """Set a property of a table's row, such as `w:tblHeader`."""
    row._tr.get_or_add_trPr().append(_element(name))  # noqa: SLF001


def _element(name: str, **attributes: object) -> Any:
    """Return an element of Word's XML, for what python-docx has no word for."""
    element = cast("Any", OxmlElement(name))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _bare(document: Any) -> None:
    """Take away the styles that nothing here uses: each is looked through again and again."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()


def _section(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(37), Mm(26)
    section.bottom_margin, section.left_margin = Mm(35), Mm(28)
    section.header_distance, section.footer_distance = Mm(15), Mm(22)
    grid = section._sectPr.find(qn("w:docGrid"))  # noqa: SLF001
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(LINE * 20)))


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    _font(normal, BODY, SIZE)
    normal.element.get_or_add_rPr().append(_element("w:spacing", val=-5))
    # Else a program that lacks the fonts takes another region's glyphs, and commas in mid-line.
    document.styles.element.find(f".//{qn('w:lang')}").set(qn("w:eastAsia"), "zh-CN")
    _lines(normal)
    title = _style(document, "公文标题", TITLE, LARGE, CENTER)
    title.element.get_or_add_pPr().append(_element("w:snapToGrid", val=0))
    _style(document, "公文标识", KAI, SIZE, CENTER)
    _style(document, "公文正文", BODY, SIZE, BOTH, indent=True)
    _style(document, "公文顶格", BODY, SIZE, LEFT)
    _style(
        document, "一级标题", BLACK, SIZE, BOTH, indent=True
    ).paragraph_format.keep_with_next = True
    _style(
        document, "二级标题", KAI, SIZE, BOTH, indent=True
    ).paragraph_format.keep_with_next = True
    _style(document, "附件标记", BLACK, SIZE, LEFT)
    for name, font in (("表格文字", BODY), ("表头文字", BLACK)):
        style = _style(document, name, font, SMALL, CENTER)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        style.paragraph_format.line_spacing = Pt(15)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1.5)
        style.element.get_or_add_pPr().append(_element("w:snapToGrid", val=0))


def _style(
    document: Any, name: str, font: str, size: float, alignment: Any, *, indent: bool = False
) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, font, size)
    style.paragraph_format.alignment = alignment
    if indent:
        first = style.element.get_or_add_pPr().get_or_add_ind()
        first.set(qn("w:firstLineChars"), "200")
        first.set(qn("w:firstLine"), str(SIZE * 2 * 20))
    return style


def _font(style: Any, name: str, size: float) -> None:
    style.font.name = LATIN
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), name)


def _lines(normal: Any) -> None:
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(LINE)
    spacing.widow_control = False


def _numbers(document: Any) -> None:
    """Number the pages: 宋体 14 pt between dashes, to the right on odd pages, left on even."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        edge = paragraph.paragraph_format
        edge.right_indent = edge.left_indent = Pt(14)
        for text, kind in (("— ", ""), ("", "begin"), ("PAGE", ""), ("", "end"), (" —", "")):
            run = paragraph.add_run("" if text == "PAGE" else text)
            run.font.name, run.font.size = SONG, Pt(14)
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), SONG)  # noqa: SLF001
            if kind:
                run._r.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001
            if text == "PAGE":
                field = _element("w:instrText")
                field.text = "PAGE"
                run._r.append(field)  # noqa: SLF001


def page_break(document: Any) -> None:
    """Begin a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
