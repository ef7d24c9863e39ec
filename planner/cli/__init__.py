"""The commands, a file for each group of them.

Every option's help and every message is an entry of the table of words, in the language that
`--lang` names. Heavy libraries load when a command runs, so that `--help` is quick.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import typer

from planner.cli.options import Lang, app
from planner.errors import InputError, PlannerError, Sentence, refusal
from planner.terminal import FullError, flush, limited, set_up, write_error
from planner.usage import LanguageOption, language_of, run_app
from planner.words import Language, say

FILE_OF = {
    "check": "year",
    "plan": "year",
    "audit": "year",
    "verify": "year",
    "why": "asked",
    "page": "page",
    "compare": "compare",
    "curve": "curve",
    "sweep": "sweep",
    "horizon": "horizon",
    "days": "days",
    "filing": "days",
    "calendar": "days",
    "cost": "days",
    "eligible": "postings",
    "postings": "postings",
    "exchange": "postings",
    "due": "postings",
    "supervision": "postings",
    "dossier": "postings",
    "packet": "office",
    "record": "record",
    "template": "asked",
    "import": "office",
    "export": "office",
}
"""The file of each command, in the order of a year's work and of the help."""


def app_of(arguments: Sequence[str] = ()) -> typer.Typer:
    """Return the app for a call: with the command that it begins with, else with all of them."""
    named = FILE_OF.get(arguments[0]) if arguments else None
    for file in FILE_OF.values() if named is None else [named]:
        import_module(f"planner.cli.{file}")
    order = [*FILE_OF]
    app.registered_commands.sort(
        key=lambda command: order.index(command.name or getattr(command.callback, "__name__", ""))
    )
    return app


@app.callback()
def _before_the_command(context: typer.Context, lang: Lang = LanguageOption.zh) -> None:
    context.default_map = {command: {"lang": lang.value} for command in FILE_OF}


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
        return run_app(app_of(sys.argv[1:]), sys.argv[1:], language)
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
