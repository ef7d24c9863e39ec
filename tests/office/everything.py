"""A small year with every table of every duty: hostile text in every field, secrets in columns."""

import csv
from itertools import cycle
from pathlib import Path

from tests.office.papers import HOSTILE

CANARY = "金丝雀"
BORN = ("1977-07-17", "1978-08-18", "1979-09-19")
"""Birth dates that no other date of the year is."""
HOME = "孤岛县"
"""Where the cadres are from; its one station is nominated by nobody."""
LONG = "一" * 4000
NAMES = [name for name in HOSTILE if name != LONG]
YEAR = 2019
COLUMN = "家庭住址"
"""A column that is nobody's: whatever stands in it goes nowhere."""

Rows = list[dict[str, object]]


def everything(folder: Path) -> Path:
    """Write the tables, each with a column that is nobody's, and return their folder."""
    folder.mkdir(parents=True)
    for name, rows in tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            header = [*rows[0], COLUMN]
            writer = csv.DictWriter(file, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows({**row, COLUMN: f"{CANARY}住址"} for row in rows)
    return folder


def tables() -> dict[str, Rows]:
    """Return every table's rows."""
    text = cycle(NAMES)

    def hostile(more: object = "") -> str:
        found = f"{next(text)}{more}"
        return f"'{found}" if found[0] in "=@＝" else found  # as spreadsheets mark text

    def area(more: str) -> str:
        return hostile(more).replace("/", "")

    cities = {city: area(f"{city}市") for city in "ABC"}
    counties = {f"{city}{at}": area(f"{city}{at}县") for city in "ABC" for at in (1, 2)}
    stations: Rows = [
        {
            "station_id": f"{county}{one}", "name": hostile(f"{county}{one}"),
            "city": cities[county[0]], "county": name, "township": hostile("镇"),
            "lon": "", "lat": "", "travel_minutes": 60, "staff": 2, "caseload": 90,
            "hardship": 1, "focus": "普法", "nominated": "true",
        }
        for county, name in counties.items() for one in "ab"
    ]  # fmt: skip
    stations.append(
        stations[0] | {"station_id": "X1a", "name": "孤所", "county": HOME,
                       "nominated": "false"}
    )  # fmt: skip
    cadre = {
        "duty_rank": "below", "joined_on": "2005-07-01", "left_on": "", "grassroots_months": 0,
        "justice_months": 100, "village_duty": "false", "outstanding": "true",
        "native_county": HOME,
    }  # fmt: skip
    return {
        "leaders": [
            {"leader_id": "L1", "name": hostile("长"), "principal": "true"},
            {"leader_id": "L2", "name": LONG, "principal": "false"},
        ],
        "departments": [
            {"department_id": one, "name": hostile("处"), "headcount": people, "leader_id": "L2",
             "village_duty": "false", "expertise": "普法"}
            for one, people in (("D1", 12), ("D2", 6))
        ],
        "stations": stations,
        "history": [{"year": 2018, "unit_id": "D1", "station_id": "C2a"}],
        "wishes": [{"department_id": "D1", "rank": 1, "level": "station", "place": "B1a"}],
        "recusals": [{"unit_id": "L1", "level": "station", "place": "A2a",
                      "reason": f"{CANARY}回避"}],
        "pins": [{"unit_id": "L2", "station_id": "A2b", "decision": "forbid",
                  "reason": f"{CANARY}否定"}],
        "cadres": [
            {"cadre_id": f"G{at}", "name": hostile("干部"), "department_id": unit,
             "birth_date": born, **cadre}
            for at, (unit, born) in enumerate(zip(("D1", "D1", "D2"), BORN, strict=True), 1)
        ],
        "visits": [
            {"person_id": "L1", "station_id": "A1a", "start_date": "2019-03-04",
             "end_date": "2019-03-06", "task": hostile("走访")},
        ],
        "tasks": [{"unit_id": "D1", "station_id": "A1a", "task": hostile("任务"),
                   "target": hostile("目标"), "done_on": ""}],
        "absences": [{"person_id": "G2", "cause": "leave", "start_date": "2019-05-06",
                      "end_date": "2019-05-10"}],
        "blocked": [{"subject": "G1", "start_date": "2019-06-03", "end_date": "2019-06-04",
                     "reason": f"{CANARY}不宜"}],
        "workdays": [{"date": "2019-05-01", "working": "false", "note": hostile("节")}],
        "postings": [{"person_id": "G3", "posting": "training", "host_id": "B1a",
                      "start_date": "2018-01-01", "end_date": "2019-12-31", "grade": "",
                      "route": "A"}],
        "posting_events": [{"person_id": "G3", "start_date": "2018-01-01", "event": "sent",
                            "date": "2018-01-02", "until": "", "note": f"{CANARY}备注"}],
        "chiefs": [{"chief_id": "H1", "name": hostile("所长"), "station_id": "C1a",
                    "birth_date": "1976-06-16", "outstanding": "true",
                    "recommended_by": hostile("县局")}],
        "holds": [{"person_id": "G2", "start_date": "2019-01-01", "end_date": "2019-03-31",
                   "reason": "maternity"}],
        "apart": [{"person_a": "G1", "person_b": "G2", "reason": f"{CANARY}不同时"}],
        "posting_pins": [{"person_id": "G1", "posting": "", "start_date": "", "level": "city",
                          "place": cities["A"].removeprefix("'"), "decision": "forbid",
                          "reason": f"{CANARY}派出"}],
    }  # fmt: skip
