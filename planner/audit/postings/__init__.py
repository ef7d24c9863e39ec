"""The audit of postings and of the exchange: every rule from the rows and the tables alone."""

from planner.audit.postings.checks import CHECKS, audit_postings, posting_values

__all__ = ["CHECKS", "audit_postings", "posting_values"]
