"""What `planner horizon` does, apart from talking to people."""

from dataclasses import dataclass
from pathlib import Path

from planner.crosswalk.moves import Crosswalk, read_crosswalk
from planner.errors import Fault, InputError, gathered
from planner.horizon.changes import read_changes
from planner.horizon.fewest import Schedule, fewest_years
from planner.horizon.first_year import OPTION, GiveUp
from planner.horizon.outlook import Outlook
from planner.horizon.run import Horizon, plan_years
from planner.horizon.targets import Targets, county_targets, read_targets
from planner.pairing.read import read_pairing
from planner.plans.given import sound_input
from planner.scenario import Scenario

COUNTIES = "counties"
"""The word that asks for every county."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: `years` are to be planned, or with `visit` the most there may be."""

    data: Path
    first: int
    years: int
    policy: Path | None = None
    changes: Path | None = None
    crosswalk: Path | None = None
    visit: str | None = None
    give_up: str | None = None


def answer(request: Request) -> Horizon | Schedule:
    """Return the plans of the years, or with `visit` the schedule of the fewest.

    Raises InputError with every fault of all files and options, and what `plan_years` and
    `fewest_years` raise.
    """
    given = sound_input(read_pairing, request.data, request.first, request.policy)
    policy, dataset = given.figures, given.dataset
    faults, first, years = list[Fault](), request.first, request.years
    changes, crosswalk = dict[int, Scenario](), Crosswalk()
    targets: Targets | None = None
    give_up: GiveUp | None = None
    if request.changes is not None:
        file = request.changes
        changes = gathered(faults, lambda: read_changes(file, first, years)) or changes
    if request.crosswalk is not None:
        file = request.crosswalk
        crosswalk = (
            gathered(faults, lambda: read_crosswalk(file, dataset.stations, first)) or crosswalk
        )
    if request.visit is not None:
        name = request.visit
        targets = gathered(
            faults,
            lambda: (
                county_targets(dataset.stations)
                if name == COUNTIES
                else read_targets(name, dataset.stations)
            ),
        )
    if request.give_up is not None:
        text = request.give_up
        give_up = gathered(faults, lambda: GiveUp.parse(text, policy))
        faults += [] if request.visit is not None else [Fault(OPTION, "visit.needed")]
    if faults:
        raise InputError(faults)
    outlook = Outlook(dataset, policy, first, changes, crosswalk)
    if targets is None:
        return plan_years(outlook, years)
    return fewest_years(outlook, targets, years, give_up)
