"""Small frames of a year of postings, as notebooks show them and charts draw them.

No birth date, native county or hold's reason is in any of them, nor a day that tells a birthday:
who may no longer go within a year is counted only.
"""

import datetime as dt

import polars as pl

from planner.plans.plan import Plan
from planner.postings.away import departments, share
from planner.postings.facts import Row
from planner.postings.verdict import EITHER, ROUTES
from planner.postings.year import PostingsYear
from planner.words import Language, say

FUNNEL = {
    "path": pl.String, "step": pl.String, "limit": pl.Int64, "left": pl.Int64, "lost": pl.Int64,
}  # fmt: skip
SENT = {
    "department_id": pl.String, "department": pl.String, "most": pl.Int64,
    "person_id": pl.String, "person": pl.String,
    "host_id": pl.String, "host": pl.String, "city": pl.String, "county": pl.String,
    "need": pl.Int64, "start_date": pl.Date, "end_date": pl.Date,
    "since": pl.Date, "until": pl.Date,
    "posting": pl.String, "route": pl.String, "planned": pl.Boolean,
}  # fmt: skip
PAIRS = {
    "start_date": pl.Date, "end_date": pl.Date, "exchange": pl.String,
    "station_id": pl.String, "station": pl.String, "city": pl.String, "county": pl.String,
    "department_id": pl.String, "department": pl.String, "cadre": pl.String, "chief": pl.String,
    "fit": pl.Boolean,
}  # fmt: skip
BLOCKS = ("village_duty", "away", "left", "absent", "hold", "pin")
LAPSE = "lapse"


def funnel(year: PostingsYear) -> pl.DataFrame:
    """Return how many cadres each criterion leaves on 1 January, by `FUNNEL`.

    `path` is a route (`A`, `B`), from all cadres to those who meet it; `verdict`, how many have
    each, `lost` where it is none of a route; or `sent`, from those whose verdict is a route to
    those whom nothing keeps back. `left` are the people that a step leaves, `lost` those who fail
    it, having met all before; `limit` is the policy's figure (years of age, months), null where a
    step has none. At `open` those are lost of whom a datum is missing.
    """
    figures, found = year.policy.training, year.eligible
    limits = {
        "A": {"joined": figures.after_joining, "age": figures.age_a,
              "grassroots": figures.grassroots},
        "B": {"joined": figures.new_hire, "age": figures.age_b, "justice": figures.justice},
    }  # fmt: skip
    reasons = [set((one or "").split(";")) for one in found["reasons"]]
    rows: list[tuple[object, ...]] = []
    for route in ROUTES:
        people = reasons
        rows.append((route, "all", None, len(people), 0))
        for step, limit in limits[route].items():
            kept = [codes for codes in people if f"{route}:{step}" not in codes]
            rows.append((route, step, limit, len(kept), len(people) - len(kept)))
            people = kept
        known = [
            codes for codes in people
            if not any(f"{route}:{step}?" in codes for step in limits[route])
        ]  # fmt: skip
        rows.append((route, "open", None, len(known), len(people) - len(known)))
    for word in (*ROUTES, "undecided", "no"):
        people = found.filter(verdict=word).height
        rows.append(("verdict", word, None, *((people, 0) if word in EITHER else (0, people))))
    may = found.filter(pl.col("verdict").is_in(EITHER))
    left = may.height
    rows.append(("sent", "either", None, left, 0))
    for code in BLOCKS:
        lost = may.filter(blocked=code).height
        left -= lost
        rows.append(("sent", code, None, left, lost))
    return pl.DataFrame(rows, FUNNEL, orient="row")


