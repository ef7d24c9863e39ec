"""What a calendar's summary says beside its goals is held against its rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.days.commands.calendar import make_and_write
from tests.days.conftest import Run
from tests.days.folder import base, write, write_plan
from tests.verify.folders import change


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place with data and a calendar."""
    place = tmp_path_factory.mktemp("calendar")
    write(place / "data", base())
    write_plan(place / "plan")
    given = [str(place / "plan")]
    make_and_write(place / "data", 2019, given, None, None, place / "out", lambda *_: {})
    return place


def less(*path: Any) -> Callable[[Any], object]:
    def spoil(summary: Any) -> None:
        for step in path[:-1]:
            summary = summary[step]
        del summary[path[-1]]

    return spoil


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (less("from"), 2, 'from is null; expected "…"'),
        (less("peaks"), 2, "peaks is null; expected […]"),
        (lambda s: s.update(pairings=7), 2, "pairings is 7; expected […]"),
        (less("peaks", 0), 4, "peaks is "),
        (less("peaks", 0, "units"), 4, "peaks is "),
        (lambda s: s["peaks"][0].update(value=s["peaks"][0]["value"] - 1), 4, "peaks is "),
        (lambda s: s["peaks"][0].update(bound=s["peaks"][0]["value"] + 1), 4, "peaks is "),
        (lambda s: s["peaks"][0].update(bound=1.0), 4, "peaks is "),
        (less("pairings", 0), 4, "pairings is "),
        (less("pairings", 0, "sha256"), 4, "pairings is "),
        (lambda s: s["pairings"][0].update({"from": "2019-02-01"}), 4, "pairings is "),
        (lambda s: s.update(exports=["L1.ics"]), 4, "exports is "),
        (lambda s: s.update(exports={"L1.ics": 7}), 4, "exports is "),
    ],
)  # fmt: skip
def test_what_is_missing_or_not_so_is_named(
    place: Path, run: Run, spoil: Callable[[Any], object], code: int, said: str
) -> None:
    summary = place / "out" / "summary.json"
    whole = summary.read_bytes()
    change(summary, spoil)
    told = run("audit", place / "data", place / "out")
    summary.write_bytes(whole)
    assert told[0] == code, told
    assert f"summary.json: {said}" in told[1]
