"""A person's story in a plan of postings: the verdicts, what came of it, what stood in the way."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from planner.allocation.prices import NotBestError
from planner.errors import Fault, InputError, Sentence
from planner.plans.answer import Answer, person_of
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.postings.data import PostingsData
from planner.postings.facts import Cadre, Facts
from planner.postings.prices import standing
from planner.postings.starts import earlier, together, verdicts
from planner.postings.training.case import Training
from planner.postings.training.problem import Problems
from planner.postings.why_not import alternatives, asked_about
from planner.rulebook import TRAINING


def why_person(
    dataset: PostingsData, policy: Policy, plan: Plan, person: str, place: str | None
) -> Answer:
    """Return why someone goes when and where they go, or stays, and what else would cost.

    Someone is known by id or by name; `place` asks about one batch (its first day) or one station
    alone. Raises `InputError` where nobody, or several, are called so, where there is no such batch
    or station, and where the plan is not the best one: nothing can be priced then.
    """
    cadre = _cadre(dataset.facts(policy, plan.year), person)
    try:
        stands = standing(dataset, policy, plan)
        if place is not None:
            return Answer(*asked_about(stands, cadre, place))
        told = _story(stands.problems.case, plan, cadre)
        sentences, rows = alternatives(stands, cadre)
    except NotBestError:
        raise InputError([Fault("postings.csv", "why.not_best")]) from None
    return Answer((*told, *sentences), rows)


def _story(case: Training, plan: Plan, cadre: Cadre) -> list[Sentence]:
    """Return the verdicts, what came of them, and what stood in the way."""
    rows = [row for row in plan.rows.to_dicts() if row["person_id"] == cadre.id]
    told = [Sentence("postings.why.who", {"person": f"{cadre.name}（{cadre.id}）"})]
    told += earlier(case.facts, cadre.id)
    told += together(verdicts(case, cadre))
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
    names = {one.id: one.name for one in facts.cadres.values()}
    return facts.cadres[person_of(names, person, "postings.why.nobody", "postings.why.several")]


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
