"""Write the example's synthetic tables of postings: `python data/build_postings.py [OUT_DIR]`.

Who is posted, on hold or decided on is drawn among the cadres of the example who may be sent.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl
from synthetic.draws import draw
from synthetic.postings import (
    APART_COLUMNS,
    CHIEF_COLUMNS,
    EVENT_COLUMNS,
    HOLD_COLUMNS,
    POSTING_COLUMNS,
    POSTING_PIN_COLUMNS,
    chiefs,
    first_exchanged,
    holds,
    pins,
    running,
)

from planner.dates import Day
from planner.policy import Policy
from planner.postings.data import NAMES, REQUIRED
from planner.postings.eligible import eligible, eligible_exchange
from planner.postings.read import facts_of
from planner.tables import read_tables

HERE = Path(__file__).parent
PLAN_YEAR = 2019
LEFT_OUT = ("postings", "posting_events", "chiefs", "holds", "apart", "posting_pins")
"""The tables that are made here are not read."""


def main(folder: Path = HERE / "jiangxi") -> None:
    """Write postings, posting_events, chiefs, holds, apart and posting_pins into the folder."""
    names = [name for name in NAMES if name not in LEFT_OUT]
    frames = read_tables(HERE / "jiangxi", [*names, "visits"], REQUIRED).frames
    facts, first = facts_of(frames, Policy(), PLAN_YEAR), Day(PLAN_YEAR, 1, 1)
    may = eligible(facts, Policy(), first)
    seconded = eligible_exchange(facts, Policy(), first).filter(
        pl.col("blocked").is_null(), posting="secondment", verdict="yes"
    )
    busy = {*frames["visits"]["person_id"], *frames["absences"]["person_id"]}
    busy |= {*frames["moves"]["cadre_id"]}
    able = may.filter(may["verdict"].is_in(["A", "B"]) & may["blocked"].is_null())
    people = sorted(able["person_id"].to_list(), key=lambda one: draw(1 << 30, "posted", one))
    free = [one for one in people if one not in busy]
    others = [one for one in people if one not in free[:4]]
    stations = frames["stations"].sort("station_id").select("station_id", "city", "county").rows()
    exchanging = {facts.department(facts.cadres[one], first) for one in seconded["person_id"]}
    there = able.filter(pl.col("department_id").is_in(exchanging))["person_id"].to_list()
    waiting = sorted({*there} - {*free[:4], *others[:3]})
    staffed = frames["stations"].filter(frames["stations"]["staff"] > 0).sort("station_id")
    postings, events = running(free, staffed["station_id"].to_list())

    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "postings.csv", POSTING_COLUMNS, postings)
    _write(folder / "posting_events.csv", EVENT_COLUMNS, events)
    _write(folder / "chiefs.csv", CHIEF_COLUMNS, chiefs(stations))
    _write(folder / "holds.csv", HOLD_COLUMNS, holds(others[:3]))
    _write(folder / "apart.csv", APART_COLUMNS, [(others[3], others[4], "夫妻")])
    decided = [*pins(others[5:7], "赣州市"), *first_exchanged(waiting)]
    _write(folder / "posting_pins.csv", POSTING_PIN_COLUMNS, decided)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
