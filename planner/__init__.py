"""厅机关干部下沉司法所: plans which leaders and departments are paired with which stations.

`read_dataset`, `read_policy` (or `Policy()`) and `make_plan` are the main road; `audit` checks any
finished plan from its rows alone. Heavy libraries load when a name is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.audit import audit_folder
    from planner.dataset import Dataset, read_dataset
    from planner.errors import InputError, NoPlanError, PlannerError, SolverError, ViolationError
    from planner.pairing.make import make_plan
    from planner.pairing.plan import Plan
    from planner.policy import Policy, read_policy

_HOME = {
    "Dataset": "planner.dataset",
    "InputError": "planner.errors",
    "NoPlanError": "planner.errors",
    "Plan": "planner.pairing.plan",
    "PlannerError": "planner.errors",
    "Policy": "planner.policy",
    "SolverError": "planner.errors",
    "ViolationError": "planner.errors",
    "audit_folder": "planner.audit",
    "make_plan": "planner.pairing.make",
    "read_dataset": "planner.dataset",
    "read_policy": "planner.policy",
}

__all__ = [
    "Dataset",
    "InputError",
    "NoPlanError",
    "Plan",
    "PlannerError",
    "Policy",
    "SolverError",
    "ViolationError",
    "audit_folder",
    "make_plan",
    "read_dataset",
    "read_policy",
]


def __getattr__(name: str) -> object:
    """Load a public name from where it lives."""
    if name not in _HOME:
        raise AttributeError(f"module 'planner' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)
