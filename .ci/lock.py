r"""Write requirements.lock, constraints.txt and environment.yml from pyproject.toml.

Run it with the project's own Python after changing a dependency; it changes no other pin:

    .venv/bin/python .ci/lock.py                       (Windows: .venv\Scripts\python)
    .venv/bin/python .ci/lock.py --upgrade             everything to its newest allowed version
    .venv/bin/python .ci/lock.py --upgrade-package polars

The lock holds one version of each package for every platform and every Python that pyproject
allows, with hashes and without addresses, and the build backend too. The other two files are
renderings of it.
"""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
CONSTRAINTS = "constraints.txt"
ENVIRONMENT = "environment.yml"
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--fork-strategy", "fewest"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header"),
)


def read_pyproject(root: Path = ROOT) -> dict[str, Any]:
    """Return pyproject.toml as a dict."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def dependency_digest(pyproject: dict[str, Any]) -> str:
    """Return the SHA-256 of everything in pyproject that the lock depends on.

    It stands in the lock's first line, so that a changed dependency without a new lock is seen
    without asking a package index.
    """
    project = pyproject["project"]
    tables = [
        pyproject["build-system"],
        project["requires-python"],
        project["dependencies"],
        project["optional-dependencies"],
        pyproject.get("tool", {}).get("uv", {}),
    ]
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()


def oldest_python(pyproject: dict[str, Any]) -> str:
    """Return the oldest Python that pyproject allows, as `3.11`."""
    found = re.search(r">=\s*(\d+\.\d+)", pyproject["project"]["requires-python"])
    if found is None:
        raise ValueError("requires-python in pyproject.toml names no oldest version")
    return found[1]


def lock_header(pyproject: dict[str, Any]) -> str:
    """Return the lock's first line."""
    return f"# made by .ci/lock.py from dependencies {dependency_digest(pyproject)}\n"


def render_constraints(lock: str) -> str:
    """Return the lock's pins without hashes and comments, for pip's and conda's `-c`."""
    pins = [line.removesuffix(" \\") for line in lock.splitlines() if re.match(r"\w", line)]
    return "\n".join(["# made by .ci/lock.py from requirements.lock", *pins, ""])


def render_environment(pyproject: dict[str, Any]) -> str:
    """Return the conda environment: Python and pip from conda, the rest pinned by pip."""
    extras = ",".join(sorted(pyproject["project"]["optional-dependencies"]))
    return f"""\
# made by .ci/lock.py; conda env create -f environment.yml
name: {pyproject["project"]["name"]}
channels:
  - conda-forge
dependencies:
  - python={oldest_python(pyproject)}
  - pip
  - pip:
      - -c {CONSTRAINTS}
      - -e .[{extras}]
"""


def compile_lock(pyproject: dict[str, Any], options: Sequence[str]) -> str:
    """Return a new lock, keeping the pins of the present one unless `options` upgrade them."""
    extras = [f"--extra={extra}" for extra in pyproject["project"]["optional-dependencies"]]
    oldest = f"--python-version={oldest_python(pyproject)}"
    command = [sys.executable, "-m", "uv", *COMPILE, oldest, *extras, *options]
    # The build backend has no extra of its own; it comes in by standard input.
    backend = "\n".join(pyproject["build-system"]["requires"])
    files = ["--output-file", LOCK, "pyproject.toml", "-"]
    subprocess.run([*command, *files], cwd=ROOT, input=backend, text=True, check=True)
    return lock_header(pyproject) + (ROOT / LOCK).read_text(encoding="utf-8")


def main(options: Sequence[str]) -> int:
    """Write the three files; return the exit code."""
    pyproject = read_pyproject()
    try:
        lock = compile_lock(pyproject, options)
    except subprocess.CalledProcessError as error:
        return error.returncode
    files = {
        LOCK: lock,
        CONSTRAINTS: render_constraints(lock),
        ENVIRONMENT: render_environment(pyproject),
    }
    for name, text in files.items():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
