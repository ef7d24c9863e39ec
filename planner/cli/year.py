"""The commands of the year: check, plan, audit, verify."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import (
    Data,
    EngineOption,
    Folder,
    InForce,
    PartOption,
    PolicyFile,
    ScenarioFile,
    TimeLimit,
    Year,
    app,
    talking,
)
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.console import Console


@app.command(help="help.check")
@talking
def check(
    console: "Console",
    data: Data,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="help.check.year")
    ] = None,
    policy: PolicyFile = None,
    mark: Annotated[
        Path | None, typer.Option("--mark", help="help.mark", metavar="COPY.xlsx")
    ] = None,
) -> int:
    """Read a dataset and say everything that is wrong or odd."""
    from planner import commands

    if mark is not None:
        from planner.office.marked import refuse_copy

        refuse_copy(data, mark)
    with console.working("work.reading"):
        found = commands.check(data, year, policy)
    if mark is not None:
        from planner.office import marked

        marked.mark(data, mark, found.told(), console.language)
        console.say("mark.written", file=mark)
    console.data({
        "faults": [fault.text(console.language) for fault in found.faults],
        "warnings": [fault.text(console.language) for fault in found.warnings],
        "rows": found.rows,
        "policy": None if found.used is None else found.used.sentence().text(console.language),
    })  # fmt: skip
    if console.as_json:
        return InputError.exit_code if found.faults else 0
    if found.faults:
        raise InputError(found.told())
    console.notes(found.warnings)
    if found.used is not None:
        console.made_with(found.used)
    console.say("check.clean", warnings=len(found.warnings), **found.rows)
    return 0


@app.command(help="help.plan")
@talking
def plan(
    console: "Console",
    data: Data,
    year: Year,
    out: Annotated[Path, typer.Option("--out", help="help.out", metavar="DIR")],
    policy: PolicyFile = None,
    scenario: ScenarioFile = None,
    crosswalk: Annotated[
        Path | None, typer.Option("--crosswalk", help="help.plan.crosswalk", metavar="FILE")
    ] = None,
    part: Annotated[PartOption, typer.Option("--part", help="help.part")] = PartOption.both,
    leaders: Annotated[
        Path | None, typer.Option("--leaders", help="help.leaders", metavar="FILE")
    ] = None,
    engine: Annotated[
        EngineOption, typer.Option("--engine", help="help.engine")
    ] = EngineOption.auto,
    time_limit: TimeLimit = None,
    in_force: InForce = None,
) -> int:
    """Make the plan of a year, audit it, and write it."""
    from planner import commands

    chosen = None if engine == EngineOption.auto else engine.value
    with console.working("work.planning"):
        request = commands.Request(
            data,
            year,
            out,
            policy,
            part.value,
            leaders,
            chosen,
            time_limit,
            in_force,
            scenario,
            crosswalk,
        )
        made = commands.plan(request)
    console.made(made)
    console.say("plan.audited", findings=len(made.findings))
    console.say("plan.written", pairs=made.plan.pairs.height, folder=out)
    return 0


@app.command(help="help.audit")
@talking
def audit(
    console: "Console",
    data: Data,
    folder: Folder,
    policy: PolicyFile = None,
) -> int:
    """Check a finished plan against every rule, from its rows alone."""
    from planner import commands
    from planner.errors import ViolationError

    with console.working("work.auditing"):
        judged = commands.audit(data, folder, policy)
    broken = [finding.told() for finding in judged.findings if not finding.holds]
    console.data({
        "findings": [finding.row() for finding in judged.findings],
        "claims": [fault.text(console.language) for fault in judged.wrong],
        "notes": [note.text(console.language) for note in judged.notes],
    })  # fmt: skip
    if console.as_json:
        return ViolationError.exit_code if broken or judged.wrong else 0
    console.made_with(judged.used, judged.found.scenario)
    console.notes(judged.notes)
    if broken or judged.wrong:
        raise ViolationError(broken, judged.wrong)
    console.say("audit.clean", rules=len(judged.findings))
    return 0


@app.command(help="help.verify")
@talking
def verify(
    console: "Console",
    data: Data,
    folder: Folder,
    policy: PolicyFile = None,
) -> int:
    """Re-add a finished plan's proof over all allowed pairs, with no solver."""
    from planner import commands
    from planner.errors import ViolationError

    with console.working("work.verifying"):
        judged = commands.verify(data, folder, policy)
    failing = any(part.failures for part in judged.proofs)
    console.data([
        {
            "part": one.part.part,
            "goals": len(one.part.goals),
            "proved": one.proved,
            "failures": one.failures,
        }
        for one in judged.proofs
    ])  # fmt: skip
    console.made_with(judged.used, judged.found.scenario)
    console.notes(judged.notes)
    console.proofs(judged.proofs)
    if judged.wrong:
        raise ViolationError((), judged.wrong)
    return ViolationError.exit_code if failing else 0
