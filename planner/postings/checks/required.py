"""Checks of required postings that need the whole case: who, when and where."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from planner.dates import Day, end_of
from planner.errors import Sentence
from planner.naming import in_turn
from planner.policy import Policy
from planner.postings.batches import batches, exchange_starts
from planner.postings.blocked import blocked
from planner.postings.checks.sound import sound
from planner.postings.exchange_verdict import of_cadre, of_chief
from planner.postings.facts import AT_STATIONS, Facts, Pin
from planner.postings.hosts import Hosts
from planner.postings.read import facts_of
from planner.postings.starts import all_of, together
from planner.postings.verdict import months_of, verdict
from planner.tables.ledger import Ledger

TABLE = "posting_pins"
JOINT = ";"

Code = tuple[str, list[str]]
"""What keeps someone from going: `reason` or `block`, and its codes."""


def check_required(
    facts: Facts, ledger: Ledger, policy: Policy, year: int, postings: Sequence[str]
) -> None:
    """Note each required posting of these kinds that another decision or the facts rule out.

    What was required from a start of another year is not asked of this one's plan.
    """
    judge = _Judge(facts, policy, year)
    for pin in facts.pins:
        if pin.decision != "require" or pin.posting not in postings:
            continue
        starts = judge.starts(pin)
        if not starts:
            continue
        against = _against(facts, pin)
        if against is not None:
            ledger.fault(TABLE, "postings.both", pin.line, "decision", first=against.line)
            continue
        codes = {day: judge.code(pin, day) for day in starts}
        values: dict[str, Any] = {"person": judge.named(pin.person_id)}
        if None not in codes.values():
            told = (_told(day, code) for day, code in codes.items() if code is not None)
            values["why"] = in_turn(list(together(told)))
            ledger.fault(TABLE, "postings.may_not", pin.line, "person_id", **values)
        elif pin.posting in AT_STATIONS and not judge.fits(pin, codes):
            ledger.fault(TABLE, "postings.no_host", pin.line, "place", **values)


def judge_required(
    frames: Mapping[str, pl.DataFrame],
    ledger: Ledger,
    policy: Policy,
    year: int,
    postings: Sequence[str],
) -> None:
    """Note the same of tables that may have other faults, as far as these leave it to be judged."""
    found = sound(frames, ledger)
    if found is None:
        return
    facts = facts_of(found.frames, policy, year)
    pins = tuple(pin for pin in facts.pins if pin.person_id not in found.unsure)
    check_required(replace(facts, pins=pins), ledger, policy, year, postings)


def _told(day: Day, code: Code) -> Sentence:
    """Return why someone may not go on a day, in words and by the codes of the tables written."""
    kind, codes = code
    values = {"start": day, "why": all_of(kind, codes), "code": JOINT.join(codes)}
    return Sentence("postings.may_not.on", values)


def _against(facts: Facts, required: Pin) -> Pin | None:
    """Return a decision that forbids all that is required."""
    for pin in facts.pins:
        if (
            pin.decision == "forbid"
            and pin.person_id == required.person_id
            and pin.posting in (None, required.posting)
            and pin.start in (None, required.start)
            and (pin.place is None or (required.place or frozenset("?")) <= pin.place)
        ):
            return pin
    return None


class _Judge:
    """Says of a required posting why it may not begin on a day, and whether it has a station."""

    def __init__(self, facts: Facts, policy: Policy, year: int) -> None:
        self._facts, self._policy, self._year = facts, policy, year
        self._hosts = Hosts(facts, policy.training)

    def named(self, person: str) -> str:
        """Return a person's name and id."""
        one = self._facts.cadres.get(person) or self._facts.chiefs.get(person)
        return person if one is None else f"{one.name}（{person}）"

    def starts(self, pin: Pin) -> list[Day]:
        """Return the days on which the posting may begin."""
        training = pin.posting == "training"
        days = (
            batches(self._policy.training, self._year)
            if training
            else exchange_starts(self._policy.exchange, self._year)
        )
        return [day for day in days if pin.start in (None, day)]

    def code(self, pin: Pin, day: Day) -> Code | None:
        """Return why the person may not go on a day: failed criteria, or what blocks."""
        if pin.posting == "attachment":
            chief = self._facts.chiefs.get(pin.person_id)
            why = ["chief"] if chief is None else of_chief(chief).reasons()
        else:
            why = self._cadre(pin, day)
        if why:
            return "reason", why
        block = blocked(
            self._facts, pin.person_id, str(pin.posting), day, end_of(day, self._months(pin, day))
        )
        return None if block is None else ("block", [block])

    def fits(self, pin: Pin, codes: Mapping[Day, Code | None]) -> bool:
        """Say whether a station may host the posting on one of the days without a code."""
        return any(self._fit(pin, day) for day, code in codes.items() if code is None)

    def _cadre(self, pin: Pin, day: Day) -> list[str]:
        cadre = self._facts.cadres.get(pin.person_id)
        if cadre is None:
            return ["cadre"]
        rows = self._facts.rows.get(cadre.id, ())
        if pin.posting == "secondment":
            return of_cadre(cadre, rows, day, self._policy).reasons()
        found = verdict(cadre, rows, day, self._policy.training)
        return [] if found.eligible else found.reasons()

    def _months(self, pin: Pin, day: Day) -> int:
        if pin.posting != "training":
            return self._policy.exchange.months
        cadre = self._facts.cadres[pin.person_id]
        rows, figures = self._facts.rows.get(cadre.id, ()), self._policy.training
        return months_of(verdict(cadre, rows, day, figures).word, figures)

    def _fit(self, pin: Pin, day: Day) -> bool:
        cadre = self._facts.cadres[pin.person_id]
        opened = self._hosts.open(day, end_of(day, self._months(pin, day)))
        fit = self._hosts.fit(cadre, str(pin.posting), day, opened)
        if pin.place is None:
            return bool(fit.any())
        return bool(fit[self._hosts.positions(sorted(pin.place))].any())
