"""The commands of days: days, filing, calendar, cost."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import (
    Data,
    On,
    OutFolder,
    Plans,
    PolicyFile,
    ScenarioFile,
    Year,
    app,
    talking,
)

if TYPE_CHECKING:
    from planner.console import Console


class HalfOption(StrEnum):
    """The halves of `--half`."""

    first = "1"
    second = "2"


@app.command(help="help.days")
@talking
def days(
    console: "Console",
    data: Data,
    year: Year,
    plan: Plans,
    out: OutFolder,
    on: On = None,
    policy: PolicyFile = None,
) -> int:
    """Count what everybody owes, what is done and what is left."""
    from planner.days.commands import count_days

    with console.working("work.days"):
        counted = count_days(data, year, plan, policy, on, out)
    console.answer(counted.totals(), counted.warnings, counted.policy)
    console.say("days.counted", **counted.totals())
    console.say("days.written", folder=out)
    return 0


@app.command(help="help.filing")
@talking
def filing(
    console: "Console",
    data: Data,
    year: Year,
    half: Annotated[HalfOption, typer.Option("--half", help="help.filing.half")],
    plan: Plans,
    out: OutFolder,
    on: Annotated[str | None, typer.Option("--on", help="help.filing.on", metavar="DATE")] = None,
    filed: Annotated[
        Path | None, typer.Option("--filed", help="help.filing.filed", metavar="DIR")
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", help="help.filing.templates", metavar="DIR")
    ] = None,
    policy: PolicyFile = None,
) -> int:
    """File a half: what was done by whom, who is short, what changed since it was filed."""
    from planner.days.commands import file_half
    from planner.office.filing import filing_documents

    with console.working("work.filing"):
        made = file_half(
            data, year, int(half.value), plan, policy, on, filed, out,
            lambda some, read: filing_documents(some, read, templates),
        )  # fmt: skip
    console.answer(made.totals(), made.warnings, made.policy)
    console.say("days.filed", **made.totals())
    console.say("days.filing_written", folder=out)
    return 0


@app.command(help="help.calendar")
@talking
def calendar(
    console: "Console",
    data: Data,
    year: Year,
    plan: Plans,
    out: OutFolder,
    start: Annotated[
        str | None, typer.Option("--from", help="help.calendar.from", metavar="DATE")
    ] = None,
    policy: PolicyFile = None,
    scenario: ScenarioFile = None,
) -> int:
    """Make the visit calendar of a year, prove it, audit it, and write it."""
    from planner.days.commands import make_and_write
    from planner.office.calendar import calendar_exports

    with console.working("work.calendar"):
        made = make_and_write(data, year, plan, policy, start, out, calendar_exports, scenario)
    with console.working("work.remedies"):
        found = made.repairs()
    limits = [limit.text(console.language) for limit in made.limits]
    eased = [] if found is None else found.text(console.language).splitlines()
    console.made(made.done, limits=limits, repairs=eased)
    console.notes(made.limits)
    if eased:
        console.say("days.calendar.to_meet")
        console.lines(eased)
    console.say("plan.audited", findings=len(made.done.findings))
    console.say("days.calendar.written", trips=made.done.plan.rows.height, folder=out)
    return 0


@app.command(help="help.cost")
@talking
def cost(
    console: "Console",
    data: Data,
    year: Year,
    plan: Plans,
    out: OutFolder,
    calendar: Annotated[
        Path | None, typer.Option("--calendar", help="help.cost.calendar", metavar="DIR")
    ] = None,
    policy: PolicyFile = None,
) -> int:
    """Count what a year's visits cost, or a calendar's trips."""
    from planner.days.commands import count_cost

    with console.working("work.cost"):
        costed = count_cost(data, year, plan, policy, calendar, out)
    console.answer(costed.totals(), costed.warnings, costed.policy, costed.scenario)
    console.say("days.cost", **costed.totals())
    console.lines([costed.rates.text(console.language)])
    console.say("days.cost.written", folder=out)
    return 0
