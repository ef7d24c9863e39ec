"""A year opened: its dataset, its policy, and what is to be said under everything drawn from it."""

from dataclasses import dataclass
from pathlib import Path

from planner import charts, commands
from planner.dataset import Dataset, read_dataset
from planner.pairing.plan import Plan
from planner.policy import Policy, read_policy
from planner.synthetic import synthetic
from planner.words import Language, say

POLICY = "policy.toml"


@dataclass(frozen=True, slots=True)
class Opened:
    """A dataset and a policy of a year; `footer` says where they are from and what is made up."""

    data: Path
    policy_file: Path | None
    year: int
    dataset: Dataset
    policy: Policy
    language: Language

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
        return "<br>".join(self._lines())

    def __str__(self) -> str:
        """Return what was opened, a sentence a line."""
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        source = POLICY if self.policy_file is None else self.policy_file.name
        key = "opened.defaults" if self.policy_file is None else "opened.policy"
        said = [
            say("opened.data", self.language, data=self.data.name, year=self.year),
            say(key, self.language, file=source),
        ]
        return [*said, self.synthetic] if self.synthetic else said


def open_year(
    data: Path | str, year: int, policy: Path | str = "", language: Language = "zh"
) -> Opened:
    """Return a year of a dataset, a folder or a workbook, and have its charts say where from.

    `policy` is a policy's file; without one it is the dataset's `policy.toml`, or the notice's own
    figures. Raises InputError with every fault.
    """
    place = Path(data)
    file = Path(policy) if policy else _beside(place)
    dataset = read_dataset(place, year)
    figures = Policy() if file is None else read_policy(file)
    opened = Opened(place, file, year, dataset, figures, language)
    charts.use_renderer(opened.footer)
    return opened


def write_plan(opened: Opened, out: Path | str) -> Plan:
    """Make, prove, audit and write the year's plan; return it.

    Raises what the command `plan` raises; nothing is written then.
    """
    request = commands.Request(opened.data, opened.year, Path(out), opened.policy_file)
    return commands.plan(request).plan


def _beside(data: Path) -> Path | None:
    """Return the policy that lies in a dataset, or beside it where that is a workbook."""
    file = (data if data.is_dir() else data.parent) / POLICY
    return file if file.is_file() else None
