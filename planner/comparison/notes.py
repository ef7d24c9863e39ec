"""What else there is to know of two plans that are compared."""

from planner.comparison.sides import Side
from planner.errors import Sentence


def notes(before: Side, after: Side) -> list[Sentence]:
    """Return in sentences what makes two plans less alike than their input says."""
    found: list[Sentence] = []
    years = before.plan.year, after.plan.year
    if years[0] != years[1]:
        found.append(Sentence("beside.years", {"before": years[0], "after": years[1]}))
    had, has = (set(one.rows["unit_id"]) for one in (before, after))
    if had and has and not had & has:
        found.append(Sentence("beside.no_unit"))
    parts = [{part.part for part in one.plan.parts} for one in (before, after)]
    if parts[0] != parts[1]:
        found.append(Sentence("beside.parts"))
    known = before.dataset is not None and after.dataset is not None
    if not known and before.tables(before.plan.inputs) != after.tables(after.plan.inputs):
        found.append(Sentence("beside.tables_unknown"))
    known = before.policy is not None and after.policy is not None
    if not known and before.plan.policy != after.plan.policy:
        found.append(Sentence("beside.policy_unknown"))
    return found
