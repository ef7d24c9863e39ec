"""What holds of a person on each start, in sentences: where they were, who may go, or why not."""

from collections.abc import Iterable, Iterator

from planner.dates import end_of
from planner.errors import Sentence
from planner.naming import in_turn
from planner.postings.blocked import every_block
from planner.postings.facts import Cadre, Facts
from planner.postings.training.case import Training
from planner.postings.verdict import months_of, verdict
from planner.rulebook.training import N5


def earlier(facts: Facts, person: str) -> Iterator[Sentence]:
    """Yield the postings that someone was, or is, on by the tables."""
    names = {one.id: one.name for one in (*facts.stations, *facts.departments.values())}
    for row in facts.rows.get(person, ()):
        values: dict[str, object] = {"start": row.start, "end": row.end}
        values["posting"] = Sentence(f"pin.kind.{row.posting}")
        values["host"] = names.get(row.host_id, row.host_id)
        yield Sentence("postings.why.had", values)


def verdicts(case: Training, cadre: Cadre) -> Iterator[Sentence]:
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
            yield Sentence(f"postings.why.{found.word}", {**values, "why": why, "clause": N5})


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
    told = [_in_words(kind, code) for code in codes]
    return in_turn(told) if told else Sentence("postings.why.nothing")


def _in_words(kind: str, code: str) -> Sentence:
    known = Sentence(f"postings.{kind}.{code.rstrip('?')}")
    return Sentence("postings.why.open", {"what": known}) if code.endswith("?") else known
