"""What a folder holds of a part, as a draft binds it."""

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.duties import BY_PART, duty_of
from planner.errors import Fault, InputError, Sentence
from planner.plans.finished import read_folder
from planner.record.entry import digest
from planner.record.state import PLANNED
from planner.tables import write_csv

KIND = {"leaders": "leader", "departments": "department"}
KIND_COLUMN = "kind"
FILING = "filing.json"


@dataclass(frozen=True, slots=True)
class Filing:
    """A finished filing: its year and half, the units in it, the sha256 of its `filing.json`."""

    year: int
    half: int
    units: frozenset[str]
    digest: str


def content_of(dataset: Dataset, folder: Path, part: str) -> dict[str, Any]:
    """Return what a draft of a part in a folder binds.

    Its rows, what it was made around, the applications and reviewers, and the digests of what it
    was made from. Raises `InputError` where the folder has no such part.
    """
    found = read_folder(duty_of(folder), folder)
    name, claims = found.duty.file, found.claims
    if found.duty.name != BY_PART[part]:
        raise _without(name, part)
    if claims.year is None:
        raise InputError([Fault(str(folder), "record.no_summary")])
    header, own, others = _lines(found.files[name], part)
    if not own:
        raise _without(name, part)
    return {
        "year": claims.year,
        "part": part,
        "rows": "".join(f"{line}\n" for line in [header, *own]),
        "around": digest("".join(f"{line}\n" for line in others)),
        "applications": applications_of(dataset) if part == "departments" else "",
        "reviewers": reviewers_of(dataset, part, header, own),
        "inputs": dict(claims.inputs),
        "policy": claims.policy or "",
    }


def compact(content: dict[str, Any]) -> str:
    """Return the content as the record holds it."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def differences(had: dict[str, Any], has: dict[str, Any]) -> list[str]:
    """Return what a folder has otherwise than a draft: of `rows`, `inputs`, `policy`.

    The order of rows does not matter: they are read in any.
    """
    found = [] if sorted(had["rows"].splitlines()) == sorted(has["rows"].splitlines()) else ["rows"]
    return found + [name for name in ("inputs", "policy") if had[name] != has[name]]


def applications_of(dataset: Dataset) -> str:
    """Return the sha256 of the applications: canonical, sorted."""
    wishes = dataset.wishes.drop("row", strict=False)
    text = write_csv(wishes.sort(wishes.columns)).decode("utf-8-sig")
    return digest(text)


def reviewers_of(dataset: Dataset, part: str, header: str, lines: list[str]) -> list[str]:
    """Return the leaders who review a part: those in charge, but for the principal.

    Of postings and the exchange those in charge of a person's department.
    """
    if part == "leaders":
        return []
    charge = dict(rows_of(dataset.departments, "department_id", "leader_id"))
    if part not in PLANNED:
        rows = csv.DictReader([header, *lines])
        charge = {key: charge[key] for key in {row["department_id"] for row in rows} & set(charge)}
    return sorted(set(charge.values()) - {principal_of(dataset)})


def principal_of(dataset: Dataset) -> str:
    """Return the principal leader's identifier."""
    return dataset.leaders.filter(pl.col("principal"))["leader_id"].item()


def filing_of(folder: Path) -> Filing:
    """Return the finished filing in a folder; raise `InputError` where it is none."""
    file = folder / FILING
    try:
        said = json.loads(file.read_bytes())
        units = _column(folder / "filing_people.csv", "unit_id")
        bound = hashlib.sha256(file.read_bytes()).hexdigest()
        return Filing(int(said["year"]), int(said["half"]), frozenset(units), bound)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError([Fault(str(file), "record.no_filing")]) from error


def _column(file: Path, name: str) -> list[str]:
    rows = csv.DictReader(file.read_text("utf-8-sig").splitlines())
    return [row[name] for row in rows]


def _without(name: str, part: str) -> InputError:
    values = {"part": Sentence(f"record.part.{part}")}
    return InputError([Fault(name, "record.no_part", values=values)])


def _lines(content: bytes, part: str) -> tuple[str, list[str], list[str]]:
    """Return the header of a plan's file, the lines of a part, and the other part's."""
    header, *lines = content.decode("utf-8-sig").splitlines()
    if part not in PLANNED:
        return header, lines, []
    at = next(csv.reader([header])).index(KIND_COLUMN)
    kinds = [row[at] for row in csv.reader(lines)]
    mine = [line for line, kind in zip(lines, kinds, strict=True) if kind == KIND[part]]
    others = [line for line, kind in zip(lines, kinds, strict=True) if kind != KIND[part]]
    return header, mine, others
