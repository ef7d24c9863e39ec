"""Counting days: `planner days`."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.dates import day_of
from planner.days.burden import burdens
from planner.days.commands.asked import input_places, read_all, said
from planner.days.frames import burden_frame, ledger_frame, obligations_frame
from planner.days.in_force import FILE as PAIRINGS
from planner.days.in_force import in_force_file
from planner.days.inputs import within
from planner.days.ledger import ledger
from planner.days.obligations import Obligation, obligations
from planner.errors import Fault
from planner.plans.outputs import out_faults, publish
from planner.policy.found import FILE as POLICY
from planner.policy.found import InForce
from planner.tables import write_csv

DAYS = ("obligations.csv", "ledger.csv", "burden.csv", PAIRINGS, POLICY)
STATUSES = ("met", "on_pace", "behind", "impossible", "exempt")


@dataclass(frozen=True, slots=True)
class Counted:
    """The obligations of a year as they stand on a day, and what was odd."""

    on: dt.date
    obligations: tuple[Obligation, ...]
    warnings: tuple[Fault, ...]
    policy: InForce

    def totals(self) -> dict[str, Any]:
        """Return how many owe, what is owed and done, and how many stand where."""
        number = Counter(one.status for one in self.obligations)
        owing = [one for one in self.obligations if one.owed]
        return {
            "on": self.on.isoformat(),
            "people": len(owing),
            "owed": sum(one.owed for one in owing),
            "done": sum(one.done for one in owing),
            **{status: number[status] for status in STATUSES},
        }


def count_days(
    data: Path, year: int, plans: Sequence[str], policy: Path | None, on: str | None, out: Path
) -> Counted:
    """Write obligations, ledger and burden of a year as they stand on a day.

    Raises InputError with every fault of tables, policy, plans, dates and the folder; nothing is
    written then.
    """
    day, faults = day_of("--on", on)
    bounds = within(year, "--on", day, dt.date(year, 12, 31))
    faults += out_faults(out, "days", DAYS, input_places(data, plans, year))
    found, read = read_all(data, year, plans, policy, bounds.day, faults, bounds.faults())
    facts = read.facts
    made = obligations(facts, bounds.day)
    files = {
        "obligations.csv": write_csv(obligations_frame(year, made)),
        "ledger.csv": write_csv(ledger_frame(ledger(facts, bounds.day))),
        "burden.csv": write_csv(burden_frame(burdens(facts, bounds.day))),
        PAIRINGS: in_force_file(facts.pairings),
        POLICY: found.content,
    }
    publish(out, "days", files, {"year": year, "on": bounds.day, **said(read)})
    return Counted(bounds.day, tuple(made), read.warnings, found)
