"""Whether a folder may be put on record or on paper: it passes audit and verification."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planner import commands
from planner.audit import Finding
from planner.dataset import Dataset, late_history
from planner.duties import duty_of
from planner.errors import Fault, InputError, ProofError, Sentence, ViolationError
from planner.plans.finished import Verified, finished, verified
from planner.plans.kept import kept_wrong
from planner.policy import Policy


@dataclass(frozen=True, slots=True)
class Judged:
    """A finished folder, what it is judged by, and what is wrong with it.

    `claims` is what its files don't claim as they should.
    """

    dataset: Any
    policy: Policy
    plan: Any
    broken: tuple[Finding, ...]
    claims: tuple[Fault, ...]
    failing: tuple[Verified, ...]

    def settle(self) -> None:
        """Raise `ViolationError` or `ProofError`, both exit code 4, where anything is wrong."""
        if self.broken or self.claims:
            raise ViolationError([one.told() for one in self.broken], self.claims)
        for one in self.failing:
            part = Sentence(f"part.{one.part.part}").text()
            raise ProofError("verify.fails", part=part, failures="; ".join(one.failures))


def judge(data: Path, folder: Path) -> Judged:
    """Return a finished folder of any duty, judged by its own policy.

    Raises `InputError` with every fault of the tables or of the folder's files.
    """
    duty = duty_of(folder)
    found = finished(duty, folder)
    given, _ = commands.input_of(data, found, None)
    if duty.name == "pairing":
        _before(given.dataset, found.plan.year)
    findings = duty.audit(given.dataset.tables(), given.figures, found.files)
    proofs = verified(given.dataset, given.figures, found)
    return Judged(
        given.dataset,
        given.figures,
        found.plan,
        tuple(finding for finding in findings if not finding.holds),
        tuple(kept_wrong(found, given.dataset, given.figures, findings)),
        tuple(proof for proof in proofs if proof.failures),
    )


def _before(dataset: Dataset, year: int) -> None:
    """Refuse data whose history has the plan's own year already: its proof can't hold by them."""
    late = late_history(dataset, year)
    if late:
        values = {"year": year, "count": len(late)}
        raise InputError([replace(late[0], key="record.own_history", values=values)])


def unsound(data: Path, folder: Path) -> list[Fault]:
    """Return a fault for each rule that a folder breaks, and for each proof that fails."""
    judged = judge(data, folder)
    return [*_broken(folder, judged), *judged.claims, *_failing(folder, judged)]


def _broken(folder: Path, judged: Judged) -> Iterator[Fault]:
    for one in judged.broken:
        values = {"rule": one.rule, "witness": one.said or one.witness}
        yield Fault(str(folder), "record.broken", values=values)


def _failing(folder: Path, judged: Judged) -> Iterator[Fault]:
    for one in judged.failing:
        part, failures = Sentence(f"part.{one.part.part}"), "; ".join(one.failures)
        values = {"part": part, "failures": failures}
        yield Fault(str(folder), "record.unproved", values=values)
