"""Single changes of a year's input that could make a plan possible, and sets of them.

A change is data: it says itself in both languages, and applied it gives the changed tables and
figures, so that the repaired year can be made.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import polars as pl

from planner.dataset import Dataset
from planner.errors import Sentence
from planner.policy import CLAUSES, Policy
from planner.words import Language, say

Value = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class DropPin:
    """A decision on one pair is taken back; `rows` are those of the file that state it."""

    unit: str
    station: str
    decision: str
    file: str
    rows: tuple[int, ...]

    def apply(self, dataset: Dataset, policy: Policy) -> tuple[Dataset, Policy]:
        """Return the input without the decision."""
        same = _same(unit_id=self.unit, station_id=self.station, decision=self.decision)
        return replace(dataset, pins=dataset.pins.filter(~same)), policy

    def sentence(self) -> Sentence:
        """Return the change in words."""
        values = {"unit": self.unit, "station": self.station}
        return Sentence(f"repair.pin.{self.decision}", values | {"rows": at(self.file, self.rows)})


@dataclass(frozen=True, slots=True)
class DropRecusal:
    """A recusal of a unit from a place is lifted; `rows` are those of the file that state it."""

    unit: str
    level: str
    place: str
    file: str
    rows: tuple[int, ...]

    def apply(self, dataset: Dataset, policy: Policy) -> tuple[Dataset, Policy]:
        """Return the input without the recusal."""
        same = _same(unit_id=self.unit, level=self.level, place=self.place)
        return replace(dataset, recusals=dataset.recusals.filter(~same)), policy

    def sentence(self) -> Sentence:
        """Return the change in words."""
        values = {"unit": self.unit, "place": self.place, "rows": at(self.file, self.rows)}
        return Sentence("repair.recusal", values)


@dataclass(frozen=True, slots=True)
class SetFigure:
    """A figure of the policy, `section.key`, gets another value than it had `before`."""

    section: str
    key: str
    before: Value
    value: Value

    @property
    def name(self) -> str:
        """The figure's name in the policy."""
        return f"{self.section}.{self.key}"

    @property
    def eases_only(self) -> bool:
        """Whether every value farther from what it was allows all that a nearer one does.

        An upper quota moves the share of hard stations the other way.
        """
        return self.key not in ("stations", "two_from_headcount")

    @property
    def distance(self) -> int:
        """How far the value is from what it was; a pair of values has none."""
        assert isinstance(self.before, int)
        assert isinstance(self.value, int)
        return abs(self.value - self.before)

    def apply(self, dataset: Dataset, policy: Policy) -> tuple[Dataset, Policy]:
        """Return the input under the changed figure."""
        section = replace(getattr(policy, self.section), **{self.key: self.value})
        return dataset, replace(policy, **{self.section: section})

    def sentence(self) -> Sentence:
        """Return the change in words."""
        values = {"name": self.name, "clause": CLAUSES[self.name]}
        shown = {"before": _toml(self.before), "value": _toml(self.value)}
        return Sentence("repair.figure", values | shown)


@dataclass(frozen=True, slots=True)
class Nominate:
    """A station is nominated; those `alike`, of its `city/county`, would do as well."""

    station: str
    county: str
    alike: tuple[str, ...] = ()

    def apply(self, dataset: Dataset, policy: Policy) -> tuple[Dataset, Policy]:
        """Return the input with the station nominated."""
        mine = pl.col("station_id") == self.station
        stations = dataset.stations.with_columns(nominated=pl.col("nominated") | mine)
        return replace(dataset, stations=stations), policy

    def sentence(self) -> Sentence:
        """Return the change in words."""
        key = "repair.nominate_alike" if self.alike else "repair.nominate"
        values = {"station": self.station, "county": self.county, "alike": len(self.alike)}
        return Sentence(key, values)


Change = DropPin | DropRecusal | SetFigure | Nominate


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that together make the year possible."""

    changes: tuple[Change, ...]

    @property
    def number(self) -> int:
        """How many repairs this stands for: stations alike counted one by one."""
        number, earlier = 1, list[Nominate]()
        for change in self.changes:
            if isinstance(change, Nominate):
                same = sum(change.station in other.alike for other in earlier)
                number = number * (1 + len(change.alike)) // (1 + same)  # of n, any 2: n(n-1)/2
                earlier.append(change)
        return number

    def apply(self, dataset: Dataset, policy: Policy) -> tuple[Dataset, Policy]:
        """Return the tables and the policy with all changes made."""
        for change in self.changes:
            dataset, policy = change.apply(dataset, policy)
        return dataset, policy

    def text(self, language: Language = "zh") -> str:
        """Return the changes in words, on one line."""
        said = [change.sentence().text(language) for change in self.changes]
        return say("repair.and", language).join(said)


def drops_of(dataset: Dataset) -> list[DropPin | DropRecusal]:
    """Return the decisions and recusals that can be taken back, in the order of their rows."""
    pins = [
        DropPin(unit, station, decision, dataset.file("pins"), rows)
        for (unit, station, decision), rows in _rows(
            dataset.pins, ("unit_id", "station_id", "decision")
        )
    ]
    recusals = [
        DropRecusal(unit, level, place, dataset.file("recusals"), rows)
        for (unit, level, place), rows in _rows(dataset.recusals, ("unit_id", "level", "place"))
    ]
    return [*pins, *recusals]


def at(file: str, rows: Iterable[int]) -> str:
    """Return where rows are, `file:2, 5`."""
    return f"{file}:{', '.join(map(str, rows))}"


def _rows(
    frame: pl.DataFrame, columns: tuple[str, ...]
) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Return the distinct values of some columns, each with the rows that have them."""
    found: dict[tuple[str, ...], list[int]] = {}
    for row, *cells in frame.select("row", *columns).iter_rows():
        found.setdefault(tuple(cells), []).append(row)
    return [(cells, tuple(rows)) for cells, rows in found.items()]


def _same(**cells: str) -> pl.Expr:
    return pl.all_horizontal(pl.col(column) == value for column, value in cells.items())


def _toml(value: Value) -> str:
    return str(list(value)) if isinstance(value, tuple) else str(value)
