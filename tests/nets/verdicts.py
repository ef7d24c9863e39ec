"""What the problem and the audit say of one and the same plan."""

from collections.abc import Sequence

from planner.audit.case import Case as Audited
from planner.audit.checks import CHECKS
from planner.audit.claims import Claims, PlanClaim
from planner.audit.facts import Facts, read_facts
from planner.pairing.units import PARTS, Part
from planner.rulebook import RULES
from tests.audit.world import World
from tests.pairing.tiny import allows, case

HARD = {rule.id for rule in RULES if rule.kind in ("pair", "quota")}
CHECKED = tuple(check for check in CHECKS if check.rule in HARD)


def broken(world: World, plan: Sequence[str], *made: Part, facts: Facts | None = None) -> list[str]:
    """Return the hard rules that the audit finds broken in a plan of the parts made."""
    claims = Claims(world.year, tuple(PlanClaim(part, "optimal", ()) for part in made or PARTS))
    rows = tuple({"unit_id": unit, "station_id": station} for unit, station in map(str.split, plan))
    facts = facts or read_facts(world.frames)
    audited = Audited(world.policy, world.year, facts, rows, claims)
    return [check.rule for check in CHECKED if check.find(audited)]


def possible(world: World, plan: Sequence[str]) -> bool:
    """Return whether the problems allow a plan: the leaders', and the departments' around it."""
    leaders = [pair for pair in plan if pair.startswith("L")]
    departments = [pair for pair in plan if not pair.startswith("L")]
    around = case(world, "departments", [pair.split()[1] for pair in leaders])
    return allows(case(world, "leaders"), leaders) and allows(around, departments)
