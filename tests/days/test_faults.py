from pathlib import Path

import pytest

from planner.commands import check
from tests.days.folder import CADRE, Tables, base, faults, read, warnings, write, write_plan
from tests.days.small import day

Spoilt = tuple[str, dict[str, list[dict[str, str]]], str]

VISIT = {
    "person_id": "C1", "station_id": "S1", "start_date": "2019-04-01", "end_date": "2019-04-02",
    "task": "调研",
}  # fmt: skip
AWAY = {"person_id": "C1", "cause": "leave", "start_date": "2019-06-03", "end_date": "2019-06-05"}
MOVE = {"cadre_id": "C1", "moved_on": "2019-03-01", "from_department_id": "D2"}
MERGER = {"station_id": "S1", "merged_on": "2019-07-01", "successor_id": "S2"}
BLOCKED = {"subject": "C1", "start_date": "2019-08-01", "end_date": "2019-08-02", "reason": ""}


def cadre(**cells: str) -> dict[str, str]:
    return CADRE | {"cadre_id": "C3", "name": "干部三", "department_id": "D2"} | cells


FAULTS: list[tuple[str, dict[str, list[dict[str, str]]], str]] = [
    ("1 no date", {"visits": [VISIT | {"start_date": "2019-02-29"}]}, "visits.csv:3 start_date"),
    ("1 slashes", {"visits": [VISIT | {"start_date": "2019/4/1"}]}, "visits.csv:3 start_date"),
    ("1 a number", {"visits": [VISIT | {"start_date": "43556"}]}, "visits.csv:3 start_date"),
    ("2 out of range", {"visits": [VISIT | {"start_date": "1919-04-01"}]}, "visits.csv:3 start"),
    ("3 end before start", {"visits": [VISIT | {"end_date": "2019-03-31"}]},
     "visits.csv:3 end_date: the end 2019-03-31 is before the start 2019-04-01"),
    ("4 row twice", {"visits": [VISIT, VISIT]}, "visits.csv:4 person_id: this repeats row 3"),
    ("5 unknown word", {"absences": [AWAY | {"cause": "holiday"}]}, "absences.csv:3 cause"),
    ("6 blank", {"visits": [VISIT | {"station_id": ""}]}, "visits.csv:3 station_id"),
    ("7 id in use", {"cadres": [cadre(cadre_id="L1")]},
     "cadres.csv:4 cadre_id: the identifier 'L1' is already used at leaders.csv:2"),
    ("7 id of a cadre", {"cadres": [cadre(cadre_id="C1")]}, "already used at cadres.csv:2"),
    ("7 id of a station", {"cadres": [cadre(cadre_id="S2")]}, "already used at stations.csv:3"),
    ("8 unknown department", {"cadres": [cadre(department_id="D9")]},
     "cadres.csv:4 department_id"),
    ("9 left before joining", {"cadres": [cadre(left_on="2010-06-30")]},
     "cadres.csv:4 left_on: left on 2010-06-30, before joining on 2010-07-01"),
    ("10 born late", {"cadres": [cadre(birth_date="2010-07-01")]}, "cadres.csv:4 birth_date: born"),
    ("11 too young", {"cadres": [cadre(birth_date="1994-07-02")]}, "under 16 years on 2010-07-01"),
    ("12 months", {"cadres": [cadre(grassroots_months="1.5")]}, "cadres.csv:4 grassroots_months"),
    ("12 months below 0", {"cadres": [cadre(justice_months="-1")]}, "cadres.csv:4 justice_months"),
    ("17 unknown person", {"visits": [VISIT | {"person_id": "C9"}]}, "visits.csv:3 person_id"),
    ("18 a department", {"visits": [VISIT | {"person_id": "D1"}]}, "visits.csv:3 person_id"),
    ("19 unknown station", {"visits": [VISIT | {"station_id": "S9"}]}, "visits.csv:3 station_id"),
    ("20 overlap", {"visits": [VISIT | {"start_date": "2019-03-08"}]},
     "visits.csv:3 start_date: this visit of C1 overlaps with row 2"),
    ("21 before joining", {"cadres": [cadre(joined_on="2019-04-02")],
                           "visits": [VISIT | {"person_id": "C3"}]},
     "visits.csv:3 start_date: 2019-04-01 is before joining on 2019-04-02"),
    ("22 after leaving", {"cadres": [cadre(left_on="2019-04-01")],
                          "visits": [VISIT | {"person_id": "C3"}]},
     "visits.csv:3 end_date: 2019-04-02 is after leaving on 2019-04-01"),
    ("23 while away", {"visits": [VISIT | {"start_date": "2019-05-10", "end_date": "2019-05-11"}]},
     "visits.csv:3 start_date: C1 is away then (leave, see absences.csv:2)"),
    ("24 merged", {"mergers": [MERGER],
                   "visits": [VISIT | {"start_date": "2019-06-28", "end_date": "2019-07-02"}]},
     "expected its successor S2"),
    ("24 closed", {"mergers": [MERGER | {"successor_id": ""}],
                   "visits": [VISIT | {"start_date": "2019-07-01", "end_date": "2019-07-02"}]},
     "is closed from 2019-07-01 on without a successor"),
    ("25 over 60 days", {"visits": [VISIT | {"person_id": "C2", "end_date": "2019-05-31"}]},
     "a visit of 61 days, expected at most 60"),
    ("26 no task", {"visits": [VISIT | {"task": ""}]}, "visits.csv:3 task"),
    ("28 before the notice", {"visits": [VISIT | {"start_date": "2018-12-31",
                                                  "end_date": "2018-12-31"}]},
     "visits.csv:3 start_date: 2018-12-31 is before the notice is in force (2019-01-01)"),
    ("33 unknown person", {"absences": [AWAY | {"person_id": "C9"}]}, "absences.csv:3 person_id"),
    ("34 overlap", {"absences": [AWAY | {"start_date": "2019-05-10"}]},
     "absences.csv:3 start_date: this absence of C1 overlaps with row 2"),
    ("34 an open one", {"absences": [AWAY | {"end_date": ""},
                                     AWAY | {"start_date": "2019-12-02",
                                             "end_date": "2019-12-03"}]},
     "absences.csv:4 start_date: this absence of C1 overlaps with row 3"),
    ("35 before joining", {"absences": [AWAY | {"start_date": "2010-06-30",
                                                "end_date": "2010-07-02"}]},
     "absences.csv:3 start_date: an absence from 2010-06-30 on, before joining on 2010-07-01"),
    ("35 after leaving", {"cadres": [cadre(left_on="2019-06-02")],
                          "absences": [AWAY | {"person_id": "C3"}]},
     "absences.csv:3 start_date: an absence from 2019-06-03 on, after leaving on 2019-06-02"),
    ("36 a leader's village", {"absences": [AWAY | {"person_id": "L1", "cause": "village"}]},
     "absences.csv:3 cause: L1 is a leader"),
    ("37 unknown cadre", {"moves": [MOVE | {"cadre_id": "C9"}]}, "moves.csv:2 cadre_id"),
    ("37 unknown department", {"moves": [MOVE | {"from_department_id": "D9"}]},
     "moves.csv:2 from_department_id"),
    ("38 nowhere", {"moves": [MOVE | {"from_department_id": "D1"}]},
     "moves.csv:2 from_department_id: the department left, 'D1', is the one he then is in"),
    ("39 two a day", {"moves": [MOVE, MOVE | {"from_department_id": "D1"}]}, "as in row 2"),
    ("40 not after joining", {"moves": [MOVE | {"moved_on": "2010-07-01"}]},
     "moves.csv:2 moved_on: moved on 2010-07-01, not after joining on 2010-07-01"),
    ("40 after leaving", {"cadres": [cadre(left_on="2019-02-28")],
                          "moves": [MOVE | {"cadre_id": "C3", "from_department_id": "D1"}]},
     "moves.csv:2 moved_on: moved on 2019-03-01, after leaving on 2019-02-28"),
    ("42 unknown station", {"mergers": [MERGER | {"station_id": "S9"}]},
     "mergers.csv:2 station_id"),
    ("43 station twice", {"mergers": [MERGER, MERGER | {"successor_id": "S3"}]},
     "mergers.csv:3 station_id: the station 'S1' is merged in row 2 already"),
    ("44 circle", {"mergers": [MERGER, MERGER | {"station_id": "S2", "successor_id": "S1"}]},
     "mergers.csv:2 successor_id: the mergers go in a circle: S1 → S2 → S1"),
    ("45 successor gone", {"mergers": [MERGER, {"station_id": "S2", "merged_on": "2019-06-30",
                                                "successor_id": "S3"}]},
     "mergers.csv:2 successor_id: the successor 'S2' is gone itself from 2019-06-30 on"),
    ("46 date twice", {"workdays": [{"date": "2019-08-03", "working": "true", "note": ""},
                                    {"date": "2019-08-03", "working": "false", "note": ""}]},
     "workdays.csv:3 date: the date 2019-08-03 is in row 2 already"),
    ("48 unknown subject", {"blocked": [BLOCKED | {"subject": "X9"}]}, "blocked.csv:2 subject"),
]  # fmt: skip

