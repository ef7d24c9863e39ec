"""The commands of the office: the packet, and data as workbooks."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import Data, Folder, PartOption, Templates, Where, app, talking

if TYPE_CHECKING:
    from planner.console import Console

PARTS = {
    PartOption.leaders: ("leaders",),
    PartOption.departments: ("departments",),
    PartOption.both: ("leaders", "departments"),
}


@app.command(help="help.packet")
@talking
def packet(
    console: "Console",
    data: Data,
    folder: Folder,
    out: Annotated[Path, typer.Option("--out", help="help.packet.out", metavar="OUT")],
    part: Annotated[PartOption | None, typer.Option("--part", help="help.packet.part")] = None,
    where: Where = None,
    templates: Templates = None,
) -> int:
    """Write the papers of a finished plan."""
    from planner.office.packet import packet as papers
    from planner.words import say

    with console.working("work.papers"):
        done = papers(data, folder, out, None if part is None else PARTS[part], where, templates)
    console.data({"mark": done.mark, "files": sorted(done.files)})
    mark = done.mark or say("office.approved", console.language)
    console.say("office.written", number=len(done.files), folder=out, mark=mark)
    return 0


@app.command("import", help="help.import")
@talking
def import_(
    console: "Console",
    source: Annotated[
        Path, typer.Argument(help="help.source", metavar="SOURCE", show_default=False)
    ],
    out: Annotated[Path, typer.Argument(help="help.import.out", metavar="OUT", show_default=False)],
) -> int:
    """Read a workbook or folder into a new folder of canonical CSV."""
    from planner.office.exchange import import_data

    with console.working("work.reading"):
        moved = import_data(source, out)
    console.data(moved.rows)
    console.notes(moved.warnings)
    console.say("office.imported", tables=len(moved.rows), rows=sum(moved.rows.values()), out=out)
    return 0


@app.command(help="help.export")
@talking
def export(
    console: "Console",
    data: Data,
    file: Annotated[
        Path, typer.Argument(help="help.export.file", metavar="FILE", show_default=False)
    ],
) -> int:
    """Write a dataset as a workbook."""
    from planner.office.exchange import export_data

    with console.working("work.reading"):
        moved = export_data(data, file)
    console.data(moved.rows)
    console.notes(moved.warnings)
    if moved.policy:
        console.say("office.policy_beside")
    console.say("office.book_written", file=file)
    return 0
