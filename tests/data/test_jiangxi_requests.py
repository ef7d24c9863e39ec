"""Past pairings, wishes, recusals and pins of the example, and that a plan exists."""

from collections import Counter

Tables = dict[str, list[dict[str, str]]]


def _place(station: dict[str, str], level: str) -> tuple[str, ...]:
    names = {"station": ("station_id", "name"), "county": ("county",), "city": ("city",)}
    return tuple(station[name] for name in names[level])


def _covers(row: dict[str, str], station: dict[str, str]) -> bool:
    return row["place"] in _place(station, row["level"])


def _stations(tables: Tables) -> dict[str, dict[str, str]]:
    return {row["station_id"]: row for row in tables["stations"]}


def test_history_covers_the_three_years_before_the_plan(jiangxi: Tables):
    assert {row["year"] for row in jiangxi["history"]} == {"2016", "2017", "2018"}


def test_history_keeps_the_rotation(jiangxi: Tables):
    pairs = [(row["unit_id"], row["station_id"]) for row in jiangxi["history"]]
    assert len(set(pairs)) == len(pairs)


def test_a_station_has_one_unit_a_year_in_history(jiangxi: Tables):
    stations = [(row["year"], row["station_id"]) for row in jiangxi["history"]]
    assert len(set(stations)) == len(stations)


def test_a_unit_has_its_quota_in_every_past_year(jiangxi: Tables):
    counts = Counter((row["year"], row["unit_id"]) for row in jiangxi["history"])
    assert len(counts) == 3 * (9 + 23)
    headcount = {row["department_id"]: int(row["headcount"]) for row in jiangxi["departments"]}
    for (_, unit), count in counts.items():
        upper = 3 if unit not in headcount else 2 if headcount[unit] >= 10 else 1
        assert (1 if unit in headcount else 2) <= count <= upper, unit


def test_a_leaders_past_stations_of_a_year_lie_in_different_cities(jiangxi: Tables):
    city = {row["station_id"]: row["city"] for row in jiangxi["stations"]}
    rows = [row for row in jiangxi["history"] if row["unit_id"].startswith("L")]
    counts = Counter((row["year"], row["unit_id"], city[row["station_id"]]) for row in rows)
    assert max(counts.values()) == 1


def test_history_names_known_stations_only(jiangxi: Tables):
    assert {row["station_id"] for row in jiangxi["history"]} <= set(_stations(jiangxi))


def test_every_wish_and_recusal_covers_a_station(jiangxi: Tables):
    for row in jiangxi["wishes"] + jiangxi["recusals"]:
        assert any(_covers(row, station) for station in jiangxi["stations"]), row


def test_wishes_rank_from_one_to_three_without_repeating(jiangxi: Tables):
    ranks = [(row["department_id"], row["rank"]) for row in jiangxi["wishes"]]
    assert len(set(ranks)) == len(ranks)
    assert {rank for _, rank in ranks} == {"1", "2", "3"}


def test_departments_on_village_duty_file_no_wishes(jiangxi: Tables):
    on_duty = {r["department_id"] for r in jiangxi["departments"] if r["village_duty"] == "true"}
    assert on_duty.isdisjoint(row["department_id"] for row in jiangxi["wishes"])


def test_most_wishes_can_be_met_and_a_few_cannot(jiangxi: Tables):
    had = {(row["unit_id"], row["station_id"]) for row in jiangxi["history"]}
    nominated = [row for row in jiangxi["stations"] if row["nominated"] == "true"]
    unmet = [
        wish
        for wish in jiangxi["wishes"]
        if not any(
            _covers(wish, station) and (wish["department_id"], station["station_id"]) not in had
            for station in nominated
        )
    ]
    assert 2 <= len(unmet) <= len(jiangxi["wishes"]) // 5


def test_recusals_come_at_every_level_and_with_a_reason(jiangxi: Tables):
    assert {row["level"] for row in jiangxi["recusals"]} == {"station", "county", "city"}
    assert all(row["reason"] for row in jiangxi["recusals"])


def test_one_pairing_is_required_and_one_forbidden(jiangxi: Tables):
    assert sorted(row["decision"] for row in jiangxi["pins"]) == ["forbid", "require"]
    assert all(row["reason"] for row in jiangxi["pins"])


def test_the_required_pairing_meets_no_recusal(jiangxi: Tables):
    (pin,) = [row for row in jiangxi["pins"] if row["decision"] == "require"]
    station = _stations(jiangxi)[pin["station_id"]]
    recusals = [row for row in jiangxi["recusals"] if row["unit_id"] == pin["unit_id"]]
    assert not any(_covers(row, station) for row in recusals)


def test_a_plan_with_every_upper_quota_filled_exists(jiangxi: Tables):
    # A witness built greedily: the required pair first, then unit after unit.
    stations = _stations(jiangxi)
    had = {(row["unit_id"], row["station_id"]) for row in jiangxi["history"]}
    pins = {(row["unit_id"], row["station_id"]): row["decision"] for row in jiangxi["pins"]}
    plan = [pair for pair, decision in pins.items() if decision == "require"]
    for unit, upper, per_city in _quotas(jiangxi):
        recusals = [row for row in jiangxi["recusals"] if row["unit_id"] == unit]
        for station in stations.values():
            mine = [stations[s] for u, s in plan if u == unit]
            pair = (unit, station["station_id"])
            if len(mine) == upper:
                break
            if station["nominated"] != "true" or pair in had or pair in pins:
                continue
            taken = [stations[s] for _, s in plan]
            if (
                station not in taken
                and sum(other["county"] == station["county"] for other in taken) < 2
                and sum(other["city"] == station["city"] for other in mine) < per_city
                and not any(_covers(row, station) for row in recusals)
            ):
                plan.append(pair)
    # 9 leaders of 3; 10 departments of two, 11 of one, 2 on village duty.
    assert len(plan) == sum(upper for _, upper, _ in _quotas(jiangxi))


def _quotas(tables: Tables) -> list[tuple[str, int, int]]:
    """Return (unit, upper quota, most in one city) of every unit that takes part."""
    leaders = [(row["leader_id"], 3, 1) for row in tables["leaders"]]
    departments = [
        (row["department_id"], 2 if int(row["headcount"]) >= 10 else 1, 2)
        for row in tables["departments"]
        if row["village_duty"] == "false"
    ]
    return leaders + departments
