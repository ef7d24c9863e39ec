"""Which policy is in force: the first given or found."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from planner.characters import key_of
from planner.errors import Fault, InputError, Sentence
from planner.policy.figures import Policy
from planner.policy.read import read_policy
from planner.policy.write import policy_text

FILE = "policy.toml"

LIKE_IT = re.compile(
    r"(policy|政策|政策参数|参数)(-?副本|-?copy)?(\(\d+\))?\.(toml|tml|txt)(\..+)?"
)
"""A file that was surely meant to be the policy, by its name as names are compared."""

Source = Literal["given", "folder", "data", "default"]


@dataclass(frozen=True, slots=True)
class InForce:
    """A policy, where it was found, and its file's bytes (the defaults written out)."""

    policy: Policy
    source: Source
    place: Path | None = None
    content: bytes = b""

    def sentence(self) -> Sentence:
        """Return which policy is used."""
        return Sentence(f"policy.used.{self.source}", {"file": self.place or FILE})


def policy_in_force(given: Path | None, folder: Path | None, data: Path | None) -> InForce:
    """Return the policy that was given, else the one of a plan's folder, else of DATA, else ours.

    Beside a workbook its folder is looked at. Raises `InputError` with every fault of the file, and
    where in place of `policy.toml` there is one of nearly that name: its figures would be lost.
    """
    source, place = _found(given, folder, data)
    if place is None:
        return InForce(Policy(), source, None, policy_text(Policy()).encode())
    policy = read_policy(place)
    return InForce(policy, source, place, place.read_bytes())


def _found(
    given: Path | None, folder: Path | None, data: Path | None
) -> tuple[Source, Path | None]:
    if given is not None:
        return "given", given
    if folder is not None and (folder / FILE).exists():
        return "folder", folder / FILE
    if data is not None:
        place = (data if data.is_dir() else data.parent) / FILE
        if place.exists():
            return "data", place
        _refuse_like(place.parent)
    return "default", None


def _refuse_like(folder: Path) -> None:
    """Raise InputError where a folder has a policy under a name that is not looked for."""
    try:
        like = sorted(one.name for one in folder.iterdir() if LIKE_IT.fullmatch(key_of(one.name)))
    except OSError:
        return
    if like:
        raise InputError([Fault(name, "policy.like", values={"name": FILE}) for name in like])
