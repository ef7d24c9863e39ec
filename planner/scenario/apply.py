"""Applying the changes of a scenario: only what they touch is made and checked anew."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

import polars as pl

from planner.dataset import rows_of
from planner.errors import Fault, InputError
from planner.places import COLUMNS, Places
from planner.policy import Policy
from planner.scenario.changeable import Changeable
from planner.scenario.draft import Draft
from planner.scenario.figures import changed_policy
from planner.scenario.follow import follow
from planner.scenario.notes import Notes
from planner.scenario.shape import read_changes
from planner.tables import SCHEMA
from planner.tables.ledger import Ledger
from planner.tables.references import resolved

Tables = TypeVar("Tables", bound=Changeable)

PLACED = ("station_id", "name", "city", "county")
"""The columns of stations by which places are known."""


def applied(
    changes: Mapping[str, Any],
    file: str,
    inputs: Mapping[str, str],
    dataset: Tables,
    policy: Policy,
) -> tuple[Tables, Policy]:
    """Return the dataset and the policy as changed; raise InputError with every fault."""
    notes = Notes(file)
    figures = changed_policy(policy, changes.get("policy", {}), notes)
    before = dataset.tables()
    tables = read_changes(changes, before, notes)
    draft = Draft(dataset, notes, before, dict(before))
    for act in (draft.remove, draft.alter):
        for table, change in tables.items():
            act(table, change)
    follow(draft)
    draft.drop()
    for table, change in tables.items():
        draft.add(table, change)
    _drop_emptied(draft)
    warnings = _checked(draft, figures)
    if notes.faults:
        raise InputError(notes.faults)
    return dataset.changed(draft.frames, warnings, {**dataset.inputs, **inputs}), figures


def _drop_emptied(draft: Draft) -> None:
    """Take out rows that name places which have no station any more, and say so."""
    if not draft.touched & {("stations", name) for name in PLACED}:
        return
    before, after = Places(draft.before["stations"]), Places(draft.frames["stations"])
    there = set(draft.frames["stations"]["station_id"])
    for table, frame in draft.frames.items():
        if not {"level", "place"} <= set(frame.columns):
            continue
        emptied = [
            at
            for at, (level, place) in enumerate(rows_of(frame, "level", "place"))
            if level in COLUMNS
            and (held := before.covered(level, place))
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


def _checked(draft: Draft, policy: Policy) -> tuple[Fault, ...]:
    """Check what rows say of each other, where that may have changed; return all warnings."""
    notes, dataset = draft.notes, draft.dataset
    if not dataset.concerns(draft.touched):
        return (*dataset.warnings, *notes.warnings)
    sources = dataset.sources
    ledger = Ledger(dict(sources.files), sources.headers, sources.letters, sources.sheets)
    tables = [SCHEMA[name] for name in draft.frames]
    for table in tables:
        if table.filled and draft.frames[table.name].is_empty():
            ledger.fault(table.name, "table.empty")
            ledger.unread(table)
    draft.frames = resolved(draft.frames, tables, ledger)
    dataset.judge(draft.frames, policy, ledger)
    named = {dataset.file(table.name): table.name for table in tables}
    notes.faults += [_placed(draft, fault, named[fault.file]) for fault in ledger.faults]
    kept = (warning for warning in dataset.warnings if not dataset.judged(warning.key))
    again = (_placed(draft, warning, named[warning.file]) for warning in ledger.warnings)
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
    path = path or (f"{entry}.{column}" if column in SCHEMA[table].schema() else entry)
    return Fault(draft.notes.file, fault.key, None, path, values)
