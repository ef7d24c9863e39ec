"""Sweeps: many scenarios planned at once, on every core or on a cluster, as one tidy frame."""

from planner.sweep.axes import EACH, SHAPES, Sweep
from planner.sweep.make import BASELINE, run_sweep
from planner.sweep.read import read_sweep

__all__ = ["BASELINE", "EACH", "SHAPES", "Sweep", "read_sweep", "run_sweep"]
