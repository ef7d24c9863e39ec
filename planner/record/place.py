"""Where a record is kept: beside the data, in another file, or on a shared server."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from planner.errors import Fault, InputError

FILE = "record.db"
VARIABLE = "PLANNER_RECORD"
SERVER = "postgresql"


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a server by its address; `name` is what messages call it, without a password."""

    name: str
    file: Path | None = None
    address: str = field(default="", repr=False)


def place_of(data: Path, where: str | None = None) -> Place:
    """Return the place that was given, or else the environment's, or else the data's own.

    Raises `InputError` for an address of another kind, and for a file in no folder.
    """
    given = where or os.environ.get(VARIABLE)
    if not given and not data.exists():
        raise InputError([Fault(data.name or str(data), "path.missing")])
    if not given:
        return _file((data if data.is_dir() else data.parent) / FILE)
    scheme, marked, _ = given.partition("://")
    if not marked:
        return _file(Path(given))
    if scheme != SERVER:
        raise InputError([Fault("--record", "record.scheme", values={"value": scheme})])
    return Place(_shown(given), address=given)


def _file(file: Path) -> Place:
    if file.is_dir() or not file.parent.is_dir():
        raise InputError([Fault(file.name, "record.no_file")])
    return Place(file.name, file)


def _shown(address: str) -> str:
    """Return a server's address without user, password and options."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", "" if parts.port is None else f":{parts.port}"
    except ValueError:
        raise InputError([Fault("--record", "record.address")]) from None
    return f"{SERVER}://{host}{port}{parts.path}"
