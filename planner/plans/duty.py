"""How a duty describes itself, so that its plans are claimed, written, read, verified, compared.

A duty (the pairing, the calendar, the postings) makes one `Duty` and is named in `planner.duties`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from planner.allocation.problem import IntArray, Problem
from planner.audit.finding import Finding
from planner.errors import Fault, Sentence
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.tables import Table
from planner.words import Language

Files = Mapping[str, bytes]
"""A plan's files by name, as they are written or were read."""

Tables = Mapping[str, pl.DataFrame]
"""Typed frames by table name."""


class Posed(NamedTuple):
    """The problem of one part, the options that the plan's rows choose, and the rows it lacks.

    `chosen` are options' positions, ascending; `unknown` names the rows that are no option.
    """

    problem: Problem
    chosen: IntArray
    unknown: list[str]


def every_row(rows: pl.DataFrame, _part: str) -> pl.DataFrame:
    """Return all rows: a duty of one part."""
    return rows


def as_read(plan: Plan, _files: Files) -> Plan:
    """Return a plan as it was read: a duty with no more than rows and claims."""
    return plan


def nothing(_dataset: Any) -> pl.DataFrame | None:
    """Return no rows: a duty whose plans are made without one in force."""
    return None


def nothing_wrong(_dataset: Any, _policy: Policy, _plan: Any) -> list[Fault]:
    """Return that a duty's summary says nothing but its goals."""
    return []


@dataclass(frozen=True, slots=True)
class Duty:
    """What there is to know of a duty; datasets are the duty's own (`Any` here).

    `table` reads `file`, and `order` gives those rows the plan's own columns and order. `parts` are
    named by no other duty: a folder's duty is told by the parts that `summary.json` claims. `goals`
    are all that may be claimed; of them `sought(policy, part)` are those of a part, in order. `key`
    names the columns by which a row is the same in two plans: whose, where, and perhaps when.
    `required` are the tables whose digest no summary may lack, and
    `beside` the names of files that its plans may leave besides those of every duty.

    `read(data, year, policy)` gives the dataset, which a scenario can change
    (`planner.scenario.changeable`); a finished plan is judged by one read without year and policy.
    `make(dataset, policy, year)` gives the best plan, which is not proved yet, or raises
    `NoPlanError`; `problem(dataset, policy, plan, part)` what `verify` re-adds;
    `audit(tables, policy, files)` the findings from the rows alone;
    `values(tables, policy, plan, part, terms)` each goal's value counted from the rows of `plan`
    alone, in the year and beside the plan in force of the plan `terms`, raising `InputError` where
    a row can't be valued by these tables.
    `of(rows, part)` are a part's rows; `again(plan, files)` the duty's own kind of plan.
    `why(dataset, policy, plan, unit, place)` answers, and `html(rows, part, language)` shows rows.
    `sides(rows, tables)` has the columns kind, unit_id, unit, station_id, station, `place` (city
    or month), and `when` where a unit can be at a station more than once, by which two plans are
    set side by side, with names where `tables` are known; without it their goals alone are.
    `more` are the further fields that every `summary.json` of the duty has, and of what kind each
    is; `wrong(dataset, policy, plan)` tells which of them can't be so.

    `in_force(dataset)` are the rows that changes count from, where a plan is in force; `each` what
    a sweep may change in turn (`planner.sweep.axes`); `cost(tables, policy, plan, terms)` what a
    plan's rows cost, in yuan by `unit_id` and `month`, the year and the plans in force being those
    of `terms`; its summary may claim that as `cost`. `rates(policy)` says whose the rates are.
    """

    name: str
    file: str
    table: Table
    parts: tuple[str, ...]
    goals: tuple[str, ...]
    key: tuple[str, ...]
    read: Callable[[Path, int | None, Policy | None], Any]
    make: Callable[[Any, Policy, int], Any]
    order: Callable[[pl.DataFrame], pl.DataFrame]
    problem: Callable[[Any, Policy, Any, str], Posed]
    audit: Callable[[Tables, Policy, Files], list[Finding]]
    values: Callable[[Tables, Policy, Any, str, Any], dict[str, int]]
    sought: Callable[[Policy, str], tuple[str, ...]]
    of: Callable[[pl.DataFrame, str], pl.DataFrame] = every_row
    again: Callable[[Plan, Files], Any] = as_read
    required: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    why: Callable[[Any, Policy, Any, str, str | None], Any] | None = None
    html: Callable[[pl.DataFrame, str, Language], str] | None = None
    sides: Callable[[pl.DataFrame, Tables | None], pl.DataFrame] | None = None
    place: str = "city"
    more: Mapping[str, type] = field(default_factory=dict[str, type])
    wrong: Callable[[Any, Policy, Any], list[Fault]] = nothing_wrong
    in_force: Callable[[Any], pl.DataFrame | None] = nothing
    each: tuple[str, ...] = ()
    cost: Callable[[Tables, Policy, Any, Any], pl.DataFrame] | None = None
    rates: Callable[[Policy], Sentence] | None = None
