"""Folders of commands that make no plan: written whole, never over what is someone else's.

Beside its tables a command leaves a small JSON file of its name: what was asked, from which inputs,
and the sha256 of every file. By it a later run knows what it may replace.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.plans.folder import replace_folder
from planner.plans.place import FILING

CLAIMS = "summary.json"


def publish(
    folder: Path, command: str, files: Mapping[str, bytes], said: Mapping[str, Any]
) -> None:
    """Write a command's files in place of what the same command left there before."""
    marker = f"{command}.json"
    digests = {name: sha256(content) for name, content in sorted(files.items())}
    content = json_bytes({**said, "files": digests})
    former = {marker, *left_by(folder, command)}
    replace_folder(folder, {**files, marker: content}, former.__contains__)


def out_faults(
    folder: Path, command: str, names: Sequence[str], inputs: Sequence[Path]
) -> list[Fault]:
    """Return why a command may not write files of these names into a folder."""
    if (folder / FILING).exists():
        return [Fault(str(folder), "days.out_filed")]
    place = folder.resolve()
    if any(_inside(place, one.resolve()) for one in inputs):
        return [Fault(str(folder), "days.out_input")]
    ours = {f"{command}.json", *left_by(folder, command)} if _is_left(folder, command) else ()
    foreign = [name for name in names if name not in ours and (folder / name).exists()]
    return [Fault(str(folder), "days.out_foreign", values={"value": name}) for name in foreign]


def left_by(folder: Path, command: str) -> set[str]:
    """Return the names of the files that a command left in a folder."""
    marker = read_marker(folder, command)
    files = (marker or {}).get("files")
    return set(cast("Mapping[str, Any]", files)) if isinstance(files, Mapping) else set()


def read_marker(folder: Path, command: str) -> dict[str, Any] | None:
    """Return what a command said of its folder, None where it left none."""
    return read_json(folder / f"{command}.json")


def read_json(file: Path) -> dict[str, Any] | None:
    """Return the fields of a JSON file, None where it has none or can't be read."""
    with suppress(OSError, ValueError, RecursionError):
        value = json.loads(file.read_text("utf-8-sig"))
        if isinstance(value, dict):
            return cast("dict[str, Any]", value)
    return None


def marked(folder: Path, command: str, key: str) -> dict[str, Any]:
    """Return what a command said of its folder, its files being as it left them.

    Raises InputError with the sentence `key` where a file is missing, `days.filed_changed` where
    one has another digest.
    """
    marker = read_marker(folder, command)
    if marker is None or not isinstance(marker.get("files"), Mapping):
        raise InputError([Fault(str(folder), key, values={"value": f"{command}.json"})])
    for name, digest in cast("Mapping[str, Any]", marker["files"]).items():
        try:
            content = (folder / name).read_bytes()
        except OSError:
            raise InputError([Fault(str(folder), key, values={"value": name})]) from None
        if sha256(content) != digest:
            raise InputError([Fault(str(folder), "days.filed_changed", values={"value": name})])
    return marker


def sha256(content: bytes) -> str:
    """Return the sha256 of some bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def json_bytes(value: object) -> bytes:
    """Return plain data as JSON that people can read."""
    return (json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def _is_left(folder: Path, command: str) -> bool:
    return read_marker(folder, command) is not None


def _inside(place: Path, other: Path) -> bool:
    """Return whether a folder is an input or lies in one; a file's own folder is no input."""
    return place == other or (other.is_dir() and other in place.parents)
