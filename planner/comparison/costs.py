"""What two plans cost, side by side, both valued alike: in all, by unit and by month."""

from collections.abc import Mapping
from typing import Any, cast

import polars as pl

from planner.comparison.goals import same_terms
from planner.comparison.sides import Side
from planner.errors import InputError, Sentence
from planner.tables.ledger import listed

COSTS = {
    "unit_id": pl.String, "unit": pl.String, "month": pl.String,
    "before": pl.Int64, "after": pl.Int64, "difference": pl.Int64,
}  # fmt: skip

Cost = Mapping[tuple[str, str], int]
"""Yuan by unit and month."""


def costs(before: Side, after: Side) -> tuple[pl.DataFrame, list[Sentence]]:
    """Return the cost of every unit and month of either plan, in yuan, and what to say of it.

    `before` is what the first plan costs by the second's data and rates; where these are not known,
    each by its own, which is said, as is whose the rates are. No row where the duty's plans have no
    cost.
    """
    found, told = _valued(before, after)
    if found is None:
        return pl.DataFrame(schema=COSTS), told
    if after.duty.rates is not None and after.policy is not None:
        told = [*told, after.duty.rates(after.policy)]
    had, has = found
    names = _names(before) | _names(after)
    rows = [
        (unit, names.get(unit, unit), month, old, new, new - old)
        for unit, month in sorted({*had, *has})
        for old, new in ((had.get((unit, month), 0), has.get((unit, month), 0)),)
    ]
    return pl.DataFrame(rows, COSTS, orient="row"), told


def _valued(before: Side, after: Side) -> tuple[tuple[Cost, Cost] | None, list[Sentence]]:
    cost = after.duty.cost
    if cost is None:
        return None, []
    own = _claimed(before), _claimed(after)
    if not same_terms(before, after) and after.dataset is not None and after.policy is not None:
        tables = after.dataset.tables()
        try:
            valued = [
                _by_unit(cost(tables, after.policy, one.plan, after.plan))
                for one in (before, after)
            ]
        except InputError as error:
            names = listed(fault.values.get("value", fault.file) for fault in error.faults)
            return None, [Sentence("beside.cost_gone", {"after": after.name, "names": names})]
        return (valued[0], valued[1]), []
    if own[0] is None or own[1] is None:
        return None, [Sentence("beside.no_cost")]
    told = [] if same_terms(before, after) else [Sentence("beside.own_cost")]
    return (own[0], own[1]), told


def _claimed(one: Side) -> Cost | None:
    """Return what a plan says that it costs, None where it does not."""
    claimed = one.plan.more.get("cost")
    try:
        units = cast("Mapping[str, Mapping[str, int]]", claimed).items()
        found = {(unit, month): yuan for unit, of in units for month, yuan in of.items()}
    except AttributeError:
        return None
    return found if all(type(yuan) is int for yuan in found.values()) else None


def _by_unit(frame: pl.DataFrame) -> Cost:
    rows = frame.select("unit_id", "month", "total").iter_rows()
    return {(unit, month): total for unit, month, total in rows}


def _names(one: Side) -> dict[str, Any]:
    """Return the names of units, where the tables are known."""
    if one.dataset is None:
        return {}
    tables = one.dataset.tables()
    return {
        unit: name
        for table, key in (("leaders", "leader_id"), ("departments", "department_id"))
        for unit, name in tables[table].select(key, "name").iter_rows()
    }
