"""A person's story in a plan of postings: the verdicts, what came of it, what stood in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from planner.allocation.prices import NotBestError
from planner.errors import Fault, InputError, Sentence
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.postings.blocked import every_block
from planner.postings.data import PostingsData
from planner.postings.days import end_of
from planner.postings.facts import Cadre, Facts
from planner.postings.prices import standing
from planner.postings.training.case import Training
from planner.postings.training.problem import Problems
from planner.postings.verdict import months_of, verdict
from planner.postings.why_not import alternatives, asked_about
from planner.rulebook import TRAINING


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences of an answer, and its figures as plain rows."""

    sentences: tuple[Sentence, ...]
    rows: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


def why_person(
    dataset: PostingsData, policy: Policy, plan: Plan, person: str, place: str | None
) -> Story:
    """Return why someone goes when and where they go, or stays, and what else would cost.

    Someone is known by id or by name; `place` asks about one batch (its first day) or one station
    alone. Raises `InputError` where nobody, or several, are called so, where there is no such batch
    or station, and where the plan is not the best one: nothing can be priced then.
    """
    cadre = _cadre(dataset.facts(policy, plan.year), person)
    try:
        stands = standing(dataset, policy, plan)
        if place is not None:
            return Story(*asked_about(stands, cadre, place))
        told = _story(stands.problems.case, plan, cadre)
        sentences, rows = alternatives(stands, cadre)
    except NotBestError:
        raise InputError([Fault("postings.csv", "why.not_best")]) from None
    return Story((*told, *sentences), rows)


def _story(case: Training, plan: Plan, cadre: Cadre) -> list[Sentence]:
    """Return the verdicts, what came of them, and what stood in the way."""
    rows = [row for row in plan.rows.to_dicts() if row["person_id"] == cadre.id]
    told = [Sentence("postings.why.who", {"person": f"{cadre.name}（{cadre.id}）"})]
    told += together(_verdicts(case, cadre))
    if not rows:
        told.append(Sentence("postings.why.stays"))
    for row in rows:
        values = {name: row[name] for name in ("host", "city", "county", "route", "need")}
        told.append(
            Sentence(
                "postings.why.goes",
                {**values, "start": row["start_date"], "end": row["end_date"]},
            )
        )
    first = rows[0]["start_date"] if rows else None
    told += _in_the_way(
        case, plan, cadre.id, [d for d in case.starts if first is None or d < first]
    )
    return told


def _cadre(facts: Facts, person: str) -> Cadre:
    if person in facts.cadres:
        return facts.cadres[person]
    named = [one for one in facts.cadres.values() if one.name == person]
    if len(named) == 1:
        return named[0]
    key = "postings.why.several" if named else "postings.why.nobody"
    names = "、".join(one.id for one in named)
    raise InputError([Fault("PERSON", key, values={"value": person, "names": names})])


def _verdicts(case: Training, cadre: Cadre) -> Iterator[Sentence]:
    """Yield what holds on each start: who may go on which route, or what speaks against it."""
    going = {one.batch: one for one in case.departures if one.person == cadre.id}
    for batch, start in enumerate(case.starts):
        found = verdict(cadre, case.facts.rows.get(cadre.id, ()), start, case.policy.training)
        values: dict[str, object] = {"start": start, "route": found.word}
        if batch in going:
            yield Sentence("postings.why.may", {**values, "stations": len(going[batch].stations)})
        elif found.eligible:
            end = end_of(start, months_of(found.word, case.policy.training))
            codes = every_block(case.facts, cadre.id, "training", start, end) or ["host"]
            yield Sentence("postings.why.kept", {**values, "why": all_of("block", codes)})
        else:
            why = all_of("reason", found.reasons())
            yield Sentence(f"postings.why.{found.word}", {**values, "why": why})


def together(told: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield sentences that differ in their start alone as one, of all these starts."""
    starts: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], Sentence] = {}
    for one in told:
        key = (one.key, Sentence(one.key, {**one.values, "start": ""}).text("en"))
        starts.setdefault(key, []).append(str(one.values["start"]))
        first.setdefault(key, one)
    for key, one in first.items():
        yield Sentence(one.key, {**one.values, "start": "、".join(starts[key])})


def all_of(kind: str, codes: list[str]) -> Sentence:
    """Return codes in words, one after the other."""
    told: Sentence | None = None
    for code in codes:
        known = Sentence(f"postings.{kind}.{code.rstrip('?')}")
        open_ = Sentence("postings.why.open", {"what": known}) if code.endswith("?") else known
        told = open_ if told is None else Sentence("postings.why.and", {"a": told, "b": open_})
    return told or Sentence("postings.why.nothing")


def _in_the_way(case: Training, plan: Plan, person: str, days: list[Any]) -> Iterator[Sentence]:
    """Yield the limits that are full on starts on which someone could have gone and does not."""
    problem = Problems(case).who
    place = {(one.person, one.start): at for at, one in enumerate(case.departures)}
    gone = [place.get((row["person_id"], row["start_date"])) for row in plan.rows.to_dicts()]
    others = np.zeros(problem.options, np.int64)
    others[[at for at in gone if at is not None and case.departures[at].person != person]] = 1
    rules = {rule.id: rule for rule in TRAINING}
    for day in days:
        at = place.get((person, day))
        if at is None:
            continue
        for quota in problem.quotas:
            full = quota.sums(others) >= quota.upper
            for group in quota.group[(quota.option == at) & full[quota.group]].tolist()[:1]:
                rule = rules[quota.rule]
                stated = Sentence("rule.stated", {"zh": rule.zh, "en": rule.en})
                what = "、".join(quota.keys[int(group)])
                yield Sentence("postings.why.full", {"start": day, "rule": stated, "what": what})
