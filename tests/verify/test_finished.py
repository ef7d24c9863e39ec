"""A finished plan is read from its files; what is wrong with them is one fault, in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.errors import InputError
from planner.pairing.duty import PAIRING
from planner.pairing.plan import Plan
from planner.plans.claims import Proof
from planner.plans.finished import finished as finished_folder
from planner.plans.finished import read_folder
from planner.plans.summary import LARGEST
from tests.audit.world import WORLD
from tests.pairing.tiny import DEPARTMENTS, LEADERS, plan
from tests.verify.folders import change, files, goal, part, write

UNREADABLE = (
    "proof.json: cannot be read; expected the proof that `planner plan` writes "
    "(whole multipliers up to 2^39)"
)


def read(folder: Path) -> Plan:
    return read_folder(PAIRING, folder).plan


def finished(folder: Path) -> Plan:
    return finished_folder(PAIRING, folder).plan


def refusal(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(folder)
    return caught.value.text("en")


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    made = plan(WORLD)
    found = read(write(tmp_path, made))
    assert found.pairs.equals(made.pairs)
    assert found.parts == made.parts
    assert (found.year, found.inputs, found.policy, found.versions) == (
        2019, made.inputs, made.policy, made.versions,
    )  # fmt: skip


def test_reading_and_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    again = write(tmp_path / "two", read(write(tmp_path / "one")))
    assert {file.name: file.read_bytes() for file in again.iterdir()} == files()


def test_a_plan_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert refusal(folder).startswith(f"{folder / 'plan.csv'}: no such file")


@pytest.mark.parametrize("name", ["summary.json", "proof.json"])
def test_without_summary_or_proof_there_are_pairings_and_no_claims(
    tmp_path: Path, name: str
) -> None:
    (write(tmp_path) / name).unlink()
    assert read(tmp_path).pairs.height == 6
    assert read(tmp_path).parts == ()


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        (("summary.json",), "summary.json"),
        (("proof.json",), "proof.json"),
        (("summary.json", "proof.json"), "summary.json"),
    ],
)
def test_a_plan_to_be_verified_has_all_its_files(
    tmp_path: Path, gone: tuple[str, ...], named: str
) -> None:
    write(tmp_path)
    for name in gone:
        (tmp_path / name).unlink()
    with pytest.raises(InputError) as caught:
        finished(tmp_path)
    (fault,) = caught.value.faults
    assert (fault.file, fault.key) == (str(tmp_path / named), "proof.missing")


def test_a_proof_without_any_part_is_no_proof(tmp_path: Path) -> None:
    change(write(tmp_path) / "proof.json", lambda proof: proof["plans"].clear())
    with pytest.raises(InputError) as caught:
        finished(tmp_path)
    (fault,) = caught.value.faults
    assert (fault.file, fault.key) == (str(tmp_path / "proof.json"), "proof.missing")


@pytest.mark.parametrize("name", ["leaders", "departments"])
def test_a_part_without_a_proof_is_there_with_its_pairings_only(tmp_path: Path, name: str) -> None:
    change(write(tmp_path) / "proof.json", lambda proof: proof["plans"].remove(part(proof, name)))
    found = finished(tmp_path)
    assert [one.part for one in found.parts] == [
        one for one in ("leaders", "departments") if one != name
    ]
    assert found.of("leaders").height == found.of("departments").height == 3


def test_a_goal_without_a_proof_is_nobody_s_word(tmp_path: Path) -> None:
    change(write(tmp_path) / "proof.json", lambda proof: part(proof, "leaders")["goals"].pop())
    assert [one.proof for one in finished(tmp_path).parts[0].goals][-1] == Proof("none")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"1", b"null", b'"plans"', b"{}", b'{"plans": 1}', b'{"plans": null}',
        b'{"plans": [1]}', b'{"plans": ["leaders"]}', b'{"plans": {"leaders": {}}}',
        b"\xff\xfe{}", b"[" * 100_000, b'{"plans": [{"part": "leaders"}]}',
        b'{"plans": [{"part": "leaders", "around": false}]}',
        b'{"plans": [{"part": "leaders", "around": false, "goals": 1}]}',
        b'{"plans": [{"part": "leaders", "around": false, "goals": [1]}]}',
    ],
)  # fmt: skip
def test_a_proof_of_another_form_is_bad_input(tmp_path: Path, content: bytes) -> None:
    (write(tmp_path) / "proof.json").write_bytes(content)
    assert refusal(tmp_path).replace("proof.json:1:", "proof.json:") == UNREADABLE


def test_a_folder_in_place_of_the_proof_is_bad_input(tmp_path: Path) -> None:
    (write(tmp_path) / "proof.json").unlink()
    (tmp_path / "proof.json").mkdir()
    assert refusal(tmp_path).startswith(f"{tmp_path / 'proof.json'}: cannot be read (")


@pytest.mark.parametrize(
    ("field", "value"),
    [("part", "both"), ("part", 1), ("part", ["leaders"]), ("around", 0), ("around", "false")],
)
def test_a_part_is_named_and_told_apart(tmp_path: Path, field: str, value: object) -> None:
    change(
        write(tmp_path) / "proof.json",
        lambda proof: part(proof, "leaders").update({field: value}),
    )
    assert refusal(tmp_path) == UNREADABLE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("goal", 1),
        ("prover", None),
        ("scale", 0),
        ("scale", -1),
        ("scale", 1.0),
        ("scale", "1"),
        ("scale", True),
        ("scale", LARGEST + 1),
        ("multipliers", 1),
        ("multipliers", "unit_quota"),
        ("multipliers", []),
        ("multipliers", [{"L1": 1}]),
        ("multipliers", {"unit_quota": 1}),
        ("multipliers", {"unit_quota": None}),
        ("multipliers", {"unit_quota": {"L1": 1}}),
        ("multipliers", {"unit_quota": [1]}),
        ("multipliers", {"unit_quota": [[]]}),
        ("multipliers", {"unit_quota": [[1, 1]]}),
        ("multipliers", {"unit_quota": [["L1", 1.5]]}),
        ("multipliers", {"unit_quota": [["L1", "1"]]}),
        ("multipliers", {"unit_quota": [["L1", None]]}),
        ("multipliers", {"unit_quota": [["L1", True]]}),
        ("multipliers", {"unit_quota": [["L1", LARGEST + 1]]}),
        ("multipliers", {"unit_quota": [["L1", -LARGEST - 1]]}),
        ("multipliers", {"unit_quota": [["L1", 10**100]]}),
        ("multipliers", {"unit_quota": [["L1", float("nan")]]}),
        ("multipliers", {"unit_quota": [["L1", 1], ["L1", 2]]}),
    ],
)
def test_a_goal_s_proof_is_whole_numbers_by_rule_and_subject(
    tmp_path: Path, field: str, value: object
) -> None:
    def spoil(proof: Any) -> None:
        goal(proof, "departments", "need")[field] = value

    change(write(tmp_path) / "proof.json", spoil)
    assert refusal(tmp_path) == UNREADABLE


@pytest.mark.parametrize("field", ["goal", "prover", "scale", "multipliers"])
def test_a_goal_s_proof_has_all_its_fields(tmp_path: Path, field: str) -> None:
    change(write(tmp_path) / "proof.json", lambda proof: goal(proof, "leaders", "need").pop(field))
    assert refusal(tmp_path) == UNREADABLE


def test_multipliers_up_to_the_limit_are_read(tmp_path: Path) -> None:
    edge = {"unit_quota": [["L1", LARGEST], ["L2", -LARGEST]]}
    change(
        write(tmp_path) / "proof.json",
        lambda proof: goal(proof, "leaders", "need").update(multipliers=edge, scale=LARGEST),
    )
    (need,) = (one for one in finished(tmp_path).parts[0].goals if one.goal == "need")
    read_as = {"unit_quota": {("L1",): LARGEST, ("L2",): -LARGEST}}
    assert (need.proof.multipliers, need.proof.scale) == (read_as, LARGEST)


def test_a_solver_s_word_has_no_multipliers(tmp_path: Path) -> None:
    change(
        write(tmp_path) / "proof.json",
        lambda proof: goal(proof, "leaders", "need").update(multipliers=None),
    )
    (need,) = (one for one in finished(tmp_path).parts[0].goals if one.goal == "need")
    assert need.proof.multipliers is None


def test_a_summary_of_another_form_is_bad_input(tmp_path: Path) -> None:
    change(
        write(tmp_path) / "summary.json",
        lambda summary: goal(summary, "leaders", "need").update(value="45"),
    )
    assert refusal(tmp_path).startswith("summary.json: plans[0].goals[")


@pytest.mark.parametrize("field", ["inputs", "policy", "versions", "engine"])
def test_a_summary_without_what_is_not_claimed_is_read(tmp_path: Path, field: str) -> None:
    def less(summary: Any) -> None:
        for holder in (summary, *summary["plans"]):
            holder.pop(field, None)

    change(write(tmp_path) / "summary.json", less)
    assert len(finished(tmp_path).parts) == 2


def test_a_plan_table_of_another_form_is_bad_input(tmp_path: Path) -> None:
    file = write(tmp_path) / "plan.csv"
    file.write_text(file.read_text("utf-8").replace("station_id", "nonsense"), "utf-8")
    assert "station_id" in refusal(tmp_path)


@pytest.mark.parametrize("parts", [LEADERS, DEPARTMENTS])
def test_a_plan_of_one_part_has_that_one(tmp_path: Path, parts: Any) -> None:
    found = finished(write(tmp_path, plan(WORLD, *parts)))
    assert tuple(one.part for one in found.parts) == parts


def test_the_proof_is_one_line_of_json_that_says_what_it_stood_around(tmp_path: Path) -> None:
    text = (write(tmp_path) / "proof.json").read_text("utf-8")
    assert text.count("\n") == 1
    proof = json.loads(text)
    assert list(proof) == ["year", "plans"]
    assert [(one["part"], one["around"]) for one in proof["plans"]] == [
        ("leaders", False),
        ("departments", True),
    ]
    for one in proof["plans"]:
        for claimed in one["goals"]:
            assert list(claimed) == ["goal", "prover", "scale", "multipliers"]
