"""What a plan's summary claims: which plans were made, how well each is proved, and every goal."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from planner.errors import Fault, InputError
from planner.rulebook import RULES

Part = Literal["leaders", "departments"]
"""The parts of the pairing; other duties have their own."""

FILE = "summary.json"
IN_FORCE_FILE = "in_force.csv"
SCENARIO_FILE = "scenario.toml"
PARTS: tuple[Part, ...] = ("leaders", "departments")
STATUSES = ("optimal", "feasible")
SENSES = ("max", "min")
GOALS = tuple(rule.id for rule in RULES if rule.kind == "goal")
LARGEST = 2**62
"""Figures beyond this cannot come from tables of 64-bit integers."""
SHOWN = 40
"""Characters of a wrong value that a fault repeats."""


@dataclass(frozen=True, slots=True)
class GoalClaim:
    """One goal as claimed: its sense, its value, and the bound no plan can pass."""

    goal: str
    sense: str
    value: int
    bound: int


@dataclass(frozen=True, slots=True)
class PlanClaim:
    """One part as claimed, its goals in the order of the summary."""

    part: str
    status: str
    goals: tuple[GoalClaim, ...]
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Claims:
    """The summary as far as it can be audited; no claims at all where there is no summary.

    `inputs` has the digests of the files that the plan was made from, `policy` that of its figures,
    None where it is missing, and `versions` what it was made with.
    """

    year: int | None = None
    plans: tuple[PlanClaim, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict[str, str])
    policy: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict[str, str])

    def plan(self, part: str) -> PlanClaim | None:
        """Return what is claimed of one part."""
        return next((plan for plan in self.plans if plan.part == part), None)


def parsed(files: Mapping[str, bytes]) -> Any:
    """Return the summary among a plan's files, None without one; raise InputError: no JSON."""
    if FILE not in files:
        return None
    try:
        return json.loads(files[FILE].decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        row = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise InputError([Fault(FILE, "audit.summary_json", row)]) from error


def read_claims(
    summary: object, parts: Sequence[str] = PARTS, goals: Sequence[str] = GOALS
) -> Claims:
    """Return the claims of a summary, which may be of these parts and goals.

    Raises InputError with every field that is missing, or is not of the form it should have; that
    digests are missing altogether is told by those who ask for them.
    """
    reader = _Reader(tuple(parts), tuple(goals))
    fields = reader.fields(summary, "")
    year = reader.integer(fields, "year", "")
    plans = tuple(
        _plan(reader, plan, f"plans[{number}]")
        for number, plan in enumerate(reader.listed(fields, "plans", ""))
    )
    inputs = reader.texts(fields, "inputs", "")
    versions = reader.texts(fields, "versions", "")
    policy = reader.text(fields, "policy", "")
    named = [plan.part for plan in plans]
    if not reader.faults and len(set(named)) < len(named):
        reader.fault("plans", ",".join(named), ",".join(parts))
    if reader.faults:
        raise InputError(reader.faults)
    return Claims(year, plans, inputs, policy, versions)


def _plan(reader: "_Reader", value: object, path: str) -> PlanClaim:
    fields = reader.fields(value, path)
    return PlanClaim(
        part=reader.choice(fields, "part", path, reader.parts),
        status=reader.choice(fields, "status", path, STATUSES),
        goals=tuple(
            _goal(reader, goal, f"{path}.goals[{number}]")
            for number, goal in enumerate(reader.listed(fields, "goals", path))
        ),
        engine=reader.text(fields, "engine", path) or "",
    )


def _goal(reader: "_Reader", value: object, path: str) -> GoalClaim:
    fields = reader.fields(value, path)
    return GoalClaim(
        goal=reader.choice(fields, "goal", path, reader.goals),
        sense=reader.choice(fields, "sense", path, SENSES),
        value=reader.integer(fields, "value", path),
        bound=reader.integer(fields, "bound", path),
    )


@dataclass(slots=True)
class _Reader:
    """Reads fields of parsed JSON; what is wrong is noted, and something harmless returned."""

    parts: tuple[str, ...]
    goals: tuple[str, ...]
    faults: list[Fault] = field(default_factory=list[Fault])

    def fault(self, path: str, found: object, expected: str) -> None:
        values = {"path": path, "found": found, "expected": expected}
        self.faults.append(Fault(FILE, "audit.summary_field", values=values))

    def fields(self, value: object, path: str) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return cast(Mapping[str, Any], value)
        self.fault(path or "/", _shown(value), "{…}")
        return {}

    def listed(self, fields: Mapping[str, Any], name: str, path: str) -> list[Any]:
        value = fields.get(name)
        if isinstance(value, list | tuple):
            return list(cast(list[Any], value))
        self.fault(_join(path, name), _shown(value), "[…]")
        return []

    def text(self, fields: Mapping[str, Any], name: str, path: str) -> str | None:
        """Return a text, None where there is none."""
        value = fields.get(name)
        if value is None or isinstance(value, str):
            return value
        self.fault(_join(path, name), _shown(value), '"…"')
        return None

    def texts(self, fields: Mapping[str, Any], name: str, path: str) -> dict[str, str]:
        """Return texts by name, none where they are left out."""
        value = fields.get(name)
        if value is None:
            return {}
        if isinstance(value, Mapping):
            given = dict(cast(Mapping[str, Any], value))
            if all(isinstance(text, str) for text in given.values()):
                return given
        self.fault(_join(path, name), _shown(cast(object, value)), '{"…": "…"}')
        return {}

    def integer(self, fields: Mapping[str, Any], name: str, path: str) -> int:
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST:
            return value
        self.fault(_join(path, name), _shown(value), "int")
        return 0

    def choice(
        self, fields: Mapping[str, Any], name: str, path: str, choices: tuple[str, ...]
    ) -> str:
        value = fields.get(name)
        if isinstance(value, str) and value in choices:
            return value
        self.fault(_join(path, name), _shown(value), "|".join(choices))
        return choices[0]


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(value: object) -> str:
    """Return a value as JSON has it, cut short where it is long."""
    if isinstance(value, Mapping | list | tuple):
        return "{…}" if isinstance(value, Mapping) else "[…]"
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
