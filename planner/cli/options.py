"""What several commands take: their arguments and options."""

import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.usage import LanguageOption


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
Folder = Annotated[Path, typer.Argument(help="help.folder", metavar="DIR", show_default=False)]
Year = Annotated[int, typer.Option("--year", min=1900, max=2200, help="help.year")]
PolicyFile = Annotated[Path | None, typer.Option("--policy", help="help.policy", metavar="FILE")]
ScenarioFile = Annotated[
    Path | None, typer.Option("--scenario", help="help.scenario", metavar="FILE")
]
InForce = Annotated[Path | None, typer.Option("--in-force", help="help.in_force", metavar="DIR")]
Plans = Annotated[list[str], typer.Option("--plan", help="help.days.plan", metavar="DIR[@DATE]")]
OutFolder = Annotated[Path, typer.Option("--out", help="help.days.out", metavar="DIR")]
On = Annotated[str | None, typer.Option("--on", help="help.days.on", metavar="DATE")]
Day = Annotated[str, typer.Option("--on", help="help.due.on", metavar="DATE")]
Where = Annotated[str | None, typer.Option("--record", help="help.record.where", metavar="WHERE")]
Templates = Annotated[
    Path | None, typer.Option("--templates", help="help.packet.templates", metavar="T")
]
TimeLimit = Annotated[
    float | None, typer.Option("--time-limit", min=0.01, help="help.time_limit", metavar="S")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="help.quiet")]
Json = Annotated[bool, typer.Option("--json", help="help.json")]
Lang = Annotated[LanguageOption, typer.Option("--lang", help="help.lang")]

TALK = [
    inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
    for name, annotation, default in (
        ("quiet", Quiet, False),
        ("as_json", Json, False),
        ("lang", Lang, LanguageOption.zh),
    )
]
"""What every command takes that talks."""


def talking(function: Callable[..., int], *, quiet: bool = True) -> Callable[..., int]:
    """Return the command of a function that talks by a console, its first argument.

    The command takes the function's other arguments, then `--quiet` (where `quiet` allows that),
    `--json` and `--lang`, which the console goes by.
    """

    def command(*, as_json: bool, lang: LanguageOption, quiet: bool = False, **asked: Any) -> int:
        from planner.console import Console  # heavy: not for `--help`

        return function(Console(lang.value, quiet, as_json), **asked)

    _, *own = inspect.signature(function).parameters.values()
    taken = [*own, *(one for one in TALK if quiet or one.name != "quiet")]
    command.__signature__ = inspect.Signature(taken)  # pyright: ignore[reportFunctionMemberAccess]
    command.__annotations__ = {one.name: one.annotation for one in taken}
    command.__name__, command.__doc__ = function.__name__, function.__doc__
    return command
