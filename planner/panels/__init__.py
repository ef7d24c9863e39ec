"""The what-if panel for JupyterLab: settings, the plan they give, and what moved."""

from planner.panels.panel import Panel, panel

__all__ = ["Panel", "panel"]
