"""The commands, a file for each group of them.

Every option's help and every message is an entry of the table of words, in the language that
`--lang` names. Heavy libraries load when a command runs, so that `--help` is quick.
"""

import sys
from typing import NoReturn

import typer

from planner.cli import asked as asked
from planner.cli import compare as compare
from planner.cli import curve as curve
from planner.cli import horizon as horizon
from planner.cli import office as office
from planner.cli import record as record
from planner.cli import sweep as sweep
from planner.cli import year as year
from planner.cli.options import Lang, app
from planner.errors import PlannerError
from planner.usage import LanguageOption, language_of, run_app
from planner.words import Language

ORDER = (
    "check",
    "plan",
    "audit",
    "verify",
    "why",
    "compare",
    "curve",
    "sweep",
    "horizon",
    "packet",
    "record",
    "template",
)
"""The commands in the order of a year's work, and of the help."""
app.registered_commands.sort(
    key=lambda command: ORDER.index(getattr(command.callback, "__name__", ""))
)


@app.callback()
def _before_the_command(context: typer.Context, lang: Lang = LanguageOption.zh) -> None:
    context.default_map = {command: {"lang": lang.value} for command in ORDER}


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
        from planner.console import Console  # heavy, and seldom needed

        console, parts = Console(language, quiet=False), error.told(language)
        while True:
            with console.working("work.repairs"):  # what comes after the sentence can take long
                part = next(parts, None)
            if part is None:
                return error.exit_code
            print(part, file=sys.stderr, flush=True)
