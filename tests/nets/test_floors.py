"""Imports go down only, heavy libraries keep to their room, and `import planner` stays light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import planner

HOUSE = Path(planner.__file__).parent
ROOMS = (
    "words", "characters", "rulebook", "errors", "dates", "naming", "policy", "tables", "wording",
    "places", "crosschecks", "dataset", "crosswalk", "scenario", "allocation", "need", "audit",
    "plans", "repairs",
)  # fmt: skip
"""From the ground up; every room not named stands above these."""

DUTIES = ("pairing", "days", "postings")
"""The rooms above those, none of which knows another."""

MANY = ("sweep", "horizon", "comparison", "outcomes")
"""The rooms of many plans above the duties, none of which knows another."""

LOOKED_AT = {"cli", "commands", "panels", "charts", "office", "record", "notebook", "page"}
"""What people look at, above those."""

ONLY = {
    "words": set[str](),
    "rulebook": set[str](),
    "errors": {"words", "rulebook"},
    "allocation": {"errors"},
    "audit": {"tables", "policy", "rulebook", "errors", "naming"},
    "charts": {"errors", "tables", "wording", "words"},
}
"""Rooms that know less than the rooms below them."""


def modules(room: str = "") -> list[Path]:
    """Return the files of a room, or of the whole house."""
    if (HOUSE / f"{room}.py").exists():
        return [HOUSE / f"{room}.py"]
    return sorted((HOUSE / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return every module that a file imports, at its head or later."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
            if node.module == "planner":
                found |= {f"planner.{name.name}" for name in node.names}
    return found


def rooms_used(room: str) -> set[str]:
    """Return the rooms of the house that a room imports, other than itself."""
    names = set[str]()
    for path in modules(room):
        for name in imported(path):
            parts = name.split(".")
            if parts[0] == "planner":
                names.add(parts[1] if len(parts) > 1 else "planner")
    return names - {room}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_stands_on_the_rooms_below_it(room: str) -> None:
    assert modules(room), "the room is there"
    assert rooms_used(room) <= set(ROOMS[: ROOMS.index(room)])


@pytest.mark.parametrize("duty", DUTIES)
def test_a_duty_knows_no_other_duty(duty: str) -> None:
    assert rooms_used(duty) <= set(ROOMS)


@pytest.mark.parametrize("room", MANY)
def test_a_room_of_many_plans_knows_no_other_and_nothing_above(room: str) -> None:
    assert not rooms_used(room) & ({*MANY, *LOOKED_AT} - {room})


@pytest.mark.parametrize("room", sorted(ONLY))
def test_a_room_knows_only_what_it_may(room: str) -> None:
    assert rooms_used(room) <= ONLY[room]


def test_only_the_engine_imports_or_tools() -> None:
    users = {
        path.relative_to(HOUSE).parts[0]
        for path in modules()
        if any(name.partition(".")[0] == "ortools" for name in imported(path))
    }
    assert users == {"allocation"}


def test_nothing_imports_the_tests_or_the_second_solver() -> None:
    for path in modules():
        foreign = {name.partition(".")[0] for name in imported(path)} & {
            "tests",
            "scipy",
            "highspy",
        }
        assert not foreign, path.name


def name_of(path: Path) -> str:
    """Return the name under which a file is imported."""
    parts = (HOUSE.name, *path.relative_to(HOUSE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Return the names that are left when those without an arrow to another are taken away."""
    left = dict(arrows)
    while ends := [name for name, to in left.items() if not (to & left.keys()) - {name}]:
        for name in ends:
            del left[name]
    return [sorted(left)] if left else []


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Later imports and those for types only are counted, too; a package stands for its files."""
    files = {name_of(path): path for path in modules()}
    arrows = {
        name: {
            found
            for used in imported(path)
            for found in (used, used.rpartition(".")[0])
            if found in files and found != name and not name.startswith(f"{found}.")
        }
        for name, path in files.items()
    }
    del arrows["planner"]  # the front door: what it has is loaded when it is first used
    assert circles(arrows) == []


def test_a_circle_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}) == [list("abcd")]


HEAVY = ("polars", "numpy", "ortools", "altair", "openpyxl", "ipywidgets", "pydantic")


def loaded_after(code: str) -> set[str]:
    """Return which heavy libraries a fresh process has loaded after running some code."""
    check = f"{code}; import sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    command = [sys.executable, "-c", check]
    ran = subprocess.run(command, cwd=HOUSE.parent, check=True, capture_output=True, text=True)
    return set(ran.stdout.split())


def test_importing_the_planner_loads_nothing_heavy() -> None:
    assert loaded_after("import planner") == set()


def test_the_rules_in_words_load_nothing_heavy() -> None:
    assert loaded_after("import planner.rulebook, planner.errors") == set()
