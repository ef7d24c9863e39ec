"""The command that makes the page for the leader: page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import Folder, PolicyFile, app, talking

if TYPE_CHECKING:
    from planner.console import Console


@app.command(help="help.page")
@talking
def page(
    console: "Console",
    folder: Folder,
    data: Annotated[
        Path | None, typer.Option("--data", help="help.page.data", metavar="DATA")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="help.page.out", metavar="DIR")] = None,
    policy: PolicyFile = None,
) -> int:
    """Write the page for the leader of a finished plan."""
    from planner.page import write_page

    with console.working("work.page"):
        written = write_page(folder, data, out, policy, console.language)
    console.data({"html": str(written.html), "pdf": written.pdf and str(written.pdf)})
    console.lines([str(written)])
    return 0
