"""What stations did year by year: made up, with a known effect of being paired built in.

The effect is there so that the analysis can be tried: it must find what was put in, and nothing
where nothing was. It says nothing of any real station.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from synthetic.draws import draw

INDICATOR_COLUMNS = (
    "station_id", "year", "mediations", "mediations_settled", "corrections", "legal_aid",
    "satisfaction",
)  # fmt: skip
YEARS = range(2016, 2024)

SETTLED_GAIN = 30
"""Tenths of a percentage point that pairing adds to the share of mediations settled."""
SATISFACTION_GAIN = 3
"""Points that pairing adds to satisfaction; the other indicators gain nothing."""

_FULL = 1000
_CORRECTIONS = 7


class Indicators(NamedTuple):
    """One station's year: matters and people counted, satisfaction from 0 to 100."""

    station_id: str
    year: int
    mediations: int
    mediations_settled: int
    corrections: int
    legal_aid: int
    satisfaction: int


def indicators(
    caseloads: Sequence[tuple[str, int]], paired: Collection[str], paired_from: int
) -> Iterator[Indicators]:
    """Yield every station's years from its id and caseload; `paired` gain from `paired_from` on."""
    for station, caseload in caseloads:
        for year in YEARS:
            yield _year(station, caseload, year, station in paired and year >= paired_from)


def _year(station: str, caseload: int, year: int, gains: bool) -> Indicators:
    """Return one year: the station's own level, the whole province's trend, and noise."""
    since = year - YEARS[0]
    level = 850 + 20 * since + _noise(60, 60, station, year, "level")
    mediations = caseload * level // _FULL
    share = 900 + 4 * since + _noise(40, 20, station, year, "settled")
    share = min(_FULL, share + (SETTLED_GAIN if gains else 0))
    corrections = _CORRECTIONS + _noise(4, 2, station, year, "people")
    aid = caseload * (120 + _noise(30, 20, station, year, "aid"))
    satisfaction = 80 + since // 2 + _noise(6, 4, station, year, "public")
    return Indicators(
        station,
        year,
        mediations,
        (mediations * share + _FULL // 2) // _FULL,
        max(0, corrections),
        aid // _FULL,
        min(100, satisfaction + (SATISFACTION_GAIN if gains else 0)),
    )


def _noise(own: int, yearly: int, station: str, year: int, name: str) -> int:
    """Return what sets a station apart for good, and what sets one of its years apart."""
    return _spread(own, station, name) + _spread(yearly, station, year, name)


def _spread(most: int, *keys: object) -> int:
    """Return a number from −most to most, the middle likelier: the mean of two draws."""
    return (draw(2 * most + 1, *keys, 1) + draw(2 * most + 1, *keys, 2)) // 2 - most
