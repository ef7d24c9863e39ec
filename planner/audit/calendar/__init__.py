"""The audit of a visit calendar: every rule from its rows and the tables alone, by its own code."""

from planner.audit.calendar.checks import CHECKS, audit_calendar, calendar_values

__all__ = ["CHECKS", "audit_calendar", "calendar_values"]
