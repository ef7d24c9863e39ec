"""The commands that answer a question: why, template."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import Data, Folder, PolicyFile, app, talking
from planner.errors import Fault, InputError

if TYPE_CHECKING:
    from planner.console import Console

BOOK = ".xlsx"
DAYS = "days.json"
"""What `planner days` leaves in its folder."""


@app.command(help="help.why")
@partial(talking, quiet=False)
def why(
    console: "Console",
    data: Data,
    folder: Folder,
    unit: Annotated[str, typer.Argument(help="help.unit", metavar="UNIT", show_default=False)],
    station: Annotated[
        str | None, typer.Argument(help="help.station", metavar="STATION", show_default=False)
    ] = None,
    policy: PolicyFile = None,
) -> int:
    """Say why a unit has its stations, or why it has, or has not, one station."""
    from planner import commands

    if (folder / DAYS).exists():
        return _why_days(console, data, folder, unit, policy)
    with console.working("work.pricing"):
        answer, judged = commands.why(data, folder, unit, station, policy)
    lines = [sentence.text(console.language) for sentence in answer.sentences]
    console.data({"answer": lines, "prices": answer.rows})
    console.made_with(judged.used, judged.found.scenario)
    console.notes(judged.notes)
    console.lines(lines)
    return 0


def _why_days(
    console: "Console", data: Path, folder: Path, person: str, policy: Path | None
) -> int:
    """Say what a person owes and why, as a folder of `planner days` counts it."""
    from planner.days.why import why_days

    with console.working("work.days"):
        answer, used = why_days(data, folder, person, policy)
    lines = [sentence.text(console.language) for sentence in answer.sentences]
    console.data({"answer": lines})
    console.made_with(used)
    console.lines(lines)
    return 0


@app.command(help="help.template")
@talking
def template(
    console: "Console",
    out: Annotated[
        Path | None, typer.Option("--out", help="help.template.out", metavar="OUT")
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--from", help="help.template.from", metavar="DATA")
    ] = None,
    documents: Annotated[
        Path | None, typer.Option("--documents", help="help.template.documents", metavar="T")
    ] = None,
) -> int:
    """Say which tables and columns a dataset has, or write them empty; or the papers' templates."""
    from planner import template as tables

    book = out is not None and out.suffix.lower() == BOOK
    if source is not None and not book:
        raise InputError([Fault("--out", "office.from_book")])
    if out is not None and book:
        from planner.office.exchange import template_book

        template_book(out, source)
    elif out is not None:
        tables.write(out, console.language)
    if documents is not None:
        from planner.office.templates import write

        write(documents)
    console.data(tables.as_data())
    if documents is None:
        console.lines(tables.as_lines(console.language))
    if documents is not None:
        console.say("office.templates_written", folder=documents)
    if book:
        console.say("office.book_written", file=out)
    elif out is not None:
        console.say("template.written", folder=out)
    return 0
