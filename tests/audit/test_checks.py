"""The list of checks is whole, in the rulebook's order, and stands on its own feet."""

import ast
from pathlib import Path

import planner.audit
from planner.audit import CHECKS, audit, findings_frame
from planner.rulebook import RULE, RULES
from tests.audit.world import LEADERS, PLAN, WORLD, audited

FOLDER = Path(planner.audit.__file__).parent
ALLOWED = ("planner.audit", "planner.tables", "planner.policy", "planner.rulebook")
FOREIGN = {"chinese_calendar", "polars"}
STANDARD = {
    "ast", "calendar", "collections", "dataclasses", "datetime", "functools", "hashlib", "json",
    "pathlib", "typing", "zlib",
}  # fmt: skip


def test_every_rule_has_exactly_one_check_in_the_order_of_the_rulebook() -> None:
    assert [check.rule for check in CHECKS] == [rule.id for rule in RULES]


def test_every_rule_has_its_test_file() -> None:
    files = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{rule.id}" for rule in RULES} <= files


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names.append(node.module or "")
    return names


def test_the_audit_imports_nothing_that_makes_plans() -> None:
    files = sorted(FOLDER.glob("**/*.py"))
    assert len(files) > 5
    for path in files:
        for name in imported(path):
            ours = name in ("planner.errors", "planner.naming") or name.startswith(ALLOWED)
            assert ours or name.partition(".")[0] in FOREIGN | STANDARD, f"{path.name}: {name}"


def test_a_clean_plan_has_one_finding_per_rule_with_its_clause() -> None:
    findings = audited(WORLD, PLAN, WORLD.summary("leaders", "departments"))
    assert [one.rule for one in findings] == [rule.id for rule in RULES]
    assert all(one.holds and one.amount == 0 for one in findings)
    assert all(one.clause == RULE[one.rule].clause for one in findings)


def test_a_rule_that_is_broken_twice_has_two_findings_and_none_that_says_it_holds() -> None:
    world = WORLD.but(pins=["D1 A2a forbid", "L1 A1a forbid"])
    found = [one for one in audited(world, PLAN, None) if one.rule == "forbid"]
    assert [(one.holds, one.amount) for one in found] == [(False, 1), (False, 1)]


def test_rules_the_policy_has_off_say_so() -> None:
    world = WORLD.ruled("rotation", years=0).ruled("village_duty", exempts=())
    world = world.ruled("goals", leaders=("coverage", "tie"), departments=("coverage", "tie"))
    findings = audited(world, PLAN, world.summary("leaders", "departments"))
    off = {one.rule for one in findings if one.witness == "off"}
    hard = {"exempt", "rotation", "hard_share", "travel_limit"}
    soft = {"balance", "stability", "displaced", "counties", "wishes", "need", "fit", "travel"}
    assert off == hard | soft


def test_the_findings_of_goals_show_the_values_counted() -> None:
    findings = audited(WORLD, PLAN, WORLD.summary("leaders", "departments"))
    shown = {one.rule: one.witness for one in findings}
    assert shown["coverage"] == "leaders=2 departments=3"
    assert shown["fit"] == "departments=0"


def test_without_a_summary_nothing_is_claimed_of_the_goals() -> None:
    shown = {one.rule: one.witness for one in audited(WORLD, PLAN, None)}
    assert shown["coverage"] == "claims=0"


def test_the_order_of_table_rows_changes_no_finding() -> None:
    world = WORLD.but(
        pins=["D1 A2a forbid", "D2 C2b require", "D1 C2a require"],
        recusals=["L1 city A", "D1 county A2", "D1 city A"],
        history=["2018 D1 A2a", "2016 D1 A2a", "2017 L1 B1a"],
    )
    tables, plan = world.frames, world.plan()
    turned = {name: frame.reverse() for name, frame in tables.items()}
    summary = world.summary("leaders", "departments")
    first = audit(tables, world.policy, 2019, plan, summary)
    again = audit(turned, world.policy, 2019, plan, summary)
    assert set(first) == set(again)
    assert first == again


def test_findings_become_a_table_of_five_columns() -> None:
    frame = findings_frame(audited(WORLD, LEADERS, None))
    assert frame.columns == ["rule", "clause", "holds", "amount", "witness"]
    assert frame.height == len(RULES)
    assert findings_frame([]).columns == frame.columns
