"""`verify` re-adds the proof as it lies in the folder, and says how far it reaches."""

from pathlib import Path
from typing import Any

import pytest

from planner.plans.summary import LARGEST
from tests.commands.conftest import Call
from tests.verify.folders import change, goal, part

UNREADABLE = (
    "proof.json: cannot be read; expected the proof that `planner plan` writes "
    "(whole multipliers up to 2^39)\n"
)


def test_a_true_proof_is_optimal_in_either_language(call: Call, data: Path, out: Path) -> None:
    assert call("verify", data, out).out == (
        f"政策参数：{out / 'policy.toml'}（方案文件夹所附）\n"
        "厅领导：6 项目标逐项重算相符，方案最优\n处室：8 项目标逐项重算相符，方案最优\n"
    )
    assert call("verify", data, out, "--lang", "en").out == (
        f"Policy: {out / 'policy.toml'} (beside the plan)\n"
        "leaders: all 6 goals re-added; the plan is optimal\n"
        "departments: all 8 goals re-added; the plan is optimal\n"
    )


@pytest.mark.parametrize("name", ["coverage", "counties", "tie"])
def test_a_proof_without_its_multipliers_fails(
    call: Call, data: Path, out: Path, name: str
) -> None:
    change(out / "proof.json", lambda proof: goal(proof, "leaders", name)["multipliers"].clear())
    told = call("verify", data, out, "--lang", "en")
    _, leaders, departments = told.out.splitlines()
    if told.code == 4:
        assert leaders.startswith("leaders: the proof fails (")
    else:  # a goal that the earlier ones have settled needs none
        assert (told.code, name) == (0, "counties")
    assert departments == "departments: all 8 goals re-added; the plan is optimal"


def test_a_value_that_was_tampered_with_fails(call: Call, data: Path, out: Path) -> None:
    def more(summary: Any) -> None:
        goal(summary, "departments", "need")["value"] += 1

    change(out / "summary.json", more)
    told = call("verify", data, out)
    assert told.code == 4
    assert "处室：证明不成立（need value=" in told.out


def test_a_quiet_failure_is_told_by_its_code(call: Call, data: Path, out: Path) -> None:
    change(out / "proof.json", lambda proof: goal(proof, "leaders", "tie")["multipliers"].clear())
    told = call("verify", data, out, "--quiet")
    assert (told.code, told.out) == (4, "")


def test_a_solver_s_word_is_said_to_be_one(call: Call, data: Path, out: Path) -> None:
    def unproved(proof: Any) -> None:
        for claimed in part(proof, "leaders")["goals"][3:]:
            claimed.update(multipliers=None, prover="CP-SAT")

    change(out / "proof.json", unproved)
    change(out / "summary.json", lambda said: part(said, "leaders").update(status="feasible"))
    told = call("verify", data, out, "--lang", "en")
    assert told.code == 0
    _, leaders, _ = told.out.splitlines()
    assert leaders.startswith(
        "leaders: all 6 goals at their bounds, of which the first 3 are re-added; from 'need "
        "served' on the bound is the word of CP-SAT"
    )
    assert leaders.endswith("summary.json says feasible")
    assert "optimal" not in leaders


def test_a_multiplier_beyond_the_limit_is_bad_input(call: Call, data: Path, out: Path) -> None:
    change(
        out / "proof.json",
        lambda proof: goal(proof, "leaders", "need").update(
            multipliers={"unit_quota": [["L1", LARGEST + 1]]}
        ),
    )
    told = call("verify", data, out, "--lang", "en")
    assert (told.code, told.out, told.err) == (2, "", UNREADABLE)


def test_multipliers_that_are_too_large_together_are_bad_input(
    call: Call, data: Path, out: Path
) -> None:
    # A scale of 2^39 on ties of up to 2^24 at 12 stations: the sum of the prices passes 2^62.
    change(out / "proof.json", lambda proof: goal(proof, "leaders", "tie").update(scale=LARGEST))
    told = call("verify", data, out, "--lang", "en")
    assert (told.code, told.out, told.err) == (2, "", UNREADABLE)


def test_multipliers_that_are_too_large_together_cannot_be_priced_with(
    call: Call, data: Path, out: Path
) -> None:
    change(out / "proof.json", lambda proof: goal(proof, "leaders", "tie").update(scale=LARGEST))
    assert call("why", data, out, "L1").code in (0, 2)


def test_a_proof_that_is_no_json_is_bad_input(call: Call, data: Path, out: Path) -> None:
    (out / "proof.json").write_text("{", "utf-8")
    told = call("verify", data, out, "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert told.err == UNREADABLE.replace("proof.json:", "proof.json:1:")


@pytest.mark.parametrize("name", ["plan.csv", "summary.json", "proof.json"])
def test_a_file_that_is_missing_is_named(call: Call, data: Path, out: Path, name: str) -> None:
    (out / name).unlink()
    told = call("verify", data, out)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"{out / name}: 没有这个文件")
