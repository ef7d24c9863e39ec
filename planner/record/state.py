"""What the entries come to: how far each part of each year is."""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from planner.record.entry import Entry

PARTS = ("leaders", "departments", "postings", "exchange")
PLANNED = PARTS[:2]
"""The parts of the yearly plan; cities are consulted on these only."""


@dataclass(slots=True)
class Draft:
    """A draft, who was consulted on it and reviewed it, and its approval."""

    entry: Entry
    before: "Draft | None" = None
    consulted: dict[str, Entry] = field(default_factory=dict[str, Entry])
    reviewed: dict[str, Entry] = field(default_factory=dict[str, Entry])
    approval: Entry | None = None

    @property
    def content(self) -> dict[str, Any]:
        """What was drafted: see SPEC §9.3."""
        return json.loads(self.entry.content)

    def cities(self) -> list[str]:
        """Return the cities to be consulted, in the plan's order.

        Those with a pairing; after an amendment those where one changes.
        """
        if self.entry.part not in PLANNED:
            return []
        rows = pairings(self.content["rows"])
        former = [] if self.before is None else pairings(self.before.content["rows"])
        changed = {_pair(row) for row in rows} ^ {_pair(row) for row in former}
        return list(dict.fromkeys(row["city"] for row in [*rows, *former] if _pair(row) in changed))

    def outstanding(self) -> list[str]:
        """Return the cities that have not been consulted yet."""
        return [city for city in self.cities() if city not in self.consulted]

    def unreviewed(self) -> list[str]:
        """Return the leaders who have not reviewed it yet."""
        return [one for one in self.content["reviewers"] if one not in self.reviewed]


@dataclass(slots=True)
class Progress:
    """How far one part of a year is.

    `current` is the draft at work, `approved` the one in force, `amended` the entry that opened
    it again.
    """

    year: int
    part: str
    applications: Entry | None = None
    current: Draft | None = None
    approved: Draft | None = None
    amended: Entry | None = None
    filed: dict[str, Entry] = field(default_factory=dict[str, Entry])
    last: Entry | None = None

    def add(self, entry: Entry) -> None:
        """Take the next entry in."""
        self.last = entry
        draft = self.current
        match entry.action:
            case "applications":
                self.applications = entry
            case "draft":
                self.current = Draft(entry, self.approved)
            case "amend":
                self.amended = entry
            case "file":
                self.filed[entry.subject] = entry
            case "reject":
                self.current = None
            case "consult" if draft is not None:
                draft.consulted[entry.subject] = entry
            case "review" if draft is not None:
                draft.reviewed[entry.subject] = entry
            case "approve" if draft is not None:
                draft.approval = entry
                self.approved, self.current, self.amended = draft, None, None
            case _:
                pass  # an entry that nothing here can have written; the chain's check tells


@dataclass(slots=True)
class Years:
    """All that was recorded, by year and part."""

    parts: dict[tuple[int, str], Progress] = field(default_factory=dict[tuple[int, str], Progress])

    def of(self, year: int, part: str) -> Progress:
        """Return how far a part is; nothing is done of one that was never recorded."""
        return self.parts.setdefault((year, part), Progress(year, part))

    @property
    def years(self) -> list[int]:
        """The years that have an entry, in order."""
        return sorted({year for (year, _), one in self.parts.items() if one.last is not None})


def years_of(entries: Iterable[Entry]) -> Years:
    """Return what the entries come to."""
    years = Years()
    for entry in entries:
        years.of(entry.year, entry.part).add(entry)
    return years


def pairings(rows: str) -> list[dict[str, str]]:
    """Return the rows of a draft by column."""
    return list(csv.DictReader(rows.splitlines()))


def _pair(row: dict[str, str]) -> tuple[str, str]:
    return row["unit_id"], row["station_id"]