WARNINGS: list[tuple[str, dict[str, list[dict[str, str]]], str]] = [
    ("13 over headcount", {"cadres": [cadre(), cadre(cadre_id="C4")]},
     "departments.csv:3 headcount: D2（二处） has 3 cadres in the roster, more than its headcount"),
    ("14 joins later", {"cadres": [cadre(joined_on="2020-01-01")]},
     "cadres.csv:4 joined_on: joins on 2020-01-01, after 2019"),
    ("16 village twice", {"cadres": [cadre(village_duty="true")],
                          "absences": [AWAY | {"person_id": "C3", "cause": "village"}]},
     "absences.csv:3 cause: village duty is said for the whole year at cadres.csv:4"),
    ("27 bureau", {"cadres": [cadre(duty_rank="bureau")],
                   "visits": [VISIT | {"person_id": "C3", "station_id": "S2"}]},
     "visits.csv:3 person_id: C3 is of bureau rank"),
    ("30 elsewhere", {"visits": [VISIT | {"station_id": "S2"}]},
     "station_id: 'S2' is not an own station, its days do not count; own ones are: S1"),
    ("31 no working day", {"visits": [VISIT | {"start_date": "2019-04-13",
                                               "end_date": "2019-04-14"}]},
     "visits.csv:3 start_date: this visit from 2019-04-13 on has no working day"),
    ("32 village duty", {"cadres": [cadre(village_duty="true")],
                         "visits": [VISIT | {"person_id": "C3", "station_id": "S2"}]},
     "visits.csv:3 start_date: C3 is on village duty then"),
    ("47 changes nothing", {"workdays": [{"date": "2019-08-05", "working": "true", "note": ""}]},
     "workdays.csv:2 working: 2019-08-05 is so anyway"),
    ("49 no day of the year", {"blocked": [BLOCKED | {"start_date": "2020-01-01",
                                                      "end_date": "2020-01-02"}]},
     "blocked.csv:2 start_date: no day of this row is in 2019"),
]  # fmt: skip


