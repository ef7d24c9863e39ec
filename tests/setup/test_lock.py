"""The lock, the constraints and the conda environment say what pyproject.toml says."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from rattler import MatchSpec

import lock

FILES = (lock.LOCK, lock.CONSTRAINTS, lock.ENVIRONMENT)
PYPROJECT = lock.read_pyproject()
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
REQUIRED = [
    *PYPROJECT["build-system"]["requires"],
    *PYPROJECT["project"]["dependencies"],
    *(requirement for extra in EXTRAS.values() for requirement in extra),
]


def text(name: str) -> str:
    """One of the three files."""
    return (lock.ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, tuple[Version, Marker | None]]:
    """The pinned version and the marker of every package in one of the two lists."""
    lines = re.findall(r"(?m)^\w[^\\\n]*", text(name))
    requirements = [Requirement(line) for line in lines]
    return {
        canonicalize_name(one.name): (Version(str(one.specifier).removeprefix("==")), one.marker)
        for one in requirements
    }


def environment() -> dict[str, Any]:
    """The conda environment as conda reads it."""
    return yaml.safe_load(text(lock.ENVIRONMENT))


# The lock.


@pytest.mark.parametrize("requirement", REQUIRED)
def test_a_requirement_of_pyproject_is_satisfied_by_the_lock(requirement: str) -> None:
    wanted = Requirement(requirement)
    version, _ = pins(lock.LOCK)[canonicalize_name(wanted.name)]
    assert wanted.specifier.contains(version, prereleases=True)


def test_the_lock_was_made_from_the_dependencies_as_they_stand() -> None:
    made = text(lock.LOCK).splitlines(keepends=True)[0]
    assert made == lock.lock_header(PYPROJECT), "run .venv/bin/python .ci/lock.py"


def test_a_changed_dependency_changes_the_digest() -> None:
    project = {**PYPROJECT["project"], "dependencies": ["polars>=3"]}
    changed = {**PYPROJECT, "project": project}
    assert lock.dependency_digest(changed) != lock.dependency_digest(PYPROJECT)


def test_a_changed_tool_setting_leaves_the_digest() -> None:
    tool = {**PYPROJECT["tool"], "ruff": {}}
    assert lock.dependency_digest({**PYPROJECT, "tool": tool}) == lock.dependency_digest(PYPROJECT)


def test_every_pin_of_the_lock_has_a_hash() -> None:
    entries = re.split(r"(?m)^(?=\w)", text(lock.LOCK))[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_has_one_version_of_each_package() -> None:
    lines = re.findall(r"(?m)^\w[^\\\n]*", text(lock.LOCK))
    assert len(lines) == len(pins(lock.LOCK))


# The constraints.


def test_the_constraints_are_the_pins_of_the_lock() -> None:
    assert pins(lock.CONSTRAINTS) == pins(lock.LOCK)


def test_the_constraints_are_what_lock_py_renders() -> None:
    assert text(lock.CONSTRAINTS) == lock.render_constraints(text(lock.LOCK))


# The conda environment.


def test_the_environment_is_what_lock_py_renders() -> None:
    assert text(lock.ENVIRONMENT) == lock.render_environment(PYPROJECT)


def test_every_conda_spec_is_valid() -> None:
    specs = [spec for spec in environment()["dependencies"] if isinstance(spec, str)]
    names = [MatchSpec(spec, strict=True).name for spec in specs]
    assert [name.normalized for name in names if name is not None] == ["python", "pip"]


def test_conda_s_python_is_the_oldest_that_pyproject_allows() -> None:
    spec = MatchSpec(environment()["dependencies"][0], strict=True)
    assert spec.version == f"{lock.oldest_python(PYPROJECT)}.*"


def test_conda_s_pip_installs_the_project_with_every_extra_under_the_constraints() -> None:
    lines = environment()["dependencies"][-1]["pip"]
    extras = ",".join(sorted(EXTRAS))
    assert lines == ["-c constraints.txt", f"-e .[{extras}]"]


# All three.


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_no_address(name: str) -> None:
    assert re.findall(r"\w+://\S+|www\.\S+|--(?:extra-)?index\S*|--find-links", text(name)) == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_unix_line_ends(name: str) -> None:
    assert b"\r" not in Path(lock.ROOT / name).read_bytes()
