"""Why not with another batch, why not at another station: what a plan loses, in sentences."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import polars as pl

from planner.allocation.prices import with_just
from planner.allocation.problem import Problem
from planner.allocation.solve import NotNestedError
from planner.dates import Day
from planner.errors import Fault, InputError, Sentence, SolverError
from planner.naming import called
from planner.plans.losses import loss_sentence
from planner.postings.facts import Cadre
from planner.postings.prices import Price, Standing
from planner.postings.starts import together, verdicts

RUNNERS_UP = 3
"""So many of the cheapest other hosts are told."""

Told = tuple[tuple[Sentence, ...], list[dict[str, Any]]]
"""Sentences, and their figures as plain rows."""


def alternatives(stands: Standing, cadre: Cadre) -> Told:
    """Return what every other batch, not going, and the cheapest other hosts would cost."""
    told, rows = _batches(stands, cadre, None)
    more, hosts = _hosts(stands, cadre)
    return (*told, *more), [*rows, *hosts]


def asked_about(stands: Standing, cadre: Cadre, place: str) -> Told:
    """Return why someone goes, or does not, with one batch (its first day) or to one station.

    Raises `InputError` where there is no such batch or station.
    """
    who = {"person": f"{cadre.name}（{cadre.id}）"}
    head = Sentence("postings.why.who", who)
    case = stands.problems.case
    day = next((start for start in case.starts if str(start) == place), None)
    if day is not None:
        told, rows = _batches(stands, cadre, day)
        return (head, *told), rows
    if place not in case.hosts.position:
        starts = "、".join(map(str, case.starts))
        values = {"value": place, "starts": starts}
        raise InputError([Fault("STATION", "postings.why.no_such", values=values)])
    told, rows = _station(stands, cadre, place)
    return (head, *told), rows


def _batches(stands: Standing, cadre: Cadre, day: Day | None) -> Told:
    """Return the price of every other batch, or of one."""
    case = stands.problems.case
    own: list[int] = stands.departures(cadre.id).tolist()
    goes = {case.departures[at].start for at in own if at in stands.names}
    mine = {case.departures[at].start for at in own}
    if day is not None and day in goes:
        return (Sentence("postings.why.this_batch", {"start": day}),), []
    if day is not None and day not in mine:
        return tuple(one for one in verdicts(case, cadre) if one.values["start"] == day), []
    if not mine:
        return (), []
    if not stands.priced:
        return (Sentence("postings.why.unpriced"),), []
    try:
        found = [one for one in stands.batches(cadre.id) if day is None or one.start == day]
    except SolverError:
        return (Sentence("postings.why.unpriced"),), []
    told = (priced_sentence(one, lambda some: _against(stands, some)) for one in found)
    return tuple(together(told)), [priced_rows(one) for one in found]


def priced_sentence(price: Price, against: Callable[[Problem], Sentence]) -> Sentence:
    """Return what a price is for and what is lost; where it is a bound, that it is one.

    `against` says why a problem has no choice: what keeps all plans from the change.
    """
    values: dict[str, object] = {"start": price.start}
    key = "postings.why.stay" if price.start is None else "postings.why.batch"
    if price.against is not None:
        why = {"why": against(price.against)}
        return Sentence(key, {**values, "loss": Sentence("postings.why.no_plan", why)})
    assert price.losses is not None, "what some plan has is priced"
    loss = loss_sentence(price.losses)
    bound = Sentence(f"postings.why.{price.sure}", {"loss": loss})
    return Sentence(key, {**values, "loss": loss if price.sure == "exact" else bound})


def priced_rows(price: Price) -> dict[str, Any]:
    """Return a price as a plain row."""
    row = {"person_id": price.person, "start_date": price.start, "sure": price.sure}
    return {**row, "possible": price.losses is not None, **(price.losses or {})}


def _hosts(stands: Standing, cadre: Cadre) -> Told:
    """Return the cheapest other hosts for someone who goes, the names being what they are."""
    if not _goes(stands, cadre):
        return (), []
    try:
        others = _mine(stands.hosts(), cadre).filter(~pl.col("chosen"), "possible")
    except NotNestedError:
        return (Sentence("postings.why.hosts_cross"),), []
    cheapest = others.sort(*_goals(stands)).head(RUNNERS_UP).to_dicts()
    if not cheapest:
        return (Sentence("postings.why.no_other_host"),), []
    head = Sentence("postings.why.hosts", {"number": len(cheapest)})
    return (head, *(_host(stands, "postings.why.host", row) for row in cheapest)), cheapest


def _station(stands: Standing, cadre: Cadre, station: str) -> Told:
    """Return why someone goes to a station, what it costs to send them there, or that none can."""
    values: dict[str, object] = {"station": _called(stands, station)}
    if not _goes(stands, cadre):
        return (Sentence("postings.why.stays"), *_batches(stands, cadre, None)[0]), []
    try:
        rows = _mine(stands.hosts(), cadre).filter(host_id=station).to_dicts()
    except NotNestedError:
        return (Sentence("postings.why.hosts_cross"),), []
    if not rows:
        return (Sentence("postings.why.unfit", values),), []
    (row,) = rows
    if not row["possible"]:
        key = "postings.why.must" if row["chosen"] else "postings.why.taken"
        values["why"] = _against(stands, _turned(stands, cadre, station, not row["chosen"]))
        return (Sentence(key, values),), rows
    key = "postings.why.here" if row["chosen"] else "postings.why.there"
    return (_host(stands, key, row),), rows


def _turned(stands: Standing, cadre: Cadre, station: str, there: bool) -> Problem:
    """Return the problem of the hosts for these names, someone being at a station, or not."""
    problem, kept, _ = stands.where
    case, options = stands.problems.case, stands.problems.options
    at = case.hosts.position[station]
    here = (options.station[kept] == at) & np.isin(
        options.departure[kept], stands.departures(cadre.id)
    )
    return with_just(problem, np.flatnonzero(here), int(there))


def _against(stands: Standing, problem: Problem) -> Sentence:
    from planner.postings.impossible.asked import Asked
    from planner.postings.impossible.told import against

    case = stands.problems.case
    asked = Asked("postings", case.facts, case.policy, case.year)
    return against(asked, stands.dataset, problem)


def _host(stands: Standing, key: str, row: dict[str, Any]) -> Sentence:
    values = {
        "station": _called(stands, row["host_id"]),
        "place": f"{row['city']}{row['county']}",
        "loss": loss_sentence({goal: row[goal] for goal in _goals(stands)}),
    }
    return Sentence(key, values)


def _goes(stands: Standing, cadre: Cadre) -> bool:
    return any(at in stands.names for at in stands.departures(cadre.id))


def _mine(hosts: pl.DataFrame, cadre: Cadre) -> pl.DataFrame:
    return hosts.filter(person_id=cadre.id)


def _goals(stands: Standing) -> Sequence[str]:
    return [goal.name for goal in stands.where[0].goals]


def _called(stands: Standing, station: str) -> Sentence:
    hosts = stands.problems.case.hosts
    return called(station, hosts.facts.stations[hosts.position[station]].name)
