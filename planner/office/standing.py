"""How far the parts of a packet are by the record: its mark, its date, who signed what."""

from dataclasses import dataclass
from pathlib import Path

from planner.dataset import Dataset
from planner.errors import Fault, InputError, Sentence
from planner.record import Draft, Progress, checked, place_of, store_of, years_of
from planner.record.entry import digest
from planner.record.folder import compact, content_of, differences
from planner.record.refusals import what_differs

PROPOSED, SUBMITTED, APPROVED = "征求意见稿", "送审稿", ""
MARKS = (PROPOSED, SUBMITTED, APPROVED)
"""What stands under the title, from the first draft to the approval."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One part: its draft on record, None without one; the digest of its content; the head."""

    part: str
    draft: Draft | None
    digest: str
    head: str

    @property
    def mark(self) -> str:
        """The mark under the title."""
        if self.draft is None or self.draft.outstanding():
            return PROPOSED
        return SUBMITTED if self.draft.approval is None else APPROVED

    @property
    def former(self) -> str | None:
        """The lines of the plan that this one replaces, None where it is the year's first."""
        if self.draft is None or self.draft.before is None:
            return None
        return self.draft.before.content["rows"]


def standings_of(
    data: Path, dataset: Dataset, folder: Path, parts: list[str], where: str | None
) -> list[Standing]:
    """Return how far each part of a folder is by the record, if there is one.

    On a paper of both parts the leaders' approval stands as long as their pairings do, as it does
    when the departments' part is drafted around them: tables may have changed since. Raises
    `InputError` where a record that was named has neither a draft nor an approved plan that is the
    folder's part, and where any record has another draft than the folder's; `ChainError` where the
    record was changed: no paper tells an approval from it.
    """
    place = place_of(data, where)
    store = store_of(place, there=where is not None)
    entries = store.entries()
    if entries:
        checked(store)
    years, faults, found = years_of(entries), list[Fault](), list[Standing]()
    for part in parts:
        content = content_of(dataset, folder, part)
        progress = years.of(content["year"], part)
        drafts = [one for one in (progress.current, progress.approved) if one is not None]
        fitting = [one for one in drafts if not differences(one.content, content)]
        approved = progress.approved
        if not fitting and part == "leaders" and len(parts) > 1 and approved is not None:
            fitting = [approved] if "rows" not in differences(approved.content, content) else []
        if not fitting and (drafts or where is not None):
            faults.append(_fault(place.name, progress, drafts, content))
        head = entries[-1].hash if entries else ""
        bound = fitting[0].entry.binds if fitting else digest(compact(content))
        found.append(Standing(part, fitting[0] if fitting else None, bound, head))
    if faults:
        raise InputError(faults)
    return found


def mark_of(standings: list[Standing]) -> str:
    """Return the mark of several parts on one paper: the least advanced one's."""
    return min((one.mark for one in standings), key=MARKS.index)


def approved_on(standings: list[Standing]) -> str | None:
    """Return the day on which the last of the parts was approved; None while one is not."""
    approvals = [one.draft.approval for one in standings if one.draft is not None]
    days = [one.on for one in approvals if one is not None]
    return max(days) if len(days) == len(standings) else None


def _fault(name: str, progress: Progress, drafts: list[Draft], content: dict[str, object]) -> Fault:
    part = Sentence(f"record.part.{progress.part}")
    if not drafts:
        return Fault(name, "record.no_draft", values={"year": progress.year, "part": part})
    seq, what = drafts[0].entry.seq, what_differs(differences(drafts[0].content, content))
    key = "record.another" if progress.current is not None else "record.another_approved"
    return Fault(name, key, values={"seq": seq, "what": what, "part": part})
