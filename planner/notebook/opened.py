"""A year opened: its dataset, its policy, and what is to be said under everything drawn from it."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from planner import charts, commands
from planner.dataset import Dataset
from planner.pairing.plan import Plan
from planner.pairing.read import read_pairing
from planner.plans.given import sound_input
from planner.policy import Policy
from planner.policy.found import InForce
from planner.synthetic import synthetic
from planner.words import Language, say


@dataclass(frozen=True, slots=True)
class Opened:
    """A dataset and a policy of a year; `footer` says where they are from and what is made up."""

    data: Path
    year: int
    dataset: Dataset
    used: InForce
    language: Language

    @property
    def policy(self) -> Policy:
        """The policy in force."""
        return self.used.policy

    @property
    def synthetic(self) -> str:
        """What of the dataset is made up; nothing where it does not say so."""
        return synthetic(self.data, self.language)

    @property
    def footer(self) -> str:
        """The line under every picture."""
        made_up = say("footer.synthetic", self.language) if self.synthetic else ""
        return say(
            "footer.line", self.language,
            data=self.data.name, year=self.year, number=self.policy.source.number, made_up=made_up,
        )  # fmt: skip

    def _repr_html_(self) -> str:
        return "<br>".join(map(escape, self._lines()))

    def __repr__(self) -> str:
        """Return what was opened, a sentence a line."""
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        opened = say("opened.data", self.language, data=self.data.name, year=self.year)
        said = [opened, self.used.sentence().text(self.language), self.synthetic]
        return [line for line in said if line]


def open_year(
    data: Path | str, year: int, policy: Path | str = "", language: Language = "zh"
) -> Opened:
    """Return a year of a dataset, a folder or a workbook, and have its charts say where from.

    `policy` is a policy's file; without one it is the dataset's `policy.toml`, or the notice's own
    figures. Raises InputError with every fault.
    """
    place = Path(data)
    given = sound_input(read_pairing, place, year, Path(policy) if policy else None)
    opened = Opened(place, year, given.dataset, given.used, language)
    charts.use_renderer(opened.footer)
    return opened


def write_plan(opened: Opened, out: Path | str) -> Plan:
    """Make, prove, audit and write the year's plan; return it.

    Raises what the command `plan` raises; nothing is written then.
    """
    given = opened.used.place if opened.used.source == "given" else None
    return commands.plan(commands.Request(opened.data, opened.year, Path(out), given)).plan
