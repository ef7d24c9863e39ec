"""Making the visit calendar: `planner calendar`."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from planner.audit.finding import Finding
from planner.days.calendar.claimed import EXPORTS
from planner.days.calendar.limits import limits
from planner.days.calendar.plan import CalendarPlan, planned
from planner.days.calendar.remedies import remedies
from planner.days.commands.asked import day_of, input_places
from planner.days.dataset import read_days
from planner.days.duty import CALENDAR
from planner.days.facts import Facts
from planner.days.inputs import Inputs, inputs_of, within
from planner.days.outputs import CLAIMS, out_faults, read_json, sha256
from planner.errors import Fault, InputError, Sentence, gathered
from planner.plans.files import names_of
from planner.plans.finished import Verified
from planner.plans.folder import replace_folder, settle
from planner.plans.given import sound_input
from planner.plans.place import foreign, refuse_foreign
from planner.plans.proved import proved
from planner.policy.found import InForce
from planner.repairs import Repairs
from planner.scenario import Scenario, read_scenario

Exports = Callable[[CalendarPlan, Inputs], Mapping[str, bytes]]
"""What makes the workbook and each person's appointments, by file name."""


@dataclass(frozen=True, slots=True)
class CalendarMade:
    """A calendar that was proved, audited and written, what was odd, and what stood in its way."""

    plan: CalendarPlan
    proofs: tuple[Verified, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Fault, ...]
    limits: tuple[Sentence, ...]
    policy: InForce
    facts: Facts
    scenario: Scenario | None = None

    def repairs(self) -> Repairs[Facts] | None:
        """Return the smallest changes by which every need is met; None where every one is."""
        return remedies(self.facts, self.plan.start) if self.limits else None


def make_and_write(
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Path | None,
    start: str | None,
    out: Path,
    exports: Exports,
    scenario: Path | None = None,
) -> CalendarMade:
    """Make the visit calendar of a year from a day on, prove and audit it, and write it.

    With a scenario, tables and figures are those that it changes.

    Raises InputError with every fault, `SolverError` where a solver gives no answer,
    `ViolationError` where the audit finds a rule broken; nothing is written then.
    """
    settle(out)
    day, wrong = day_of("--from", start)
    bounds = within(year, "--from", day, dt.date(year, 1, 1))
    exported = _exported(out)
    faults = [*wrong, *bounds.faults()]
    places = [*input_places(data, plans, year), *([] if scenario is None else [scenario])]
    faults += out_faults(out, "calendar", (), places)
    faults += _foreign(out)
    changes = None if scenario is None else gathered(faults, lambda: read_scenario(scenario))
    reader = partial(read_days, plans=plans, start=bounds.day)
    given = sound_input(reader, data, year, policy, changes, faults=faults)
    refuse_foreign(CALENDAR, out, given.used.content, changes)
    read = inputs_of(given.dataset, given.figures, year)
    plan, made = planned(read.facts, bounds.day, given.dataset.inputs, given.dataset.named())
    more = dict(exports(plan, read))
    named = {name: sha256(content) for name, content in sorted(more.items())}
    plan = replace(plan, more={**plan.more, EXPORTS: named})
    done = proved(CALENDAR, plan, given.dataset, given.figures, given.used.content, changes)
    files = {**done.files, **more}
    strange = foreign(CALENDAR, out, {n: files[n] for n in files if n not in exported})
    if strange:
        raise InputError(strange)
    replace_folder(out, files, {*names_of(CALENDAR), *exported}.__contains__)
    return CalendarMade(
        done.plan, done.proofs, done.findings, read.warnings, tuple(limits(made)), given.used,
        read.facts, changes,
    )  # fmt: skip


def _exported(folder: Path) -> set[str]:
    """Return the names of the exports that an earlier calendar left in a folder."""
    summary = read_json(folder / CLAIMS) or {}
    named = summary.get(EXPORTS) if _parts(summary) == {*CALENDAR.parts} else None
    return set(cast("dict[str, str]", named)) if isinstance(named, dict) else set()


def _foreign(folder: Path) -> list[Fault]:
    """Return why a folder is none of ours: a plan of another duty, or a table without claims."""
    parts = _parts(read_json(folder / CLAIMS) or {})
    there = [name for name in (CALENDAR.file, CLAIMS, "proof.json") if (folder / name).exists()]
    if not there or parts == {*CALENDAR.parts}:
        return []
    return [Fault(str(folder), "days.out_foreign", values={"value": there[0]})]


def _parts(summary: Mapping[str, Any]) -> set[object]:
    """Return the parts that a summary claims; none where it is of another form."""
    try:
        return {plan["part"] for plan in summary["plans"]}
    except (TypeError, KeyError):
        return set()
