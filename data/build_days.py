"""Write the example's synthetic tables of days: `python data/build_days.py [OUT_DIR]`.

The visits go to the stations of the plan of 2019, which is made first. Beside the folder lies
`late_visits_2019.csv`: rows that came in after the first half was filed.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from synthetic.cadres import (
    ABSENCE_COLUMNS,
    CADRE_COLUMNS,
    MOVE_COLUMNS,
    absences,
    staff_departments,
    swap_some,
)
from synthetic.visits import (
    BLOCKED_COLUMNS,
    MERGER_COLUMNS,
    TASK_COLUMNS,
    VISIT_COLUMNS,
    blocked,
    tasks,
    visits,
)

from planner import Policy, make_plan, read_dataset

HERE = Path(__file__).parent
PLAN_YEAR = 2019
RETIRING = "L08"
LATE = "late_visits_2019.csv"


def main(folder: Path = HERE / "jiangxi") -> None:
    """Write cadres, visits, absences, moves, mergers, blocked and tasks into the folder."""
    dataset = read_dataset(HERE / "jiangxi")
    pairing: dict[str, list[str]] = {}
    made = make_plan(dataset, Policy(), PLAN_YEAR).pairs.sort("unit_id", "station_id")
    for unit, station in made.select("unit_id", "station_id").iter_rows():
        pairing.setdefault(unit, []).append(station)
    stations = dataset.stations.sort("station_id")
    counties = sorted({f"{city}/{county}" for city, county in
                       stations.select("city", "county").iter_rows()})  # fmt: skip
    headcounts = dict(dataset.departments.select("department_id", "headcount").iter_rows())
    cadres, moves = swap_some(PLAN_YEAR, staff_departments(PLAN_YEAR, headcounts, counties))
    away = absences(PLAN_YEAR, cadres, RETIRING)
    leaders = sorted(dataset.leaders["leader_id"])
    every = visits(PLAN_YEAR, pairing, leaders, cadres, away, moves)
    late = [one for one in every if one.person_id.startswith("D06")][-1:]
    merged = pairing["D16"][0]
    taken = {station for several in pairing.values() for station in several}
    places = stations.select("city", "county").rows()
    at = places[stations["station_id"].to_list().index(merged)]
    near = stations.filter([place == at for place in places])
    heir = next(one for one in near["station_id"] if one not in taken)

    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "cadres.csv", CADRE_COLUMNS, cadres)
    _write(folder / "visits.csv", VISIT_COLUMNS, [one for one in every if one not in late])
    _write(folder / "absences.csv", ABSENCE_COLUMNS, away)
    _write(folder / "moves.csv", MOVE_COLUMNS, moves)
    _write(folder / "mergers.csv", MERGER_COLUMNS, [(merged, f"{PLAN_YEAR}-07-01", heir)])
    _write(folder / "blocked.csv", BLOCKED_COLUMNS, blocked(PLAN_YEAR, pairing["D20"][0]))
    _write(folder / "tasks.csv", TASK_COLUMNS, tasks(pairing, PLAN_YEAR))
    _write(folder.parent / LATE, VISIT_COLUMNS, late)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
