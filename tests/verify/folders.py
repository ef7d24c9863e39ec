"""Finished plans in folders, and ways to change one thing of their files."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from planner.pairing.duty import PAIRING
from planner.pairing.plan import Plan
from planner.plans.files import files_of
from planner.plans.finished import Verified, finished, verified
from planner.plans.folder import replace_folder
from tests.audit.world import WORLD, World
from tests.pairing.tiny import dataset, plan

Change = Callable[[Any], object]


@cache
def files() -> dict[str, bytes]:
    """Return the files of the plan of the world."""
    return files_of(PAIRING, plan(WORLD), WORLD.policy)


def write(folder: Path, made: Plan | None = None) -> Path:
    """Write a plan, that of the world unless another is given, and return the folder."""
    content = files() if made is None else files_of(PAIRING, made, WORLD.policy)
    replace_folder(folder, content, lambda _: True)
    return folder


def change(file: Path, by: Change) -> None:
    """Change what a JSON file says."""
    value = json.loads(file.read_text("utf-8"))
    by(value)
    file.write_text(json.dumps(value), "utf-8")


def part(value: Any, name: str) -> Any:
    """Return the entry of a part in a summary or a proof."""
    return next(one for one in value["plans"] if one["part"] == name)


def goal(value: Any, name: str, of: str) -> Any:
    """Return the entry of a goal in a summary or a proof."""
    return next(one for one in part(value, name)["goals"] if one["goal"] == of)


def told(folder: Path, world: World = WORLD) -> list[Verified]:
    """Return what the proof of the plan in a folder shows."""
    return verified(dataset(world), world.policy, finished(PAIRING, folder))


def failing(folder: Path, world: World = WORLD) -> list[str]:
    """Return what is not as claimed, as `part: what`."""
    return [f"{one.part.part}: {what}" for one in told(folder, world) for what in one.failures]
