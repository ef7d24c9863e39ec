"""Every chart of tiny frames, with the names in it given, and how to look into a chart.

Making a chart and drawing it take longer than to look at it: each is made, and drawn, once a theme,
with names that would harm a page.
"""

import base64
import datetime as dt
import json
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner import charts
from planner.charts import Theme, mime_bundle
from planner.comparison.pairings import pairings
from planner.words import Language
from tests.charts.small import HOSTILE, PAIRS, STATIONS

Draw = Callable[[str, Language, Theme], Any]

BANDS = pl.DataFrame(
    {"low": [2, 3, 1], "high": [3, 3, 2], "leaders": [1, 2, 2], "departments": [0, 1, 2]}
)
CITIES = BANDS.with_columns(city=pl.Series(["A", "B", "C"]))
YEARS = pl.DataFrame({"year": [2018, 2019], "first": [2, 1], "again": [0, 1]})
NEEDS = pl.DataFrame(
    {"station_id": ["1", "2", "3"], "need": [40, 60, 80], "kind": [None, "leader", "department"]}
)
UNCHOSEN = pl.DataFrame(
    {"station_id": ["4", "5"], "station": ["d", "e"], "need": [90, 80],
     "goal": ["travel", "barred"], "by": [9, None]}
)  # fmt: skip
VISITS = pl.DataFrame({"before": [1, None, 7], "after": [0, None, 7]})
ASKED = pl.DataFrame(
    {
        "department_id": ["D1", "D1", "D2", "D2"],
        "rank": [1, 2, 1, 2],
        "met": [True, False, False, False],
        "reason": [None, "price", "rotation", "taken"],
        "goal": [None, "counties", None, None],
        "by": [None, 1, None, None],
    }
)
CHEAPEST = pl.DataFrame(
    {
        "unit_id": ["D1", "D1", "D1", "D2", "D2"],
        "county": ["A", "B", "C", "A", "B"],
        "state": ["chosen", "free", "priced", "impossible", "priced"],
        "goal": [None, None, "wishes", None, "travel"],
        "by": [None, None, 2, None, 30],
    }
)
SWEEP = pl.DataFrame(
    {"at": [1, 2, 1, 2], "leaders.coverage": [3, 4, None, 5], "departments.need": [50, 60, None, 9]}
)
CURVE = pl.DataFrame(
    {
        "part": ["leaders"] * 4,
        "changes": [0, 1, 0, 1],
        "goal": ["need", "need", "travel", "travel"],
        "value": [50, 60, 70, 40],
    }
)
HORIZON = pl.DataFrame(
    {
        "year": [2019, 2019, 2020, 2020],
        "part": ["leaders", "departments", "leaders", "departments"],
        "coverage": [3, 7, 4, 8],
        "wishes": [None, 5, None, 6],
        "counties_visited": [9, 9, 12, 12],
    }
)
MEASURES = {"measure": ["satisfaction"] * 2, "low": [0.0, 0.5], "high": [0.0, 2.5]}
RESULTS = pl.DataFrame(
    {"year": [2018, 2019], "paired": [70.0, 74.0], "comparable": [70.0, 72.0],
     "estimate": [0.0, 1.5], **MEASURES}
)  # fmt: skip
EFFECTS = pl.DataFrame(
    {"measure": ["satisfaction"], "estimate": [1.5], "low": [0.5], "high": [2.5]}
)
CALENDAR = pl.DataFrame(
    {
        "year": [2019] * 3,
        "unit_id": ["D1", "D1", "D2"],
        "person_id": ["p", "q", "r"],
        "station_id": ["1", "1", "2"],
        "days": [4, 3, 2],
        "week": ["2019-W01", "2019-W01", "2019-W30"],
        "month": ["2019-01", "2019-01", "2019-07"],
    }
)
STAFF = pl.DataFrame({"station_id": ["1", "2"], "staff": [1, 3]})
ENTRIES = pl.DataFrame(
    {
        "seq": [1, 2, 3, 4, 5],
        "year": [2019] * 5,
        "part": ["leaders"] * 4 + ["departments"],
        "on": ["2019-01-08", "2019-01-10", "2019-01-15", "2019-01-15", "2019-01-16"],
        "action": ["draft", "draft", "consult", "consult", "applications"],
        "void": [True, False, False, False, False],
    }
)
STEPS = pl.DataFrame(
    {"year": [2019] * 2, "part": ["leaders", "departments"], "action": ["approve", "draft"]}
)
DEPARTMENTS = pl.DataFrame({"department_id": ["D1", "D2"]})
FUNNEL = pl.DataFrame(
    {
        "path": ["A", "A", "B", "verdict", "sent", "sent"],
        "step": ["all", "age", "joined", "no", "either", "hold"],
        "limit": [None, 50, 12, None, None, None],
        "left": [9, 6, 1, 0, 6, 4],
        "lost": [0, 3, 8, 3, 0, 2],
    }
)
DAYS = [dt.date(2019, 1, 1), dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(2020, 12, 31)]
SENT = pl.DataFrame(
    {
        "department_id": ["D1", "D1", "D2"],
        "most": [2, 2, 1],
        "person_id": ["p", "q", "r"],
        "host_id": ["1", "2", "3"],
        "need": [60, 80, 70],
        "start_date": [DAYS[0], DAYS[2], DAYS[0]],
        "end_date": [DAYS[1], DAYS[3], DAYS[3]],
        "since": [DAYS[0], DAYS[2], DAYS[0]],
        "until": [DAYS[1], DAYS[3], DAYS[3]],
        "route": ["B", "A", "A"],
        "planned": [True, True, False],
    }
)
EXCHANGED = pl.DataFrame(
    {
        "exchange": ["swap", "secondment", "attachment"],
        "station_id": ["1", "2", "3"],
        "department_id": ["D1", "D1", "D2"],
        "start_date": DAYS[:1] * 3,
        "end_date": DAYS[1:2] * 3,
    }
)
DUE = pl.DataFrame(
    {
        "due_on": [dt.date(2019, 5, 31), dt.date(2019, 6, 30), dt.date(2019, 7, 30)],
        "what": ["relations", "filing", "filing"],
    }
)
PACE = pl.DataFrame(
    {
        "unit_id": ["D1", "D2"], "owed": [40, 20], "done": [20, 20], "met": [1, 1],
        "on_pace": [1, 0], "behind": [1, 0], "impossible": [0, 0], "exempt": [0, 1],
    }
)  # fmt: skip
COST = pl.DataFrame(
    {
        "unit_id": ["D1", "D1", "D2"], "month": ["2019-01", "2019-02", "2019-01"],
        "meals": [100, 200, 300], "local": [80, 160, 240], "lodging": [0, 1, 2],
        "fares": [60, 60, 60], "attached": [0, 0, 5],
    }
)  # fmt: skip


