"""What an action is judged by, and what its entry will say."""

from dataclasses import dataclass
from typing import Any

from planner.dataset import Dataset
from planner.errors import Fault, Sentence
from planner.record.folder import Filing
from planner.record.people import People
from planner.record.state import Progress

BEFORE_LEADERS = "先于厅领导："


@dataclass(frozen=True, slots=True)
class Scene:
    """What an action is judged by: what was asked, what was done before, what the folder holds."""

    action: str
    progress: Progress
    leaders: Progress
    people: People
    dataset: Dataset
    name: str
    by: str
    subject: str
    note: str
    before_leaders: str
    corrects: int | None
    content: dict[str, Any] | None
    filing: Filing | None

    @property
    def part(self) -> str:
        """The part that is acted on."""
        return self.progress.part

    def fault(self, key: str, **values: object) -> Fault:
        """Return a refusal."""
        about = {"year": self.progress.year, "part": Sentence(f"record.part.{self.part}")}
        return Fault(self.name, f"record.{key}", values=about | values)

    def names(self, leaders: list[str]) -> str:
        """Return leaders' names as a list."""
        return "、".join(map(self.people.named, leaders))


@dataclass(slots=True)
class Deed:
    """What an entry says beyond the call."""

    subject: str = ""
    actor: str = ""
    binds: str = ""
    note: str = ""
    content: str = ""
