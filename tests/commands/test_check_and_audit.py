"""`check` says everything that is wrong at once; `audit` finds what was changed by hand."""

from pathlib import Path

from tests.audit.world import WORLD, department
from tests.commands.conftest import Call
from tests.commands.folders import EVERY, contents, records, rewrite, write_data
from tests.tables.small import SMALL, write

TEN = (
    ("leaders", "L02,李乙,false", "L02,李乙,maybe", "leaders.csv:3 principal: "),
    ("departments", ",12,L01", ",twelve,L01", "departments.csv:2 headcount: "),
    ("departments", "法治处,6,L02", "法治处,6,L03", "departments.csv:3 leader_id: "),
    ("departments", "D03,装备处,5", "D03,装备处,0", "departments.csv:4 headcount: "),
    ("stations", "114.93,25.85", "214.93,25.85", "stations.csv:2 lon: "),
    ("stations", "2,90,1,,true", "2,90,4,,true", "stations.csv:3 hardship: "),
    ("history", "2018,D01", "2019,D01", "history.csv:3 year: "),
    ("wishes", "D01,1,county", "D01,0,county", "wishes.csv:2 rank: "),
    ("recusals", "city,吉安市", "city,吉按市", "recusals.csv:2 place: "),
    ("pins", "S0402,forbid", "S0402,perhaps", "pins.csv:3 decision: "),
)
"""A table, what it has, what it is changed to, and where that is wrong."""


def ten_faults(folder: Path) -> Path:
    texts = dict(SMALL)
    for table, old, new, _ in TEN:
        assert texts[table].count(old) == 1
        texts[table] = texts[table].replace(old, new)
    return write(folder, texts)


def test_ten_faults_are_ten_lines_at_once(call: Call, tmp_path: Path) -> None:
    told = call("check", ten_faults(tmp_path / "data"), "--year", 2019)
    assert (told.code, told.out) == (2, "")
    lines = told.err.splitlines()
    assert len(lines) == 10
    for *_, where in TEN:
        assert [line for line in lines if line.startswith(where)]


def test_ten_faults_are_said_in_english_as_well(call: Call, tmp_path: Path) -> None:
    data = ten_faults(tmp_path / "data")
    told = call("check", data, "--year", 2019, "--lang", "en").err.splitlines()
    assert len(told) == 10
    assert all("expected" in line or "perhaps" in line or "no " in line for line in told)


def test_a_plan_of_ten_faults_says_the_same_and_writes_nothing(call: Call, tmp_path: Path) -> None:
    data = ten_faults(tmp_path / "data")
    before = contents(tmp_path)
    checked = call("check", data, "--year", 2019)
    planned = call("plan", data, "--year", 2019, "--out", tmp_path / "out")
    assert (planned.code, planned.err) == (2, checked.err)
    assert contents(tmp_path) == before


def test_a_clean_check_counts_the_rows(call: Call, data: Path) -> None:
    write_data(data, EVERY)
    told = call("check", data, "--lang", "en")
    assert told.out == (
        "Policy: the notice's own figures\n"
        "The data is sound (0 warnings): 1 leaders, 2 departments, 12 stations, "
        "3 rows of history, 3 wishes, 2 recusals, 2 pins\n"
    )


def test_without_a_year_what_is_odd_in_one_is_not_said(call: Call, data: Path) -> None:
    write_data(data, WORLD.but(recusals=["L1 city A", "L1 city B"]))
    assert len(call("check", data).out.splitlines()) == 2
    assert len(call("check", data, "--year", 2019).out.splitlines()) == 3


def test_what_is_odd_is_said_when_a_plan_is_made(call: Call, data: Path) -> None:
    write_data(data, WORLD.but(recusals=["D2 city A", "D2 city B"]))
    told = call("plan", data, "--year", 2019, "--out", data.parent / "out", "--lang", "en")
    assert told.code == 0
    assert told.out.startswith("departments.csv: 处室D2 (D2) has only 4 stations to choose from\n")


def test_a_required_pair_of_an_exempt_department_is_found_before_any_year(
    call: Call, data: Path
) -> None:
    duty = [department("D1", 12, duty=True), department("D2", 6)]
    write_data(data, WORLD.but(departments=duty, pins=["D1 A1a require"]))
    told = call("check", data)
    assert told.code == 2
    assert told.err.startswith("pins.csv:2 unit_id: ")


def changed_by_hand(out: Path) -> tuple[str, str]:
    """Give the first leader's first row another station of the same city; return both."""
    _, first, *rows = records((out / "plan.csv").read_text("utf-8"))
    taken = {first[4], *(row[4] for row in rows)}
    city = [f"{first[6]}{place}" for place in ("1a", "1b", "2a", "2b")]
    other = next(station for station in city if station not in taken)
    rewrite(out / "plan.csv", f",{first[4]},", f",{other},")
    return first[4], other


def test_an_audit_of_an_untouched_plan_is_clean(call: Call, data: Path, out: Path) -> None:
    told = call("audit", data, out, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    policy, clean = told.out.splitlines()
    assert policy == f"Policy: {out / 'policy.toml'} (beside the plan)"
    assert clean.startswith("The audit is clean: all ")


def test_one_station_changed_by_hand_is_found(call: Call, data: Path, out: Path) -> None:
    changed_by_hand(out)
    told = call("audit", data, out)
    assert told.code == 4
    head, *lines = told.err.splitlines()
    at = lines.index("方案文件夹有 1 处与其结论不符：")
    assert head == f"审计发现 {at} 处不符："
    assert at >= 1
    assert any("rows" in line or "tie" in line for line in lines[:at])
    assert lines[at + 1].startswith("audit.csv: 与现在的独立审计结果不符")


def test_one_station_changed_by_hand_is_no_proof_either(call: Call, data: Path, out: Path) -> None:
    changed_by_hand(out)
    assert call("verify", data, out).code == 4


def test_one_station_changed_by_hand_cannot_be_priced(call: Call, data: Path, out: Path) -> None:
    changed_by_hand(out)
    told = call("why", data, out, "L1", "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("plan.csv: the plan is not the best one for these data")


def test_tables_changed_since_the_plan_are_noted(call: Call, data: Path, out: Path) -> None:
    write_data(data, WORLD.but(wishes=["D1 1 city A"]))
    told = call("audit", data, out, "--lang", "en")
    assert "wishes.csv: was not there when the plan was made" in told.out


def test_a_plan_without_a_summary_claims_nothing(call: Call, data: Path, out: Path) -> None:
    (out / "summary.json").unlink()
    told = call("audit", data, out, "--lang", "en")
    assert told.code == 4
    assert "summary.json: claims nothing of the part 'leaders', which the plan has" in told.err
