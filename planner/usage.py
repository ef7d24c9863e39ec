"""Running the command line in the user's language: its help, and what is wrong with a call."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import typer

from planner.errors import Fault, InputError, Sentence
from planner.words import LANGUAGES, WORDS, Language, say

UsageError: Any = typer.BadParameter.__mro__[1]
"""The parser's root of all wrong calls."""


class LanguageOption(StrEnum):
    """The languages of `--lang`."""

    zh = "zh"
    en = "en"


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that a command line asks for, before it is parsed: help needs it."""
    for at, argument in enumerate(arguments):
        asked = argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        for language in LANGUAGES:
            if asked == language and argument.startswith("--lang"):
                return language
    return "zh"


def run_app(app: typer.Typer, arguments: Sequence[str], language: Language) -> int:
    """Run the app and return its exit code; raise `InputError` where the call is wrong.

    A call without arguments asks for help.
    """
    command = typer.main.get_command(app)
    _speak(command, language)
    try:
        code = command.main(
            list(arguments) or ["--help"], prog_name="planner", standalone_mode=False
        )
    except UsageError as error:
        raise InputError([_fault(error)]) from None
    except typer.Abort:
        return 130
    return int(code or 0)


def _speak(command: Any, language: Language) -> None:
    """Put the words of a language in place of their keys, in a command and all below it."""
    for below in (command, *getattr(command, "commands", {}).values()):
        below.help = _said(below.help, language)
        below.short_help = _first(below.help)
        below.get_help_option(typer.Context(below)).help = say("usage.help", language)
        for parameter in below.params:
            parameter.help = _said(getattr(parameter, "help", None), language)


def _first(text: str | None) -> str | None:
    """Return the first sentence, whole: the parser would cut it, where Chinese has no blanks."""
    return None if text is None else re.split("[。；]|[.;] ", text)[0].rstrip(".")


def _said(key: str | None, language: Language) -> str | None:
    return say(key, language) if key in WORDS else key


def _fault(error: Any) -> Fault:
    """Return what is wrong with a call, in our words."""
    parameter = getattr(error, "param", None)
    where = getattr(error, "option_name", None) or "planner"
    if parameter is not None:
        where = max(parameter.opts, key=len)
        where = where if where.startswith("-") else str(parameter.metavar or where).upper()
    key = f"usage.{type(error).__name__}"
    if key not in WORDS:
        return Fault(where, "usage.other")
    return Fault(where, key, values={"expected": _expected(parameter)})


def _expected(parameter: Any) -> str | Sentence:
    """Return what values a parameter takes."""
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " / ".join(kind)
    low, high = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if low is None:
        return Sentence("usage.value")
    if high is None:
        return Sentence("usage.from", {"low": low})
    return Sentence("usage.between", {"low": low, "high": high})
