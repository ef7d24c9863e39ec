"""When each action is allowed: the table of SPEC §9.3, one function a row.

Each yields every reason why not, and fills in what the entry will say.
"""

from collections.abc import Callable, Iterator

from planner.errors import Fault
from planner.record.entry import digest
from planner.record.folder import applications_of, compact
from planner.record.refusals import (
    after_leaders,
    applied,
    by_drafter,
    closed,
    consulted,
    content,
    current,
    is_approved,
    leaders_stand,
    principal,
    second,
)
from planner.record.scene import Deed, Scene
from planner.record.state import PLANNED

BUREAU = "司法局"

Condition = Callable[[Scene, Deed], Iterator[Fault]]


def applications(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """The departments' applications are closed, before there is a draft."""
    progress = scene.progress
    deed.binds = applications_of(scene.dataset)
    if scene.part != "departments":
        yield scene.fault("only_departments")
    elif progress.current is not None:
        yield scene.fault("drafted", seq=progress.current.entry.seq)
    elif progress.approved is not None and progress.amended is None:
        yield is_approved(scene, progress.approved)
    else:
        yield from second(scene, progress.applications)


def draft(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """A folder that passed audit and verification becomes the draft of a part."""
    progress, bound = scene.progress, content(scene)
    deed.content = compact(bound)
    deed.binds = digest(deed.content)
    if progress.approved is not None and progress.amended is None:
        yield is_approved(scene, progress.approved)
    yield from second(scene, None)
    if scene.part == "departments":
        yield from applied(scene, bound)
        yield from after_leaders(scene, deed, bound)


def consult(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """A city was asked: it agreed, did not answer in time, or objected and was answered."""
    draft = yield from current(scene, deed)
    if draft is None:
        return
    if scene.part not in PLANNED:
        yield scene.fault("no_cities")
        return
    yield from by_drafter(scene, draft)
    if not scene.note:
        yield scene.fault("no_answer", city=scene.subject)
    cities = draft.cities()
    deed.subject = scene.subject
    if scene.subject not in cities:
        deed.subject = scene.subject.removesuffix(BUREAU)
    if deed.subject not in cities:
        yield scene.fault("no_city", city=scene.subject, cities="、".join(cities))
        return
    yield from second(scene, draft.consulted.get(deed.subject), closed=closed(draft))


def review(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """A leader in charge reviewed the draft, once every city was consulted."""
    draft = yield from current(scene, deed)
    if draft is None:
        return
    if scene.part == "leaders":
        yield scene.fault("no_review")
        return
    reviewers: list[str] = draft.content["reviewers"]
    leader = scene.people.leader(scene.by)
    deed.actor = deed.subject = leader or scene.by
    if leader not in reviewers:
        yield scene.fault("no_reviewer", by=scene.by, reviewers=scene.names(reviewers))
    if scene.subject and scene.people.leader(scene.subject) != leader:
        yield scene.fault("not_himself", by=scene.by, subject=scene.subject)
    yield from consulted(scene, draft)
    yield from second(scene, draft.reviewed.get(deed.subject), closed=closed(draft))


def approve(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """The principal leader approved, once all were asked."""
    draft = yield from current(scene, deed)
    if draft is None:
        return
    leader = scene.people.leader(scene.by)
    deed.actor = leader or scene.by
    if scene.people.same(scene.by, draft.entry.actor):
        yield scene.fault("drafter", by=scene.by)
    if leader != scene.people.principal:
        yield scene.fault("not_principal", by=scene.by, principal=principal(scene))
    yield from consulted(scene, draft)
    left = draft.unreviewed()
    if left:
        yield scene.fault("not_reviewed", leaders=scene.names(left))
    yield from second(scene, None)
    if scene.part == "departments":
        yield from leaders_stand(scene, draft)


def reject(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """A reviewer or the principal sent the draft back; it is void."""
    draft = yield from current(scene, deed)
    if draft is None:
        return
    may = [*draft.content["reviewers"], scene.people.principal]
    leader = scene.people.leader(scene.by)
    deed.actor = leader or scene.by
    if leader not in may:
        yield scene.fault("may_not_reject", by=scene.by, leaders=scene.names(may))
    yield from second(scene, None)


def amend(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """What was approved is opened again; it stays in force until the next approval."""
    progress = scene.progress
    if progress.approved is None:
        yield scene.fault("not_approved")
        return
    deed.binds = progress.approved.entry.binds
    yield from by_drafter(scene, progress.approved)
    if progress.amended is not None:
        yield scene.fault("amended", seq=progress.amended.seq)
    yield from second(scene, None)


def file(scene: Scene, deed: Deed) -> Iterator[Fault]:
    """A finished filing of a unit was handed in."""
    filing = scene.filing
    if filing is None:
        raise TypeError("a filing is read from its folder")
    half = f"{filing.year}-{filing.half}"
    unit = scene.subject.removeprefix(half).strip()
    deed.subject, deed.binds = f"{half} {unit}", filing.digest
    if unit not in filing.units:
        yield scene.fault("not_filed", unit=scene.subject, half=half)
        return
    yield from second(scene, scene.progress.filed.get(deed.subject))


CONDITIONS: dict[str, Condition] = {
    "applications": applications,
    "draft": draft,
    "consult": consult,
    "review": review,
    "approve": approve,
    "reject": reject,
    "amend": amend,
    "file": file,
}
"""The actions, in the order of a year's work."""