def _named(frame: pl.DataFrame, name: str, *columns: str) -> pl.DataFrame:
    """The frame with columns of names, each row's with its number."""
    number = pl.int_range(pl.len()).cast(pl.String)
    return frame.with_columns((pl.lit(name) + number).alias(column) for column in columns)


def _stations(name: str) -> pl.DataFrame:
    return _named(STATIONS, name, "name", "city", "county")


def _pairs(name: str) -> pl.DataFrame:
    return _named(PAIRS, name, "unit", "station", "city", "county")


def _sent(name: str) -> pl.DataFrame:
    return _named(SENT, name, "department", "person", "host", "city", "county")


GALLERY: dict[str, Draw] = {
    "plan_map": lambda n, la, th: charts.plan_map(_stations(n), _pairs(n), la, n, theme=th),
    "balance": lambda n, la, th: charts.balance(_named(BANDS, n, "city"), la, theme=th),
    "counties": lambda n, la, th: charts.counties(YEARS, 4, la, theme=th),
    "need": lambda n, la, th: charts.need(
        _named(NEEDS, n, "station", "unit"), UNCHOSEN, la, theme=th
    ),
    "travel": lambda n, la, th: charts.travel(_pairs(n), la, theme=th),
    "visits": lambda n, la, th: charts.visits(VISITS, 2019, la, theme=th),
    "wishes": lambda n, la, th: charts.wishes(
        _named(ASKED, n, "department", "place"), la, theme=th
    ),
    "prices": lambda n, la, th: charts.prices(
        _named(CHEAPEST, n, "unit", "city", "station"), la, theme=th
    ),
    "compare": lambda n, la, th: charts.compare(
        _stations(n), pairings(_pairs(n), _pairs(n).with_columns(station_id=pl.lit("1"))),
        la, n, theme=th,
    ),
    "sweep": lambda n, la, th: charts.sweep(
        _named(SWEEP, n, "name").with_columns(pl.Series(f"{n}.by", ["a", "a", "b", "b"])),
        "at", ["leaders.coverage", "departments.need"], la, by=f"{n}.by", theme=th,
    ),
    "curve": lambda n, la, th: charts.curve(CURVE, la, theme=th),
    "horizon": lambda n, la, th: charts.horizon(HORIZON, None, la, theme=th),
    "load": lambda n, la, th: charts.load(CALENDAR, _named(STAFF, n, "name"), la, theme=th),
    "department_year": lambda n, la, th: charts.department_year(
        CALENDAR, _named(DEPARTMENTS, n, "name"), la, theme=th
    ),
    "funnel": lambda n, la, th: charts.funnel(FUNNEL, la, theme=th),
    "batches": lambda n, la, th: charts.batches(_sent(n), la, theme=th),
    "hosts": lambda n, la, th: charts.hosts(_stations(n), _sent(n), la, theme=th),
    "exchanges": lambda n, la, th: charts.exchanges(
        _stations(n),
        _named(EXCHANGED, n, "department", "station", "city", "county", "cadre", "chief"),
        la, theme=th,
    ),
    "due": lambda n, la, th: charts.due(DUE, dt.date(2019, 6, 30), la, theme=th),
    "pace": lambda n, la, th: charts.pace(_named(PACE, n, "unit"), la, theme=th),
    "spending": lambda n, la, th: charts.spending(_named(COST, n, "unit"), la, theme=th),
    "timeline": lambda n, la, th: charts.timeline(
        _named(ENTRIES, n, "subject", "actor"), _named(STEPS, n, "by"), la, theme=th
    ),
    "outcomes": lambda n, la, th: charts.outcomes(RESULTS, EFFECTS, la, theme=th),
}  # fmt: skip