def spoilt(rows: dict[str, list[dict[str, str]]]) -> Tables:
    """Return the sound tables with rows added."""
    tables = base()
    for name, several in rows.items():
        tables[name] += several
    return tables


def test_the_sound_tables_are_sound(tmp_path: Path) -> None:
    assert faults(tmp_path, base()) == []
    assert warnings(tmp_path, base()) == []


@pytest.mark.parametrize(
    ("rows", "told"), [case[1:] for case in FAULTS], ids=[c[0] for c in FAULTS]
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, rows: dict[str, list[dict[str, str]]], told: str
) -> None:
    found = faults(tmp_path, spoilt(rows))
    assert any(told in line for line in found), found


@pytest.mark.parametrize(
    ("rows", "told"), [case[1:] for case in WARNINGS], ids=[c[0] for c in WARNINGS]
)
def test_what_is_odd_is_told_with_its_place(
    tmp_path: Path, rows: dict[str, list[dict[str, str]]], told: str
) -> None:
    found = warnings(tmp_path, spoilt(rows))
    assert any(told in line for line in found), found


def test_a_department_without_cadres_is_told(tmp_path: Path) -> None:
    tables = base()
    tables["cadres"].pop()
    assert any("D2（二处） has nobody" in line for line in warnings(tmp_path, tables))


