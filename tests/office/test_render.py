"""A template is filled in a sandbox: text stays text, what is wrong is told by file and field."""

import io
import zipfile

import docx
import pytest

from planner.errors import InputError
from planner.office import drawing
from planner.office.render import render
from tests.office.papers import HOSTILE, template, text


def filled(*texts: str, **values: object) -> bytes:
    return render(template(*texts), "方案.docx", values, 2019)


def refused(*texts: str, **values: object) -> str:
    with pytest.raises(InputError) as raised:
        filled(*texts, **values)
    return raised.value.text("zh")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_text_whatever_it_looks_like(value: str) -> None:
    assert "".join(value.split()) in text(filled("甲{{ value }}乙", value=value))


@pytest.mark.parametrize("char", ["\x00", "\x02", "\x0b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_becomes_a_mark(char: str) -> None:
    assert "甲\ufffd乙" in text(filled("{{ value }}", value=f"甲{char}乙"))


def test_an_unknown_field_is_told_with_its_template() -> None:
    told = refused("{{ yera }}", year=2019)
    assert "方案.docx" in told
    assert "yera" in told


def test_an_unknown_field_of_a_row_is_told() -> None:
    assert "nmae" in refused("{% for row in rows %}{{ row.nmae }}{% endfor %}", rows=[{"name": 1}])


def test_a_block_that_is_not_closed_is_told() -> None:
    assert "endfor" in refused("{% for x in rows %}", rows=[])


@pytest.mark.parametrize(
    "reach",
    [
        "{{ ''.__class__ }}",
        "{{ value.__class__.__mro__ }}",
        "{{ rows.append(1) }}",
        "{{ value.upper() }}",
        "{{ rows.__init__.__globals__ }}",
    ],
)
def test_what_reaches_beyond_its_values_is_forbidden(reach: str) -> None:
    assert "不允许" in refused(reach, value="甲", rows=[1])


@pytest.mark.parametrize("wrong", ["{{ 1/0 }}", "{% include 'x' %}", "{{ }}", "{% nothing %}"])
def test_what_else_goes_wrong_is_told_and_no_traceback(wrong: str) -> None:
    assert "方案.docx" in refused(wrong)


def test_a_file_that_is_no_word_document_is_told() -> None:
    with pytest.raises(InputError, match=r"通知单\.docx"):
        render(b"PK\x03\x04 damaged", "通知单.docx", {}, 2019)


def test_the_same_values_give_the_same_bytes() -> None:
    document = template("{{ value }}")
    once, again = (render(document, "a.docx", {"value": "甲"}, 2019) for _ in range(2))
    assert once == again


def test_an_archive_tells_no_time_and_no_author() -> None:
    data = filled("甲")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert {properties.created.year, properties.modified.year} == {2019}  # pyright: ignore[reportOptionalMemberAccess]


def test_a_table_s_last_rows_go_with_the_signature_to_a_new_page() -> None:
    document = drawing.page()
    drawing.table(document, ["序号"], ["{{ row }}"], [20], "row in rows")
    drawing.signature(document, "江西省司法厅", "2019年1月15日")
    out = io.BytesIO()
    document.save(out)
    done = docx.Document(
        io.BytesIO(render(out.getvalue(), "通知单.docx", {"rows": [1, 2, 3]}, 2019))
    )
    cells = [row.cells[0].paragraphs[0] for row in done.tables[0].rows]
    assert [bool(one.paragraph_format.keep_with_next) for one in cells] == [
        False,
        False,
        True,
        True,
    ]
