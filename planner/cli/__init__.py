"""The commands, a file for each group of them.

Every option's help and every message is an entry of the table of words, in the language that
`--lang` names. Heavy libraries load when a command runs, so that `--help` is quick.
"""

import os
import sys
from typing import NoReturn

import typer

from planner.cli import asked as asked
from planner.cli import compare as compare
from planner.cli import curve as curve
from planner.cli import days as days
from planner.cli import horizon as horizon
from planner.cli import office as office
from planner.cli import page as page
from planner.cli import postings as postings
from planner.cli import record as record
from planner.cli import sweep as sweep
from planner.cli import year as year
from planner.cli.options import Lang, app
from planner.errors import InputError, PlannerError, Sentence, refusal
from planner.terminal import FullError, flush, limited, set_up, write_error
from planner.usage import LanguageOption, language_of, run_app
from planner.words import Language, say

ORDER = (
    "check",
    "plan",
    "audit",
    "verify",
    "why",
    "page",
    "compare",
    "curve",
    "sweep",
    "horizon",
    "days",
    "filing",
    "calendar",
    "cost",
    "eligible",
    "postings",
    "exchange",
    "due",
    "supervision",
    "dossier",
    "packet",
    "record",
    "template",
    "import",
    "export",
)
"""The commands in the order of a year's work, and of the help."""
app.registered_commands.sort(
    key=lambda command: ORDER.index(command.name or getattr(command.callback, "__name__", ""))
)


@app.callback()
def _before_the_command(context: typer.Context, lang: Lang = LanguageOption.zh) -> None:
    context.default_map = {command: {"lang": lang.value} for command in ORDER}


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    set_up()
    language = language_of(sys.argv)
    try:
        code = _run(language)
        flush()
    except KeyboardInterrupt:
        code = 130
    except FullError as error:
        write_error(say("stdout.unwritable", language, value=error))
        code = InputError.exit_code
    sys.exit(code)


def _run(language: Language) -> int:
    """Run the command line; say what is wrong where it is, and never by a traceback."""
    try:
        return run_app(app, sys.argv[1:], language)
    except PlannerError as error:
        return _told(error, language)
    except FullError:
        raise
    except OSError as error:
        why = Sentence("system.refused", {"value": refusal(error)}).text(language)
        return _failed(why, InputError.exit_code)
    except Exception as error:  # noqa: BLE001 (whatever it is, the user is told what to do)
        return _failed(say("failed", language, value=f"{type(error).__name__}: {error}"), 1)


def _told(error: PlannerError, language: Language) -> int:
    """Say what is wrong, part by part: what comes after the sentence can take long."""
    from planner.console import Console  # heavy, and seldom needed

    console, parts = Console(language, quiet=False), error.told(language)
    while True:
        with console.working("work.repairs"):
            part = next(parts, None)
        if part is None:
            return error.exit_code
        write_error("\n".join(limited([part], language)))


def _failed(sentence: str, code: int) -> int:
    if os.environ.get("PLANNER_TRACEBACK"):
        raise
    write_error(sentence)
    return code
