"""The command of many scenarios: sweep."""

import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import Data, InForce, PolicyFile, Year, app, talking
from planner.errors import Fault, InputError

if TYPE_CHECKING:
    from planner.console import Console
    from planner.sweep import Sweep


class DutyOption(StrEnum):
    """The duties of `--duty`."""

    pairing = "pairing"
    calendar = "calendar"
    postings = "postings"
    exchange = "exchange"


class EachOption(StrEnum):
    """The kinds of `--each`."""

    village_duty = "village_duty"
    closure = "closure"
    any_closure = "any_closure"


SweepFile = Annotated[Path | None, typer.Option("--sweep", help="help.sweep.file", metavar="FILE")]
Duty = Annotated[DutyOption, typer.Option("--duty", help="help.sweep.duty")]
Plans = Annotated[
    list[str] | None, typer.Option("--plan", help="help.sweep.plan", metavar="DIR[@DATE]")
]
From = Annotated[str | None, typer.Option("--from", help="help.sweep.from", metavar="DATE")]
Postings = Annotated[
    Path | None, typer.Option("--postings", help="help.sweep.postings", metavar="DIR")
]
Each = Annotated[EachOption | None, typer.Option("--each", help="help.sweep.each")]
Out = Annotated[Path, typer.Option("--out", help="help.sweep.out", metavar="FILE")]
Scenario = Annotated[
    Path | None, typer.Option("--scenario", help="help.sweep.scenario", metavar="FILE")
]
Workers = Annotated[int | None, typer.Option("--workers", min=1, help="help.sweep.workers")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="help.sweep.scheduler", metavar="ADDRESS")
]


@app.command(help="help.sweep")
@talking
def sweep(
    console: "Console",
    data: Data,
    year: Year,
    out: Out,
    duty: Duty = DutyOption.pairing,
    file: SweepFile = None,
    each: Each = None,
    policy: PolicyFile = None,
    scenario: Scenario = None,
    plan: Plans = None,
    start: From = None,
    postings: Postings = None,
    in_force: InForce = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
) -> int:
    """Plan many scenarios and write one table."""
    from planner.duties import duty_named
    from planner.plans.place import publish_table, refuse_inputs, refuse_table
    from planner.sweep import run_sweep
    from planner.sweep.base import Asked, base_of
    from planner.sweep.screen import counting, show, summary
    from planner.tables import write_csv

    began = time.perf_counter()
    table, journal = _files(out)
    refuse_inputs(table, data, (file, policy, scenario))
    base = Asked(
        data, year, duty.value, policy, scenario, plan or (), start, postings, in_force
    )  # fmt: skip
    refuse_table(table, _is_a_sweep)
    refuse_table(journal, _is_a_journal)
    with console.working("work.reading"):
        asked = _asked(file, each)
        figures, dataset, used, _ = base_of(base)
    with counting(console.language, console.quiet, journal) as progress:
        frame = run_sweep(
            dataset, figures, year, asked, duty=duty.value, workers=workers, scheduler=scheduler,
            journal=journal, progress=progress, language=console.language,
        )  # fmt: skip
    publish_table(write_csv(frame), table, _is_a_sweep)
    journal.unlink(missing_ok=True)
    console.data(frame.to_dicts())
    if not console.quiet:
        show(frame, console.language)
    rates = duty_named(duty.value).rates
    if rates is not None:
        console.notes([rates(figures)])
    console.made_with(used)
    console.say("sweep.done", **summary(frame), seconds=_since(began), file=table)
    return 0


def _files(out: Path) -> tuple[Path, Path]:
    """Return where the table goes, and the journal beside it."""
    table = out if out.suffix.lower() == ".csv" else out / "sweep.csv"
    return table, table.with_name(f"{table.name}.journal")


def _is_a_sweep(content: bytes) -> bool:
    """Whether a file begins as the table of a sweep does."""
    header = content.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    return header.startswith(b"name,") and b",status,sentence," in header


def _is_a_journal(content: bytes) -> bool:
    """Whether a file begins as a sweep's record of what is finished does."""
    return content.lstrip().startswith(b'{"key":') or not content.strip()


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 1)


def _asked(file: Path | None, each: EachOption | None) -> "Sweep":
    """Return the sweep that was asked for, in a file or by name."""
    from planner.sweep import Sweep, read_sweep

    if file is not None and each is None:
        return read_sweep(file)
    if each is not None and file is None:
        return Sweep(each=each.value, file="--each")
    raise InputError([Fault("--sweep", "sweep.one")])
