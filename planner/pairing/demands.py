"""What a conflict asks for: its lower bounds, a clause for each rule."""

import numpy as np

from planner.dataset import Dataset
from planner.errors import Sentence
from planner.pairing.candidates import Clash
from planner.pairing.naming import named, picked, where
from planner.policy import CLAUSES
from planner.rulebook import RULE


def demands_of(
    dataset: Dataset, clash: Clash, but: tuple[str, str] | None = None
) -> list[Sentence]:
    """Return what the lower bounds ask for, a clause for each rule; nothing of the pair `but`."""
    return [*_stations_asked(clash), *_pins_asked(dataset, clash, but), *_share_asked(clash)]


def _stations_asked(clash: Clash) -> list[Sentence]:
    groups, case = clash.groups("unit_quota", "lower"), clash.case
    if not len(groups):
        return []
    values = {
        "units": named(picked(case.units.ids, groups), f"units.{case.part}"),
        "amount": int(case.units.lower[groups].sum()),
        "clause": CLAUSES[f"{case.part}.stations"],
    }
    return [Sentence("blame.units.one" if len(groups) == 1 else "blame.units", values)]


def _pins_asked(dataset: Dataset, clash: Clash, but: tuple[str, str] | None) -> list[Sentence]:
    groups, case = clash.groups("pin", "lower"), clash.case
    required = np.flatnonzero(case.required)[groups]
    pairs = [
        (case.units.ids[case.unit[n]], case.field.ids[case.station[n]]) for n in required.tolist()
    ]
    pairs = [pair for pair in pairs if pair != but]
    if not pairs:
        return []
    rows = [
        row
        for row, unit, station, decision in dataset.pins.select(
            "row", "unit_id", "station_id", "decision"
        ).iter_rows()
        if decision == "require" and (unit, station) in pairs
    ]
    values = {
        "pairs": named([f"{unit}–{station}" for unit, station in pairs], "pairs"),
        "rows": where(dataset.file("pins"), rows),
        "clause": RULE["pin"].clause,
    }
    return [Sentence("blame.pins", values)]


def _share_asked(clash: Clash) -> list[Sentence]:
    if "hard_share.lower" not in clash.rules:
        return []
    case = clash.case
    total = int(case.units.upper.sum())
    percent = case.policy.stations.hard_percent
    values = {"amount": -(-percent * total // 100), "percent": percent, "total": total}
    return [Sentence("blame.share", values | {"clause": CLAUSES["stations.hard_percent"]})]
