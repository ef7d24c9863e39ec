"""The verification is small, knows no solver, and refuses sums it could not trust."""

import ast
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import planner.plans.verify
from planner.plans.verify import EXACT, failures
from tests.allocation.by_eye import array, problem, quota, total
from tests.verify.claims import claim

FILE = Path(planner.plans.verify.__file__)
ONE = problem(quota("unit", "AA", 1, 1), total("gain", "max", [5, 1]))
X = array([0])


def imported(file: Path) -> set[str]:
    """Return every module that a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_it_can_be_read_in_a_sitting() -> None:
    assert len(FILE.read_text("utf-8").splitlines()) < 150


def test_it_imports_the_problem_s_tables_and_the_plan_s_claims_and_nothing_that_solves() -> None:
    ours = {name for name in imported(FILE) if name.startswith("planner")}
    assert ours == {"planner.allocation.problem", "planner.plans.claims"}
    assert imported(FILE) - ours == {"collections.abc", "numpy"}


def test_no_solver_is_loaded_with_it() -> None:
    code = (
        "import sys, planner.plans.verify, planner.plans.finished\n"
        "print([name for name in ('ortools', 'scipy', 'highspy') if name in sys.modules])"
    )
    root = Path(planner.__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_sums_are_whole_numbers_where_it_matters() -> None:
    # 2^53 + 1 is no float: with floats 2^53 would be verified in its place.
    gain = 2**53 + 1
    some = problem(quota("unit", "AA", 1, 1), total("gain", "max", [gain, 1]))
    true = {"unit": {"A": -gain}}
    assert failures(some, X, [claim(some, "gain", gain, true)]) == []
    told = failures(some, X, [claim(some, "gain", gain, {"unit": {"A": -gain - 1}})])
    assert told == [f"gain bound={gain} not re-added"]


@pytest.mark.parametrize("power", [62, 63, 64, 100])
def test_multipliers_whose_sums_could_leave_64_bits_are_refused(power: int) -> None:
    with pytest.raises(OverflowError):
        failures(ONE, X, [claim(ONE, "gain", 5, {"unit": {"A": -(2**power)}})])


def test_many_multipliers_that_are_large_together_are_refused() -> None:
    # Eight rows of 2^60 each are 2^63 in all.
    letters = "ABCDEFGH"
    some = problem(quota("unit", letters, 1, 1), total("gain", "max", [1] * 8))
    large = {"unit": dict.fromkeys(letters, 2**60)}
    with pytest.raises(OverflowError):
        failures(some, array(range(8)), [claim(some, "gain", 8, large)])


@pytest.mark.parametrize("power", [55, 58, 60])
def test_large_multipliers_below_that_are_summed_exactly(power: int) -> None:
    # x costs -5 + 2^p and y -1 + 2^p, both above 0, the row -2^p: least -2^p, which is not -5.
    told = failures(ONE, X, [claim(ONE, "gain", 5, {"unit": {"A": -(2**power)}})])
    assert told == ["gain bound=5 not re-added"]


def test_no_multiplier_of_a_proof_file_wraps_round_unseen() -> None:
    # The worst there is: a scale of 2^39 on a tie of 2^24 - 1, less a multiplier of -2^39 per rule
    # and one of a million minutes. It is over 2^63; in 64 bits it comes out beyond -2^62 and so is
    # refused, for any part of these sums that leaves 64 bits.
    letters, rules = "A", [f"rule{n}" for n in range(7)]
    quotas = [quota(rule, letters, 0, 1) for rule in rules]
    some = problem(*quotas, quota("way", "A", 0, 10**6, [10**6]), total("tie", "min", [2**24 - 1]))
    edge = 2**39
    for heavy in (-edge, -edge // 2, -edge // 3):
        rows = {rule: {"A": -edge} for rule in rules} | {"way": {"A": heavy}}
        with pytest.raises(OverflowError):
            failures(some, X, [claim(some, "tie", 2**24 - 1, rows, scale=edge)])


def test_the_limit_leaves_a_bit_to_spare() -> None:
    assert EXACT == 2.0**62 < 2**63 - 1
    assert all(low < high for low, high in pairwise([2**39 * 2**20, EXACT, 2.0**63]))
