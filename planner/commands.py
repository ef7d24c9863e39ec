"""What the commands do, apart from talking to people."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from planner.allocation.prices import NotBestError
from planner.allocation.solve import Engine
from planner.audit import Finding, audit_folder, audit_notes
from planner.dataset import Dataset, contradictions, read_dataset
from planner.errors import Fault, InputError, Read, gathered
from planner.finished import Verified, finished, read_finished, scenario_of, verified
from planner.outputs import PLAN, audit_file, files_of, publish_plan, tables_of
from planner.pairing.in_force import gone, read_in_force
from planner.pairing.make import make_plan
from planner.pairing.oddities import oddities
from planner.pairing.plan import Plan
from planner.pairing.units import PARTS, Part
from planner.pairing.why import Answer, why_pair, why_unit
from planner.policy import Policy, read_policy
from planner.proved import proved
from planner.scenario import FILE, Scenario, read_scenario


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong and odd in a dataset, and its tables' numbers of rows."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Request:
    """What `planner plan` was asked for."""

    data: Path
    year: int
    out: Path
    policy: Path | None = None
    part: str = "both"
    leaders: Path | None = None
    engine: str | None = None
    seconds: float | None = None
    in_force: Path | None = None
    scenario: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A plan that was verified, audited and written, what was odd, and the rules audited."""

    plan: Plan
    warnings: tuple[Fault, ...]
    proofs: tuple[Verified, ...]
    rules: int
    scenario: Scenario | None = None


def check(data: Path, year: int | None, policy: Path | None) -> Checked:
    """Return everything that is wrong or odd in a dataset and a policy, all at once."""
    figures, dataset, faults = _read(data, year, policy)
    if dataset is None or figures is None:
        return Checked(tuple(faults), (), {})
    faults += contradictions(dataset, figures)
    odd = oddities(dataset, figures, year) if year is not None and not faults else []
    rows = {name: frame.height for name, frame in dataset.tables().items()}
    return Checked(tuple(faults), (*dataset.warnings, *odd), rows)


def plan(request: Request) -> Made:
    """Make, audit and write the plan that was asked for.

    Raises `InputError` with every fault of the input, `NoPlanError`, `SolverError`, and
    `ViolationError` where the audit of the finished plan finds one; nothing is written then.
    """
    early = list[Fault]()
    scenario = _given(early, request.scenario, read_scenario)
    figures, dataset, faults = _read(request.data, request.year, request.policy, scenario)
    faults += early
    parts = PARTS if request.part == "both" else (cast(Part, request.part),)
    standing, more = _standing(request, parts)
    faults += more
    in_force = _given(faults, request.in_force, read_in_force)
    if faults or dataset is None or figures is None:
        raise InputError(faults)
    made = make_plan(
        dataset,
        figures,
        request.year,
        parts=parts,
        standing=standing,
        engine=cast(Engine | None, request.engine),
        seconds=request.seconds,
        in_force=in_force,
    )
    with tables_of(dataset, None if scenario else request.data) as tables:
        checked = proved(made, dataset, figures, tables)
    odd = oddities(dataset, figures, request.year)
    publish_plan(files_of(made, scenario) | audit_file(checked.findings), request.out)
    warnings = (*dataset.warnings, *odd, *gone(dataset, made.in_force))
    return Made(checked.plan, warnings, checked.proofs, len(checked.findings), scenario)


def verify(data: Path, folder: Path, policy: Path | None) -> list[Verified]:
    """Return what the proof of a finished plan shows, part by part, re-added over all pairs.

    Raises `InputError` with every fault of the tables, the policy, or the plan's files.
    """
    figures, dataset = sound_input(data, None, policy, scenario_of(folder))
    return verified(dataset, figures, folder)


def audit(data: Path, folder: Path, policy: Path | None) -> tuple[list[Finding], list[Fault]]:
    """Return the findings on a finished plan, and what has changed since it was made.

    Raises `InputError` with every fault of the tables, the policy, the plan or its summary.
    """
    scenario = scenario_of(folder)
    figures, dataset = sound_input(data, None, policy, scenario)
    with tables_of(dataset, None if scenario else data) as tables:
        findings = audit_folder(tables, folder, figures, changed=scenario is not None)
    notes = audit_notes(data, folder, figures)
    return findings, [note for note in notes if note.file != FILE]


def why(data: Path, folder: Path, unit: str, station: str | None, policy: Path | None) -> Answer:
    """Return why a unit has its stations, or why it has, or has not, one station.

    Raises `InputError` with every fault of the tables, the policy or the plan's files, and where
    the plan is not the best one for them: nothing can be priced then.
    """
    figures, dataset = sound_input(data, None, policy, scenario_of(folder))
    plan = finished(folder)
    try:
        if station is None:
            return why_unit(dataset, figures, plan, unit)
        return why_pair(dataset, figures, plan, unit, station)
    except NotBestError:
        raise InputError([Fault(str(folder), "why.not_best")]) from None


def sound_input(
    data: Path, year: int | None, policy: Path | None, scenario: Scenario | None = None
) -> tuple[Policy, Dataset]:
    """Return the policy and the dataset, as a scenario changes them where one is given.

    Raises `InputError` with every fault of both.
    """
    figures, dataset, faults = _read(data, year, policy, scenario)
    if faults or dataset is None or figures is None:
        raise InputError(faults)
    return figures, dataset


def as_rows(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings as plain data."""
    return [asdict(finding) for finding in findings]


def _given(faults: list[Fault], file: Path | None, read: Callable[[Path], Read]) -> Read | None:
    """Return what is in a file, None where none was given; note what is wrong with it."""
    return None if file is None else gathered(faults, lambda: read(file))


def _read(
    data: Path, year: int | None, policy: Path | None, scenario: Scenario | None = None
) -> tuple[Policy | None, Dataset | None, list[Fault]]:
    """Read policy and dataset and change them, so that the faults of all come at once."""
    faults = list[Fault]()
    figures = gathered(faults, lambda: Policy() if policy is None else read_policy(policy))
    dataset = gathered(faults, lambda: read_dataset(data, year))
    if scenario is not None and dataset is not None:
        base = dataset
        changed = gathered(faults, lambda: scenario.apply(base, figures or Policy()))
        if changed is not None:
            dataset, figures = changed[0], figures and changed[1]
    return figures, dataset, faults


def _standing(request: Request, parts: tuple[Part, ...]) -> tuple[Plan | None, list[Fault]]:
    """Return the plan of the other part as it stands, and what is wrong with it."""
    kept: list[Part] = [part for part in PARTS if part not in parts]
    if request.leaders is not None and kept != ["leaders"]:
        return None, [Fault("--leaders", "leaders.not_asked")]
    if not kept:
        return None, []
    file = request.leaders or request.out / PLAN
    try:
        standing = read_finished(file)
    except InputError as error:
        return None, list(error.faults)
    if kept == ["leaders"] and (standing is None or standing.of("leaders").is_empty()):
        return None, [Fault(str(file), "leaders.missing")]
    years = [] if standing is None else standing.pairs["year"].unique().sort().to_list()
    if any(year != request.year for year in years):
        values = {"value": "、".join(map(str, years)), "year": request.year}
        return None, [Fault(str(file), "standing.year", column="year", values=values)]
    return standing, []
