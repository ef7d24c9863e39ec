"""What the leader's page says of a finished plan: read from its folder, checked, and counted."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner import commands
from planner.allocation.prices import NotBestError
from planner.allocation.solve import NotNestedError
from planner.dataset import Dataset
from planner.errors import Fault, InputError, ViolationError
from planner.pairing.plan import Plan
from planner.pairing.prices import price_table
from planner.pairing.views import city_bands, counties_by_year, wishes_told
from planner.plans.finished import Verified
from planner.policy import Policy

_DATA = "data"
"""Where a year of a horizon has the tables that it was made from."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A plan that was audited and verified just now, and the frames its page shows.

    `bands` are the cities' (`city_bands`), `unmet` the wishes that are not met (`wishes_told`),
    `fresh` how many counties have a pairing for the first time on record.
    """

    data: Path
    dataset: Dataset
    policy: Policy
    plan: Plan
    proofs: tuple[Verified, ...]
    rules: int
    scenario: str
    bands: pl.DataFrame
    wishes: pl.DataFrame
    fresh: int

    @property
    def proved(self) -> bool:
        """Whether every goal of every part is proved to be at its best."""
        return all(len(part.part.goals) == part.proved for part in self.proofs)

    @property
    def unmet(self) -> pl.DataFrame:
        """The wishes that are not met."""
        return self.wishes.filter(~pl.col("met"))


def facts_of(folder: Path, data: Path | None = None, policy: Path | None = None) -> Facts:
    """Return what is to be said of the plan in a folder, made from `data` (else its own `data`).

    Raises InputError with every fault, ViolationError where the audit finds a rule broken or the
    proof does not show what is claimed.
    """
    place = data or folder / _DATA
    if not place.exists():
        raise InputError([Fault(str(folder), "page.no_data")])
    judged = commands.verify(place, folder, policy)
    broken = [finding.told() for finding in judged.findings if not finding.holds]
    if broken:
        raise ViolationError(broken)
    failed = [failure for proof in judged.proofs for failure in proof.failures]
    if failed:
        raise InputError([Fault(str(folder), "page.unproved", values={"failures": failed[0]})])
    if judged.wrong:
        raise InputError(judged.wrong)
    given, _ = commands.input_of(place, judged.found, policy)
    figures, dataset = given.figures, given.dataset
    plan, scenario = judged.found.plan, judged.found.scenario
    years = counties_by_year(dataset, plan).filter(year=plan.year)
    return Facts(
        data=place,
        dataset=dataset,
        policy=figures,
        plan=plan,
        proofs=judged.proofs,
        rules=len(judged.findings),
        scenario="" if scenario is None else scenario.name,
        bands=city_bands(dataset, figures, plan),
        wishes=wishes_told(dataset, figures, plan, _prices(dataset, figures, plan)),
        fresh=int(years["first"].sum()),
    )


def _prices(dataset: Dataset, policy: Policy, plan: Plan) -> pl.DataFrame | None:
    """Return the departments' prices, None where the plan has no departments or can't be priced."""
    if not any(part.part == "departments" for part in plan.parts):
        return None
    try:
        return price_table(dataset, policy, plan, "departments")
    except (NotNestedError, NotBestError):
        return None
