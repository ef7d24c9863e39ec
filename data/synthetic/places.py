"""What is real about a station: its place, size, distance and poverty status."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """A town, township or street that has one judicial office.

    `lon` and `lat` are WGS-84 degrees as text, `km10` is the straight way to the provincial
    capital in tenths of a kilometre, `trunk_minutes` the journey before that (0 where the
    department sits in that capital), `poverty_exit` the year its county left the national list
    of poverty counties (0: never on it), `size` its villages and communities (None: unknown).
    """

    station_id: str
    name: str
    city: str
    county: str
    township: str
    kind: str
    lon: str
    lat: str
    km10: int
    trunk_minutes: int
    poverty_exit: int
    size: int | None


def county_labels(places: Iterable[Place]) -> dict[tuple[str, str], str]:
    """Return how to write each (city, county): its name, or `city/county` where two share it."""
    cities: dict[str, set[str]] = defaultdict(set)
    for place in places:
        cities[place.county].add(place.city)
    return {
        (city, county): county if len(namesakes) == 1 else f"{city}/{county}"
        for county, namesakes in cities.items()
        for city in namesakes
    }
