"""A folder that was cut, changed by hand or put together of two plans passes neither command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Call
from tests.commands.folders import contents, rewrite
from tests.verify.folders import change, part

Spoil = Callable[[Path], object]


def told(call: Call, data: Path, out: Path) -> list[str]:
    """Return what `audit` and `verify` say of the files' claims: both the same, and exit 4."""
    found = list[list[str]]()
    for command in ("audit", "verify"):
        outcome = call(command, data, out, "--lang", "en")
        assert outcome.code == 4
        lines = outcome.err.splitlines()
        (at,) = (n for n, line in enumerate(lines) if line.startswith("The plan's folder is not"))
        found.append(lines[at + 1 :])
    assert found[0] == found[1]
    return found[0]


def without(name: str, *path: Any) -> Spoil:
    """Return how a field of a JSON file is taken away."""

    def less(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        del value[path[-1]]

    return lambda out: change(out / name, less)


def no_part(name: str) -> Spoil:
    return lambda out: change(out / name, lambda v: v["plans"].remove(part(v, "departments")))


def with_field(name: str, value: object, *path: Any) -> Spoil:
    """Return how a field of a JSON file gets another value."""

    def other(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = value

    return lambda out: change(out / name, other)


ENGINE = ("plans", 0, "engine")
PROVER = ("plans", 0, "goals", 0, "prover")
SOLVER = "names the solver '{}' for the part 'leaders'; expected flow / "
VERSIONS = "does not say with which versions it was made: "
REQUIRED = ("leaders", "departments", "stations")
PINS = {"pins.csv": "7"}
DIGEST = "has no SHA-256 of"
PART = "claims nothing of the part 'departments', which the plan has (3 rows)"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (no_part("summary.json"), [f"summary.json: {PART}"]),
        (no_part("proof.json"), [f"proof.json: {PART}"]),
        (without("summary.json", "policy"), [f"summary.json: {DIGEST} policy.toml"]),
        (
            without("summary.json", "inputs", "stations.csv"),
            [f"summary.json: {DIGEST} stations.csv"],
        ),
        (
            without("summary.json", "inputs"),
            [f"summary.json: {DIGEST} {name}.csv" for name in REQUIRED],
        ),
        (
            lambda out: change(out / "summary.json", lambda v: v["inputs"].update(PINS)),
            [f"summary.json: {DIGEST} pins.csv"],
        ),
        (
            lambda out: (out / "scenario.toml").write_text('name = "x"\n', "utf-8"),
            [f"summary.json: {DIGEST} scenario.toml"],
        ),
        (
            lambda out: (out / "in_force.csv").write_bytes((out / "plan.csv").read_bytes()),
            [f"summary.json: {DIGEST} in_force.csv"],
        ),
        (
            with_field("proof.json", 2020, "year"),
            ["proof.json: is of 2020, and summary.json of 2019"],
        ),
        (without("summary.json", *ENGINE), [f"summary.json: {SOLVER.format('')}"]),
        (with_field("summary.json", "x", *ENGINE), [f"summary.json: {SOLVER.format('x')}"]),
        (
            with_field("summary.json", "flow+flow", *ENGINE),
            [f"summary.json: {SOLVER.format('flow+flow')}"],
        ),
        (with_field("proof.json", "", *PROVER), [f"proof.json: {SOLVER.format('')}"]),
        (without("summary.json", "versions"), [f"summary.json: {VERSIONS}python, planner"]),
        (
            with_field("summary.json", " ", "versions", "ortools"),
            [f"summary.json: {VERSIONS}ortools;"],
        ),
        (lambda out: (out / "audit.csv").unlink(), ["audit.csv: is not there"]),
        (
            lambda out: rewrite(out / "audit.csv", "rotation,N1", "rotation,N2"),
            ["audit.csv: is not what the audit finds now"],
        ),
    ],
)  # fmt: skip
def test_what_is_missing_or_stale_is_named(
    call: Call, data: Path, out: Path, spoil: Spoil, said: list[str]
) -> None:
    spoil(out)
    found = [line for line in told(call, data, out) if not line.startswith("audit.csv")] or None
    if said[0].startswith("audit.csv"):
        found = told(call, data, out)
    assert found is not None
    assert [line[: len(start)] for line, start in zip(found, said, strict=True)] == said


