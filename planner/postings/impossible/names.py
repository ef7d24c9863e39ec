"""How a sentence calls people, hosts and decisions, and at which rows of which files they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.errors import Sentence
from planner.naming import called, where
from planner.postings.data import PostingsData
from planner.postings.facts import Facts, Pin


@dataclass(frozen=True, slots=True)
class Names:
    """The names of people, stations and departments by id; an id without one is said alone."""

    dataset: PostingsData
    facts: Facts

    def person(self, person: str) -> Sentence:
        """Return a cadre or a chief as they are called."""
        one = self.facts.cadres.get(person) or self.facts.chiefs.get(person)
        return called(person, None if one is None else one.name)

    def station(self, station: str) -> Sentence:
        """Return a station as it is called."""
        names = (one.name for one in self.facts.stations if one.id == station)
        return called(station, next(names, None))

    def department(self, department: str) -> Sentence:
        """Return a department as it is called."""
        one = self.facts.departments.get(department)
        return called(department, None if one is None else one.name)

    def pin(self, pin: Pin) -> Sentence:
        """Return whom a decision is about, which posting, from when, and where to."""
        row = self.dataset.frames["posting_pins"].filter(row=pin.line).row(0, named=True)
        values = {
            "person": self.person(pin.person_id),
            "posting": Sentence(f"pin.kind.{pin.posting or 'any'}"),
            "start": Sentence("pin.any" if pin.start is None else "pin.start", {"day": pin.start}),
            "place": Sentence("pin.any" if pin.place is None else "pin.place", {
                "place": self._place(str(row["place"])),
            }),
        }  # fmt: skip
        return Sentence("pin.told", values)

    def _place(self, place: str) -> str | Sentence:
        """Return a place by its name: a station and a department may be written as their ids."""
        if place in self.facts.departments:
            return self.department(place)
        return self.station(place) if any(s.id == place for s in self.facts.stations) else place

    def rows(self, table: str, **cells: object) -> list[int]:
        """Return the rows of a table that have these cells."""
        return [
            row["row"]
            for row in self.dataset.frames[table].to_dicts()
            if all(row[column] == value for column, value in cells.items())
        ]

    def at(self, table: str, rows: Sequence[int]) -> str | Sentence:
        """Return where rows are; of many only the file and their number."""
        return where(self.dataset.file(table), rows)
