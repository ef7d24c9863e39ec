"""A station's attributes: estimated from its place, or drawn to the shape of known figures."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from synthetic.draws import draw, pick
from synthetic.places import Place, county_labels

STATION_COLUMNS = (
    "station_id", "name", "city", "county", "township", "lon", "lat",
    "travel_minutes", "staff", "caseload", "hardship", "focus", "nominated",
)  # fmt: skip

TOPICS = (
    "人民调解", "社区矫正", "法治宣传", "法律援助",
    "公共法律服务", "安置帮教", "行政执法监督", "基层治理",
)  # fmt: skip
_RURAL_KINDS = ("乡", "民族乡", "苏木")
# Of fifteen stations five name no topic, and one topic comes up three times as often as others.
_RURAL_FOCUS = ("",) * 5 + ("人民调解",) * 2 + TOPICS
_STREET_FOCUS = ("",) * 5 + ("公共法律服务",) * 2 + TOPICS

# Changde's 170 stations: 52 with one person, 64 with two, 2.14 people each. The tail from three
# up is chosen so that the mean comes out; (people, share of a thousand), smallest first.
_STAFF_SHARES = ((1, 306), (2, 376), (3, 222), (4, 70), (5, 20), (6, 6))
# Ganzhou 2022: about 135 mediations and 7 correction intakes a station.
_MEDIATIONS_BASE, _MEDIATIONS_BY_SIZE, _CORRECTIONS = 40, 95, 7

_LATE_EXIT = 2018
_FAR_KM10 = 2500
_LANE_MINUTES = {"街道": 0, "地区办事处": 0, "镇": 10, "乡": 20, "民族乡": 20, "苏木": 30}
_SET_OUT_MINUTES = 10


class Station(NamedTuple):
    """A place with its attributes.

    `label` is its name, or its id where another station has that name; `county_label` is how
    wishes and recusals write its county.
    """

    place: Place
    label: str
    county_label: str
    travel_minutes: int
    staff: int
    caseload: int
    hardship: int
    focus: str
    nominated: bool


def describe_stations(places: Sequence[Place]) -> list[Station]:
    """Return every place as a station, in the order given."""
    labels = county_labels(places)
    namesakes = Counter(place.name for place in places)
    sizes = _sizes(places)
    mean_size = max(1, sum(sizes) // len(sizes))
    hardships = [_hardship(place) for place in places]
    staff = _staff(places, sizes, hardships)
    nominated = _nominated(places, hardships)
    return [
        Station(
            place,
            place.name if namesakes[place.name] == 1 else place.station_id,
            labels[place.city, place.county],
            _travel_minutes(place),
            people,
            _caseload(place, size, mean_size),
            hardship,
            _focus(place),
            place.station_id in nominated,
        )
        for place, size, hardship, people in zip(places, sizes, hardships, staff, strict=True)
    ]


def _sizes(places: Sequence[Place]) -> list[int]:
    """Return villages and communities of each place; the mean where the list has no count."""
    known = [place.size for place in places if place.size is not None]
    mean = sum(known) // len(known)
    return [mean if place.size is None else place.size for place in places]


def _travel_minutes(place: Place) -> int:
    """Return estimated minutes one way: 40 km/h for 15 km, 90 km/h after, and the last lane.

    The road is taken as 1.2 times the straight line.
    """
    road10 = place.km10 * 12 // 10
    slow10 = min(road10, 150)
    driving = slow10 * 60 // 400 + (road10 - slow10) * 60 // 900
    return place.trunk_minutes + _SET_OUT_MINUTES + driving + _LANE_MINUTES[place.kind]


def _hardship(place: Place) -> int:
    """Return 0 to 3: poverty 1 (2 for a late exit), far 1, rural township 1, street −1."""
    poverty = 0 if not place.poverty_exit else 2 if place.poverty_exit >= _LATE_EXIT else 1
    far = place.km10 >= _FAR_KM10
    rural = place.kind in _RURAL_KINDS
    street = place.kind == "街道"
    return max(0, min(3, poverty + far + rural - street))


def _staff(places: Sequence[Place], sizes: list[int], hardships: list[int]) -> list[int]:
    """Return people on duty: the shares are exact, large and easy places come out larger."""

    def score(row: int) -> tuple[int, str]:
        station = places[row].station_id
        chance = 40 + draw(121, "staff", station)
        return sizes[row] * chance * (5 - hardships[row]), station

    people = [0] * len(places)
    below = 0
    ranked = iter(sorted(range(len(places)), key=score))
    for count, share in _STAFF_SHARES:
        first = below * len(places) // 1000
        below += share
        for _ in range(below * len(places) // 1000 - first):
            people[next(ranked)] = count
    return people


def _caseload(place: Place, size: int, mean_size: int) -> int:
    """Return matters a year, mediations and correction intakes, each 60 to 140 % of its mean."""
    mediations = _MEDIATIONS_BASE + _MEDIATIONS_BY_SIZE * size // mean_size
    chance = 60 + draw(81, "mediations", place.station_id)
    intakes = _CORRECTIONS * (60 + draw(81, "corrections", place.station_id)) // 100
    return mediations * chance // 100 + intakes


def _focus(place: Place) -> str:
    """Return the topic the station asks help with, or blank."""
    return pick(_STREET_FOCUS if place.kind == "街道" else _RURAL_FOCUS, "focus", place.station_id)


def _nominated(places: Sequence[Place], hardships: list[int]) -> set[str]:
    """Return the stations put forward: 20 to 35 % of each city's, hard ones first.

    Nine counties in ten are sure of one; the rest of the city's share goes by merit.
    """

    def merit(row: int) -> tuple[int, str]:
        station = places[row].station_id
        return hardships[row] * 25 + draw(100, "nominated", station), station

    by_city: dict[str, list[int]] = defaultdict(list)
    for row in sorted(range(len(places)), key=merit, reverse=True):
        by_city[places[row].city].append(row)
    chosen: set[str] = set()
    for city, rows in by_city.items():
        share = 20 + draw(16, "share", city)
        first = _first_of_each_county(places, rows)
        # A dict keeps the order and drops the second mention.
        ids = list(dict.fromkeys(first + [places[row].station_id for row in rows]))
        chosen.update(ids[: max(1, len(rows) * share // 100)])
    return chosen


def _first_of_each_county(places: Sequence[Place], rows: list[int]) -> list[str]:
    """Return the best station of each county, but for one county in ten."""
    best: dict[str, str] = {}
    for row in rows:
        best.setdefault(places[row].county, places[row].station_id)
    return [best[county] for county in best if draw(10, "county", county, best[county])]
