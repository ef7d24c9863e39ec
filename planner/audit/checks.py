"""The audit itself: every rule of the rulebook, in its order, and the check that minds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import polars as pl

from planner.audit import pairs, quotas
from planner.audit.case import Case, read_case
from planner.audit.claims import Claims, read_claims
from planner.audit.finding import Finding, Violation, findings_of, witness
from planner.audit.goals import check_goal, goal_is_off, goal_values
from planner.audit.rows import rows
from planner.policy import Policy
from planner.rulebook import RULE


def _never(_policy: Policy) -> bool:
    return False


def _pairings(case: Case) -> str:
    """Return how many pairings were looked at."""
    return witness(pairings=len(case.pairings))


@dataclass(frozen=True, slots=True)
class Check:
    """One rule's check: what it finds, whether the policy has it off, what it says when it holds.

    A rule that is off finds nothing, and says `off`.
    """

    rule: str
    find: Callable[[Case], list[Violation]]
    off: Callable[[Policy], bool] = _never
    held: Callable[[Case], str] = _pairings

    def findings(self, case: Case) -> list[Finding]:
        """Return a finding per violation, or the one that says that the rule holds."""

        def held() -> str:
            return "off" if self.off(case.policy) else self.held(case)

        return findings_of(self.rule, RULE[self.rule].clause, self.find(case), held)


def _goal(goal: str) -> Check:
    return Check(
        goal, partial(check_goal, goal), partial(goal_is_off, goal), partial(goal_values, goal)
    )


CHECKS: tuple[Check, ...] = (
    Check("rows", rows),
    Check("exempt", pairs.exempt, off=lambda policy: "pairing" not in policy.village_duty.exempts),
    Check("nominated", pairs.nominated),
    Check("recusal", pairs.recusal),
    Check("rotation", pairs.rotation, off=lambda policy: policy.rotation.years == 0),
    Check("forbid", pairs.forbid),
    Check("travel_limit", pairs.travel_limit, off=lambda policy: policy.travel.most_minutes == 0),
    Check("unit_quota", quotas.unit_quota),
    Check("unit_city", quotas.unit_city),
    Check("station_capacity", quotas.station_capacity),
    Check("county_cap", quotas.county_cap),
    Check("pin", quotas.pin),
    Check("hard_share", quotas.hard_share, off=lambda policy: policy.stations.hard_percent == 0),
    _goal("coverage"),
    _goal("balance"),
    _goal("stability"),
    _goal("displaced"),
    _goal("counties"),
    _goal("wishes"),
    _goal("need"),
    _goal("fit"),
    _goal("travel"),
    _goal("tie"),
)
"""One check per rule and goal, in the order of the rulebook."""


def audit(
    tables: Mapping[str, pl.DataFrame],
    policy: Policy,
    year: int,
    plan: pl.DataFrame,
    summary: Mapping[str, Any] | None,
    in_force: pl.DataFrame | None = None,
) -> list[Finding]:
    """Return what an auditor has to say of a plan: every violation, and every rule that holds.

    `tables` and `plan` are typed frames; the parts that were planned are those `summary` lists and
    those with rows. Without a summary nothing is claimed of the goals. `in_force` is the plan that
    was to be changed least, where there was one. Raises InputError where the summary is not of the
    form it should have.
    """
    claims = Claims() if summary is None else read_claims(summary)
    case = read_case(tables, policy, year, plan, claims, in_force)
    return [finding for check in CHECKS for finding in check.findings(case)]
