"""Whether a folder may be put on record or on paper: it passes audit and verification."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner import commands
from planner.audit import Finding
from planner.dataset import Dataset
from planner.errors import Fault, ProofError, Sentence, ViolationError
from planner.finished import Verified, finished, scenario_of
from planner.policy import Policy


@dataclass(frozen=True, slots=True)
class Judged:
    """A finished folder, what it is judged by, and what is wrong with it."""

    dataset: Dataset
    policy: Policy
    plan: Any
    broken: tuple[Finding, ...]
    failing: tuple[Verified, ...]

    def settle(self) -> None:
        """Raise `ViolationError` or `ProofError`, both exit code 4, where anything is wrong."""
        if self.broken:
            raise ViolationError(self.broken)
        for one in self.failing:
            part = Sentence(f"part.{one.part.part}").text()
            raise ProofError("verify.fails", part=part, failures="; ".join(one.failures))


def judge(data: Path, folder: Path) -> Judged:
    """Return a finished folder judged by its own policy.

    Raises `InputError` with every fault of the tables or of the folder's files.
    """
    plan = finished(folder)
    policy, dataset = commands.sound_input(data, None, None, scenario_of(folder))
    findings, _ = commands.audit(data, folder, None)
    proofs = commands.verify(data, folder, None)
    broken = [finding for finding in findings if not finding.holds]
    failing = [proof for proof in proofs if proof.failures]
    return Judged(dataset, policy, plan, tuple(broken), tuple(failing))


def unsound(data: Path, folder: Path) -> list[Fault]:
    """Return a fault for each rule that a folder breaks, and for each proof that fails."""
    judged = judge(data, folder)
    return [*_broken(folder, judged.broken), *_failing(folder, judged.failing)]


def _broken(folder: Path, broken: Sequence[Finding]) -> list[Fault]:
    return [
        Fault(str(folder), "record.broken", values={"rule": one.rule, "witness": one.witness})
        for one in broken
    ]


def _failing(folder: Path, failing: Sequence[Verified]) -> list[Fault]:
    faults = list[Fault]()
    for one in failing:
        part, failures = Sentence(f"part.{one.part.part}"), "; ".join(one.failures)
        values = {"part": part, "failures": failures}
        faults.append(Fault(str(folder), "record.unproved", values=values))
    return faults
