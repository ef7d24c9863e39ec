"""What the commands do, apart from talking to people."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from planner.crosswalk import FILE as CROSSWALK
from planner.dataset import (
    Dataset,
    contradictions,
    other_tables,
    read_dataset,
    uncounted_wishes,
    unjoined_history,
)
from planner.duties import duty_of
from planner.errors import Fault, InputError, Read, gathered, hints
from planner.pairing.read import read_pairing
from planner.plans.finished import Folder, Verified, finished, read_folder, verified
from planner.plans.given import Given, read_input, refusal, sound_input
from planner.plans.making import Made, written
from planner.policy.found import InForce
from planner.scenario import read_scenario

if TYPE_CHECKING:
    from planner.allocation.solve import Engine
    from planner.audit import Finding
    from planner.crosswalk.bridge import Bridge


WHOLE = ("path.", "folder.", "workbook.")
"""How the sentences begin that refuse a folder or a workbook as a whole."""


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong and odd in a dataset, its tables' numbers of rows, and its policy."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    rows: dict[str, int]
    used: InForce | None = None

    def told(self) -> tuple[Fault, ...]:
        """Return what is said where something is wrong: the faults, then what is odd."""
        return (*self.faults, *hints(self.warnings)) if self.faults else ()


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
    crosswalk: Path | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A plan's folder judged: the proof's parts, or the findings of its audit.

    `wrong` is what its files don't claim as they should; `notes` what has changed since.
    """

    found: Folder
    used: InForce
    findings: "tuple[Finding, ...]"
    proofs: tuple[Verified, ...]
    wrong: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def check(data: Path, year: int | None, policy: Path | None) -> Checked:
    """Return everything that is wrong or odd in a dataset and a policy, all at once."""
    from planner.days.dataset import checked_days

    found = list[Fault]()
    used, figures, dataset = read_input(
        found, lambda place, when, _: read_dataset(place, when), data, year, policy
    )
    faults = [fault for fault in found if not fault.hint]
    odd = [replace(fault, hint=False) for fault in found if fault.hint]
    rows = dict[str, int]()
    if dataset is not None:
        odd += [*dataset.warnings, *uncounted_wishes(dataset)]
        rows = {name: frame.height for name, frame in cast(Dataset, dataset).tables().items()}
    if dataset is not None and figures is not None:
        faults += contradictions(dataset, figures)
        faults += unjoined_history(dataset, figures, year)
        if year is not None and not faults:
            from planner.pairing.hints import hints_of

            odd += hints_of(dataset, figures, year)
    if not any(fault.key.startswith(WHOLE) for fault in faults):
        read = [other_tables(data), checked_days(data, year, figures)]
        if year is not None:
            from planner.postings.data import checked_postings

            read.append(checked_postings(data, figures, year))
        for wrong, more in read:
            faults += [fault for fault in wrong if fault not in faults]
            odd += [one for one in more if one not in odd]
    return Checked(tuple(faults), tuple(odd), rows, used)


def plan(request: Request) -> Made:
    """Make, audit and write the plan that was asked for.

    Raises `InputError` with every fault of the input, `NoPlanError`, `SolverError`, and
    `ViolationError` where the audit of the finished plan finds one; nothing is written then.
    """
    from planner.pairing.duty import PAIRING
    from planner.pairing.hints import hints_of
    from planner.pairing.in_force import gone, read_in_force
    from planner.pairing.make import make_plan
    from planner.pairing.standing import claims_again, standing_of
    from planner.plans.kept import unclaimed
    from planner.plans.place import refuse_foreign, refuse_inputs

    given = (request.policy, request.scenario, request.crosswalk)
    refuse_inputs(request.out, request.data, given)
    early = list[Fault]()
    scenario = _given(early, request.scenario, read_scenario)
    bridge = _given(early, request.crosswalk, lambda file: _bridge(file, request.year))
    faults = list[Fault]()
    reader = partial(read_pairing, bridge=bridge)
    used, figures, dataset = read_input(
        faults, reader, request.data, request.year, request.policy, scenario
    )
    faults += early
    parts, standing, more = standing_of(request.part, request.leaders, request.out, request.year)
    faults += more
    in_force = _given(faults, request.in_force, read_in_force)
    if in_force is not None and bridge is not None:
        in_force = bridge.in_force(in_force)
    gathered(faults, lambda: refuse_foreign(PAIRING, request.out, used and used.content, scenario))
    if faults or dataset is None or figures is None or used is None:
        raise refusal(faults, dataset)
    made = make_plan(
        dataset,
        figures,
        request.year,
        parts=parts,
        standing=standing,
        engine=cast("Engine | None", request.engine),
        seconds=request.seconds,
        in_force=in_force,
    )
    if standing is not None:
        made = claims_again(made, standing, dataset, figures)
    odd = hints_of(dataset, figures, request.year)
    if in_force is not None and request.in_force is not None:
        odd += gone(dataset, in_force, request.in_force)
    warnings = (*dataset.warnings, *odd, *unclaimed(PAIRING, made))
    beside = {} if bridge is None else {CROSSWALK: bridge.content}
    read = Given(figures, dataset, used, scenario)
    return written(PAIRING, made, read, request.out, warnings, beside=beside)


