"""Where paper is written: a new folder or an empty one, as a whole or not at all.

People edit these files, so nothing is ever written over.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from planner.errors import Fault, InputError


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
    """Write files, whose names may have folders, as one new folder by one rename.

    Raises `InputError` where the folder is not empty or can't be written to.
    """
    empty(out)
    aside: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
        for name, content in files.items():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            with (aside / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        aside.chmod(0o777 & ~_umask())
        if out.is_dir():
            out.rmdir()
        aside.rename(out)
    except OSError as error:
        values = {"value": error.strerror or error}
        raise InputError([Fault(str(out), "out.unwritable", values=values)]) from error
    finally:
        if aside is not None and aside.exists():
            shutil.rmtree(aside, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
