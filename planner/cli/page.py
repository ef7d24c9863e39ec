"""The command that makes the page for the leader: page."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.options import Folder, Json, Lang, PolicyFile, Quiet, app
from planner.usage import LanguageOption


@app.command(help="help.page")
def page(
    folder: Folder,
    data: Annotated[
        Path | None, typer.Option("--data", help="help.page.data", metavar="DATA")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="help.page.out", metavar="DIR")] = None,
    policy: PolicyFile = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Write the page for the leader of a finished plan."""
    from planner.console import Console
    from planner.page import write_page

    console = Console(lang.value, quiet, as_json)
    with console.working("work.page"):
        written = write_page(folder, data, out, policy, lang.value)
    console.data({"html": str(written.html), "pdf": written.pdf and str(written.pdf)})
    console.lines([str(written)])
    return 0
