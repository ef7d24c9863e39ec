"""A training plan as its table has it: rows of postings, with what people read beside them."""

import polars as pl

from planner.postings.training.make import MadeTraining

SCHEMA = {
    "person_id": pl.String, "posting": pl.String, "host_id": pl.String,
    "start_date": pl.Date, "end_date": pl.Date, "grade": pl.String, "route": pl.String,
    "person": pl.String, "department_id": pl.String, "host": pl.String,
    "city": pl.String, "county": pl.String, "need": pl.Int64, "travel_minutes": pl.Int64,
}  # fmt: skip
"""The columns of `postings.csv`; the first seven are those of the register `postings`."""


def rows_of(made: MadeTraining) -> pl.DataFrame:
    """Return the plan's rows, by start and person."""
    case, options = made.problems.case, made.problems.options
    rows: list[tuple[object, ...]] = []
    for at in made.chosen:
        one = case.departures[int(options.departure[at])]
        cadre, station = (
            case.facts.cadres[one.person],
            case.facts.stations[int(options.station[at])],
        )
        rows.append((
            one.person, "training", station.id, one.start, one.end, None, one.route,
            cadre.name, case.facts.department(cadre, one.start), station.name,
            station.city, station.county, station.need, station.travel_minutes,
        ))  # fmt: skip
    return ordered(pl.DataFrame(rows, SCHEMA, orient="row"))


def ordered(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows in the plan's own columns and order."""
    return rows.select(*SCHEMA).cast(SCHEMA).sort("start_date", "person_id")  # pyright: ignore[reportArgumentType]


def keys_of(rows: pl.DataFrame) -> list[tuple[str, str, str]]:
    """Return who goes when and where, row by row."""
    return [
        (person, str(start), host)
        for person, start, host in rows.select("person_id", "start_date", "host_id").iter_rows()
    ]
