"""Tiny years of postings as tables: given as cells, read as files would be, solved by every set."""

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import polars as pl

from planner.audit.postings.case import Case as Audited
from planner.audit.postings.checks import BOOK, RULES
from planner.audit.postings.people import Register
from planner.policy import Policy, TrainingFigures
from planner.postings.data import PostingsData
from planner.postings.facts import Facts
from planner.postings.read import facts_of
from planner.postings.training.case import Training, training_case
from planner.postings.training.plan import SCHEMA
from planner.tables.schema import SCHEMA as TABLES
from planner.tables.sources import Sources

YEAR = 2019
Rows = dict[str, list[dict[str, Any]]]

DEPARTMENT = {"headcount": 5, "leader_id": "L1", "village_duty": False, "expertise": []}
STATION = {
    "city": "c", "township": None, "lon": None, "lat": None, "travel_minutes": 60, "staff": 2,
    "caseload": 50, "hardship": 1, "focus": None, "nominated": True,
}  # fmt: skip
CADRE = {
    "department_id": "D1", "duty_rank": "below", "birth_date": dt.date(1979, 3, 1),
    "joined_on": dt.date(2005, 7, 1), "left_on": None, "grassroots_months": 0,
    "justice_months": 100, "village_duty": False, "outstanding": False, "native_county": None,
}  # fmt: skip
DEFAULTS: Rows = {
    "departments": [DEPARTMENT],
    "stations": [STATION],
    "cadres": [CADRE],
    "postings": [{"posting": "training", "grade": None, "route": "A"}],
    "posting_events": [{"until": None, "note": None}],
    "chiefs": [{"birth_date": None, "outstanding": True, "recommended_by": "县局"}],
    "apart": [{"reason": None}],
    "posting_pins": [
        {"posting": "training", "start_date": None, "level": None, "place": None, "reason": None}
    ],
    "holds": [{"reason": "illness"}],
}


def frames(rows: Rows) -> dict[str, pl.DataFrame]:
    """Return typed frames of rows, each filled up with what no test is about."""
    found: dict[str, pl.DataFrame] = {}
    for name, several in rows.items():
        base = DEFAULTS.get(name, [{}])[0]
        filled = [{"row": at, **base, **row} for at, row in enumerate(several, 2)]
        for row in filled:
            for column in ("name", "county"):
                if column in TABLES[name].schema() and column not in row:
                    row[column] = (
                        f"{column} of {next(iter(v for k, v in row.items() if k.endswith('_id')))}"
                    )
        found[name] = pl.DataFrame(filled, TABLES[name].schema())
    return found


def policy(**figures: Any) -> Policy:
    """Return a policy of one year's two batches, of 12 and 6 months, unless told otherwise."""
    given: dict[str, Any] = {"years": 1, "months_a": 12, "months_b": 6, **figures}
    return Policy(training=TrainingFigures(**given))


def case_of(rows: Rows, figures: Policy) -> Training:
    return training_case(facts(rows, figures), figures, YEAR)


def dataset_of(rows: Rows) -> PostingsData:
    """Return the same as a dataset, a file a table."""
    files = {name: f"{name}.csv" for name in rows}
    return PostingsData(frames(rows), sources=Sources(files=files))


def facts(rows: Rows, figures: Policy) -> Facts:
    return facts_of(frames(rows), figures, YEAR)


def plan_rows(case: Training, options: Sequence[tuple[int, int]]) -> pl.DataFrame:
    """Return plan rows of departures and stations (positions), in order."""
    rows: list[tuple[Any, ...]] = []
    for departure, station in options:
        one, host = case.departures[departure], case.facts.stations[station]
        cadre = case.facts.cadres[one.person]
        rows.append((
            one.person, "training", host.id, one.start, one.end, None, one.route, cadre.name,
            case.facts.department(cadre, one.start), host.name, host.city, host.county, host.need,
            host.travel_minutes,
        ))  # fmt: skip
    made = pl.DataFrame(rows, SCHEMA, orient="row").sort("start_date", "person_id")
    return made.with_row_index("row", 2)