@pytest.mark.parametrize("name", ["leaders", "departments"])
def test_optimal_that_is_called_feasible_by_hand_is_noticed(
    call: Call, data: Path, out: Path, name: str
) -> None:
    change(out / "summary.json", lambda v: part(v, name).update(status="feasible"))
    assert told(call, data, out) == [
        f"summary.json: calls the part '{name}' feasible; its values, bounds and proof show optimal"
    ]


def test_feasible_that_is_called_optimal_by_hand_is_noticed(
    call: Call, data: Path, out: Path
) -> None:
    def word(proof: Any) -> None:
        part(proof, "leaders")["goals"][-1].update(multipliers=None, prover="CP-SAT")

    change(out / "proof.json", word)
    assert told(call, data, out) == [
        "summary.json: calls the part 'leaders' optimal; its values, bounds and proof show feasible"
    ]


def test_rows_in_another_order_are_the_same_plan(call: Call, data: Path, out: Path) -> None:
    header, *rows = (out / "plan.csv").read_bytes().splitlines(keepends=True)
    (out / "plan.csv").write_bytes(header + b"".join(reversed(rows)))
    for command in ("audit", "verify"):
        assert call(command, data, out).code == 0
    assert call("why", data, out, "L1").code == 0
    other = data.parent / "other"
    assert call("plan", data, "--year", 2019, "--out", other, "--quiet").code == 0
    assert "0 moved, 0 new, 0 dropped" in call("compare", out, other, "--lang", "en").out


def test_line_ends_of_a_spreadsheet_program_leave_the_audit_what_it_was(
    call: Call, data: Path, out: Path
) -> None:
    file = out / "audit.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert call("audit", data, out).code == 0


@pytest.mark.parametrize("command", ["audit", "verify", "why", "compare"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("summary.json", "7"), ("summary.json", "[]"), ("summary.json", '{"year": 2019}'),
        ("summary.json", '{"year": 2019, "plans": 7}'), ("summary.json", "{" * 5000),
        ("summary.json", '{"year": 2019, "plans": [], "inputs": 7}'),
        ("summary.json", '{"year": 2019, "plans": [], "policy": []}'),
        ("summary.json", '{"year": 2019, "plans": [], "versions": 1}'),
        ("summary.json", '{"year": ' + "9" * 5000 + ', "plans": []}'),
        ("proof.json", "null"), ("proof.json", '{"plans": 7}'), ("proof.json", "\x00"),
        ("proof.json", '{"plans": []}'), ("proof.json", '{"year": "2019", "plans": []}'),
        ("proof.json", '{"year": true, "plans": []}'),
        ("plan.csv", "{}"), ("plan.csv", "\x00"), ("policy.toml", "x = ["),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_a_sentence(
    call: Call, data: Path, out: Path, command: str, name: str, content: str
) -> None:
    (out / name).write_text(content, "utf-8")
    more = {"why": ["L1"]}.get(command, [])
    asked = (command, out, data) if command == "compare" else (command, data, out, *more)
    told = call(*asked, "--lang", "en")
    assert told.code == 2
    assert name in told.err
    assert len(told.err) < 2000


def test_claims_are_data_on_request(call: Call, data: Path, out: Path) -> None:
    (out / "audit.csv").unlink()
    told = call("audit", data, out, "--json", "--lang", "en")
    assert told.code == 4
    (said,) = json.loads(told.out)["claims"]
    assert said.startswith("audit.csv: is not there")


def test_a_folder_that_was_only_read_is_as_it_was(call: Call, data: Path, out: Path) -> None:
    before = contents(out)
    for asked in (("audit", data, out), ("verify", data, out), ("why", data, out, "D1")):
        assert call(*asked).code == 0
    assert contents(out) == before