def sent(year: PostingsYear, plan: Plan) -> pl.DataFrame:
    """Return the plan's postings and those of cadres that run on in its year, by `SENT`.

    By department, start and person; `planned` tells the plan's. Who moves to another department
    while away has a row in each, `since` and `until` when they belong there. `most` is how many of
    the department may be away at once. A host that is no station of the tables has no place.
    """
    facts = year.facts
    first = dt.date(year.year, 1, 1)
    register = ("person_id", "posting", "host_id", "start_date", "end_date", "grade", "route")
    planned = [Row(*row) for row in plan.rows.select(register).iter_rows()]
    running = [
        row for several in facts.rows.values() for row in several
        if row.person_id in facts.cadres and row.end >= first
    ]  # fmt: skip
    stations = {one.id: one for one in facts.stations}
    rows: list[tuple[object, ...]] = []
    for row, new in (*((row, True) for row in planned), *((row, False) for row in running)):
        cadre, station = facts.cadres[row.person_id], stations.get(row.host_id)
        place = (row.host_id, None, None, None) if station is None else (
            station.name, station.city, station.county, station.need
        )  # fmt: skip
        for department, since, until in departments(facts, cadre.id, row.start, row.end):
            of = facts.departments[department]
            rows.append((
                department, of.name, share(of.headcount, year.policy.training),
                cadre.id, cadre.name, row.host_id, *place, row.start, row.end, since, until,
                row.posting, row.route, new,
            ))  # fmt: skip
    frame = pl.DataFrame(rows, SENT, orient="row")
    return frame.sort("department_id", "since", "person_id")


def pairs(year: PostingsYear, plan: Plan) -> pl.DataFrame:
    """Return who changes places between which station and department, by `PAIRS`.

    `exchange` is `swap` (a cadre comes and the chief goes, from the same day), `secondment` (a
    cadre comes) or `attachment` (the chief goes); who does not move is null. By start, station and
    department.
    """
    facts = year.facts
    stations = {one.id: one for one in facts.stations}
    found: dict[tuple[object, str, str], dict[str, object]] = {}
    for row in plan.rows.to_dicts():
        down = row["posting"] == "secondment"
        chief = None if down else facts.chiefs[row["person_id"]]
        at = row["host_id"] if chief is None else chief.station_id
        department = row["department_id"] if down else row["host_id"]
        # Two that go one way between the same two are no swap: each is a row of its own.
        key = (row["start_date"], at, department)
        if not row["swap"]:
            key = (row["start_date"], at, f"{department}\0{row['person_id']}")
        one = found.setdefault(key, {
            "start_date": row["start_date"], "end_date": row["end_date"],
            "exchange": "swap" if row["swap"] else row["posting"],
            "station_id": at, "station": stations[at].name, "city": stations[at].city,
            "county": stations[at].county, "department_id": department,
            "department": facts.departments[department].name, "cadre": None, "chief": None,
            "fit": row["fit"],
        })  # fmt: skip
        side = "cadre" if down else "chief"
        one[side] = row["person"] if one[side] is None else f"{one[side]}、{row['person']}"
    frame = pl.DataFrame(list(found.values()), PAIRS, orient="row")
    return frame.sort("start_date", "station_id", "department_id", "chief", nulls_last=True)


def due_soon(year: PostingsYear, language: Language = "zh") -> pl.DataFrame:
    """Return what is due by the day and soon after, without the passing of anyone's chance.

    Columns: due_on, person_id, person, posting, matter, appraiser (all but ids in words).
    """
    facts = year.facts
    names = {id: one.name for people in (facts.cadres, facts.chiefs) for id, one in people.items()}
    by_whom = {by: say(f"dossier.by.{by}", language) for by in ("county", "department")}
    rows = [
        (
            on, person, names.get(person, ""), say(f"posting.{posting}", language),
            say(f"matter.{what}", language), by_whom.get(by),
        )
        for on, person, posting, what, by in year.due.iter_rows()
        if what != LAPSE
    ]  # fmt: skip
    schema = dict.fromkeys(
        ("due_on", "person_id", "person", "posting", "matter", "appraiser"), pl.String
    )
    return pl.DataFrame(rows, {**schema, "due_on": pl.Date}, orient="row")


def matters(year: PostingsYear) -> pl.DataFrame:
    """Return what is due as `due.csv` has it, without the passing of anyone's chance."""
    return year.due.filter(pl.col("what") != LAPSE)


def lapsing(year: PostingsYear, language: Language = "zh") -> str:
    """Return how many may go now and, unless they are sent, no longer may within a year."""
    people = year.due.filter(what=LAPSE)["person_id"].n_unique()
    return say("postings.lapsing", language, on=year.on, people=people)
