"""Which policy is in force: the first given or found."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from planner.errors import Sentence
from planner.policy.figures import Policy
from planner.policy.read import read_policy
from planner.policy.write import policy_text

FILE = "policy.toml"

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

    Beside a workbook its folder is looked at. Raises `InputError` with every fault of the file.
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
        place = data / FILE if data.is_dir() else data.parent / FILE
        if place.exists():
            return "data", place
    return "default", None
