"""The example dataset: its size, its shape, and that it can be made again."""

from collections import Counter
from pathlib import Path

Tables = dict[str, list[dict[str, str]]]
DAYS = ("absences", "blocked", "cadres", "mergers", "moves", "tasks", "visits")
"""The tables of days."""
POSTINGS = ("apart", "chiefs", "holds", "posting_events", "posting_pins", "postings")
"""The tables of postings."""


def test_rebuilding_gives_the_committed_bytes(data_folder: Path, jiangxi_rebuilt: Path):
    committed = {path.name: path.read_bytes() for path in (data_folder / "jiangxi").glob("*.csv")}
    for name in ("indicators", *DAYS, *POSTINGS):
        committed.pop(f"{name}.csv")  # made by builds of their own, from the plan
    rebuilt = {path.name: path.read_bytes() for path in jiangxi_rebuilt.iterdir()}
    assert rebuilt == committed


def test_files_are_utf8_without_mark_or_carriage_return(data_folder: Path):
    for path in (data_folder / "jiangxi").glob("*.csv"):
        content = path.read_bytes()
        content.decode("utf-8")
        assert b"\r" not in content, path.name
        assert not content.startswith(b"\xef\xbb\xbf"), path.name


def test_rebuilding_the_tables_of_days_gives_the_committed_bytes(
    data_folder: Path, days_rebuilt: Path
):
    for name in DAYS:
        committed = (data_folder / "jiangxi" / f"{name}.csv").read_bytes()
        assert (days_rebuilt / f"{name}.csv").read_bytes() == committed, name
    late = "late_visits_2019.csv"
    assert (days_rebuilt.parent / late).read_bytes() == (data_folder / late).read_bytes()


def test_rebuilding_the_tables_of_postings_gives_the_committed_bytes(
    data_folder: Path, postings_rebuilt: Path
):
    for name in POSTINGS:
        committed = (data_folder / "jiangxi" / f"{name}.csv").read_bytes()
        assert (postings_rebuilt / f"{name}.csv").read_bytes() == committed, name


def test_chiefs_are_numbered_and_never_named(jiangxi: Tables):
    assert all(row["name"] == f"所长{row['station_id']}" for row in jiangxi["chiefs"])


def test_cadres_are_numbered_and_never_named(jiangxi: Tables):
    assert all(row["name"] == f"干部{row['cadre_id']}" for row in jiangxi["cadres"])


def test_the_dataset_has_its_tables_of_known_size(jiangxi: Tables):
    sizes = {name: len(rows) for name, rows in jiangxi.items()}
    assert sizes == {
        "absences": 23,
        "apart": 1,
        "blocked": 4,
        "cadres": 223,
        "chiefs": 400,
        "departments": 23,
        "history": 153,
        "holds": 3,
        "indicators": 1566 * 8,
        "leaders": 9,
        "mergers": 1,
        "moves": 6,
        "pins": 2,
        "posting_events": 7,
        "posting_pins": 31,
        "postings": 4,
        "recusals": 11,
        "stations": 1566,
        "tasks": 58,
        "visits": 465,
        "wishes": 42,
    }


def test_every_id_is_unique_over_leaders_and_departments(jiangxi: Tables):
    ids = [row["leader_id"] for row in jiangxi["leaders"]]
    ids += [row["department_id"] for row in jiangxi["departments"]]
    assert len(set(ids)) == len(ids)


def test_every_station_id_is_unique(jiangxi: Tables):
    assert len({row["station_id"] for row in jiangxi["stations"]}) == 1566


def test_no_value_has_surrounding_blanks(jiangxi: Tables):
    values = [v for rows in jiangxi.values() for row in rows for v in row.values()]
    assert all(value == value.strip() for value in values)


def test_exactly_one_leader_is_principal(jiangxi: Tables):
    assert [row["leader_id"] for row in jiangxi["leaders"] if row["principal"] == "true"] == ["L01"]


def test_two_departments_are_on_village_duty(jiangxi: Tables):
    assert sum(row["village_duty"] == "true" for row in jiangxi["departments"]) == 2


def test_every_department_has_a_leader_in_charge(jiangxi: Tables):
    leaders = {row["leader_id"] for row in jiangxi["leaders"]}
    assert {row["leader_id"] for row in jiangxi["departments"]} <= leaders


def test_staff_has_the_shape_of_changde(jiangxi: Tables):
    # Changde: 170 stations, 52 with one person (30.6 %), 64 with two (37.6 %), 2.14 on average.
    staff = [int(row["staff"]) for row in jiangxi["stations"]]
    assert abs(staff.count(1) / len(staff) - 52 / 170) < 0.002
    assert abs(staff.count(2) / len(staff) - 64 / 170) < 0.002
    assert abs(sum(staff) / len(staff) - 2.14) < 0.01


def test_caseload_is_near_ganzhous_mean(jiangxi: Tables):
    # Ganzhou 2022: about 135 mediations and 7 correction intakes a station.
    cases = [int(row["caseload"]) for row in jiangxi["stations"]]
    assert abs(sum(cases) / len(cases) - 142) < 3


def test_every_degree_of_hardship_occurs(jiangxi: Tables):
    degrees = Counter(row["hardship"] for row in jiangxi["stations"])
    assert set(degrees) == {"0", "1", "2", "3"}
    assert min(degrees.values()) > 100


def test_every_city_nominates_a_fifth_to_a_third(jiangxi: Tables):
    stations = jiangxi["stations"]
    whole = Counter(row["city"] for row in stations)
    named = Counter(row["city"] for row in stations if row["nominated"] == "true")
    assert len(whole) == 11
    assert all(0.20 <= named[city] / whole[city] <= 0.36 for city in whole)


def test_nearly_every_county_has_a_nominated_station(jiangxi: Tables):
    stations = jiangxi["stations"]
    counties = {row["county"] for row in stations if row["nominated"] == "true"}
    assert len(counties) >= 95


def test_every_point_lies_in_the_province(jiangxi: Tables):
    for row in jiangxi["stations"]:
        assert 113.5 < float(row["lon"]) < 118.6, row
        assert 24.4 < float(row["lat"]) < 30.1, row