def broken(rows: Rows, figures: Policy, plan: pl.DataFrame) -> list[str]:
    """Return the rules that the audit finds broken in a plan."""
    register = Register(frames(rows), figures, YEAR)
    case = Audited("postings", register, tuple(plan.to_dicts()), {})
    return [r.id for r in BOOK["postings"] if r.kind != "goal" and RULES[r.id](case)]


def every_plan(options: int, most: int) -> Iterator[np.ndarray[Any, Any]]:
    """Yield every set of up to so many options."""
    for number in range(most + 1):
        for chosen in itertools.combinations(range(options), number):
            yield np.array(chosen, np.int64)


def random_year(seed: int, **figures: Any) -> tuple[Rows, Policy]:
    """Return a tiny year in which much is tight: few places, small shares, rows, holds, pins."""
    draw = random.Random(seed)
    people = [f"C{n}" for n in range(1, draw.randint(2, 4) + 1)]
    stations = [f"S{n}" for n in range(1, draw.randint(1, 3) + 1)]
    new = {"birth_date": dt.date(1990, 5, 5), "justice_months": 0, "grassroots_months": 9}
    rows: Rows = {
        "departments": [
            {"department_id": "D1", "headcount": draw.choice([4, 10])},
            {"department_id": "D2", "headcount": 5},
        ],
        "stations": [
            {"station_id": one, "county": f"k{draw.randint(1, 2)}", "staff": draw.choice([0, 2, 2]),
             "travel_minutes": draw.randint(1, 3), "hardship": draw.randint(0, 3)}
            for one in stations
        ],
        "cadres": [
            {"cadre_id": one, "department_id": draw.choice(["D1", "D1", "D2"]),
             "village_duty": draw.random() < 0.1,
             "native_county": draw.choice([None, None, "k1"]),
             **(new | {"joined_on": dt.date(2018, draw.choice([2, 9]), 15)}
                if draw.random() < 0.3 else
                {"birth_date": dt.date(draw.choice([1968, 1975]), draw.randint(1, 12), 9)})}
            for one in people
        ],
        "postings": [], "posting_events": [], "chiefs": [], "holds": [], "absences": [],
        "moves": [], "mergers": [], "apart": [], "posting_pins": [], "hosts": [], "history": [],
    }  # fmt: skip
    if draw.random() < 0.4:
        rows["cadres"].append({"cadre_id": "C9", "department_id": "D1", "grassroots_months": 5})
        rows["postings"].append({
            "person_id": "C9", "host_id": draw.choice(stations),
            "start_date": dt.date(2018, 10, 1), "end_date": dt.date(2019, 9, 30),
        })  # fmt: skip
    if draw.random() < 0.4:
        rows["apart"].append({"person_a": people[0], "person_b": draw.choice([people[1], "C9"])})
        if rows["apart"][0]["person_b"] not in {c["cadre_id"] for c in rows["cadres"]}:
            rows["apart"].clear()
    if draw.random() < 0.3:
        rows["moves"].append({
            "cadre_id": people[0], "moved_on": dt.date(2019, 4, 1), "from_department_id": "D2",
        })  # fmt: skip
    if draw.random() < 0.3:
        rows["hosts"] = [{"station_id": one, "places": draw.randint(1, 2)} for one in stations]
    if draw.random() < 0.2:
        rows["mergers"].append({
            "station_id": stations[0], "merged_on": dt.date(2020, 1, 1), "successor_id": None,
        })  # fmt: skip
    if draw.random() < 0.3:
        rows["posting_pins"].append({
            "person_id": people[-1], "decision": draw.choice(["require", "forbid"]),
            "level": "county", "place": rows["stations"][0]["county"],
        })  # fmt: skip
    return rows, policy(batch=draw.choice([0, 0, 1]), **figures)
