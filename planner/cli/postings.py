"""The commands of postings: eligible, postings, exchange, due, supervision, dossier."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.days import On, Plans
from planner.cli.options import (
    Data,
    Json,
    Lang,
    PolicyFile,
    Quiet,
    ScenarioFile,
    TimeLimit,
    Year,
    app,
    print_json,
)
from planner.usage import LanguageOption

if TYPE_CHECKING:
    from planner.console import Console
    from planner.postings.commands import PostingsMade

OutFolder = Annotated[Path, typer.Option("--out", help="help.days.out", metavar="DIR")]


@app.command(help="help.eligible")
def eligible(
    data: Data,
    year: Year,
    out: OutFolder,
    on: Annotated[str | None, typer.Option("--on", help="help.eligible.on", metavar="DATE")] = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Say of everyone whether they may be posted or exchanged."""
    from planner.console import Console
    from planner.postings.commands import ELIGIBLE, list_eligible

    console = Console(lang.value, quiet or as_json)
    with console.working("work.eligible"):
        found = list_eligible(data, year, on, policy, out)
    frame = found.frames[ELIGIBLE[0]]
    number = {word: frame.filter(verdict=word).height for word in ("A", "B", "undecided", "no")}
    totals = {
        "people": frame.height,
        **{word.lower(): count for word, count in number.items()},
        "blocked": frame["blocked"].count(),
    }
    if as_json:
        warnings = [warning.text(lang.value) for warning in found.warnings]
        print_json({"on": str(found.on), **totals, "warnings": warnings})
        return 0
    console.notes(found.warnings)
    console.made_with(found.used)
    console.say("postings.judged", **totals)
    console.say("postings.tables_written", folder=out, names="、".join(found.frames))
    return 0


@app.command(help="help.postings")
def postings(
    data: Data,
    year: Year,
    out: OutFolder,
    policy: PolicyFile = None,
    scenario: ScenarioFile = None,
    time_limit: TimeLimit = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Plan the postings for training of some years, audit the plan, and write it."""
    from planner.console import Console
    from planner.postings.commands import make_postings

    console = Console(lang.value, quiet or as_json)
    with console.working("work.postings"):
        made = make_postings(data, year, out, policy, time_limit, scenario)
    _tell(console, made, "postings.csv", out, as_json)
    return 0


@app.command(help="help.exchange")
def exchange(
    data: Data,
    year: Year,
    out: OutFolder,
    plan: Annotated[
        Path | None, typer.Option("--postings", help="help.exchange.postings", metavar="DIR")
    ] = None,
    policy: PolicyFile = None,
    scenario: ScenarioFile = None,
    time_limit: TimeLimit = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Plan a year's two-way exchange, audit the plan, and write it."""
    from planner.console import Console
    from planner.postings.commands import make_exchange

    console = Console(lang.value, quiet or as_json)
    with console.working("work.exchange"):
        made = make_exchange(data, year, out, policy, plan, time_limit, scenario)
    _tell(console, made, "exchange.csv", out, as_json)
    return 0


@app.command(help="help.due")
def due(
    data: Data,
    on: Annotated[str, typer.Option("--on", help="help.due.on", metavar="DATE")],
    out: OutFolder,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="help.due.year")
    ] = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """List what is due for people who are posted."""
    from planner.console import Console
    from planner.postings.commands import DUE, list_due

    console = Console(lang.value, quiet or as_json)
    with console.working("work.due"):
        found = list_due(data, year, on, policy, out)
    frame = found.frames[DUE[0]]
    totals = {"number": frame.height, "overdue": int((frame["due_on"] < found.on).sum())}
    if as_json:
        warnings = [warning.text(lang.value) for warning in found.warnings]
        print_json({"on": str(found.on), **totals, "warnings": warnings})
        return 0
    console.notes(found.warnings)
    console.made_with(found.used)
    console.say("postings.due", **totals)
    console.say("postings.tables_written", folder=out, names=DUE[0])
    return 0


@app.command(help="help.supervision")
def supervision(
    data: Data,
    year: Year,
    plan: Plans,
    out: OutFolder,
    on: On = None,
    filed: Annotated[
        list[Path] | None, typer.Option("--filed", help="help.supervision.filed", metavar="DIR")
    ] = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """List what everybody owed, did and was graded with, for people to judge."""
    from planner.console import Console
    from planner.supervision.commands import PEOPLE, UNITS, supervise

    console = Console(lang.value, quiet or as_json)
    with console.working("work.supervision"):
        made = supervise(data, year, plan, policy, on, filed or [], out)
    totals = made.totals()
    if as_json:
        print_json(totals | {"warnings": [w.text(lang.value) for w in made.warnings]})
        return 0
    console.notes(made.warnings)
    console.made_with(made.policy)
    console.say("supervision.counted", **totals)
    late = "supervision.unknown" if totals["late"] is None else "supervision.late"
    console.say(late, late=totals["late"])
    console.say("postings.tables_written", folder=out, names=f"{PEOPLE}、{UNITS}")
    return 0


@app.command(help="help.dossier")
def dossier(
    data: Data,
    on: Annotated[str, typer.Option("--on", help="help.due.on", metavar="DATE")],
    out: OutFolder,
    templates: Annotated[
        Path | None, typer.Option("--templates", help="help.packet.templates", metavar="T")
    ] = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Write a dossier page for everyone posted to a station."""
    from planner.console import Console
    from planner.office.dossier import dossiers
    from planner.postings.commands import write_dossiers

    console = Console(lang.value, quiet or as_json)
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
    if as_json:
        print_json({"pages": pages, "warnings": [one.text(lang.value) for one in warnings]})
        return 0
    console.notes(warnings)
    console.say("dossier.written", pages=pages, folder=out)
    return 0


def _tell(console: "Console", made: "PostingsMade", file: str, out: Path, as_json: bool) -> None:
    """Print a plan that was made: its goals and proof, or the summary as JSON."""
    if as_json:
        warnings = [warning.text(console.language) for warning in made.warnings]
        print_json(made.plan.summary() | {"warnings": warnings})
        return
    console.notes(made.warnings)
    console.made_with(made.used, made.scenario)
    console.goals(made.plan)
    for proof in made.proofs:
        console.verified(proof.part, proof.proved, proof.failures)
    if not made.plan.more.get("staged", True):
        console.say("postings.joint")
    console.say("plan.audited", findings=len(made.findings))
    console.say("postings.written", rows=made.plan.rows.height, folder=out, file=file)
