"""A folder that changes as a whole: killed at any moment, the old one or the new one stands.

The new folder is made beside the old one, under a name that tells whose it is, and the two change
places by one rename. What others keep in the folder goes along, as a second link to each file.
Where a folder can't change places (it is somebody's working directory, the root of a file system,
or in use on Windows), its files are laid down inside first, and put in place from there: a run
that is killed meanwhile is finished by the next one that looks.
"""

import errno
import os
import shutil
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from planner.errors import Fault, InputError, refusal
from planner.plans.machine import alive, swap

NEXT = ".planner-next"
"""Where files lie, complete, that are being put in place inside of their folder."""
GONE = ".gone"
"""The file among them that names those to be taken away."""
MOST = 5_000
"""Files of others that a folder may hold: more are no plan's folder."""
STUCK = (errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.ENOTEMPTY)
"""What a system says where a folder can't change places."""

Ours = Callable[[str], bool]


def replace_folder(folder: Path, files: Mapping[str, bytes], ours: Ours) -> None:
    """Write files (by their paths in the folder) in place of all in it that is `ours`.

    What is not ours stays. Raises `InputError` where the folder can't be written to, or a file of
    ours is a folder there; it is as it was then.
    """
    try:
        settle(folder)
        with _parents(folder):
            _replace(folder.resolve(), files, ours)
    except OSError as error:
        raise unwritable(folder, error) from error


def write_file(file: Path, content: bytes) -> None:
    """Write one file, by one rename; raise `InputError` where that can't be."""
    try:
        for left, _ in _left(file):
            _remove(left)
        aside = file.with_name(f".{file.name}.{os.getpid()}.new")
        with _parents(file):
            try:
                if file.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                _write(aside, content)
                aside.replace(file)
            except BaseException:
                aside.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise unwritable(file, error) from error


def settle(folder: Path) -> None:
    """Finish or clear what a run left that was killed: after that one plan stands, whole."""
    pending = folder / NEXT
    if pending.is_dir():
        _put_in_place(folder, pending)
    for left, kind in _left(folder):
        if kind == "old" and not folder.exists():
            left.rename(folder)
        else:
            _remove(left)
    if folder.is_dir():
        for entry in folder.glob(f"{NEXT}.*"):
            if not alive(entry.suffix[1:]):
                _remove(entry)


def unwritable(place: Path, error: OSError) -> InputError:
    """Return that a place can't be written to, and why."""
    file = in_the_way(place) if error.errno in (errno.ENOTDIR, errno.EEXIST) else None
    if file is not None:
        return InputError([Fault(str(file), "out.is_file")])
    values = {"value": refusal(error)}
    return InputError([Fault(str(place), "out.unwritable", values=values)])


def in_the_way(folder: Path) -> Path | None:
    """Return the file that stands where a folder, or one above it, is to be; None for none."""
    with suppress(OSError):
        return next((one for one in (folder, *folder.parents) if one.is_file()), None)
    return None


def _left(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield what killed runs left beside a folder: the place, and whether it is `old` or `new`."""
    start = f".{folder.name}."
    with suppress(OSError):
        for place in sorted(folder.parent.iterdir(), key=lambda one: one.suffix):
            who, _, kind = place.name.removeprefix(start).partition(".")
            known = place.name.startswith(start) and kind in ("old", "new") and who.isdecimal()
            if known and not alive(who):
                yield place, kind


def _replace(folder: Path, files: Mapping[str, bytes], ours: Ours) -> None:
    for name in files:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    if folder.is_dir() and _in_use(folder):
        _lay_inside(folder, files, ours)
        return
    aside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    _remove(aside)
    try:
        aside.mkdir()
        carried = _carry(folder, aside, files, ours) if folder.exists() else set[str]()
        _write_all(aside, files)
        if not folder.exists():
            aside.rename(folder)
            return
        shutil.copymode(folder, aside)
        swap(aside, folder)
    except OSError as error:
        _remove(aside)
        if error.errno not in STUCK or not folder.is_dir():
            raise
        _lay_inside(folder, files, ours)
        return
    except BaseException:
        _remove(aside)
        raise
    _bring_late(aside, folder, carried, ours)
    _remove(aside)


def _in_use(folder: Path) -> bool:
    """Whether a folder is, or is above, this process's working directory."""
    try:
        return Path.cwd().resolve().is_relative_to(folder)
    except OSError:
        return False


def _paths(folder: Path) -> Iterator[str]:
    """Yield the paths of all files and empty folders in a folder, links not followed."""
    for place, below, names in os.walk(folder):
        here = Path(place).relative_to(folder)
        yield from ((here / name).as_posix() for name in names)
        yield from ((here / name).as_posix() for name in below if (Path(place) / name).is_symlink())
        if not below and not names and place != str(folder):
            yield f"{here.as_posix()}/"


def _carry(folder: Path, aside: Path, files: Mapping[str, bytes], ours: Ours) -> set[str]:
    """Take others' files along: linked where the system can, copied where it can't."""
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    carried = set[str]()
    for path in _paths(folder):
        if path in files or ours(path) or path.startswith(NEXT):
            continue
        if len(carried) == MOST:
            values = {"number": MOST}
            raise InputError([Fault(str(folder), "out.crowded", values=values)])
        _bring(folder / path, aside / path, link=True)
        carried.add(path)
    return carried


def _bring(old: Path, new: Path, *, link: bool) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    if old.is_dir() and not old.is_symlink():
        new.mkdir(exist_ok=True)
        return
    try:
        if link:
            os.link(old, new, follow_symlinks=False)
        else:
            old.rename(new)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _bring_late(aside: Path, folder: Path, carried: set[str], ours: Ours) -> None:
    """Bring what others put into the old folder in the last moment."""
    for path in _paths(aside):
        if path not in carried and not ours(path) and not (folder / path).exists():
            with suppress(OSError):
                _bring(aside / path, folder / path, link=False)


def _lay_inside(folder: Path, files: Mapping[str, bytes], ours: Ours) -> None:
    aside, pending = folder / f"{NEXT}.{os.getpid()}", folder / NEXT
    _remove(aside)
    try:
        aside.mkdir()
        _write_all(aside, files)
        gone = [p for p in _paths(folder) if ours(p) and p not in files and p[-1] != "/"]
        _write(aside / GONE, "\n".join(gone).encode())
        aside.rename(pending)
    except BaseException:
        _remove(aside)
        raise
    _put_in_place(folder, pending)


def _put_in_place(folder: Path, pending: Path) -> None:
    """Put in place what lies ready; where one file fails, all come back that were there before."""
    gone = pending / GONE
    away = gone.read_text("utf-8").splitlines() if gone.exists() else []
    names = [path for path in _paths(pending) if path != GONE]
    before = {name: _content(folder / name) for name in (*names, *away)}
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (pending / name).replace(folder / name)
        for name in away:
            (folder / name).unlink(missing_ok=True)
    except OSError:
        for name, content in before.items():
            with suppress(OSError):
                place = folder / name
                place.unlink(missing_ok=True) if content is None else place.write_bytes(content)
        raise
    finally:
        _remove(pending)


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


@contextmanager
def _parents(place: Path) -> Generator[None]:
    """Make the folders above a place, and take them away again where what follows fails."""
    missing = [parent for parent in place.parents if not parent.exists()]
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for parent in missing:
            with suppress(OSError):
                parent.rmdir()
        raise


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        _write(folder / name, content)


def _write(file: Path, content: bytes) -> None:
    """Write a file down to the disk."""
    with file.open("wb") as to:
        to.write(content)
        to.flush()
        os.fsync(to.fileno())


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        with suppress(OSError):
            place.unlink()