@cache
def made(name: str, theme: Theme = "light") -> Any:
    """A chart, Chinese in the light theme and English in the dark one."""
    return GALLERY[name](HOSTILE, "zh" if theme == "light" else "en", theme)


@cache
def spec(name: str, theme: Theme = "light") -> Any:
    """A chart's specification; making it checks it against the schema."""
    return made(name, theme).to_dict()


@cache
def drawn(name: str, theme: Theme = "light") -> tuple[dict[str, Any], dict[str, Any], bytes]:
    """What a notebook keeps of a chart, of the picture's size and name, and the picture."""
    data, metadata = mime_bundle(spec(name, theme))
    return data, metadata, base64.b64decode(data["image/png"])


def nodes(spec: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a specification, the outermost first."""
    if isinstance(spec, dict):
        yield spec
    inner = spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ()
    for one in inner:
        yield from nodes(one)


def tables(spec: Any) -> list[tuple[list[dict[str, Any]], set[str]]]:
    """Every table of rows in a specification (as text), with the fields that are read of it."""
    read: dict[str, set[str]] = {name: set() for name in spec["datasets"]}
    for node in nodes(spec):
        name = node.get("data", {}).get("name")
        if name is not None:
            read[name] |= {one["field"] for one in nodes(node) if isinstance(one.get("field"), str)}
            if "opacity" in node.get("encoding", {}):  # What a click singles out is read, too.
                read[name] |= {field for param in spec.get("params", [])
                               for field in param["select"]["fields"]}  # fmt: skip
    return [(json.loads(spec["datasets"][name]), fields) for name, fields in read.items()]


def rows(chart: Any, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of the first table in a chart that has the columns."""
    for table, _ in tables(chart.to_dict()):
        if table and set(columns) <= set(table[0]):
            return [tuple(row[column] for column in columns) for row in table]
    raise AssertionError(columns)


def pixels(png: bytes) -> NDArray[np.uint8]:
    """The pixels of a picture: rows, columns, and red, green, blue, alpha."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    at, packed = 8, b""
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    lines = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + 4 * width)
    assert (lines[:, 0] == 1).all()  # The converter stores each pixel less the one before it.
    return lines[:, 1:].reshape(height, width, 4).cumsum(axis=1, dtype=np.uint8)
