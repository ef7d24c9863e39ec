"""The files a plan leaves behind, written all or nothing."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from planner.audit import Finding, findings_frame
from planner.errors import Fault, InputError
from planner.pairing.plan import Plan
from planner.tables import write_csv

PLAN, SUMMARY, AUDIT, PROOF = "plan.csv", "summary.json", "audit.csv", "proof.json"


def files_of(plan: Plan) -> dict[str, bytes]:
    """Return `plan.csv`, `summary.json` and `proof.json`; the same plan gives the same bytes."""
    return {
        PLAN: write_csv(plan.pairs),
        SUMMARY: _json(plan.summary(), indent=2),
        PROOF: _json(plan.proof(), indent=None),
    }


def audit_file(findings: Sequence[Finding]) -> dict[str, bytes]:
    """Return `audit.csv`."""
    return {AUDIT: write_csv(findings_frame(findings))}


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


def _json(value: object, indent: int | None) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode()


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
