"""The pairing as a duty: what its plans leave behind is read, verified and audited by this."""

import polars as pl

from planner.audit.claims import GOALS, PARTS
from planner.audit.folder import audit_files, plan_values
from planner.crosswalk import FILE as CROSSWALK_FILE
from planner.dataset import Dataset
from planner.errors import Fault, InputError
from planner.pairing.display import rows_html
from planner.pairing.plan import IN_FORCE_FILE, PLAN_FILE, Plan, ordered, rows_of_part
from planner.pairing.read import read_pairing
from planner.plans.answer import Answer
from planner.plans.duty import Duty, Files, Posed, Tables
from planner.plans.plan import Plan as AnyPlan
from planner.plans.proved import proved
from planner.policy import Policy
from planner.tables import IN_FORCE, PLAN
from planner.tables.file import table_of


def prove(plan: Plan, dataset: Dataset, policy: Policy) -> Plan:
    """Return the plan, marked as checked: only then it is shown as optimal.

    Raises `ViolationError` where the audit finds a rule broken or a goal's value wrong,
    `SolverError` where the proof does not show what it should.
    """
    return proved(PAIRING, plan, dataset, policy).plan


def make(dataset: Dataset, policy: Policy, year: int) -> Plan:
    """Return the best plan of a year, both parts made, neither proved nor written."""
    from planner.pairing.make import make_plan

    return make_plan(dataset, policy, year)


def posed(dataset: Dataset, policy: Policy, plan: Plan, part: str) -> Posed:
    """Return the problem of one part as it was when it was made, and what its rows choose."""
    from planner.pairing.problem import case_again, problem_of

    case, chosen, unknown = case_again(dataset, policy, plan, part)
    return Posed(problem_of(case), chosen, unknown)


def values(tables: Tables, policy: Policy, plan: Plan, part: str, terms: Plan) -> dict[str, int]:
    """Return what a plan's rows are worth by every goal, by these tables, on the other's terms."""
    return plan_values(tables, policy, terms.year, plan.pairs, part, terms.in_force)


def sides(pairs: pl.DataFrame, _tables: Tables | None) -> pl.DataFrame:
    """Return the columns by which two plans are set side by side."""
    return pairs.select("kind", "unit_id", "unit", "station_id", "station", "city")


def again(plan: AnyPlan, files: Files) -> Plan:
    """Return a plan that was read as one of the pairing, with the plan in force beside it."""
    in_force: pl.DataFrame | None = None
    if IN_FORCE_FILE in plan.inputs and IN_FORCE_FILE in files:
        frame = table_of(IN_FORCE, IN_FORCE_FILE, files[IN_FORCE_FILE])
        in_force = frame.drop("row").with_columns(pl.col("approval").fill_null(1))
    return Plan(
        plan.year, plan.rows, plan.parts, plan.inputs, plan.policy, plan.versions, in_force,
        checked=plan.checked, more=plan.more,
    )  # fmt: skip


def why(dataset: Dataset, policy: Policy, plan: Plan, unit: str, station: str | None) -> Answer:
    """Return why a unit has its stations, or one of them; raise `InputError` where none is best."""
    from planner.allocation.prices import NotBestError
    from planner.pairing.why import why_pair, why_unit

    try:
        if station is None:
            return why_unit(dataset, policy, plan, unit)
        return why_pair(dataset, policy, plan, unit, station)
    except NotBestError:
        raise InputError([Fault(PLAN_FILE, "why.not_best")]) from None


PAIRING = Duty(
    name="pairing",
    file=PLAN_FILE,
    table=PLAN,
    parts=PARTS,
    goals=GOALS,
    key=("unit_id", "station_id"),
    read=read_pairing,
    make=make,
    order=ordered,
    problem=posed,
    audit=audit_files,
    values=values,
    sought=lambda policy, part: getattr(policy.goals, part),
    of=rows_of_part,
    again=again,
    required=("leaders", "departments", "stations"),
    beside=(IN_FORCE_FILE, CROSSWALK_FILE),
    why=why,
    html=rows_html,
    sides=sides,
    in_force=lambda dataset: dataset.in_force,
    each=("village_duty", "closure", "any_closure"),
)
