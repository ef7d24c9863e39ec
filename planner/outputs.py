"""The files a plan leaves behind, written all or nothing."""

import json
import os
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import EISDIR
from os import strerror
from pathlib import Path

from planner.audit import Finding, findings_frame
from planner.audit.folder import read_summary
from planner.dataset import Dataset
from planner.errors import Fault, InputError
from planner.pairing.in_force import FILE
from planner.pairing.plan import Plan
from planner.scenario import FILE as SCENARIO
from planner.scenario import Scenario
from planner.tables import write_csv

PLAN, SUMMARY, AUDIT, PROOF = "plan.csv", "summary.json", "audit.csv", "proof.json"
BESIDE = (FILE, SCENARIO)
"""What only some plans leave."""


def files_of(plan: Plan, scenario: Scenario | None = None) -> dict[str, bytes]:
    """Return `plan.csv`, `summary.json` and `proof.json`; the same plan gives the same bytes.

    Where a plan was in force, `in_force.csv` keeps it, and `scenario.toml` the scenario that it
    was made with.
    """
    files = {
        PLAN: write_csv(plan.pairs),
        SUMMARY: _json(plan.summary(), indent=2),
        PROOF: _json(plan.proof(), indent=None),
    }
    files |= {} if scenario is None else {SCENARIO: scenario.toml().encode()}
    return files if plan.in_force is None else files | {FILE: write_csv(plan.in_force)}


def audit_file(findings: Sequence[Finding]) -> dict[str, bytes]:
    """Return `audit.csv`."""
    return {AUDIT: write_csv(findings_frame(findings))}


@contextmanager
def tables_of(dataset: Dataset, place: Path | None) -> Generator[Path]:
    """Give the place of a dataset's tables: where they lie as they are, if anywhere.

    Otherwise they are written to a folder for the time being.
    """
    if place is not None:
        yield place
        return
    with tempfile.TemporaryDirectory() as folder:
        frames = dataset.tables().items()
        publish({f"{name}.csv": write_csv(frame) for name, frame in frames}, Path(folder))
        yield Path(folder)


def publish_plan(files: Mapping[str, bytes], folder: Path) -> None:
    """Write a plan's files in place of a former plan's, of which nothing is left; as `publish`.

    What a former plan does not name among its inputs is someone else's, and stays.
    """
    named: set[str] = set()
    with suppress(InputError):
        named = {*((read_summary(folder) or {}).get("inputs") or {})}
    publish(files, folder, [name for name in BESIDE if name in named and name not in files])


def publish(files: Mapping[str, bytes], folder: Path, former: Sequence[str] = ()) -> None:
    """Write files into a folder, all or nothing: each aside and to the disk first, then in place.

    Files named `former` are taken away. Raises `InputError` where the folder can't be written to;
    it is as it was then.
    """
    aside: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, strerror(EISDIR), name)
            handle, written = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            aside[folder / name] = Path(written)
            _write_down(handle, Path(written), content)
        _put_in_place(aside, [folder / name for name in former])
    except OSError as error:
        fault = Fault(str(folder), "out.unwritable", values={"value": error.strerror or error})
        raise InputError([fault]) from error
    finally:
        for written in aside.values():
            with suppress(OSError):
                written.unlink(missing_ok=True)


def _put_in_place(aside: Mapping[Path, Path], former: Sequence[Path]) -> None:
    """Put every file in its place and take the former away, or nothing.

    What was there before comes back where one fails.
    """
    places = (*aside, *former)
    before = {place: place.read_bytes() if place.exists() else None for place in places}
    try:
        for place, written in aside.items():
            written.replace(place)
        for place in former:
            place.unlink(missing_ok=True)
    except OSError:
        for place, content in before.items():
            with suppress(OSError):
                place.unlink(missing_ok=True) if content is None else place.write_bytes(content)
        raise


def _write_down(handle: int, written: Path, content: bytes) -> None:
    """Write a file down to the disk, with the rights that a new file has."""
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    written.chmod(0o666 & ~_umask())


def _json(value: object, indent: int | None) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
