"""The part of a plan that stands while the other one is made again."""

from pathlib import Path
from typing import cast

from planner.errors import Fault, InputError
from planner.pairing.duty import PAIRING
from planner.pairing.plan import Plan
from planner.pairing.units import PARTS, Part
from planner.plans.files import read_files
from planner.plans.finished import as_folder

Standing = tuple[tuple[Part, ...], Plan | None, list[Fault]]


def standing_of(part: str, leaders: Path | None, out: Path, year: int) -> Standing:
    """Return the parts to make, the plan of the other part as it stands, and what is wrong with it.

    `leaders` is a leaders' plan to take instead of the one that stands in the folder `out`.
    """
    parts = PARTS if part == "both" else (cast(Part, part),)
    kept: list[Part] = [one for one in PARTS if one not in parts]
    if leaders is not None and kept != ["leaders"]:
        return parts, None, [Fault("--leaders", "leaders.not_asked")]
    if not kept:
        return parts, None, []
    file = leaders or out / PAIRING.file
    try:
        standing, there = _read(file)
    except InputError as error:
        return parts, None, list(error.faults)
    if kept == ["leaders"] and "leaders" not in there:
        return parts, None, [Fault(str(file), "leaders.missing")]
    years = [] if standing is None else standing.pairs["year"].unique().sort().to_list()
    if any(other != year for other in years):
        values = {"value": "、".join(map(str, years)), "year": year}
        return parts, None, [Fault(str(file), "standing.year", column="year", values=values)]
    return parts, standing, []


def _read(file: Path) -> tuple[Plan | None, set[str]]:
    """Return the plan in a file with the claims beside it, and its parts: with rows, or claimed."""
    if not file.is_file():
        return None, set()
    files = read_files(PAIRING, file.parent) | {PAIRING.file: file.read_bytes()}
    found = as_folder(PAIRING, file.parent, files)
    plan = cast(Plan, found.plan)
    claimed = {claim.part for claim in found.claims.plans}
    return plan, claimed | {part for part in PARTS if plan.of(part).height}
