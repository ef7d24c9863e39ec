"""What is done, what is next, and by whom: the first thing that one sees of a record."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.errors import Sentence
from planner.record.people import People
from planner.record.state import PARTS, PLANNED, Draft, Progress, Years

OFFICE = {"leaders": "厅办公室", "departments": "厅人事警务处"}
"""Who drafts, by the notice; of the other parts 厅人事警务处 too."""
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Step:
    """How far a part of a year is, what is next (an action, or `nothing`), and by whom.

    `cities` are those that are still to be consulted.
    """

    year: int
    part: str
    done: Sentence
    action: str
    by: str = ""
    cities: tuple[str, ...] = ()

    def sentence(self) -> Sentence:
        """Return the step in words."""
        values = {"by": self.by, "cities": "、".join(self.cities)}
        following = Sentence(f"record.next.{self.action}", values)
        about = {"year": self.year, "part": Sentence(f"record.part.{self.part}")}
        return Sentence("record.status", about | {"done": self.done, "next": following})


def steps(years: Years, people: People) -> Iterator[Step]:
    """Yield how far each part of each year is; both parts of a plan where one of them is begun."""
    for year in years.years:
        of = {part: years.of(year, part) for part in PARTS}
        begun = [part for part in PARTS if of[part].last is not None]
        if any(part in PLANNED for part in begun):
            begun = [part for part in PARTS if part in (*PLANNED, *begun)]
        for part in begun:
            yield _step(of[part], people)


def sentences(years: Years, people: People) -> Iterator[Sentence]:
    """Yield a sentence for each part of each year: how far it is, and what is next."""
    return (step.sentence() for step in steps(years, people))


def _done(progress: Progress) -> Sentence:
    draft, approved = progress.current, progress.approved
    if draft is not None:
        values = {
            "seq": draft.entry.seq, "on": draft.entry.on, "by": draft.entry.actor,
            "consulted": len(draft.consulted), "cities": len(draft.cities()),
            "reviewed": len(draft.reviewed), "reviewers": len(draft.content["reviewers"]),
        }  # fmt: skip
        return Sentence("record.done.draft", values)
    if approved is not None and approved.approval is not None:
        values = {"seq": approved.approval.seq, "on": approved.approval.on}
        opened = progress.amended is not None
        return Sentence("record.done.amended" if opened else "record.done.approved", values)
    if progress.last is not None and progress.last.action == "reject":
        values = {"seq": progress.last.seq, "on": progress.last.on, "why": progress.last.note}
        return Sentence("record.done.rejected", values)
    if progress.applications is not None:
        return Sentence("record.done.applications", {"seq": progress.applications.seq})
    return Sentence("record.done.nothing")


def _step(progress: Progress, people: People) -> Step:
    action, by, cities = _following(progress, people)
    return Step(progress.year, progress.part, _done(progress), action, by, cities)


def _following(progress: Progress, people: People) -> tuple[str, str, tuple[str, ...]]:
    """Return the next action, who acts, and which cities it is about."""
    if progress.current is not None:
        return _with_draft(progress.current, people)
    if progress.approved is not None and progress.amended is None:
        return NOTHING, "", ()
    closing = progress.part == "departments" and progress.applications is None
    drafter = OFFICE.get(progress.part, OFFICE["departments"])
    return "applications" if closing else "draft", drafter, ()


def _with_draft(draft: Draft, people: People) -> tuple[str, str, tuple[str, ...]]:
    cities, leaders = draft.outstanding(), draft.unreviewed()
    if cities:
        return "consult", draft.entry.actor, tuple(cities)
    if leaders:
        return "review", "、".join(map(people.named, leaders)), ()
    return "approve", people.named(people.principal), ()
