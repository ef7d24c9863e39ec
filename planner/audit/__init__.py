"""The audit: what is wrong with a finished plan, found from its rows and the tables alone.

Nothing here knows how a plan is made. Each rule is written out once more, as an auditor would ask
it; only the words (rulebook), the figures (policy) and the reading of files are shared.
"""

from planner.audit.checks import CHECKS, Check, audit
from planner.audit.finding import Finding, Violation, findings_frame
from planner.audit.folder import audit_folder
from planner.audit.notes import audit_notes

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Violation",
    "audit",
    "audit_folder",
    "audit_notes",
    "findings_frame",
]
