"""The command that sets plans side by side: compare."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import Folder, app, talking

if TYPE_CHECKING:
    from planner.console import Console


@app.command(help="help.compare")
@partial(talking, quiet=False)
def compare(
    console: "Console",
    base: Folder,
    others: Annotated[
        list[Path],
        typer.Argument(help="help.compare.others", metavar="DIR2", show_default=False),
    ],
    data: Annotated[
        list[Path] | None, typer.Option("--data", help="help.compare.data", metavar="DATA")
    ] = None,
    policy: Annotated[
        list[Path] | None, typer.Option("--policy", help="help.compare.policy", metavar="FILE")
    ] = None,
) -> int:
    """Say what plans keep and change beside the first one."""
    from planner.comparison import compare as compared

    with console.working("work.comparing"):
        found = compared(base, *others, data=data or (), policies=policy or ())
    notes = [{"plan": plan, "note": note.text(console.language)} for plan, note in found.notes]
    console.data(found.as_data() | {"notes": notes})
    console.lines([found.text(console.language)])
    return 0
