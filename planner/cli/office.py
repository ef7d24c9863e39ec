"""The commands of the office: the packet, and data as workbooks."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.options import Data, Folder, Json, Lang, PartOption, Quiet, Templates, Where, app
from planner.usage import LanguageOption

PARTS = {
    PartOption.leaders: ("leaders",),
    PartOption.departments: ("departments",),
    PartOption.both: ("leaders", "departments"),
}


@app.command(help="help.packet")
def packet(
    data: Data,
    folder: Folder,
    out: Annotated[Path, typer.Option("--out", help="help.packet.out", metavar="OUT")],
    part: Annotated[PartOption | None, typer.Option("--part", help="help.packet.part")] = None,
    where: Where = None,
    templates: Templates = None,
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Write the papers of a finished plan."""
    from planner.console import Console
    from planner.office.packet import packet as papers
    from planner.words import say

    console = Console(lang.value, quiet, as_json)
    with console.working("work.papers"):
        done = papers(data, folder, out, None if part is None else PARTS[part], where, templates)
    console.data({"mark": done.mark, "files": sorted(done.files)})
    mark = done.mark or say("office.approved", lang.value)
    console.say("office.written", number=len(done.files), folder=out, mark=mark)
    return 0


@app.command("import", help="help.import")
def import_(
    source: Annotated[
        Path, typer.Argument(help="help.source", metavar="SOURCE", show_default=False)
    ],
    out: Annotated[Path, typer.Argument(help="help.import.out", metavar="OUT", show_default=False)],
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Read a workbook or folder into a new folder of canonical CSV."""
    from planner.console import Console
    from planner.office.exchange import import_data

    console = Console(lang.value, quiet, as_json)
    with console.working("work.reading"):
        moved = import_data(source, out)
    console.data(moved.rows)
    console.notes(moved.warnings)
    console.say("office.imported", tables=len(moved.rows), rows=sum(moved.rows.values()), out=out)
    return 0


@app.command(help="help.export")
def export(
    data: Data,
    file: Annotated[
        Path, typer.Argument(help="help.export.file", metavar="FILE", show_default=False)
    ],
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Write a dataset as a workbook."""
    from planner.console import Console
    from planner.office.exchange import export_data

    console = Console(lang.value, quiet, as_json)
    with console.working("work.reading"):
        moved = export_data(data, file)
    console.data(moved.rows)
    console.notes(moved.warnings)
    if moved.policy:
        console.say("office.policy_beside")
    console.say("office.book_written", file=file)
    return 0
