"""The commands of the year: check, plan, audit, verify."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.options import (
    Data,
    EngineOption,
    Folder,
    InForce,
    Json,
    Lang,
    PartOption,
    PolicyFile,
    Quiet,
    ScenarioFile,
    TimeLimit,
    Year,
    app,
)
from planner.errors import InputError
from planner.usage import LanguageOption


@app.command(help="help.check")
def check(
    data: Data,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="help.check.year")
    ] = None,
    policy: PolicyFile = None,
    mark: Annotated[
        Path | None, typer.Option("--mark", help="help.mark", metavar="COPY.xlsx")
    ] = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Read a dataset and say everything that is wrong or odd."""
    from planner import commands
    from planner.console import Console

    console = Console(lang.value, quiet, as_json)
    if mark is not None:
        from planner.office.marked import refuse_copy

        refuse_copy(data, mark)
    with console.working("work.reading"):
        found = commands.check(data, year, policy)
    if mark is not None:
        from planner.office import marked

        marked.mark(data, mark, found.told(), lang.value)
        console.say("mark.written", file=mark)
    console.data({
        "faults": [fault.text(lang.value) for fault in found.faults],
        "warnings": [fault.text(lang.value) for fault in found.warnings],
        "rows": found.rows,
        "policy": None if found.used is None else found.used.sentence().text(lang.value),
    })  # fmt: skip
    if as_json:
        return InputError.exit_code if found.faults else 0
    if found.faults:
        raise InputError(found.told())
    console.notes(found.warnings)
    if found.used is not None:
        console.made_with(found.used)
    console.say("check.clean", warnings=len(found.warnings), **found.rows)
    return 0


@app.command(help="help.plan")
def plan(
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
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Make the plan of a year, audit it, and write it."""
    from planner import commands
    from planner.console import Console

    console = Console(lang.value, quiet, as_json)
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
    console.answer(made.plan.summary(), made.warnings, made.used, made.scenario)
    console.goals(made.plan)
    console.proofs(made.proofs)
    console.say("plan.audited", findings=made.rules)
    console.say("plan.written", pairs=made.plan.pairs.height, folder=out)
    return 0


@app.command(help="help.audit")
def audit(
    data: Data,
    folder: Folder,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Check a finished plan against every rule, from its rows alone."""
    from planner import commands
    from planner.console import Console
    from planner.errors import ViolationError

    console = Console(lang.value, quiet, as_json)
    with console.working("work.auditing"):
        judged = commands.audit(data, folder, policy)
    broken = [finding for finding in judged.findings if not finding.holds]
    console.data({
        "findings": commands.as_rows(judged.findings),
        "claims": [fault.text(lang.value) for fault in judged.wrong],
        "notes": [note.text(lang.value) for note in judged.notes],
    })  # fmt: skip
    if as_json:
        return ViolationError.exit_code if broken or judged.wrong else 0
    console.made_with(judged.used, judged.found.scenario)
    console.notes(judged.notes)
    if broken or judged.wrong:
        raise ViolationError(broken, judged.wrong)
    console.say("audit.clean", rules=len(judged.findings))
    return 0


@app.command(help="help.verify")
def verify(
    data: Data,
    folder: Folder,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Re-add a finished plan's proof over all allowed pairs, with no solver."""
    from planner import commands
    from planner.console import Console
    from planner.errors import ViolationError

    console = Console(lang.value, quiet, as_json)
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
