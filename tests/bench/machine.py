"""The machine and the versions that the figures were taken with."""

import importlib.metadata
import os
import platform
from pathlib import Path

_LIBRARIES = ("numpy", "polars", "ortools", "scipy", "pyscipopt")


def machine() -> str:
    """Return one line: processor, cores and how busy they are, Python, libraries."""
    versions = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    python = f"Python {platform.python_version()}"
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    cores = f"{os.cpu_count()} cores{load}"
    return f"{_processor()}, {cores}, {platform.system()}; {python}, {versions}"


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


def _processor() -> str:
    """Return the processor's name where the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return next(iter(names), platform.processor() or platform.machine())
