"""The commands of postings: eligible, postings, exchange, due, supervision, dossier."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import (
    Data,
    Day,
    On,
    OutFolder,
    Plans,
    PolicyFile,
    ScenarioFile,
    Templates,
    TimeLimit,
    Year,
    app,
    talking,
)
from planner.errors import Sentence

if TYPE_CHECKING:
    from planner.console import Console
    from planner.plans.making import Made


@app.command(help="help.eligible")
@talking
def eligible(
    console: "Console",
    data: Data,
    year: Year,
    out: OutFolder,
    on: Annotated[str | None, typer.Option("--on", help="help.eligible.on", metavar="DATE")] = None,
    policy: PolicyFile = None,
) -> int:
    """Say of everyone whether they may be posted or exchanged."""
    from planner.postings.commands import ELIGIBLE, list_eligible

    with console.working("work.eligible"):
        found = list_eligible(data, year, on, policy, out)
    frame = found.frames[ELIGIBLE[0]]
    number = {word: frame.filter(verdict=word).height for word in ("A", "B", "undecided", "no")}
    totals = {
        "people": frame.height,
        **{word.lower(): count for word, count in number.items()},
        "blocked": frame["blocked"].count(),
    }
    console.answer({"on": str(found.on), **totals}, found.warnings, found.used)
    console.say("postings.judged", **totals)
    console.say("postings.tables_written", folder=out, names="、".join(found.frames))
    return 0


@app.command(help="help.postings")
@talking
def postings(
    console: "Console",
    data: Data,
    year: Year,
    out: OutFolder,
    policy: PolicyFile = None,
    scenario: ScenarioFile = None,
    time_limit: TimeLimit = None,
) -> int:
    """Plan the postings for training of some years, audit the plan, and write it."""
    from planner.postings.commands import make_postings

    with console.working("work.postings"):
        made = make_postings(data, year, out, policy, time_limit, scenario)
    _tell(console, made, "postings.csv", out)
    return 0


@app.command(help="help.exchange")
@talking
def exchange(
    console: "Console",
    data: Data,
    year: Year,
    out: OutFolder,
    plan: Annotated[
        Path | None, typer.Option("--postings", help="help.exchange.postings", metavar="DIR")
    ] = None,
    policy: PolicyFile = None,
    scenario: ScenarioFile = None,
    time_limit: TimeLimit = None,
) -> int:
    """Plan a year's two-way exchange, audit the plan, and write it."""
    from planner.postings.commands import make_exchange

    with console.working("work.exchange"):
        made = make_exchange(data, year, out, policy, plan, time_limit, scenario)
    _tell(console, made, "exchange.csv", out)
    return 0


@app.command(help="help.due")
@talking
def due(
    console: "Console",
    data: Data,
    on: Day,
    out: OutFolder,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="help.due.year")
    ] = None,
    policy: PolicyFile = None,
) -> int:
    """List what is due for people who are posted."""
    from planner.postings.commands import DUE, list_due

    with console.working("work.due"):
        found = list_due(data, year, on, policy, out)
    frame = found.frames[DUE[0]]
    totals = {"number": frame.height, "overdue": int((frame["due_on"] < found.on).sum())}
    console.answer({"on": str(found.on), **totals}, found.warnings, found.used)
    console.say("postings.due", **totals)
    console.say("postings.tables_written", folder=out, names=DUE[0])
    return 0


@app.command(help="help.supervision")
@talking
def supervision(
    console: "Console",
    data: Data,
    year: Year,
    plan: Plans,
    out: OutFolder,
    on: On = None,
    filed: Annotated[
        list[Path] | None, typer.Option("--filed", help="help.supervision.filed", metavar="DIR")
    ] = None,
    policy: PolicyFile = None,
) -> int:
    """List what everybody owed, did and was graded with, for people to judge."""
    from planner.supervision.commands import PEOPLE, UNITS, supervise

    with console.working("work.supervision"):
        made = supervise(data, year, plan, policy, on, filed or [], out)
    totals = made.totals()
    console.answer(totals, made.warnings, made.policy)
    console.say("supervision.counted", **totals)
    late = "supervision.unknown" if totals["late"] is None else "supervision.late"
    console.say(late, late=totals["late"])
    console.say("postings.tables_written", folder=out, names=f"{PEOPLE}、{UNITS}")
    return 0


@app.command(help="help.dossier")
@talking
def dossier(
    console: "Console",
    data: Data,
    on: Day,
    out: OutFolder,
    templates: Templates = None,
    policy: PolicyFile = None,
) -> int:
    """Write a dossier page for everyone posted to a station."""
    from planner.office.dossier import dossiers
    from planner.postings.commands import write_dossiers

    with console.working("work.papers"):
        pages, warnings = write_dossiers(
            data,
            on,
            policy,
            out,
            lambda facts, rows, events, figures, day: dossiers(
                facts, rows, events, figures, day, templates
            ),
        )
    console.data({"pages": pages, "warnings": [one.text(console.language) for one in warnings]})
    console.notes(warnings)
    console.say("dossier.written", pages=pages, folder=out)
    return 0


def _tell(console: "Console", made: "Made", file: str, out: Path) -> None:
    """Print a plan that was made: its goals and proof."""
    console.made(made)
    if not made.plan.more.get("staged", True):
        console.say("postings.joint")
    for part in made.plan.parts:
        open_ = [goal for goal in part.goals if goal.value != goal.bound]
        if open_:
            what, gap = Sentence(f"goal.{open_[0].goal}"), abs(open_[0].value - open_[0].bound)
            console.notes([Sentence("postings.gap", {"goal": what, "gap": gap})])
    console.say("plan.audited", findings=len(made.findings))
    console.say("postings.written", rows=made.plan.rows.height, folder=out, file=file)
