"""The commands of days: days, filing, calendar, cost."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.options import Data, Json, Lang, PolicyFile, Quiet, Year, app, print_json
from planner.usage import LanguageOption

Plans = Annotated[list[str], typer.Option("--plan", help="help.days.plan", metavar="DIR[@DATE]")]
OutFolder = Annotated[Path, typer.Option("--out", help="help.days.out", metavar="DIR")]
On = Annotated[str | None, typer.Option("--on", help="help.days.on", metavar="DATE")]


@app.command(help="help.days")
def days(
    data: Data,
    year: Year,
    plan: Plans,
    out: OutFolder,
    on: On = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Count what everybody owes, what is done and what is left."""
    from planner.console import Console
    from planner.days.commands import count_days

    console = Console(lang.value, quiet or as_json)
    with console.working("work.days"):
        counted = count_days(data, year, plan, policy, on, out)
    if as_json:
        print_json(counted.totals() | {"warnings": [w.text(lang.value) for w in counted.warnings]})
        return 0
    console.lines(warning.text(lang.value) for warning in counted.warnings)
    console.say("days.counted", **counted.totals())
    console.say("days.written", folder=out)
    return 0
