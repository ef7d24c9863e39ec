"""The policy as a scenario changes it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.policy import Policy
from planner.policy.checks import wrongs
from planner.policy.figures import FIGURES
from planner.policy.read import frozen
from planner.scenario.notes import Notes
from planner.tables.ledger import shown


def changed_policy(policy: Policy, given: object, notes: Notes) -> Policy:
    """Return the policy with the figures given by section and key; what is wrong is noted."""
    if not isinstance(given, Mapping):
        notes.fault("policy", "scenario.not_table", value=shown(given))
        return policy
    sections = cast("Mapping[str, Mapping[str, Any]]", given)
    found = wrongs(sections, FIGURES)
    for wrong in found:
        notes.fault(f"policy.{wrong.name}", wrong.key, **wrong.values)
    if found or not sections:
        return policy
    try:
        return replace(policy, **{
            name: replace(getattr(policy, name), **frozen(values))
            for name, values in sections.items()
        })  # fmt: skip
    except InputError as error:
        notes.faults += [
            Fault(notes.file, fault.key, None, f"policy.{fault.column}", fault.values)
            for fault in error.faults
        ]
        return policy
