"""What may be changed so that a plan of postings becomes possible, and which bounds each moves.

A decision, a hold or a pair to be kept apart is dropped, a host offers more places, a figure of the
policy is moved. Facts stay as they are: who is away, who may go, where people serve.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from planner.errors import Sentence
from planner.postings.facts import Facts, Pin, Span
from planner.postings.impossible.asked import POSTINGS, Asked
from planner.postings.impossible.names import Names
from planner.repairs.change import Bound, Change, Way
from planner.repairs.figures import Value, down, figure

MORE_YEARS = 2
"""So many further years of batches are tried."""
MOST_YEARS = 20

Kept = TypeVar("Kept")
OPENED: frozenset[Bound] = frozenset({("pin", "lower"), ("pin_place", "lower")})
"""What more people, batches or hosts to choose from can undo."""
PLACES: frozenset[Bound] = frozenset({("station_places", "upper"), ("station_total", "upper")})
AWAY: frozenset[Bound] = frozenset({("away_share", "upper")})


def ways_of(asked: Asked, names: Names) -> list[Way[Asked]]:
    """Return what may be changed: decisions, holds, pairs apart, hosts, figures."""
    found = [
        *_pins(asked, names), *_holds(asked, names), *_apart(asked, names),
        *_hosts(asked, names), *_figures(asked),
    ]  # fmt: skip
    return [way for way in found if way.changes]


def _pins(asked: Asked, names: Names) -> Iterator[Way[Asked]]:
    """Take back a decision, all rows that say the same together."""
    kinds = (None, *POSTINGS[asked.command])
    same: dict[tuple[object, ...], list[Pin]] = {}
    for pin in asked.facts.pins:
        if pin.person_id in asked.people and pin.posting in kinds and pin.binds(asked.starts):
            key = (pin.person_id, pin.posting, pin.start, pin.decision, pin.place)
            same.setdefault(key, []).append(pin)
    for pins in same.values():
        one, lines = pins[0], frozenset(pin.line for pin in pins)
        moves = _opened(one.person_id)
        if one.decision == "require":
            keys = [(pin.person_id, str(pin.line)) for pin in pins]
            moves = {(rule, "lower", key) for rule in ("pin", "pin_place") for key in keys}
        values = {"pin": names.pin(one), "rows": names.at("posting_pins", sorted(lines))}
        label = Sentence(f"repair.posting.{one.decision}", values)
        yield _way(("pin", *sorted(lines)), label, moves, _without_pins(lines))


def _without_pins(lines: frozenset[int]) -> Callable[[Facts], Facts]:
    return lambda facts: replace(
        facts, pins=tuple(pin for pin in facts.pins if pin.line not in lines)
    )


def _holds(asked: Asked, names: Names) -> Iterator[Way[Asked]]:
    """Send someone who is on hold; why they are is not told."""
    for person in sorted(asked.people):
        for hold in dict.fromkeys(asked.facts.holds.get(person, ())):
            rows = names.rows("holds", person_id=person, start_date=hold.start, end_date=hold.end)
            values = {"person": names.person(person), "rows": names.at("holds", rows)}
            label = Sentence("repair.hold", values)
            yield _way(("hold", *rows), label, _opened(person), _without_hold(person, hold))


def _without_hold(person: str, hold: Span) -> Callable[[Facts], Facts]:
    def apply(facts: Facts) -> Facts:
        left = tuple(
            one for one in facts.holds[person] if (one.start, one.end) != (hold.start, hold.end)
        )
        return replace(facts, holds={**facts.holds, person: left})

    return apply


def _apart(asked: Asked, names: Names) -> Iterator[Way[Asked]]:
    """Let two people be away at once; the pair may stand in several rows."""
    for pair in sorted({tuple(sorted(two)) for two in asked.facts.apart}):
        if asked.people & {*pair}:
            a, b = pair
            rows = sorted(
                names.rows("apart", person_a=a, person_b=b)
                + names.rows("apart", person_a=b, person_b=a)
            )
            values = {"a": names.person(a), "b": names.person(b), "rows": names.at("apart", rows)}
            label = Sentence("repair.apart", values)
            moves: set[Bound] = {("apart", "upper", pair)}
            yield _way(("apart", *pair), label, moves, _together(pair))


def _together(pair: tuple[str, ...]) -> Callable[[Facts], Facts]:
    return lambda facts: replace(
        facts, apart=tuple(two for two in facts.apart if tuple(sorted(two)) != pair)
    )


def _hosts(asked: Asked, names: Names) -> Iterator[Way[Asked]]:
    """Take in more people at a station that offers places."""
    for station, places in sorted((asked.facts.hosts or {}).items()):
        moves: set[Bound] = {
            (rule, "upper", (station,)) for rule in ("station_places", "station_total")
        }
        changes: list[Change[Asked]] = []
        for more in range(places + 1, places + len(asked.people) + 1):
            values = {
                "station": names.station(station), "before": places, "value": more,
                "rows": names.at("hosts", names.rows("hosts", station_id=station)),
            }  # fmt: skip
            label = Sentence("repair.host", values)
            apply = _on_facts(_offered(station, more))
            changes.append(Change(("host", station, more), label, apply))
        yield Way(("host", station), changes, frozenset(moves | OPENED))


def _offered(station: str, places: int) -> Callable[[Facts], Facts]:
    return lambda facts: replace(facts, hosts={**(facts.hosts or {}), station: places})


def _figures(asked: Asked) -> Iterator[Way[Asked]]:
    """Move a figure of the policy."""
    training, number = asked.policy.training, len(asked.people)
    percent = training.away_percent
    yield figure("training.away_percent", percent, range(percent + 1, 101), AWAY)
    never: list[Value] = [False] if training.village_away else []
    yield figure("training.village_away", True, never, AWAY)
    if asked.command == "postings":
        yield from _of_batches(asked)
    else:
        yield from _of_chiefs(asked)
    if asked.facts.hosts is None:
        more = range(training.places + 1, training.places + number + 1)
        yield figure("training.places", training.places, more, PLACES | OPENED)
    yield figure("training.host_staff", training.host_staff, down(training.host_staff), OPENED)
    allow: list[Value] = ["allow"] if training.native_county == "forbid" else []
    yield figure("training.native_county", "forbid", allow, OPENED)


def _of_batches(asked: Asked) -> Iterator[Way[Asked]]:
    figures, number = asked.policy.training, len(asked.people)
    larger = range(figures.batch + 1, max(figures.batch + 1, number) + 1) if figures.batch else ()
    yield figure("training.batch", figures.batch, larger, {("batch_size", "upper")})
    longer = range(figures.years + 1, min(MOST_YEARS, figures.years + MORE_YEARS) + 1)
    yield figure("training.years", figures.years, longer, OPENED)


def _of_chiefs(asked: Asked) -> Iterator[Way[Asked]]:
    figures, number = asked.policy.exchange, len(asked.people)
    more = range(figures.hosts + 1, figures.hosts + number + 1)
    yield figure("exchange.hosts", figures.hosts, more, {("department_hosts", "upper")})
    fewer = down(figures.staff_left)
    yield figure("exchange.staff_left", figures.staff_left, fewer, {("staff_left", "upper")})
    sooner: list[Value] = [False] if figures.training_first else []
    yield figure("exchange.training_first", True, sooner, OPENED)


def _opened(person: str) -> set[Bound]:
    """Return the bounds that more to choose from for one person can undo."""
    return {("pin", "lower", (person,)), ("pin_place", "lower", (person,))}


def _way(
    name: tuple[object, ...],
    label: Sentence,
    moves: Iterable[Bound],
    apply: Callable[[Facts], Facts],
) -> Way[Asked]:
    return Way(name, [Change(name, label, _on_facts(apply))], frozenset(moves))


def _on_facts(apply: Callable[[Facts], Facts]) -> Callable[[Asked], Asked]:
    return lambda asked: replace(asked, facts=apply(asked.facts))
