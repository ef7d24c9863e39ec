"""What is done, what is next, and by whom: the first thing that one sees of a record."""

from collections.abc import Iterator

from planner.errors import Sentence
from planner.record.people import People
from planner.record.state import PARTS, Draft, Progress, Years

OFFICE = {"leaders": "厅办公室", "departments": "厅人事警务处"}
"""Who drafts, by the notice; of the other parts 厅人事警务处 too."""


def sentences(years: Years, people: People) -> Iterator[Sentence]:
    """Yield a sentence for each part of each year: how far it is, and what is next."""
    for year in years.years:
        for part in PARTS:
            progress = years.of(year, part)
            if progress.last is not None:
                yield _of(year, part, progress, people)


def _of(year: int, part: str, progress: Progress, people: People) -> Sentence:
    about = {"year": year, "part": Sentence(f"record.part.{part}")}
    done, following = _done(progress), _following(progress, people)
    return Sentence("record.status", about | {"done": done, "next": following})


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


def _following(progress: Progress, people: People) -> Sentence:
    draft = progress.current
    if draft is None:
        if progress.approved is not None and progress.amended is None:
            return Sentence("record.next.nothing")
        drafter = OFFICE.get(progress.part, OFFICE["departments"])
        if progress.part == "departments" and progress.applications is None:
            return Sentence("record.next.applications", {"by": drafter})
        return Sentence("record.next.draft", {"by": drafter})
    return _with_draft(draft, people)


def _with_draft(draft: Draft, people: People) -> Sentence:
    cities, leaders = draft.outstanding(), draft.unreviewed()
    if cities:
        values = {"by": draft.entry.actor, "cities": "、".join(cities)}
        return Sentence("record.next.consult", values)
    if leaders:
        return Sentence("record.next.review", {"by": "、".join(map(people.named, leaders))})
    return Sentence("record.next.approve", {"by": people.named(people.principal)})
