"""The policy: every figure of the notice, its default, its clause, and reading `policy.toml`."""

from planner.policy.days import CalendarFigures, CostFigures, DayFigures, Rates
from planner.policy.figures import (
    CLAUSES,
    DISPLACED,
    STABILITY,
    DepartmentFigures,
    Goals,
    LeaderFigures,
    Need,
    Policy,
    Rotation,
    Source,
    StationFigures,
    Travel,
    VillageDuty,
)
from planner.policy.postings import AppraisalFigures, ExchangeFigures, TrainingFigures
from planner.policy.read import read_policy

__all__ = [
    "CLAUSES",
    "DISPLACED",
    "STABILITY",
    "AppraisalFigures",
    "CalendarFigures",
    "CostFigures",
    "DayFigures",
    "DepartmentFigures",
    "ExchangeFigures",
    "Goals",
    "LeaderFigures",
    "Need",
    "Policy",
    "Rates",
    "Rotation",
    "Source",
    "StationFigures",
    "TrainingFigures",
    "Travel",
    "VillageDuty",
    "read_policy",
]
