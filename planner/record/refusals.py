"""What several actions are refused for."""

from collections.abc import Generator, Iterator
from typing import Any

from planner.errors import Fault, Sentence
from planner.record.entry import Entry, digest
from planner.record.folder import differences
from planner.record.scene import BEFORE_LEADERS, Deed, Scene
from planner.record.state import Draft


def content(scene: Scene) -> dict[str, Any]:
    """Return what the folder holds of the part."""
    if scene.content is None:
        raise TypeError("a draft is read from its folder")
    return scene.content


def current(scene: Scene, deed: Deed) -> Generator[Fault, None, Draft | None]:
    """Yield what is wrong where the folder is not the current draft; return the draft."""
    draft = scene.progress.current
    if draft is None:
        approved = scene.progress.approved
        yield scene.fault("no_draft") if approved is None else is_approved(scene, approved)
        return None
    deed.binds = draft.entry.binds
    other = differences(draft.content, content(scene))
    if other:
        yield scene.fault("another", seq=draft.entry.seq, what=what_differs(other))
    return draft


def what_differs(names: list[str]) -> Sentence:
    """Return in words what a folder has otherwise than a draft."""
    whole = Sentence(f"record.differs.{names[0]}")
    for name in names[1:]:
        whole = Sentence("listed", {"first": whole, "last": Sentence(f"record.differs.{name}")})
    return whole


def is_approved(scene: Scene, draft: Draft) -> Fault:
    """Return the refusal of what is approved already."""
    return scene.fault("approved", seq=draft.approval.seq if draft.approval else 0)


def principal(scene: Scene) -> str:
    """Return the principal leader's name."""
    return scene.people.named(scene.people.principal)


def by_drafter(scene: Scene, draft: Draft) -> Iterator[Fault]:
    """Yield what is wrong where another office acts than the one that drafted."""
    if not scene.people.same(scene.by, draft.entry.actor):
        yield scene.fault("not_drafter", by=scene.by, drafter=draft.entry.actor)


def closed(draft: Draft) -> int | None:
    """Return the first review of a draft: from then on nothing about it is corrected."""
    return min((entry.seq for entry in draft.reviewed.values()), default=None)


def second(scene: Scene, earlier: Entry | None, *, closed: int | None = None) -> Iterator[Fault]:
    """Yield what is wrong with a second entry on one subject, or a correction of none."""
    if earlier is None:
        if scene.corrects is not None:
            yield scene.fault("nothing_to_correct", seq=scene.corrects)
    elif closed is not None:
        yield scene.fault("closed", seq=earlier.seq, closed=closed)
    elif scene.corrects != earlier.seq:
        yield scene.fault("second", seq=earlier.seq, on=earlier.on)


def consulted(scene: Scene, draft: Draft) -> Iterator[Fault]:
    """Yield what is wrong while cities are not consulted."""
    left = draft.outstanding()
    if left:
        yield scene.fault("not_consulted", cities="、".join(left))


def applied(scene: Scene, content: dict[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong where applications are open, or changed since they were closed."""
    closed = scene.progress.applications
    if closed is None:
        yield scene.fault("open")
    elif closed.binds != content["applications"]:
        yield scene.fault("changed", seq=closed.seq)


def after_leaders(scene: Scene, deed: Deed, content: dict[str, Any]) -> Iterator[Fault]:
    """The leaders' part is approved and as in the folder, or it is said why not."""
    if scene.before_leaders:
        note = f"{BEFORE_LEADERS}{scene.before_leaders}"
        deed.note = f"{note}；{scene.note}" if scene.note else note
    elif scene.leaders.approved is None:
        yield scene.fault("leaders_first")
    elif _lines(scene.leaders.approved) != content["around"]:
        yield scene.fault("other_leaders", seq=scene.leaders.approved.entry.seq)


def leaders_stand(scene: Scene, draft: Draft) -> Iterator[Fault]:
    """The leaders' part is approved, and it is the one that the draft was made around, if any."""
    approved, around = scene.leaders.approved, draft.content["around"]
    if approved is None:
        yield scene.fault("leaders_open")
    elif around not in (_lines(approved), digest("")):
        yield scene.fault("other_leaders", seq=approved.entry.seq)


def _lines(draft: Draft) -> str:
    """Return the sha256 of a draft's lines without their header, as `around` has it."""
    rows: str = draft.content["rows"]
    return digest(rows.partition("\n")[2])