def test_a_visit_after_the_date_asked_for_is_told(tmp_path: Path) -> None:
    assert any(
        "2019-03-08 is after 2019-03-05" in w for w in warnings(tmp_path, base(), on=day("0305"))
    )


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    rows = {"visits": [VISIT | {"task": ""}], "mergers": [MERGER, MERGER | {"successor_id": "S3"}]}
    assert len(faults(tmp_path, spoilt(rows), plans=["/nowhere"])) == 3


def test_a_posting_is_an_absence_and_may_touch_another(tmp_path: Path) -> None:
    tables = base()
    data = write(tmp_path / "data", tables)
    head = "person_id,posting,host_id,start_date,end_date,grade,route\n"
    row = "C1,secondment,S3,2019-03-01,2019-08-31,,\n"
    (data / "postings.csv").write_text(head + row, encoding="utf-8")
    found = faults(tmp_path, tables)
    (only,) = found
    assert "visits.csv:2 start_date: C1 is away then (posting, see postings.csv:2)" in only


def test_a_recalled_posting_ends_on_that_day(tmp_path: Path) -> None:
    data = write(tmp_path / "data", base())
    (data / "postings.csv").write_text(
        "person_id,posting,host_id,start_date,end_date,grade,route\n"
        "C1,secondment,S3,2019-01-07,2019-08-31,,\n", encoding="utf-8")  # fmt: skip
    (data / "posting_events.csv").write_text(
        "person_id,start_date,event,date,until,note\nC1,2019-01-07,recalled,2019-02-28,,\n",
        encoding="utf-8")  # fmt: skip
    facts = read(tmp_path, base()).facts
    assert [one.span.end for one in facts.people["C1"].absences][-1] == day("0228")


PLANS: list[tuple[str, list[str], str]] = [
    ("55 no plan", ["{0}/data"], "there is no plan.csv in this folder"),
    ("56 another year", ["{0}/old"], "the plan is of 2018, expected 2019"),
    ("57 two from one date", ["{0}/plan", "{0}/plan@2019-01-01"], "holds from 2019-01-01 already"),
    ("57 outside the year", ["{0}/plan@2020-01-01"], "the plan holds from 2020-01-01"),
    ("57 no date", ["{0}/plan@2019-02-30"], "found '2019-02-30', expected a date"),
    ("58 lacking", ["{0}/strange"], "the plan names 'S9', which the tables lack"),
]  # fmt: skip


@pytest.mark.parametrize(("plans", "told"), [case[1:] for case in PLANS], ids=[c[0] for c in PLANS])
def test_a_plan_that_does_not_fit_is_told(tmp_path: Path, plans: list[str], told: str) -> None:
    write_plan(tmp_path / "old", 2018)
    write_plan(tmp_path / "strange", pairs=(("department", "D1", "S9"),))
    found = faults(tmp_path, base(), plans=[plan.format(tmp_path) for plan in plans])
    assert any(told in line for line in found), found


def test_a_fault_that_several_duties_see_is_told_once(tmp_path: Path) -> None:
    spoilt = [
        CADRE | {"cadre_id": "C3", "birth_date": "2011-01-01"},
        CADRE | {"cadre_id": "C3", "birth_date": "2000-01-01"},
    ]
    tables = base()
    data = write(tmp_path / "data", tables | {"cadres": [*tables["cadres"], *spoilt]})
    told = [fault.place for fault in check(data, 2019, None).faults if fault.column == "birth_date"]
    assert told == ["cadres.csv:4", "cadres.csv:5"]
    assert [f.key for f in check(data, 2019, None).faults].count("id.repeated") == 1
