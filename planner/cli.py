"""The commands: check, plan, audit, template.

Every option's help and every message is an entry of the table of words, in the language that
`--lang` names. Heavy libraries load when a command runs, so that `--help` is quick.
"""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from planner.errors import InputError, PlannerError
from planner.usage import LanguageOption, language_of, run_app
from planner.words import Language


class PartOption(StrEnum):
    """The parts of `--part`."""

    leaders = "leaders"
    departments = "departments"
    both = "both"


class EngineOption(StrEnum):
    """The engines of `--engine`."""

    auto = "auto"
    flow = "flow"
    cpsat = "cpsat"


app = typer.Typer(help="help.app", add_completion=False, rich_markup_mode=None)
"""Plain help: drawn in panels, Chinese is cut off at their edges."""

Data = Annotated[Path, typer.Argument(help="help.data", metavar="DATA", show_default=False)]
PolicyFile = Annotated[Path | None, typer.Option("--policy", help="help.policy", metavar="FILE")]
Quiet = Annotated[bool, typer.Option("--quiet", help="help.quiet")]
Json = Annotated[bool, typer.Option("--json", help="help.json")]
Lang = Annotated[LanguageOption, typer.Option("--lang", help="help.lang")]


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    language = language_of(sys.argv)
    try:
        sys.exit(_run(language))
    except KeyboardInterrupt:
        sys.exit(130)


def _run(language: Language) -> int:
    """Run the command line; say what is wrong where it is."""
    try:
        return run_app(app, sys.argv[1:], language)
    except PlannerError as error:
        print(error.text(language), file=sys.stderr)
        return error.exit_code


@app.command(help="help.check")
def check(
    data: Data,
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="help.check.year")
    ] = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Read a dataset and say everything that is wrong or odd."""
    from planner import commands
    from planner.console import Console

    console = Console(lang.value, quiet or as_json)
    with console.working("work.reading"):
        found = commands.check(data, year, policy)
    if as_json:
        _print_json({
            "faults": [fault.text(lang.value) for fault in found.faults],
            "warnings": [fault.text(lang.value) for fault in found.warnings],
            "rows": found.rows,
        })  # fmt: skip
        return InputError.exit_code if found.faults else 0
    if found.faults:
        raise InputError(found.faults)
    console.lines(warning.text(lang.value) for warning in found.warnings)
    console.say("check.clean", warnings=len(found.warnings), **found.rows)
    return 0


@app.command(help="help.plan")
def plan(
    data: Data,
    year: Annotated[int, typer.Option("--year", min=1900, max=2200, help="help.year")],
    out: Annotated[Path, typer.Option("--out", help="help.out", metavar="DIR")],
    policy: PolicyFile = None,
    part: Annotated[PartOption, typer.Option("--part", help="help.part")] = PartOption.both,
    leaders: Annotated[
        Path | None, typer.Option("--leaders", help="help.leaders", metavar="FILE")
    ] = None,
    engine: Annotated[
        EngineOption, typer.Option("--engine", help="help.engine")
    ] = EngineOption.auto,
    time_limit: Annotated[
        float | None, typer.Option("--time-limit", min=0.01, help="help.time_limit", metavar="S")
    ] = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Make the plan of a year, audit it, and write it."""
    from planner import commands
    from planner.console import Console

    console = Console(lang.value, quiet or as_json)
    chosen = None if engine == EngineOption.auto else engine.value
    with console.working("work.planning"):
        request = commands.Request(data, year, out, policy, part.value, leaders, chosen, time_limit)
        made = commands.plan(request)
    if as_json:
        _print_json(made.plan.summary() | {"warnings": [w.text(lang.value) for w in made.warnings]})
        return 0
    console.lines(warning.text(lang.value) for warning in made.warnings)
    console.goals(made.plan)
    for proof in made.proofs:
        console.verified(proof.part, proof.proved, proof.failures)
    console.say("plan.audited", findings=made.rules)
    console.say("plan.written", pairs=made.plan.pairs.height, folder=out)
    return 0


@app.command(help="help.audit")
def audit(
    data: Data,
    folder: Annotated[Path, typer.Argument(help="help.folder", metavar="DIR", show_default=False)],
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Check a finished plan against every rule, from its rows alone."""
    from planner import commands
    from planner.console import Console
    from planner.errors import ViolationError

    console = Console(lang.value, quiet or as_json)
    with console.working("work.auditing"):
        findings, notes = commands.audit(data, folder, policy)
    broken = [finding for finding in findings if not finding.holds]
    if as_json:
        rows = commands.as_rows(findings)
        _print_json({"findings": rows, "notes": [note.text(lang.value) for note in notes]})
        return ViolationError.exit_code if broken else 0
    console.lines(note.text(lang.value) for note in notes)
    if broken:
        raise ViolationError(broken)
    console.say("audit.clean", rules=len(findings))
    return 0


@app.command(help="help.verify")
def verify(
    data: Data,
    folder: Annotated[Path, typer.Argument(help="help.folder", metavar="DIR", show_default=False)],
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Re-add a finished plan's proof over all allowed pairs, with no solver."""
    from planner import commands
    from planner.console import Console
    from planner.errors import ViolationError

    console = Console(lang.value, quiet or as_json)
    with console.working("work.verifying"):
        verified = commands.verify(data, folder, policy)
    if as_json:
        _print_json([
            {
                "part": one.part.part,
                "goals": len(one.part.goals),
                "proved": one.proved,
                "failures": one.failures,
            }
            for one in verified
        ])  # fmt: skip
    for part in verified:
        console.verified(part.part, part.proved, part.failures)
    return ViolationError.exit_code if any(part.failures for part in verified) else 0


@app.command(help="help.why")
def why(
    data: Data,
    folder: Annotated[Path, typer.Argument(help="help.folder", metavar="DIR", show_default=False)],
    unit: Annotated[str, typer.Argument(help="help.unit", metavar="UNIT", show_default=False)],
    station: Annotated[
        str | None, typer.Argument(help="help.station", metavar="STATION", show_default=False)
    ] = None,
    policy: PolicyFile = None,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Say why a unit has its stations, or why it has, or has not, one station."""
    from planner import commands
    from planner.console import Console

    console = Console(lang.value, as_json)
    with console.working("work.pricing"):
        answer = commands.why(data, folder, unit, station, policy)
    lines = [sentence.text(lang.value) for sentence in answer.sentences]
    if as_json:
        _print_json({"answer": lines, "prices": answer.rows})
    console.lines(lines)
    return 0


@app.command(help="help.template")
def template(
    out: Annotated[
        Path | None, typer.Option("--out", help="help.template.out", metavar="DIR")
    ] = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Say which tables and columns a dataset has, or write them empty."""
    from planner import template as tables
    from planner.console import Console

    console = Console(lang.value, quiet or as_json)
    if as_json:
        _print_json(tables.as_data())
    else:
        console.lines(tables.as_lines(lang.value))
    if out is not None:
        tables.write(out, lang.value)
        console.say("template.written", folder=out)
    return 0


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
