"""Filing a half: `planner filing`."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.dates import day_of
from planner.days.commands.asked import input_places, read_all, said
from planner.days.filing import FILE, PEOPLE, Filing, filing, filing_frame, people_frame, read_filed
from planner.days.in_force import FILE as PAIRINGS
from planner.days.in_force import in_force_file
from planner.days.inputs import Bounds, Inputs
from planner.days.spans import half_end
from planner.errors import Fault, gathered
from planner.plans.outputs import out_faults, publish
from planner.plans.plan import versions
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.tables import write_csv

Documents = Callable[[Filing, Inputs], Mapping[str, bytes]]
"""What makes the documents of a filing: its papers and workbooks by file name."""

LATEST = (3, 31)
"""Day of the next year up to which what belongs to a year may be filed."""


@dataclass(frozen=True, slots=True)
class FilingMade:
    """A filing that was written, and what was odd."""

    filing: Filing
    warnings: tuple[Fault, ...]
    policy: InForce

    def totals(self) -> dict[str, Any]:
        """Return how much was filed."""
        corrections = sum(line.change != "" for line in self.filing.lines)
        return {
            "half": self.filing.half,
            "on": self.filing.on.isoformat(),
            "lines": len(self.filing.lines) - corrections,
            "corrections": corrections,
            "people": len(self.filing.people),
            "counted": sum(line.counted for line in self.filing.lines if not line.change),
        }


def file_half(
    data: Path,
    year: int,
    half: int,
    plans: Sequence[str],
    policy: Path | None,
    on: str | None,
    filed: Path | None,
    out: Path,
    documents: Documents,
) -> FilingMade:
    """Write the filing of a half, with the corrections of an earlier one; never over another.

    Raises InputError with every fault; nothing is written then.
    """
    given, wrong = day_of("--on", on)
    day = given or half_end(year, half)
    bounds = Bounds("--on", day, dt.date(year, 1, 1), dt.date(year + 1, *LATEST))
    places = [*input_places(data, plans, year), *([] if filed is None else [filed])]
    faults = [*wrong, *bounds.faults(), *out_faults(out, "filing", (FILE, PEOPLE), places)]
    earlier = None if filed is None else gathered(faults, lambda: read_filed(filed, year, half))
    found, read = read_all(data, year, plans, policy, day, faults)
    made = filing(read.facts, half, day, earlier)
    files = {
        FILE: write_csv(filing_frame(made)),
        PEOPLE: write_csv(people_frame(made)),
        PAIRINGS: in_force_file(read.facts.pairings),
        POLICY: found.content,
        **documents(made, read),
    }
    says = {"year": year, "half": half, "on": day, **said(read), "versions": versions()}
    publish(out, "filing", files, says)
    return FilingMade(made, read.warnings, found)