def verify(data: Path, folder: Path, policy: Path | None) -> Judged:
    """Return what the proof of a finished plan shows, part by part, re-added over all options.

    Raises `InputError` with every fault of the tables, the policy, or the plan's files.
    """
    return _judged(data, folder, policy, proof=True)


def audit(data: Path, folder: Path, policy: Path | None) -> Judged:
    """Return the findings on a finished plan, and what has changed since it was made.

    Raises `InputError` with every fault of the tables, the policy, the plan or its summary.
    """
    return _judged(data, folder, policy, proof=False)


def _judged(data: Path, folder: Path, policy: Path | None, *, proof: bool) -> Judged:
    from planner.audit.notes import input_notes
    from planner.plans.kept import kept_wrong

    duty = duty_of(folder)
    found = finished(duty, folder) if proof else read_folder(duty, folder)
    given, differs = input_of(data, found, policy)
    findings = duty.audit(given.dataset.tables(), given.figures, found.files)
    proofs = verified(given.dataset, given.figures, found) if proof else []
    wrong = kept_wrong(found, given.dataset, given.figures, None if differs else findings)
    inputs = cast("dict[str, str]", given.dataset.inputs)
    present = {name: digest for name, digest in inputs.items() if name not in duty.beside}
    notes = [*differs, *input_notes(found.claims, present, duty.beside)]
    return Judged(found, given.used, tuple(findings), tuple(proofs), tuple(wrong), tuple(notes))


def why(
    data: Path, folder: Path, unit: str, station: str | None, policy: Path | None
) -> tuple[Any, Judged]:
    """Return why a unit has its stations, or why it has, or has not, one station.

    Raises `InputError` with every fault of the tables, the policy or the plan's files, and where
    the plan is not the best one for them: nothing can be priced then.
    """
    duty = duty_of(folder)
    found = finished(duty, folder)
    given, differs = input_of(data, found, policy)
    if duty.why is None:
        raise InputError([Fault(str(folder), "why.not_here")])
    answer = duty.why(given.dataset, given.figures, found.plan, unit, station)
    return answer, Judged(found, given.used, (), (), (), tuple(differs))


def input_of(data: Path, found: Folder, policy: Path | None) -> tuple[Given, list[Fault]]:
    """Return the input that judges a finished plan: its own policy and its scenario.

    Another policy that was given counts, and its difference is noted. Raises `InputError` with
    every fault, and where figures that were found are not those that the summary names.
    """
    read = found.duty.read
    if CROSSWALK in found.claims.inputs and CROSSWALK in found.files:
        file = found.place / CROSSWALK
        bridge = _bridge(file, found.plan.year, found.files[CROSSWALK])
        read = partial(read_pairing, bridge=bridge)
    given = sound_input(read, data, None, policy, found.scenario, folder=found.place)
    named, place = found.claims.policy, given.used.place
    if named is None or given.figures.digest() == named:
        return given, []
    if given.used.source == "given":
        return given, [Fault(str(place), "policy.other")]
    values = {"summary": found.place / "summary.json"}
    file = found.place / "policy.toml" if place is None else place
    raise InputError([Fault(str(file), "policy.differs", values=values)])


def _bridge(file: Path, year: int, content: bytes | None = None) -> "Bridge":
    from planner.crosswalk.bridge import read_bridge

    return read_bridge(file, year, content)


def _given(faults: list[Fault], file: Path | None, read: Callable[[Path], Read]) -> Read | None:
    """Return what is in a file, None where none was given; note what is wrong with it."""
    return None if file is None else gathered(faults, lambda: read(file))
