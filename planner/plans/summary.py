"""Reading `summary.json` and `proof.json`: what is of another form is a fault in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from planner.allocation.problem import Key
from planner.audit.claims import Claims, read_claims
from planner.errors import Fault, InputError
from planner.plans.claims import Proof
from planner.plans.duty import Duty, Files
from planner.plans.files import PROOF, SUMMARY

LARGEST = 2**39
"""Multipliers beyond this are refused: sums of them could leave 64 bits."""

SHOWN = 40
"""Characters of a wrong value that a fault repeats."""

KINDS: Mapping[type, str] = {bool: "true|false", str: '"…"', list: "[…]", dict: "{…}"}
"""How a fault calls what it expected."""

KNOWN = ("year", "plans", "inputs", "policy", "versions")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What `proof.json` says of a part: the year, whether it was made around the other, goals."""

    year: int
    around: bool
    goals: Mapping[str, Proof]


def read_summary(duty: Duty, files: Files) -> tuple[Json, Claims]:
    """Return a summary and its claims, nothing where there is none.

    Raises `InputError` where it is no JSON, or with every field that is not of its form.
    """
    if SUMMARY not in files:
        return {}, Claims()
    value = cast(Json, parsed(SUMMARY, files[SUMMARY], "audit.summary_json"))
    claims = read_claims(value, duty.parts, duty.goals)
    wrong = [
        Fault(SUMMARY, "audit.summary_field", values={"path": name, **_told(value.get(name), kind)})
        for name, kind in duty.more.items()
        if not isinstance(value.get(name), kind)
    ]
    if wrong:
        raise InputError(wrong)
    return value, claims


def _told(value: object, kind: type) -> dict[str, object]:
    """Return what stands in a field, and what of its kind is expected."""
    found = json.dumps(value, ensure_ascii=False)
    return {"found": found if len(found) <= SHOWN else f"{found[:SHOWN]}…", "expected": KINDS[kind]}


def parsed(name: str, content: bytes, key: str) -> object:
    """Return what a JSON file says; raise `InputError` with the sentence `key` where it is none."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        row = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise InputError([Fault(name, key, row)]) from error


def read_proof(duty: Duty, files: Files) -> dict[str, Shown]:
    """Return what the proof shows by part, nothing where there is none.

    Raises `InputError` where it is not of the form that `files_of` gives it.
    """
    if PROOF not in files:
        return {}
    try:
        proof = cast(Any, parsed(PROOF, files[PROOF], "proof.unreadable"))
        year, entries = _whole(proof["year"]), _list(proof["plans"])
        found = {entry["part"]: _shown(year, entry) for entry in entries}
        if len(found) < len(entries) or not found.keys() <= {*duty.parts}:
            raise ValueError(entries)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError([Fault(PROOF, "proof.unreadable")]) from error
    return found


def _shown(year: int, entry: Json) -> Shown:
    """Return what is shown of a part; raise KeyError, TypeError or ValueError for another form."""
    if not isinstance(entry["around"], bool):
        raise TypeError(entry["around"])
    goals = {_text(goal["goal"]): _proof(goal) for goal in _list(entry["goals"])}
    return Shown(year, entry["around"], goals)


def _proof(goal: Json) -> Proof:
    scale, rows = _whole(goal["scale"]), goal["multipliers"]
    if scale < 1:
        raise ValueError(scale)
    prover = _text(goal["prover"])
    if rows is None:
        return Proof(prover, scale)
    return Proof(prover, scale, {rule: _multipliers(groups) for rule, groups in rows.items()})


def _multipliers(groups: object) -> dict[Key, int]:
    """Return the multipliers of a rule's groups, each a row of ids and the multiplier last."""
    found = dict[Key, int]()
    for row in map(_list, _list(groups)):
        *ids, multiplier = row
        key = tuple(map(_text, ids))
        if key in found:
            raise ValueError(key)
        found[key] = _whole(multiplier)
    return found


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return cast(list[Any], value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: object) -> int:
    if type(value) is not int or abs(value) > LARGEST:
        raise ValueError(value)
    return value
