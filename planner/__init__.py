"""厅机关干部下沉司法所: plans which leaders and departments are paired with which stations.

`read_dataset`, `read_policy` (or `Policy()`) and `make_plan` are the main road; `audit` checks any
finished plan from its rows alone. Heavy libraries load when a name is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.audit import audit_folder
    from planner.comparison import Comparison, compare
    from planner.dataset import Dataset, read_dataset
    from planner.days.year import DaysYear, read_days_year
    from planner.errors import InputError, NoPlanError, PlannerError, SolverError, ViolationError
    from planner.horizon import Outlook, fewest_years, plan_years
    from planner.pairing.curve import exchange_curve
    from planner.pairing.duty import prove
    from planner.pairing.make import make_plan
    from planner.pairing.plan import Plan
    from planner.panels import panel
    from planner.policy import Policy, read_policy
    from planner.postings.year import PostingsYear, read_postings_year
    from planner.scenario import Scenario, read_scenario
    from planner.sweep import Sweep, read_sweep, run_sweep

_HOME = {
    "Comparison": "planner.comparison",
    "Dataset": "planner.dataset",
    "DaysYear": "planner.days.year",
    "InputError": "planner.errors",
    "NoPlanError": "planner.errors",
    "Outlook": "planner.horizon",
    "Plan": "planner.pairing.plan",
    "PlannerError": "planner.errors",
    "Policy": "planner.policy",
    "PostingsYear": "planner.postings.year",
    "Scenario": "planner.scenario",
    "SolverError": "planner.errors",
    "Sweep": "planner.sweep",
    "ViolationError": "planner.errors",
    "audit_folder": "planner.audit",
    "compare": "planner.comparison",
    "exchange_curve": "planner.pairing.curve",
    "fewest_years": "planner.horizon",
    "make_plan": "planner.pairing.make",
    "plan_years": "planner.horizon",
    "panel": "planner.panels",
    "prove": "planner.pairing.duty",
    "read_dataset": "planner.dataset",
    "read_days_year": "planner.days.year",
    "read_policy": "planner.policy",
    "read_postings_year": "planner.postings.year",
    "read_scenario": "planner.scenario",
    "read_sweep": "planner.sweep",
    "run_sweep": "planner.sweep",
}

__all__ = [
    "Comparison",
    "Dataset",
    "DaysYear",
    "InputError",
    "NoPlanError",
    "Outlook",
    "Plan",
    "PlannerError",
    "Policy",
    "PostingsYear",
    "Scenario",
    "SolverError",
    "Sweep",
    "ViolationError",
    "audit_folder",
    "compare",
    "exchange_curve",
    "fewest_years",
    "make_plan",
    "panel",
    "plan_years",
    "prove",
    "read_dataset",
    "read_days_year",
    "read_policy",
    "read_postings_year",
    "read_scenario",
    "read_sweep",
    "run_sweep",
]


def __getattr__(name: str) -> object:
    """Load a public name from where it lives."""
    if name not in _HOME:
        raise AttributeError(f"module 'planner' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)
