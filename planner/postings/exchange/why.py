"""Why someone is, or is not, exchanged, and what it costs from another start, elsewhere, or not."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from planner.allocation.prices import NotBestError
from planner.allocation.problem import IntArray, Problem
from planner.dates import Day, end_of
from planner.errors import Fault, InputError, Sentence, SolverError
from planner.plans.answer import Answer, person_of
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.postings.blocked import every_block
from planner.postings.data import PostingsData
from planner.postings.exchange.case import Exchange
from planner.postings.exchange.plan import find, problem_of
from planner.postings.exchange_verdict import ExchangeVerdict, of_cadre, of_chief
from planner.postings.facts import Facts
from planner.postings.impossible.asked import Asked
from planner.postings.impossible.told import against
from planner.postings.prices import Price, price_in
from planner.postings.starts import all_of, earlier, together
from planner.postings.why_not import priced_rows, priced_sentence
from planner.rulebook.exchange import N6

SECONDS = 30.0
"""How long one exchange may take to be made again for a price."""


def why_exchanged(
    dataset: PostingsData, case: Exchange, plan: Plan, person: str, place: str | None
) -> Answer:
    """Return why someone goes when and where they go, or stays, and what else would cost.

    Someone is known by id or by name; `place` asks about one host, or one start, alone. Raises
    `InputError` where nobody, or several, are called so, where the plan is not the best one, and
    for what is neither.
    """
    people = {**case.facts.cadres, **case.facts.chiefs}
    names = {one.id: one.name for one in people.values()}
    who = person_of(names, person, "exchange.why.nobody", "postings.why.several")
    chosen, unknown = find(case, plan.rows)
    if unknown:
        raise InputError([Fault("exchange.csv", "why.not_best")])
    told = [Sentence("postings.why.who", {"person": f"{names[who]}（{who}）"})]
    told += earlier(case.facts, who)
    told += together(_verdicts(case, who))
    rows = [row for row in plan.rows.to_dicts() if row["person_id"] == who]
    told += [_goes(row) for row in rows] or [Sentence("exchange.why.stays")]
    try:
        prices = list(_prices(case, problem_of(case), chosen, who, place))
    except NotBestError:
        raise InputError([Fault("exchange.csv", "why.not_best")]) from None
    except SolverError:
        return Answer((*told, Sentence("exchange.why.unpriced")), rows)
    asked = Asked("exchange", case.facts, case.policy, case.year)
    priced = [priced_sentence(one, lambda some: against(asked, dataset, some)) for one in prices]
    return Answer((*told, *together(priced)), [*rows, *map(priced_rows, prices)])


def _verdicts(case: Exchange, who: str) -> Iterator[Sentence]:
    """Yield what holds on each start: to how many hosts someone may go, or what speaks against."""
    facts, policy = case.facts, case.policy
    posting = "secondment" if who in case.facts.cadres else "attachment"
    for start in case.starts:
        hosts = {m.host for m in case.moves if m.person == who and m.start == start}
        found = _verdict(facts, policy, who, start)
        if hosts:
            yield Sentence("exchange.why.may", {"start": start, "hosts": len(hosts)})
        elif found.word == "yes":
            end = end_of(start, policy.exchange.months)
            codes = every_block(facts, who, posting, start, end) or ["host"]
            yield Sentence("exchange.why.kept", {"start": start, "why": all_of("block", codes)})
        else:
            why = all_of("reason", found.reasons())
            values = {"start": start, "why": why, "clause": N6}
            yield Sentence(f"postings.why.{found.word}", values)


def _verdict(facts: Facts, policy: Policy, who: str, start: Day) -> ExchangeVerdict:
    if who in facts.chiefs:
        return of_chief(facts.chiefs[who])
    return of_cadre(facts.cadres[who], facts.rows.get(who, ()), start, policy)


def _goes(row: dict[str, Any]) -> Sentence:
    swap = Sentence("exchange.why.swap" if row["swap"] else "pin.any")
    values = {name: row[name] for name in ("start_date", "end_date", "host")}
    kind = Sentence(f"pin.kind.{row['posting']}")
    return Sentence("exchange.why.goes", {**values, "posting": kind, "swap": swap})


def _prices(
    case: Exchange, problem: Problem, chosen: IntArray, who: str, place: str | None
) -> Iterator[Price]:
    """Yield what the exchange loses where someone goes from each other start, or not at all.

    With a host, where they go there from each start; with a start's day, from that one alone.
    """
    days = [start for start in case.starts if str(start) == place]
    place = None if days else place
    positions: list[int] = chosen.tolist()
    goes = {m.start for at in positions for m in case.options[at].moves if m.person == who}
    if place is not None and not any(m.host == place for m in case.moves if m.person == who):
        starts = "、".join(map(str, case.starts))
        raise InputError(
            [Fault("STATION", "exchange.why.no_host", values={"value": place, "starts": starts})]
        )
    for start in days or case.starts:
        options = _options(case, who, start, place)
        here = np.isin(options, chosen).any()
        if len(options) and not here and (place is not None or start not in goes):
            yield price_in(problem, chosen, options, 1, who, start, SECONDS)
    if goes and place is None and not days:
        every = _options(case, who, None, None)
        yield price_in(problem, chosen, every, 0, who, None, SECONDS)


def _options(case: Exchange, who: str, start: Day | None, host: str | None) -> IntArray:
    found = [
        at
        for at, option in enumerate(case.options)
        for move in option.moves
        if move.person == who and start in (None, move.start) and host in (None, move.host)
    ]
    return np.array(found, np.int64)
