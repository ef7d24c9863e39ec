"""The command that sets plans side by side: compare."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.options import Folder, Json, Lang, app
from planner.usage import LanguageOption


@app.command(help="help.compare")
def compare(
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
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Say what plans keep and change beside the first one."""
    from planner.comparison import compare as compared
    from planner.console import Console

    console = Console(lang.value, as_json=as_json)
    with console.working("work.comparing"):
        found = compared(base, *others, data=data or (), policies=policy or ())
    notes = [{"plan": plan, "note": note.text(lang.value)} for plan, note in found.notes]
    console.data(found.as_data() | {"notes": notes})
    console.lines([found.text(lang.value)])
    return 0
