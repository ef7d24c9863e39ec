"""Whether a plan's files claim all that they should, and nothing that they don't show.

What is found here breaks no rule of the notice: it is said of files that were cut, changed by hand,
or put together from two plans. Neither `audit` nor `verify` passes such a folder.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from planner.allocation.solve import ENGINES, PROVERS
from planner.audit.finding import Finding
from planner.errors import Fault, Sentence
from planner.plans.claims import NOBODY, PartPlan
from planner.plans.duty import Duty
from planner.plans.files import AUDIT, POLICY, PROOF, SUMMARY, audit_file
from planner.plans.finished import Folder
from planner.plans.plan import versions
from planner.policy import Policy
from planner.scenario import FILE as SCENARIO
from planner.tables.ledger import shown

DIGEST = re.compile("[0-9a-f]{64}")
BOM = b"\xef\xbb\xbf"


def kept_wrong(
    found: Folder, dataset: Any, policy: Policy, findings: Sequence[Finding] | None
) -> list[Fault]:
    """Return what is missing from a plan's claims, or is not as the files show.

    `findings` are what the audit finds now, None where that was under other figures (`policy`)
    than the plan's own, and so says nothing of `audit.csv`.
    """
    told = [*_parts(found), *_statuses(found), *_made_with(found)]
    told += [*_digests(found, dataset), *_beside(found)]
    if findings is not None:
        if SUMMARY in found.files:
            told += found.duty.wrong(dataset, policy, found.plan)
        told += _stale(found, findings)
    return told


def unclaimed(duty: Duty, plan: Any) -> list[Fault]:
    """Return a note for each part of a plan just made that stands without a claim."""
    claimed = {part.part for part in cast("tuple[PartPlan, ...]", plan.parts)}
    return [
        Fault(duty.file, "claims.standing", values={"part": Sentence(f"part.{part}")})
        for part in duty.parts
        if part not in claimed and duty.of(plan.rows, part).height
    ]


def _parts(found: Folder) -> Iterator[Fault]:
    """Yield the parts with rows that the summary or the proof does not know, or one of them alone.

    A part without rows may be claimed: a plan can be empty.
    """
    claimed = {claim.part for claim in found.claims.plans}
    for part in found.duty.parts:
        rows = found.duty.of(found.plan.rows, part).height
        there = rows > 0 or part in claimed or part in found.shown
        for file, known in ((SUMMARY, claimed), (PROOF, found.shown)):
            if there and part not in known:
                values = {"part": Sentence(f"part.{part}"), "number": rows}
                yield Fault(file, "claims.part", values=values)


def _statuses(found: Folder) -> Iterator[Fault]:
    """Yield the parts whose status is not the one that their bounds and proofs show."""
    parts = {part.part: part for part in cast("tuple[PartPlan, ...]", found.plan.parts)}
    for claim in found.claims.plans:
        if claim.part in parts and claim.status != parts[claim.part].status:
            values = {"part": Sentence(f"part.{claim.part}"), "status": claim.status}
            values |= {"expected": parts[claim.part].status}
            yield Fault(SUMMARY, "claims.status", values=values)


def _made_with(found: Folder) -> Iterator[Fault]:
    """Yield what is not said of the making, or not as it can be: the year, engines and versions."""
    if SUMMARY not in found.files:
        return
    for year in sorted({part.year for part in found.shown.values()} - {found.plan.year}):
        yield Fault(PROOF, "claims.year", values={"value": year, "expected": found.plan.year})
    for claim in found.claims.plans:
        # What is made in stages names the engine of each, joined by "+".
        engines = claim.engine.split("+")
        if not set(engines) <= set(ENGINES) or len(engines) > len(set(engines)):
            yield _solver(SUMMARY, claim.part, claim.engine, ENGINES)
    for part in cast("tuple[PartPlan, ...]", found.plan.parts):
        provers = dict.fromkeys(goal.proof.prover for goal in part.goals)
        for prover in provers:
            if prover not in (*PROVERS, NOBODY):
                yield _solver(PROOF, part.part, prover, PROVERS)
    lacking = [name for name in versions() if not found.claims.versions.get(name, "").strip()]
    if lacking:
        yield Fault(SUMMARY, "claims.versions", values={"names": ", ".join(lacking)})


def _solver(file: str, part: str, named: str, known: Sequence[str]) -> Fault:
    values = {"part": Sentence(f"part.{part}"), "value": shown(named)}
    return Fault(file, "claims.solver", values=values | {"expected": " / ".join(known)})


def _digests(found: Folder, dataset: Any) -> Iterator[Fault]:
    """Yield the files without a digest: the policy, each table that must be there."""
    if SUMMARY not in found.files:
        return
    if not DIGEST.fullmatch(found.claims.policy or ""):
        yield Fault(SUMMARY, "claims.digest", values={"file": POLICY})
    inputs = found.claims.inputs
    for name in dict.fromkeys([*_required(found, dataset), *inputs]):
        if not DIGEST.fullmatch(inputs.get(name, "")):
            yield Fault(SUMMARY, "claims.digest", values={"file": name})


def _required(found: Folder, dataset: Any) -> list[str]:
    """Return the files of the tables that must be there: one workbook, or a file for each."""
    present = cast("dict[str, str]", dataset.inputs)
    files = [cast(str, dataset.file(name)) for name in found.duty.required]
    aside = (SCENARIO, *found.duty.beside)
    own = [name for name in files if name in present]
    return own or [name for name in present if name not in aside]


def _beside(found: Folder) -> Iterator[Fault]:
    """Yield the files beside the plan that the summary does not name, or names as others."""
    inputs = found.claims.inputs
    for name in (SCENARIO, *found.duty.beside):
        if name not in inputs and name not in found.files:
            continue
        if name not in inputs:
            yield Fault(SUMMARY, "claims.digest", values={"file": name})
        elif hashlib.sha256(found.files.get(name, b"")).hexdigest() != inputs[name]:
            yield Fault(name, "claims.other")


def _stale(found: Folder, findings: Sequence[Finding]) -> Iterator[Fault]:
    if AUDIT not in found.files:
        yield Fault(AUDIT, "claims.no_audit")
    elif _lines(found.files[AUDIT]) != _lines(audit_file(findings)[AUDIT]):
        yield Fault(AUDIT, "claims.stale")


def _lines(content: bytes) -> list[bytes]:
    """Return a file's lines, whatever a spreadsheet program did to their ends."""
    return content.removeprefix(BOM).replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n")
