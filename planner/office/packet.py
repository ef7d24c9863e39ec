"""The packet: what goes to the cities, to the leaders, and once approved to everyone."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.duties import duty_of
from planner.errors import Fault, InputError
from planner.office import lists, tables, texts
from planner.office.clean import file_name
from planner.office.place import empty, place_new
from planner.office.render import render
from planner.office.reread import left_out
from planner.office.sheets import workbook
from planner.office.signing import sheets_of
from planner.office.standing import Standing, approved_on, mark_of, standings_of
from planner.office.tables import Matter
from planner.office.templates import APPROVAL, CONSULTATION, NOTICE, PLAN, template
from planner.pairing.units import KIND
from planner.plans.place import refuse_inputs
from planner.record.sound import judge

BOOK = "一览表.xlsx"
LETTERS, NOTICES = "征求意见函", "通知单"
BLANK_DATE = "　　　　年　　月　　日"
ANNEXES = (
    "厅领导对口联系司法所一览表",
    "处室对口联系司法所一览表",
    "各设区市对口联系情况表",
    "未满足的处室申报及原因",
    "对口联系调整情况表",
)
BUREAU = "司法局"

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Packet:
    """What was written: the mark under the titles, and the files."""

    mark: str
    files: tuple[str, ...]


def packet(
    data: Path,
    folder: Path,
    out: Path,
    parts: tuple[str, ...] | None = None,
    where: str | None = None,
    templates: Path | None = None,
) -> Packet:
    """Write the packet of a finished folder into a new one.

    `parts` are those that the folder has, where not given. Raises `InputError` with every fault,
    also of templates and of what they leave out; `ViolationError` and `ProofError` where the folder
    does not pass audit and verification. Nothing is written then.
    """
    refuse_inputs(out, data, (folder, templates))
    empty(out)
    if duty_of(folder).name != "pairing":
        raise InputError([Fault(str(folder), "office.no_pairing")])
    judged = judge(data, folder)
    judged.settle()
    had = tuple(part for part in texts.PARTS if judged.plan.of(part).height)
    matter = Matter(judged.dataset, judged.policy, judged.plan, parts or had)
    standings = standings_of(data, judged.dataset, folder, list(matter.parts), where)
    files = _files(matter, standings, templates)
    place_new(files, out)
    return Packet(mark_of(standings), tuple(files))


def _files(matter: Matter, standings: list[Standing], templates: Path | None) -> dict[str, bytes]:
    """Return every file of the packet by its path, each read again."""
    common = _common(matter, standings)
    wishes, (before, changes) = tables.wishes(matter), tables.changes(matter, standings)
    papers = _Papers(matter.plan.year, templates)
    whole = [[row["unit"], row["station"], tables.place(row)] for row in matter.pairs]
    values = _plan(matter, wishes, before, changes)
    papers.add(PLAN, PLAN, common | values, whole)
    papers.add(APPROVAL, APPROVAL, common | {"sheets": sheets_of(matter, standings)}, [])
    former = [row | {"place": tables.place(row)} for row in tables.dropped(matter, standings)]
    approved = common["mark"] == ""
    letters = _notices(matter, former) if approved else _letters(matter, standings, former)
    for name, kind, more, needed in letters:
        papers.add(name, kind, common | more, needed)
    if papers.faults:
        raise InputError(papers.faults)
    book = workbook(lists.sheets(matter, wishes, before, changes), matter.plan.year)
    return papers.files | {BOOK: book}


class _Papers:
    """The papers made so far, and what is wrong with their templates, each told once."""

    def __init__(self, year: int, templates: Path | None) -> None:
        self.files: dict[str, bytes] = {}
        self.faults: list[Fault] = []
        self._year, self._templates = year, templates
        self._drawn: dict[str, bytes] = {}

    def add(self, name: str, kind: str, values: Values, needed: list[list[str]]) -> None:
        """Add a paper made by the template `kind`."""
        try:
            if kind not in self._drawn:
                self._drawn[kind] = template(kind, self._templates)
            self.files[name] = render(self._drawn[kind], kind, values, self._year)
        except InputError as error:
            faults = list(error.faults)
        else:
            faults = left_out(kind, self.files[name], needed)
        self.faults += [fault for fault in faults if fault not in self.faults]


def _common(matter: Matter, standings: list[Standing]) -> Values:
    """Return what every template may say."""
    on = approved_on(standings)
    policy = matter.policy
    return {
        "year": matter.plan.year,
        "number": policy.source.number,
        "mark": mark_of(standings),
        "date": BLANK_DATE if on is None else texts.written(on),
        "has_leaders": "leaders" in matter.parts,
        "has_departments": "departments" in matter.parts,
        "leader_low": policy.leaders.stations[0],
        "leader_high": policy.leaders.stations[1],
        "leader_days": policy.leaders.days,
        "department_low": policy.departments.stations[0],
        "department_high": policy.departments.stations[1],
        "department_days": policy.departments.days,
    }


def _plan(matter: Matter, wishes: list[Values], before: str, changes: list[Values]) -> Values:
    return {
        "principles": texts.principles(matter),
        "goals": texts.goals(matter),
        "results": texts.results(matter),
        "annexes": list(ANNEXES),
        "leaders": tables.leaders(matter),
        "departments": tables.departments(matter),
        "cities": tables.cities(matter),
        "unmet": [row for row in wishes if not row["met"]],
        "before": before,
        "changes": changes,
    }


Letter = tuple[str, str, Values, list[list[str]]]


def _letters(matter: Matter, standings: list[Standing], former: list[Values]) -> list[Letter]:
    """Return a letter to each city: its path, its template, its values, what it must hold.

    Where an approved plan is changed, only the cities where a pairing changes are asked, also those
    that have `former` ones alone.
    """
    found = list[Letter]()
    changed = [one.draft.cities() for one in standings if one.draft and one.draft.before]
    asked = {city for cities in changed for city in cities}
    cities = list(dict.fromkeys([*matter.cities, *(row["city"] for row in former)]))
    for number, city in enumerate(cities, 1):
        if len(changed) == len(standings) and city not in asked:
            continue
        rows = [row for row in matter.pairs if row["city"] == city]
        lost = [row for row in former if row["city"] == city]
        name = file_name(number, f"{city}{BUREAU}", ".docx", of=len(cities))
        needed = [[row["unit"], row["station"]] for row in [*rows, *lost]]
        values: Values = {"city": city, "rows": rows, "former": lost}
        found.append((f"{LETTERS}/{name}", CONSULTATION, values, needed))
    return found


def _notices(matter: Matter, former: list[Values]) -> list[Letter]:
    """Return a notice to each unit, then to each city bureau, also to those with `former` alone."""
    days = {KIND["leaders"]: matter.policy.leaders.days}
    days[KIND["departments"]] = matter.policy.departments.days
    rows: list[Values] = [
        row | {"place": tables.place(row), "days": days[row["kind"]]} for row in matter.pairs
    ]
    every = [*rows, *former]
    units = {row["unit_id"]: row["unit"] for row in every}
    named = [(name, "unit_id", unit) for unit, name in units.items()]
    cities = dict.fromkeys(row["city"] for row in every)
    named += [(f"{city}{BUREAU}", "city", city) for city in cities]
    found = list[Letter]()
    for number, (name, column, value) in enumerate(named, 1):
        file = file_name(number, name, ".docx", of=len(named))
        own, lost = ([row for row in some if row[column] == value] for some in (rows, former))
        needed = [[row["unit"], row["station"], str(row["days"])] for row in own]
        needed += [[row["unit"], row["station"]] for row in lost]
        values: Values = {"name": name, "rows": own, "former": lost}
        found.append((f"{NOTICES}/{file}", NOTICE, values, needed))
    return found
