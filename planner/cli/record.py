"""The command of the record: adding to it, and reading it."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from planner.cli.options import Data, Where, app, talking

if TYPE_CHECKING:
    from planner.console import Console
    from planner.record import Store


class ActionOption(StrEnum):
    """What `planner record` does, in the order of a year's work."""

    applications = "applications"
    draft = "draft"
    consult = "consult"
    review = "review"
    approve = "approve"
    reject = "reject"
    amend = "amend"
    file = "file"
    status = "status"
    log = "log"
    verify = "verify"
    history = "history"


class RecordedPart(StrEnum):
    """The parts that are drafted and approved."""

    leaders = "leaders"
    departments = "departments"
    postings = "postings"
    exchange = "exchange"


@app.command(help="help.record")
@talking
def record(
    console: "Console",
    action: Annotated[ActionOption, typer.Argument(help="help.record.action", metavar="ACTION")],
    data: Data,
    folder: Annotated[
        Path | None,
        typer.Argument(help="help.record.folder", metavar="[DIR]", show_default=False),
    ] = None,
    part: Annotated[RecordedPart | None, typer.Option("--part", help="help.record.part")] = None,
    by: Annotated[str, typer.Option("--by", help="help.record.by", metavar="WHO")] = "",
    subject: Annotated[
        str, typer.Option("--subject", help="help.record.subject", metavar="X")
    ] = "",
    note: Annotated[str, typer.Option("--note", help="help.record.note", metavar="TEXT")] = "",
    on: Annotated[
        datetime | None,
        typer.Option("--on", help="help.record.on", formats=["%Y-%m-%d"], metavar="DATE"),
    ] = None,
    corrects: Annotated[
        int | None, typer.Option("--corrects", min=1, help="help.record.corrects", metavar="SEQ")
    ] = None,
    before_leaders: Annotated[
        str, typer.Option("--before-leaders", help="help.record.before_leaders", metavar="WHY")
    ] = "",
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="help.record.year")
    ] = None,
    where: Where = None,
    head: Annotated[
        str | None, typer.Option("--head", help="help.record.head", metavar="HASH")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="help.record.out", metavar="NEW")
    ] = None,
) -> int:
    """Add an entry to the record, or say what it holds."""
    from planner.record import Request, act, place_of, store_of

    reading = {"status": _status, "log": _log}.get(action.value)
    if reading is not None:
        return reading(console, data, store_of(place_of(data, where)))
    if action == ActionOption.verify:
        return _verify(console, store_of(place_of(data, where), there=True), head)
    if action == ActionOption.history:
        return _history(console, data, store_of(place_of(data, where), there=True), out)
    if part is None:
        _missing("--part")
    with console.working("work.auditing"):
        entry = act(
            Request(
                data, action.value, part.value, by, folder, subject, note,
                None if on is None else on.date(), corrects, before_leaders, year, where,
            )
        )  # fmt: skip
    console.data(_plain(entry))
    from planner.words import say

    console.say(
        "record.added", name=place_of(data, where).name, seq=entry.seq, year=entry.year,
        part=say(f"record.part.{entry.part}", console.language),
        action=say(f"deed.{entry.action}", console.language),
        subject=f" {entry.subject}" if entry.subject else "", by=entry.actor, on=entry.on,
        hash=entry.hash[:12],
    )  # fmt: skip
    return 0


def _status(console: "Console", data: Path, store: "Store") -> int:
    from planner.dataset import read_dataset
    from planner.record import checked, years_of
    from planner.record.people import People
    from planner.record.status import sentences

    entries = store.entries()
    found = [
        one.text(console.language)
        for one in sentences(years_of(entries), People(read_dataset(data)))
    ]
    console.data(found)
    if not found:
        console.say("record.nothing", name=store.place.name)
    console.lines(found)
    if entries:
        checked(store)  # what is said above is no longer sure where the record was changed
    return 0


def _log(console: "Console", _data: Path, store: "Store") -> int:
    from planner.words import say

    entries = store.entries()
    console.data([_plain(entry) for entry in entries])
    if not entries:
        console.say("record.nothing", name=store.place.name)
    for entry in entries:
        values = _plain(entry) | {"by": entry.actor}
        values["part"] = say(f"record.part.{entry.part}", console.language)
        values["action"] = say(f"deed.{entry.action}", console.language)
        line = say("record.entry", console.language, **values)
        console.lines([" ".join(line.split())])
    return 0


def _verify(console: "Console", store: "Store", head: str | None) -> int:
    from planner.record import checked

    chain = checked(store, head)
    console.say("record.whole", name=store.place.name, number=chain.number, head=chain.head)
    return 0


def _history(console: "Console", data: Path, store: "Store", out: Path | None) -> int:
    from planner.dataset import read_dataset
    from planner.errors import Fault, InputError
    from planner.record import checked
    from planner.record.history import add_in_place, approved_rows, with_rows

    if out is None and not data.is_dir():
        raise InputError([Fault(data.name, "record.no_out")])
    checked(store)
    dataset = read_dataset(data)
    rows = approved_rows(store.entries(), dataset)
    if out is not None:
        from planner.office.exchange import copy_with

        copy_with(data, out, history=with_rows(dataset.history, rows))
    elif not rows:
        console.say("record.history_nothing")
        return 0
    file = add_in_place(data, rows) if out is None else out
    console.say("record.history_added", number=len(rows), file=file)
    return 0


def _plain(entry: object) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(entry)  # pyright: ignore[reportArgumentType, reportCallIssue]


def _missing(option: str) -> NoReturn:
    from planner.errors import Fault, InputError

    raise InputError([Fault(option, "usage.MissingParameter")])
