"""Whether a folder may be put on record or on paper: it passes audit and verification."""

from collections.abc import Sequence
from pathlib import Path

from planner import commands
from planner.audit import Finding
from planner.errors import Fault, Sentence
from planner.finished import Verified
from planner.record.state import PLANNED


def judged(data: Path, folder: Path) -> tuple[list[Finding], list[Verified]]:
    """Return the audit's findings that do not hold, and the parts whose proof fails.

    Raises `InputError` with every fault of the tables or of the folder's files.
    """
    findings, _ = commands.audit(data, folder, None)
    proofs = commands.verify(data, folder, None)
    broken = [finding for finding in findings if not finding.holds]
    return broken, [proof for proof in proofs if proof.failures]


def unsound(data: Path, folder: Path, part: str) -> list[Fault]:
    """Return a fault for each rule that a folder breaks, and for each proof that fails."""
    if part not in PLANNED:
        raise NotImplementedError(part)
    broken, failing = judged(data, folder)
    return [*_broken(folder, broken), *_failing(folder, failing)]


def _broken(folder: Path, broken: Sequence[Finding]) -> list[Fault]:
    return [
        Fault(str(folder), "record.broken", values={"rule": one.rule, "witness": one.witness})
        for one in broken
    ]


def _failing(folder: Path, failing: Sequence[Verified]) -> list[Fault]:
    return [
        Fault(
            str(folder),
            "record.unproved",
            values={
                "part": Sentence(f"part.{one.part.part}"),
                "failures": "; ".join(one.failures),
            },
        )
        for one in failing
    ]
