"""What 审批单 has of each part: who drafted, reviewed and approved it, what each city answered."""

from typing import Any

from planner.dataset import rows_of
from planner.office.standing import Standing
from planner.office.tables import Matter
from planner.office.texts import written
from planner.record.folder import principal_of, reviewers_of
from planner.words import say

Values = dict[str, Any]
SHOWN = 12
"""Characters of a digest that are printed: enough to look it up."""
OFFICES = {"leaders": "厅办公室", "departments": "厅人事警务处"}
"""Who drafts by the notice, where no record tells who did."""
BLANK: Values = {"name": "", "on": "", "city": "", "answer": ""}


def sheets_of(matter: Matter, standings: list[Standing]) -> list[Values]:
    """Return a sheet for each part."""
    return [_sheet(matter, standing) for standing in standings]


def _sheet(matter: Matter, standing: Standing) -> Values:
    draft, part = standing.draft, standing.part
    names = dict(rows_of(matter.dataset.leaders, "leader_id", "name"))
    reviewers: list[str] = reviewers_of(matter.dataset, part, "", [])
    consulted = {} if draft is None else draft.consulted
    reviewed = {} if draft is None else draft.reviewed
    approval = None if draft is None else draft.approval
    own = dict.fromkeys(row["city"] for row in matter.plan.of(part).iter_rows(named=True))
    cities = list(own) if draft is None else draft.cities()
    answers = [
        {"city": city, "answer": consulted[city].note if city in consulted else ""}
        for city in cities
    ]
    signed = [
        {"name": names.get(one, one), "on": written(reviewed[one].on) if one in reviewed else ""}
        for one in reviewers
    ]
    principal = principal_of(matter.dataset)
    return {
        "part": part,
        "title": say(f"office.part.{part}"),
        "drafter": OFFICES[part] if draft is None else draft.entry.actor,
        "drafted": "" if draft is None else written(draft.entry.on),
        "reviewers": _in_pairs(signed),
        "principal": names.get(principal, principal),
        "approved": "" if approval is None else written(approval.on),
        "cities": _in_pairs(answers),
        "digest": standing.digest[:SHOWN],
        "head": standing.head[:SHOWN],
    }


def _in_pairs(rows: list[Values]) -> list[list[Values]]:
    """Return rows two by two, the last one beside a blank where they are odd."""
    even = [*rows, BLANK] if len(rows) % 2 else rows
    return [even[at : at + 2] for at in range(0, len(even), 2)]
