"""Errors as they are told: whole, in order, and the same on the other side of a process."""

import pickle

from planner.errors import Fault, InputError
from planner.terminal import MOST, limited

FAULTS = [Fault("a.csv", "cell.blank", row, "name") for row in range(2, 302)]


def test_of_very_many_faults_the_last_line_counts_all_that_are_not_shown() -> None:
    told = list(limited([InputError(FAULTS).text("en")], "en"))
    assert (len(told), told[-1]) == (MOST + 1, "… and 100 more lines")


def test_hints_stand_behind_the_faults() -> None:
    hint = Fault("a.csv", "csv.gb18030", hint=True)
    assert InputError([hint, *FAULTS]).faults == (*FAULTS, hint)


def test_an_error_comes_whole_out_of_another_process() -> None:
    again = pickle.loads(pickle.dumps(InputError(FAULTS)))
    assert (again.faults, str(again)) == (tuple(FAULTS), InputError(FAULTS).text("en"))
