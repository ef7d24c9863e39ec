"""Acting on the record: what is asked for is looked at beside what was done, then added."""

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.dataset import Dataset, read_dataset
from planner.errors import Fault, InputError
from planner.record.conditions import CONDITIONS
from planner.record.entry import Entry
from planner.record.folder import Filing, content_of, filing_of
from planner.record.people import People
from planner.record.place import Place, place_of
from planner.record.scene import Deed, Scene
from planner.record.sound import unsound
from planner.record.state import Years, years_of
from planner.record.store import store_of

ACTIONS = tuple(CONDITIONS)
ALONE = ("applications", "amend")
"""The actions that need no folder."""
REASONED = ("reject", "amend")
"""The actions whose note is their reason."""


@dataclass(frozen=True, slots=True)
class Request:
    """What `planner record` was asked to add."""

    data: Path
    action: str
    part: str
    by: str
    folder: Path | None = None
    subject: str = ""
    note: str = ""
    on: dt.date | None = None
    corrects: int | None = None
    before_leaders: str = ""
    year: int | None = None
    where: str | None = None


def act(request: Request) -> Entry:
    """Add the entry that was asked for, and return it.

    Raises `InputError` with every reason why it may not be, `RecordError` where the record's disk
    or server failed; nothing is added then, or the error says that it is.
    """
    place = place_of(request.data, request.where)
    _spoken(request, place)
    dataset = read_dataset(request.data)
    content, filing = _bound(request, dataset)
    store = store_of(place)

    def decide(entries: Sequence[Entry]) -> Entry:
        years = years_of(entries)
        year = _year(request, dataset, years, content, filing)
        scene = Scene(
            request.action, years.of(year, request.part), years.of(year, "leaders"),
            People(dataset), dataset, place.name, request.by.strip(), request.subject.strip(),
            request.note.strip(), request.before_leaders.strip(), request.corrects,
            content, filing,
        )  # fmt: skip
        deed = Deed()
        faults = [*_day(request, scene), *CONDITIONS[request.action](scene, deed)]
        if faults:
            raise InputError(faults)
        return _entry(request, scene, deed)

    return store.append(decide)


def _spoken(request: Request, place: Place) -> None:
    """Refuse what is missing or can't be written down, before anything is read."""
    faults = list[Fault]()
    said = {
        "--by": request.by,
        "--subject": request.subject,
        "--note": request.note,
        "--before-leaders": request.before_leaders,
    }
    faults += [Fault(name, "record.text") for name, text in said.items() if not _plain(text)]
    if not request.by.strip():
        faults.append(Fault("--by", "record.no_by"))
    if request.folder is None and request.action not in ALONE:
        faults.append(Fault("DIR", "record.no_folder", values={"action": request.action}))
    if request.action in REASONED and not request.note.strip():
        faults.append(Fault(place.name, "record.no_reason", values={"action": request.action}))
    if faults:
        raise InputError(faults)


def _plain(text: str) -> bool:
    """Return whether a text has nothing that paper or a database can't hold."""
    return all(unicodedata.category(one) not in ("Cc", "Cs", "Co", "Cn") for one in text)


def _bound(request: Request, dataset: Dataset) -> tuple[dict[str, Any] | None, Filing | None]:
    """Return what the folder holds: the content of a draft, or a filing."""
    if request.folder is None:
        return None, None
    if request.action == "file":
        return None, filing_of(request.folder)
    if request.action == "draft":
        wrong = unsound(request.data, request.folder)
        if wrong:
            raise InputError(wrong)
    return content_of(dataset, request.folder, request.part), None


def _year(
    request: Request,
    dataset: Dataset,
    years: Years,
    content: dict[str, Any] | None,
    filing: Filing | None,
) -> int:
    """Return the year that is meant: the folder's, or the one given, or the one at work."""
    bound = filing.year if filing is not None else content["year"] if content else None
    if bound is not None and request.year not in (None, bound):
        values = {"value": request.year, "year": bound}
        raise InputError([Fault("--year", "record.year", values=values)])
    found = bound or request.year
    if found is not None:
        return found
    of_part = [year for year in years.years if years.of(year, request.part).last is not None]
    in_force = [year for year in of_part if years.of(year, request.part).approved is not None]
    if request.action == "amend" and of_part:
        return (in_force or of_part)[-1]
    at_work = [year for year in years.years if _before_draft(years, year, request.part)]
    planned = 0 if dataset.history.is_empty() else dataset.history["year"].to_list()
    latest = max(planned) + 1 if planned else (request.on or dt.date.today()).year
    return at_work[-1] if at_work else latest


def _before_draft(years: Years, year: int, part: str) -> bool:
    progress = years.of(year, part)
    return progress.current is None and progress.approved is None


def _day(request: Request, scene: Scene) -> list[Fault]:
    """Return what is wrong with the day: it lies in the future, or before the last act."""
    on, today = request.on or dt.date.today(), dt.date.today()
    last = scene.progress.last
    if on > today:
        return [Fault("--on", "record.future", values={"value": on, "bound": today})]
    if last is not None and on.isoformat() < last.on:
        values = {"value": on, "bound": last.on, "seq": last.seq}
        return [Fault("--on", "record.before", values=values)]
    return []


def _entry(request: Request, scene: Scene, deed: Deed) -> Entry:
    at = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    on = (request.on or dt.date.today()).isoformat()
    return Entry(
        0, at, on, request.action, scene.progress.year, request.part, deed.subject,
        deed.actor or scene.by, deed.binds, str(request.corrects or ""), deed.note or scene.note,
        deed.content, "",
    )  # fmt: skip
