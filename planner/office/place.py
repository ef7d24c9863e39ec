"""Where paper is written: a new folder or an empty one, as a whole or not at all.

People edit these files, so nothing is ever written over.
"""

from collections.abc import Mapping
from pathlib import Path

from planner.errors import Fault, InputError
from planner.plans.folder import replace_folder


def empty(out: Path) -> None:
    """Raise `InputError` where a folder is not empty, or is a file."""
    if out.is_file():
        raise InputError([Fault(str(out), "office.is_file")])
    if out.is_dir():
        there = sorted(entry.name for entry in out.iterdir())
        if there:
            values = {"name": there[0], "number": len(there)}
            raise InputError([Fault(str(out), "office.not_empty", values=values)])


def place_new(files: Mapping[str, bytes], out: Path) -> None:
    """Write files, by their paths in it, as one new folder.

    Raises `InputError` where the folder is not empty or can't be written to.
    """
    empty(out)
    replace_folder(out, files, lambda _: False)
