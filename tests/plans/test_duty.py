"""A duty without leaders or stations: what it leaves behind is claimed, written, read, verified.

People P1–P3 are sent to places on days (in the column `task`); a place has one visit a day, a
person at most two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from planner.allocation.build import at_most, distinct, groups_of
from planner.allocation.problem import Goal, Problem
from planner.allocation.solve import solve
from planner.audit.finding import Finding, Violation
from planner.errors import InputError, SolverError, ViolationError
from planner.plans.claims import claims_of
from planner.plans.duty import Duty, Files, Posed, Tables
from planner.plans.files import EXPORTS
from planner.plans.finished import read_folder, verified
from planner.plans.kept import kept_wrong
from planner.plans.outputs import sha256
from planner.plans.place import publish_plan
from planner.plans.plan import Plan, versions
from planner.plans.proved import proved
from planner.policy import Policy
from planner.rulebook import RULE
from planner.tables import Column, Table
from planner.tables.file import table_of
from tests.verify.folders import change

COLUMNS = ("year", "person_id", "place", "task")
TABLE = Table("visits_made", "出访", True, (
    Column("year", "whole", low=1900, high=2200),
    Column("person_id"), Column("place"), Column("task"),
))  # fmt: skip
VISITS = [
    (2020, person, place, day)
    for person in ("P1", "P2", "P3")
    for place in ("X @ Y", "X", "Y @ Z")
    for day in ("d1", "d2")
]
"""Every possible visit: the options."""


@dataclass
class World:
    """The dataset of this duty: it has no tables at all, and one file."""

    inputs: dict[str, str] = field(default_factory=lambda: {"people.csv": "a" * 64})
    warnings: tuple[()] = ()

    def tables(self) -> dict[str, pl.DataFrame]:
        return {}

    def file(self, table: str) -> str:
        return f"{table}.csv"


def problem() -> Problem:
    _, person, place, day = zip(*VISITS, strict=True)
    quotas = (
        at_most("person", *groups_of(person), 2),
        at_most("slot", *groups_of(place, day), 1),
    )
    goals = (
        Goal("sent", "max", np.ones(len(VISITS), np.int64)),
        distinct("places", *groups_of(place)),
        Goal("tie", "min", np.arange(len(VISITS), dtype=np.int64)),
    )
    return Problem(len(VISITS), quotas, goals)


def posed(_dataset: object, _policy: Policy, plan: Plan, _part: str) -> Posed:
    rows = plan.rows.select(*COLUMNS).rows()
    chosen = sorted(VISITS.index(row) for row in rows if row in VISITS)
    return Posed(problem(), np.array(chosen, np.int64), [str(r) for r in rows if r not in VISITS])


def audited(_tables: Tables, _policy: Policy, files: Files) -> list[Finding]:
    rows = table_of(TABLE, "visits_made.csv", files["visits_made.csv"])
    twice = rows.height - rows.unique(("place", "task")).height
    found = [Violation(twice, "slot")] if twice else []
    broken = [Finding("rows", RULE["rows"].clause, False, one.amount, one.witness) for one in found]
    return broken or [Finding("rows", RULE["rows"].clause, True, 0, f"visits={rows.height}")]


def values(_t: Tables, _p: Policy, plan: Plan, _part: str, _terms: Plan) -> dict[str, int]:
    return {"sent": plan.rows.height, "places": plan.rows["place"].n_unique()}


DUTY = Duty(
    name="visits", file="visits_made.csv", table=TABLE, parts=("visits",),
    goals=("sent", "places", "tie"), key=("person_id", "place", "task"),
    sought=lambda _policy, _part: ("sent", "places", "tie"),
    read=lambda _path, _year, _policy: World(), make=lambda _dataset, _policy, _year: made(),
    order=lambda rows: rows.select(*COLUMNS).sort(*COLUMNS), problem=posed, audit=audited,
    values=values, required=("people",),
)  # fmt: skip


APPOINTMENT = b"BEGIN:VCALENDAR"


def made(more: Mapping[str, object] | None = None) -> Plan:
    some = problem()
    best = solve(some)
    assert best is not None
    chosen = [VISITS[at] for at in best.chosen]
    rows = pl.DataFrame(chosen, COLUMNS, orient="row").sort(*COLUMNS)
    part = claims_of("visits", some, best)
    inputs, digest = World().inputs, Policy().digest()
    return Plan(2020, rows, (part,), inputs, digest, versions(), more=more or {})


def written(folder: Path, plan: Plan | None = None) -> Path:
    some = made() if plan is None else plan
    some = replace(some, more={**some.more, EXPORTS: {"P1.ics": sha256(APPOINTMENT)}})
    done = proved(DUTY, some, World(), Policy())
    publish_plan(DUTY, {**done.files, "P1.ics": APPOINTMENT}, folder)
    return folder


def test_it_is_optimal_and_is_read_as_it_was_written(tmp_path: Path) -> None:
    # Three places on two days are six visits, two for each of three people.
    found = read_folder(DUTY, written(tmp_path / "o", made({"from": "2020-01-01"})))
    goals = {goal.goal: (goal.value, goal.bound) for goal in found.plan.parts[0].goals}
    assert goals["sent"] == (6, 6)
    assert goals["places"] == (3, 3)
    assert found.plan.parts == made().parts
    assert found.plan.more == {"from": "2020-01-01", EXPORTS: {"P1.ics": sha256(APPOINTMENT)}}
    (shown,) = verified(World(), Policy(), found)
    assert (shown.proved, shown.failures) == (3, ())
    assert kept_wrong(found, World(), Policy(), audited({}, Policy(), found.files)) == []


def test_groups_of_two_ids_are_told_apart_however_they_are_spelt(tmp_path: Path) -> None:
    found = read_folder(DUTY, written(tmp_path / "o"))
    keys = {key for goal in found.plan.parts[0].goals for key in goal.proof.multipliers["slot"]}
    assert keys <= {(place, day) for _, _, place, day in VISITS}
    assert keys


def test_a_value_changed_by_hand_is_found(tmp_path: Path) -> None:
    folder = written(tmp_path / "o")
    change(folder / "summary.json", lambda s: s["plans"][0]["goals"][0].update(value=5, bound=5))
    (shown,) = verified(World(), Policy(), read_folder(DUTY, folder))
    assert shown.failures[:2] == ("sent value=5 counted=6", "sent bound=5 value=6")


def test_a_row_that_is_no_option_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path / "o")
    file = folder / "visits_made.csv"
    file.write_bytes(file.read_bytes().replace(b"P1", b"P9"))
    (shown,) = verified(World(), Policy(), read_folder(DUTY, folder))
    assert all("P9" in told for told in shown.failures)
    assert shown.failures


def test_rows_that_break_a_rule_are_not_written() -> None:
    plan = made()
    with pytest.raises(ViolationError):
        proved(DUTY, replace(plan, rows=pl.concat([plan.rows, plan.rows[:1]])), World(), Policy())


def test_a_proof_that_does_not_add_up_is_not_written() -> None:
    plan = made()
    (part,) = plan.parts
    wrong = replace(part.goals[0], proof=replace(part.goals[0].proof, multipliers={}))
    goals = (wrong, *part.goals[1:])
    with pytest.raises(SolverError):
        proved(DUTY, replace(plan, parts=(replace(part, goals=goals),)), World(), Policy())


def test_further_files_go_with_the_next_plan(tmp_path: Path) -> None:
    folder = written(tmp_path / "o")
    publish_plan(DUTY, dict(proved(DUTY, made(), World(), Policy()).files), folder)
    assert not (folder / "P1.ics").exists()


def test_parts_and_goals_of_another_duty_are_faults(tmp_path: Path) -> None:
    folder = written(tmp_path / "o")
    change(folder / "summary.json", lambda s: s["plans"][0].update(part="leaders"))
    with pytest.raises(InputError, match=r"plans\[0\].part is \"leaders\"; expected visits"):
        read_folder(DUTY, folder)


def test_a_folder_of_another_duty_is_not_written_over(tmp_path: Path) -> None:
    folder = written(tmp_path / "o")
    change(folder / "summary.json", lambda s: s["plans"][0].update(part="leaders"))
    with pytest.raises(InputError, match="was not written by this command"):
        written(folder)
