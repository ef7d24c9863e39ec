"""Plans year after year, each remembering those before it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from planner.errors import Fault, InputError, ViolationError
from planner.horizon.outlook import Outlook, Year
from planner.pairing.duty import PAIRING
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.pairing.units import PARTS
from planner.plans.files import POLICY, audit_file, files_of, names_of
from planner.plans.folder import replace_folder, settle
from planner.plans.place import foreign, refuse_inputs
from planner.plans.proved import proved
from planner.policy.write import policy_text

DATA = "data"
"""The folder beside a year's plan that it was made from, with its policy."""

OURS = re.compile(
    rf"\d{{4}}/({'|'.join(map(re.escape, names_of(PAIRING)))}|{DATA}/[^/]+\.(csv|toml))"
)
"""What a horizon leaves in its folder."""


@dataclass(frozen=True, slots=True, eq=False)
class YearPlan:
    """A year, its plan, and the files of that plan, its audit among them."""

    year: Year
    plan: Plan
    files: Mapping[str, bytes]
    rules: int


@dataclass(frozen=True, eq=False)
class Horizon:
    """The plans of consecutive years."""

    years: tuple[YearPlan, ...]

    @cached_property
    def summary(self) -> pl.DataFrame:
        """The years in short: a row per year and part, with its pairings and its goals' values.

        `counties_visited` and `stations_visited` count all since the first year, both parts.
        """
        first, rows = self.years[0].year.year, list[dict[str, object]]()
        for one in self.years:
            visited = _visited(one, first)
            for part in PARTS:
                goals = {
                    goal.goal: goal.value
                    for proved in one.plan.parts
                    if proved.part == part
                    for goal in proved.goals
                }
                made = {"year": one.year.year, "part": part, "pairings": one.plan.of(part).height}
                rows.append({**made, **goals, **visited})
        names = dict.fromkeys(name for row in rows for name in row if name not in _VISITED)
        kinds = {name: pl.String if name == "part" else pl.Int64 for name in (*names, *_VISITED)}
        return pl.DataFrame(rows, schema=kinds)

    def write(self, folder: Path) -> None:
        """Write `FOLDER/2019`, `FOLDER/2020`, …, each with the plan's files and the folder `data`.

        With the tables in `data` and its policy.toml the plan can be audited and made again. The
        years of an earlier horizon go as a whole. Raises InputError where a file is there that no
        horizon left, or the folder can't be written to.
        """
        refuse_horizon(folder)
        files = dict[str, bytes]()
        for one in self.years:
            place, policy = str(one.year.year), policy_text(one.year.policy).encode()
            data = {**one.year.files, POLICY: policy}
            files |= {f"{place}/{DATA}/{name}": content for name, content in data.items()}
            files |= {f"{place}/{name}": content for name, content in one.files.items()}
        replace_folder(folder, files, lambda path: OURS.fullmatch(path) is not None)


def refuse_horizon(
    folder: Path, data: Path | None = None, inputs: Iterable[Path | None] = ()
) -> None:
    """Raise InputError where no horizon may be written: over its inputs, or what others left."""
    refuse_inputs(folder, data, inputs)
    settle(folder)
    faults = [
        fault
        for year in sorted(folder.glob("[0-9][0-9][0-9][0-9]"))
        for fault in foreign(PAIRING, year, {})
    ]
    within = () if data is None else (data, *inputs)
    for one in within:
        if one is not None and one.resolve().is_relative_to(folder.resolve()):
            faults += [Fault(str(one), "out.input")] if _is_ours(folder, one) else []
    if faults:
        raise InputError(faults)


def _is_ours(folder: Path, place: Path) -> bool:
    """Whether a file, or the files of a folder, are where a horizon writes."""
    path = place.resolve().relative_to(folder.resolve()).as_posix()
    return any(OURS.fullmatch(name) is not None for name in (path, f"{path}/leaders.csv"))


_VISITED = ("counties_visited", "stations_visited")


def plan_years(outlook: Outlook, years: int) -> Horizon:
    """Return the best plan of each year, given the plans of the years before.

    Raises InputError with every fault of a year's changes, NoPlanError that names the year where
    one has no plan, ViolationError where an audit finds one.
    """
    found: list[YearPlan] = []
    year = outlook.start()
    for _ in range(years):
        if found:
            year = outlook.after(found[-1].year, found[-1].plan.pairs)
        found.append(checked(year, make_plan(year.dataset, year.policy, year.year)))
    return Horizon(tuple(found))


def checked(year: Year, plan: Plan) -> YearPlan:
    """Return a year's plan with its files, once its audit, and the proof it has, hold."""
    if plan.parts:
        done = proved(PAIRING, plan, year.dataset, year.policy)
        return YearPlan(year, done.plan, done.files, len(done.findings))
    files = files_of(PAIRING, plan, year.policy)
    findings = PAIRING.audit(year.dataset.tables(), year.policy, files)
    broken = [finding.told() for finding in findings if not finding.holds]
    if broken:
        raise ViolationError(broken)
    return YearPlan(year, plan, files | audit_file(findings), len(findings))


def _visited(one: YearPlan, first: int) -> dict[str, int]:
    """Return how many counties and stations were visited from the first year on."""
    history, stations = one.year.dataset.history, one.year.dataset.stations
    earlier = history.filter(pl.col("year") >= first)["station_id"].to_list()
    visited = {*earlier, *one.plan.pairs["station_id"].to_list()}
    counties = stations.filter(pl.col("station_id").is_in(sorted(visited)))
    number = counties.select("city", "county").n_unique()
    return dict(zip(_VISITED, (number, len(visited)), strict=True))
