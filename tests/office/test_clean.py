"""Names as files can hold them."""

import pytest

from planner.office.clean import file_name


@pytest.mark.parametrize("char", [*'\\/:*?"<>|', "\x01", "\n"])
def test_what_no_file_s_name_can_hold_becomes_a_line(char: str) -> None:
    assert file_name(3, f"甲{char}乙", ".docx") in ("03 甲_乙.docx", "03 甲\ufffd乙.docx")


def test_a_name_has_sixty_characters_at_most() -> None:
    name = file_name(7, "长" * 400, ".docx")
    assert len(name) == 60
    assert name.startswith("07 长")
    assert name.endswith(".docx")


def test_numbers_are_as_wide_as_the_last() -> None:
    assert file_name(3, "甲", ".docx", of=120) == "003 甲.docx"


def test_a_name_of_nothing_is_still_a_name() -> None:
    assert file_name(1, " . ", ".docx") == "01 _.docx"
