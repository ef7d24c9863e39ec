"""What `planner supervision` does, apart from talking to people."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner.dates import day_of
from planner.days.commands.asked import input_places, read_all, said
from planner.days.filing import read_filed
from planner.days.in_force import FILE as PAIRINGS
from planner.days.in_force import in_force_file
from planner.days.inputs import within
from planner.days.obligations import obligations
from planner.errors import Fault, InputError, gathered
from planner.plans.outputs import out_faults, publish
from planner.policy import Policy
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.postings.as_of import as_of
from planner.postings.data import read_data
from planner.postings.read import posting_rows
from planner.supervision.figures import late_entries, people_frame, units_frame
from planner.tables import write_csv

PEOPLE, UNITS = "supervision_people.csv", "supervision_units.csv"
LAST_HALF = 2


@dataclass(frozen=True, slots=True)
class Supervised:
    """The figures of a year as they stand on a day, and what was odd."""

    on: dt.date
    people: pl.DataFrame
    units: pl.DataFrame
    warnings: tuple[Fault, ...]
    policy: InForce

    def totals(self) -> dict[str, object]:
        """Return how many people there are, how many days they owe and did, late entries."""
        late = self.people["late_entries"]
        return {
            "on": self.on.isoformat(),
            "units": self.units.height,
            "people": self.people.height,
            "owed": int(self.people["owed"].sum()),
            "done": int(self.people["done"].sum()),
            "late": None if late.null_count() else int(late.sum()),
        }


def supervise(
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Path | None,
    on: str | None,
    filed: Sequence[Path],
    out: Path,
) -> Supervised:
    """Write a year's figures by person and by unit as they stand on a day (六-1).

    `filed` are filings of the year, by which late entries are known. Raises InputError with every
    fault of tables, policy, plans, filings, dates and the folder; nothing is written then.
    """
    day, faults = day_of("--on", on)
    bounds = within(year, "--on", day, dt.date(year, 12, 31))
    places = [*input_places(data, plans, year), *filed]
    faults += out_faults(out, "supervision", (PEOPLE, UNITS, PAIRINGS, POLICY), places)
    earlier = [gathered(faults, lambda f=one: read_filed(f, year, LAST_HALF)) for one in filed]
    read = gathered(
        faults, lambda: read_all(data, year, plans, policy, bounds.day, bounds.faults())
    )
    figures = Policy() if read is None else read[0].policy
    posted = gathered(faults, lambda: read_data(data, year, figures, on=bounds.day))
    if faults or read is None or posted is None:
        raise InputError(_each_once(faults))
    used, inputs = read
    late = late_entries(inputs.facts, bounds.day, [one for one in earlier if one is not None])
    rows = as_of(posting_rows(posted.frames), posted.events(), bounds.day)
    people = people_frame(obligations(inputs.facts, bounds.day), late, rows, year)
    made = Supervised(
        bounds.day, people, units_frame(people),
        tuple(_each_once([*inputs.warnings, *posted.warnings])), used,
    )  # fmt: skip
    files = {
        PEOPLE: write_csv(made.people),
        UNITS: write_csv(made.units),
        PAIRINGS: in_force_file(inputs.facts.pairings),
        POLICY: used.content,
    }
    says = {"year": year, "on": bounds.day, **said(inputs)}
    says["inputs"] = inputs.dataset.inputs | posted.inputs
    publish(out, "supervision", files, says)
    return made


def _each_once(faults: Sequence[Fault]) -> list[Fault]:
    """Return faults without those that days and postings both found in a table."""
    return list({fault.text("en"): fault for fault in faults}.values())
