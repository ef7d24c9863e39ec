"""The files a plan leaves behind: written all or nothing, and read again as a standing plan."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

import polars as pl

from planner.allocation.problem import Sense
from planner.audit import Finding, audit_folder, findings_frame
from planner.audit.folder import read_summary
from planner.errors import Fault, InputError
from planner.pairing.plan import KIND, SCHEMA, GoalResult, PartPlan, Plan
from planner.pairing.units import Part
from planner.policy import Policy
from planner.tables import read_plan, write_csv

PLAN, SUMMARY, AUDIT = "plan.csv", "summary.json", "audit.csv"


def files_of(plan: Plan) -> dict[str, bytes]:
    """Return `plan.csv` and `summary.json` of a plan; the same plan gives the same bytes."""
    summary = json.dumps(plan.summary(), ensure_ascii=False, indent=2) + "\n"
    return {PLAN: write_csv(plan.pairs), SUMMARY: summary.encode()}


def audited(plan: Plan, data: Path, policy: Policy) -> tuple[dict[str, bytes], list[Finding]]:
    """Return all files of a plan, audited as they would be read, and the audit's findings."""
    files = files_of(plan)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        findings = audit_folder(data, Path(folder), policy)
    return files | {AUDIT: write_csv(findings_frame(findings))}, findings


def publish(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder, all or nothing: each aside and to the disk first, then in place.

    Raises `InputError` where the folder can't be written to; nothing has changed then.
    """
    aside: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            aside.append((_aside(folder, name, content), folder / name))
        for written, place in aside:
            written.replace(place)
    except OSError as error:
        fault = Fault(str(folder), "out.unwritable", values={"value": error.strerror or error})
        raise InputError([fault]) from error
    finally:
        for written, _ in aside:
            with suppress(OSError):
                written.unlink(missing_ok=True)


def read_standing(file: Path, parts: Sequence[Part]) -> Plan | None:
    """Return some parts of the plan in a file and of its summary beside it; None without a file.

    Raises `InputError` where the file can't be read as a plan.
    """
    if not file.exists():
        return None
    kinds = [KIND[part] for part in parts]
    pairs = read_plan(file).select(*SCHEMA).filter(pl.col("kind").is_in(kinds))
    summary = read_summary(file.parent) or {"year": 0, "plans": []}
    proved = tuple(
        PartPlan(
            cast(Part, entry["part"]),
            str(entry.get("engine", "")),
            tuple(
                GoalResult(g["goal"], cast(Sense, g["sense"]), int(g["value"]), int(g["bound"]))
                for g in entry["goals"]
            ),
        )
        for entry in summary["plans"]
        if entry["part"] in parts
    )
    year, inputs, digest = summary["year"], summary.get("inputs", {}), summary.get("policy", "")
    return Plan(year, pairs, proved, inputs, digest, summary.get("versions", {}))


def _aside(folder: Path, name: str, content: bytes) -> Path:
    """Write a file beside its place, down to the disk, and return where."""
    handle, written = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(written).chmod(0o666 & ~_umask())
    return Path(written)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
