"""Applying the changes of a scenario: only what they touch is made and checked anew."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from planner.crosschecks import cross_check
from planner.dataset import Dataset, rows_of
from planner.errors import Fault, InputError
from planner.places import Places
from planner.policy import Policy
from planner.scenario.draft import Draft, Target
from planner.scenario.figures import changed_policy
from planner.scenario.follow import follow
from planner.scenario.notes import Notes
from planner.scenario.shape import read_changes
from planner.tables import TABLE, TABLES
from planner.tables.ledger import Ledger
from planner.tables.references import resolved

UNCHECKED: set[Target] = {
    ("leaders", "name"),
    *(("departments", name) for name in ("name", "headcount", "village_duty")),
    *(
        ("stations", name)
        for name in (
            "township", "lon", "lat", "travel_minutes", "staff", "caseload", "hardship",
            "nominated",
        )
    ),
    ("recusals", "reason"),
    ("pins", "reason"),
}  # fmt: skip
"""The columns of which no row says anything to another: a new value needs no check but its own."""

PLACED = ("station_id", "name", "city", "county")
"""The columns of stations by which places are known."""

CHECKED_KEYS = ("history.gone", "row.repeated", "row.same_rank", "topic.nowhere")
"""The warnings that the checks between rows give."""


def applied(
    changes: Mapping[str, Any],
    file: str,
    inputs: Mapping[str, str],
    dataset: Dataset,
    policy: Policy,
) -> tuple[Dataset, Policy]:
    """Return the dataset and the policy as changed; raise InputError with every fault."""
    notes = Notes(file)
    figures = changed_policy(policy, changes.get("policy", {}), notes)
    tables = read_changes(changes, notes)
    draft = Draft(dataset, notes, dataset.tables())
    for act in (draft.remove, draft.alter):
        for table, change in tables.items():
            act(table, change)
    follow(draft)
    draft.drop()
    for table, change in tables.items():
        draft.add(table, change)
    _drop_emptied(draft)
    warnings = _checked(draft)
    if notes.faults:
        raise InputError(notes.faults)
    changed = replace(
        dataset, **draft.frames, warnings=warnings, inputs={**dataset.inputs, **inputs}
    )
    return changed, figures


def _drop_emptied(draft: Draft) -> None:
    """Take out wishes and recusals of places that have no station any more, and say so."""
    if not draft.touched & {("stations", name) for name in PLACED}:
        return
    before, after = Places(draft.dataset.stations), Places(draft.frames["stations"])
    there = set(draft.frames["stations"]["station_id"])
    for table in ("wishes", "recusals"):
        frame = draft.frames[table]
        emptied = [
            at
            for at, (level, place) in enumerate(rows_of(frame, "level", "place"))
            if (held := before.covered(level, place))
            and there.isdisjoint(held)
            and not after.covered(level, place)
        ]
        for at in emptied:
            values = {"value": frame["place"][at]}
            draft.notes.warnings.append(
                draft.dataset.sources.fault_at(
                    table, "place.emptied", frame["row"][at], "place", values
                )
            )
        if emptied:
            draft.frames[table] = frame.filter(~pl.Series(range(frame.height)).is_in(emptied))


def _checked(draft: Draft) -> tuple[Fault, ...]:
    """Check what rows say of each other, where that may have changed; return all warnings."""
    notes, dataset = draft.notes, draft.dataset
    if draft.touched <= UNCHECKED:
        return (*dataset.warnings, *notes.warnings)
    sources = dataset.sources
    ledger = Ledger(dict(sources.files), sources.headers, sources.letters, sources.sheets)
    for table in TABLES:
        if table.filled and draft.frames[table.name].is_empty():
            ledger.fault(table.name, "table.empty")
            ledger.unread(table)
    draft.frames = resolved(draft.frames, TABLES, ledger)
    cross_check(draft.frames, ledger, None)
    tables = {dataset.file(table.name): table.name for table in TABLES}
    notes.faults += [_placed(draft, fault, tables[fault.file]) for fault in ledger.faults]
    kept = (warning for warning in dataset.warnings if warning.key not in CHECKED_KEYS)
    again = (_placed(draft, warning, tables[warning.file]) for warning in ledger.warnings)
    return (*kept, *again, *notes.warnings)


def _placed(draft: Draft, fault: Fault, table: str) -> Fault:
    """Return a fault at its place in the scenario, where that said the row or the cell.

    So do the rows that its sentence names: `first` of the same table, `place` of any.
    """
    places = draft.places
    entries = {
        f"{draft.dataset.file(of)}:{row}": path
        for (of, row, cell), path in places.items()
        if not cell
    }
    values = dict(fault.values)
    if first := entries.get(f"{fault.file}:{values.get('first')}"):
        values["first"] = first
    if place := entries.get(str(values.get("place"))):
        values["place"] = place
    row, column = fault.row or 0, fault.column or ""
    path = places.get((table, row, column))
    entry = places.get((table, row, ""))
    if path is None and entry is None:
        return replace(fault, values=values)
    path = path or (f"{entry}.{column}" if column in TABLE[table].schema() else entry)
    return Fault(draft.notes.file, fault.key, None, path, values)
