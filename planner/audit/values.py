"""What each goal is worth: one function per goal, from the rows of the plan alone.

All values are exact integers; a quotient is rounded down unless the rule says otherwise.
"""

from collections import Counter
from zlib import crc32

from planner.audit.case import KIND_OF, Case, Pairing
from planner.audit.claims import Part
from planner.audit.facts import Station

FIRST_WISH = 3
"""What the first choice is worth; each later choice is worth one less, and never below 0."""
HARDEST = 3
"""The highest degree of hardship."""
WORD = 2**64
GOLDEN = 0x9E3779B97F4A7C15


def coverage(case: Case, part: Part) -> int:
    """Return the number of pairings of the plan (N1, N2)."""
    return len(case.of(part))


def balance(case: Case, part: Part) -> int:
    """Return by how many pairings the cities miss their share, by nominated stations.

    A city's share of the places is rounded down for what it should have at least, and up for what
    it should have at most.
    """
    places = case.most(part) + (len(case.of("leaders")) if part == "departments" else 0)
    nominated = Counter(one.city for one in case.facts.stations.values() if one.nominated)
    paired = Counter(pairing.station.city for pairing in _so_far(case, part))
    everywhere = max(1, nominated.total())
    missed = 0
    for city in nominated.keys() | paired.keys():
        low = places * nominated[city] // everywhere
        high = -(-places * nominated[city] // everywhere)
        missed += max(0, low - paired[city]) + max(0, paired[city] - high)
    return missed


def stability(case: Case, part: Part) -> int:
    """Return how much the plan changes the plan in force: what its pairings not kept weigh."""
    made = {pairing.ids for pairing in case.of(part)}
    return sum(
        row["approval"]
        for row in case.in_force or ()
        if row["kind"] == KIND_OF[part] and (row["unit_id"], row["station_id"]) not in made
    )


def counties(case: Case, part: Part) -> int:
    """Return the number of counties with a pairing."""
    return len({pairing.station.place for pairing in _so_far(case, part)})


def wishes(case: Case, part: Part) -> int:
    """Return how well applications are met: 3 for a first choice, 2 for a second, 1 for a third."""
    ranks = [case.wish(pairing) for pairing in case.of(part)]
    return sum(max(0, FIRST_WISH + 1 - rank) for rank in ranks if rank is not None)


def need(case: Case, part: Part) -> int:
    """Return the sum of the stations' need indices (N8)."""
    return sum(need_index(case, pairing.station) for pairing in case.of(part))


def fit(case: Case, part: Part) -> int:
    """Return the number of pairings whose station's focus the department is expert in (N8)."""
    return sum(case.fit(pairing) is True for pairing in case.of(part))


def travel(case: Case, part: Part) -> int:
    """Return the sum of the travel minutes, one way (N7)."""
    return sum(pairing.station.travel_minutes for pairing in case.of(part))


def tie(case: Case, part: Part) -> int:
    """Return the sum of the pairs' fixed hashes, which makes the best plan unique."""
    return sum(tie_hash(*pairing.ids, case.year) for pairing in case.of(part))


def need_index(case: Case, station: Station) -> int:
    """Return how much a station needs help, from 0 to 100: a weighted mean of four parts."""
    figures = case.policy.need
    short = max(0, figures.staff_standard - station.staff)
    full = max(station.staff, 1) * figures.caseload_full
    years = min(figures.unvisited_years, _years_alone(case, station))
    hardship = figures.hardship * (100 * station.hardship // HARDEST)
    staff = figures.staff * (100 * short // figures.staff_standard)
    caseload = figures.caseload * min(100, 100 * station.caseload // full)
    unvisited = figures.unvisited * (100 * years // figures.unvisited_years)
    weights = figures.hardship + figures.staff + figures.caseload + figures.unvisited
    return (hardship + staff + caseload + unvisited) // weights


def tie_hash(unit_id: str, station_id: str, year: int) -> int:
    """Return the top 24 bits of a hash of the pair and the year."""
    pair = crc32(unit_id.encode()) * 2**32 + crc32(station_id.encode())
    return mix((pair + year * GOLDEN) % WORD) >> 40


def mix(word: int) -> int:
    """Return the 64-bit word well stirred: the finaliser of SplitMix64."""
    z = (word + GOLDEN) % WORD
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % WORD
    z = (z ^ z >> 27) * 0x94D049BB133111EB % WORD
    return z ^ z >> 31


def _so_far(case: Case, part: Part) -> list[Pairing]:
    """Return a plan's pairings; the departments' plan goes on from the leaders'."""
    return case.of("leaders") + case.of(part) if part == "departments" else case.of(part)


def _years_alone(case: Case, station: Station) -> int:
    """Return the years since a unit last had the station; all that count where none ever had."""
    years = [
        past.year
        for past in case.facts.history
        if past.station_id == station.id and past.year < case.year
    ]
    return case.year - max(years) if years else case.policy.need.unvisited_years
