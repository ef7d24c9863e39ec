"""What differs between systems: two folders changing places, and whether a process lives."""

import ctypes
import errno
import os
import sys
from pathlib import Path

EXCHANGE = 2
"""The flag of `renameat2` (Linux) and `renamex_np` (macOS) by which two names change places."""
HERE = -100
"""Linux's word for a path from the working directory."""
MEANT_FOR_OTHERS = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""What a file system says that can't let two names change places."""
UNFINISHED = 259
"""Windows's exit code of a process that goes on."""


def swap(one: Path, other: Path) -> None:
    """Let two folders change places by one rename, where the file system can; else by two.

    Between the two the second one has the name that `settle` knows how to take back.
    """
    try:
        if _exchanged(one, other):
            return
    except OSError as error:
        if error.errno not in MEANT_FOR_OTHERS:
            raise
    old = one.with_suffix(".old")
    other.rename(old)
    try:
        one.rename(other)
    except OSError:
        old.rename(other)
        raise
    old.rename(one)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two names change places; False where this system has no such call."""
    a, b = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        done = None if call is None else call(HERE, a, HERE, b, EXCHANGE)
    elif sys.platform == "darwin":
        call = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
        done = None if call is None else call(a, b, EXCHANGE)
    else:
        done = None
    if done:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return done == 0


def alive(who: str) -> bool:
    """Whether another process of this number lives; this one left nothing behind yet."""
    number = int(who) if who.isdecimal() else 0
    if number in (0, os.getpid()):
        return False
    if sys.platform == "win32":
        return _alive_on_windows(number)
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return number < 2**31
    return True


def _alive_on_windows(number: int) -> bool:
    """Ask for the exit code: a signal 0 would end the process there."""
    windows = getattr(ctypes, "windll").kernel32  # noqa: B009 (only there has ctypes this name)
    handle = windows.OpenProcess(0x1000, False, number)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return False
    code = ctypes.c_ulong()
    windows.GetExitCodeProcess(handle, ctypes.byref(code))
    windows.CloseHandle(handle)
    return code.value == UNFINISHED
