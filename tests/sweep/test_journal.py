"""What is finished is kept in a journal, also when the end came in the middle of a line."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.sweep.journal import Journal
from planner.sweep.work import Outcome

FINE = Outcome("settled", {"leaders.coverage": 3}, 1, 2, {}, 0.25)
NONE = Outcome("infeasible", sentences={"zh": "无法安排", "en": "no plan"})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    journal = Journal(tmp_path / "new" / "sweep.csv.journal")
    assert journal.read() == {}
    journal.write("a", FINE)
    journal.write("b", NONE)
    return tmp_path / "new" / "sweep.csv.journal"


def test_what_was_written_is_read(file: Path) -> None:
    assert Journal(file).read() == {"a": FINE, "b": NONE}


@pytest.mark.parametrize("left", [1, 5, 40])
def test_a_line_cut_short_is_passed_over(file: Path, left: int) -> None:
    file.write_bytes(file.read_bytes()[:-left])
    assert Journal(file).read() == ({"a": FINE, "b": NONE} if left == 1 else {"a": FINE})


def test_writing_goes_on_after_a_line_cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])
    journal = Journal(file)
    journal.write("c", NONE)
    assert journal.read() == {"a": FINE, "c": NONE}


@pytest.mark.parametrize(
    "line", ["[]", "3", '{"status": "settled"}', '{"key": "c", "odd": 1}', "é"]
)
def test_a_line_that_is_no_outcome_is_passed_over(file: Path, line: str) -> None:
    file.write_bytes(file.read_bytes() + line.encode("latin-1") + b"\n")
    assert Journal(file).read() == {"a": FINE, "b": NONE}


def test_a_journal_that_can_not_be_read_or_written_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        Journal(tmp_path / "folder").read()
    assert caught.value.faults[0].key == "path.unreadable"
    with pytest.raises(InputError) as caught:
        Journal(tmp_path / "file" / "journal").write("a", FINE)
    assert caught.value.faults[0].key == "out.unwritable"


def test_an_earlier_journal_that_calls_an_unchecked_plan_optimal_is_read_as_settled(
    file: Path,
) -> None:
    file.write_bytes(file.read_bytes().replace(b'"settled"', b'"optimal"'))
    assert Journal(file).read() == {"a": FINE, "b": NONE}
