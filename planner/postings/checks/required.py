"""Checks of required postings that need the whole case: who, when and where."""

from collections.abc import Mapping, Sequence

from planner.dates import Day, end_of
from planner.policy import Policy
from planner.postings.batches import batches, exchange_starts
from planner.postings.blocked import blocked
from planner.postings.exchange_verdict import of_cadre, of_chief
from planner.postings.facts import AT_STATIONS, Facts, Pin
from planner.postings.hosts import Hosts
from planner.postings.verdict import months_of, verdict
from planner.tables.ledger import Ledger

TABLE = "posting_pins"
JOINT = ";"


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
        values = {"person": judge.named(pin.person_id)}
        if None not in codes.values():
            code = next(iter(codes.values()))
            ledger.fault(TABLE, "postings.may_not", pin.line, "person_id", **values, code=code)
        elif pin.posting in AT_STATIONS and not judge.fits(pin, codes):
            ledger.fault(TABLE, "postings.no_host", pin.line, "place", **values)


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

    def code(self, pin: Pin, day: Day) -> str | None:
        """Return why the person may not go on a day: failed criteria, or what blocks."""
        if pin.posting == "attachment":
            chief = self._facts.chiefs.get(pin.person_id)
            why = ["chief"] if chief is None else of_chief(chief).reasons()
        else:
            why = self._cadre(pin, day)
        if why:
            return JOINT.join(why)
        return blocked(
            self._facts, pin.person_id, str(pin.posting), day, end_of(day, self._months(pin, day))
        )

    def fits(self, pin: Pin, codes: Mapping[Day, str | None]) -> bool:
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
