"""The commands of postings from files to files, and what must never be told."""

import json
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from planner.cli import main
from planner.commands import audit, verify
from planner.errors import InputError, NoPlanError
from planner.postings.commands import list_due, list_eligible, make_exchange, make_postings
from tests.postings.test_faults import HEADERS, SOUND

BIRTH, COUNTY, REASON = "1979-03-01", "丑县", "maternity"


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    """Lay down sound tables; the canaries are a birth, a native county and a hold's reason."""
    tables = {name: list(rows) for name, rows in SOUND.items()}
    tables["cadres"].append("C3,干部三,D1,below,1975-05-05,2000-01-01,,0,9,否,否,")
    tables["holds"] = [HEADERS["holds"], f"C3,2019-01-01,2019-03-31,{REASON}"]
    folder = tmp_path / "data"
    folder.mkdir()
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def written(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8-sig") for path in sorted(folder.iterdir()))


def test_eligible_tells_everyone_s_verdict(data: Path, tmp_path: Path) -> None:
    list_eligible(data, 2019, None, None, tmp_path / "out")
    frame = pl.read_csv(tmp_path / "out" / "eligible.csv", infer_schema=False)
    columns = ("person_id", "verdict", "reasons", "blocked", "until", "begins")
    assert frame.select(columns).rows() == [
        ("C1", "A", "B:joined;B:age;B:justice", None, "2030-02-28", None),
        ("C2", "no", "A:age;B:joined;B:age;B:justice", None, None, None),
        ("C3", "A", "B:joined;B:age;B:justice", "hold", "2026-05-04", None),
    ]
    exchange = pl.read_csv(tmp_path / "out" / "eligible_exchange.csv", infer_schema=False)
    assert exchange.rows() == [
        ("H1", "attachment", "yes", None, None),
        ("C1", "secondment", "no", "age;training", None),
        ("C2", "secondment", "no", "age", None),
        ("C3", "secondment", "no", "outstanding;age;training", None),
    ]


def test_a_plan_is_written_proved_and_audited(data: Path, tmp_path: Path) -> None:
    made = make_postings(data, 2019, tmp_path / "out")
    rows = pl.read_csv(tmp_path / "out" / "postings.csv", infer_schema=False)
    columns = ("person_id", "start_date", "end_date", "route", "grade")
    assert rows.select(columns).rows() == [
        ("C1", "2019-01-01", "2020-12-31", "A", None),
        ("C3", "2019-07-01", "2021-06-30", "A", None),  # on hold until March
    ]
    assert made.plan.checked


def test_a_plan_reads_back_as_rows_of_the_register(data: Path, tmp_path: Path) -> None:
    make_postings(data, 2019, tmp_path / "out")
    rows = pl.read_csv(tmp_path / "out" / "postings.csv", infer_schema=False)
    rows.select(HEADERS["postings"].split(",")).write_csv(data / "postings.csv")
    made = make_postings(data, 2019, tmp_path / "again")
    assert made.plan.rows.is_empty()


def test_the_same_input_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_postings(data, 2019, tmp_path / name)
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_a_finished_plan_verifies_and_audits_by_its_own_folder(data: Path, tmp_path: Path) -> None:
    make_postings(data, 2019, tmp_path / "out")
    assert all(not one.failures for one in verify(data, tmp_path / "out", None).proofs)
    judged = audit(data, tmp_path / "out", None)
    assert all(one.holds for one in judged.findings)
    assert not judged.wrong
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert [part["part"] for part in summary["plans"]] == ["postings"]
    assert summary["plans"][0]["status"] == "optimal"


def test_a_plan_that_two_engines_made_in_stages_verifies_and_audits(
    data: Path, tmp_path: Path
) -> None:
    """Names of which two are apart and a batch has one need a search; hosts stay a flow."""
    (data / "apart.csv").write_text("person_a,person_b,reason\nC1,C3,\n", "utf-8")
    policy = tmp_path / "policy.toml"
    policy.write_text("[training]\nbatch = 1\naway_percent = 100\nmonths_a = 9\n", "utf-8")
    make_postings(data, 2019, tmp_path / "out", policy)
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert summary["plans"][0]["engine"] == "cpsat+flow"
    assert not verify(data, tmp_path / "out", None).wrong
    assert not audit(data, tmp_path / "out", None).wrong


@pytest.mark.parametrize(("made", "person"), [(make_postings, "C1"), (make_exchange, "H1")])
def test_why_answers_in_json_with_days_as_text(
    data: Path, tmp_path: Path, made: Any, person: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    made(data, 2019, tmp_path / "out")
    arguments = ["planner", "why", str(data), str(tmp_path / "out"), person, "--json"]
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit):
        main()
    prices = json.loads(capsys.readouterr().out)["prices"]
    assert {row["start_date"] for row in prices if "start_date" in row} >= {"2019-01-01"}


def test_an_exchange_counts_a_plan_of_postings_first(data: Path, tmp_path: Path) -> None:
    make_postings(data, 2019, tmp_path / "plan")
    made = make_exchange(data, 2019, tmp_path / "out", postings=tmp_path / "plan")
    assert made.plan.rows["person_id"].to_list() == ["H1"]
    assert (tmp_path / "out" / "postings_added.csv").exists()
    assert all(not one.failures for one in verify(data, tmp_path / "out", None).proofs)


def test_who_is_no_cadre_any_more_is_not_posted_first_and_that_is_said(
    data: Path, tmp_path: Path
) -> None:
    plan = make_postings(data, 2019, tmp_path / "plan").plan.rows
    gone, cadres = plan["person_id"][0], data / "cadres.csv"
    lines = cadres.read_text("utf-8-sig").splitlines()
    kept = [line for line in lines if not line.startswith(f"{gone},")]
    cadres.write_text("\n".join(kept) + "\n", "utf-8")
    made = make_exchange(data, 2019, tmp_path / "out", postings=tmp_path / "plan")
    assert "--postings postings.csv:2" in [one.place for one in made.warnings]
    assert gone not in (tmp_path / "out" / "postings_added.csv").read_text("utf-8-sig")


def test_a_folder_of_data_is_no_plan_of_postings(data: Path) -> None:
    (data / "postings.csv").write_text(f"{HEADERS['postings']}\n", "utf-8")
    with pytest.raises(InputError, match="is a folder of data"):
        audit(data, data, None)


def test_no_birth_native_county_or_reason_of_a_hold_is_ever_written(
    data: Path, tmp_path: Path
) -> None:
    list_eligible(data, 2019, None, None, tmp_path / "who")
    make_postings(data, 2019, tmp_path / "plan")
    make_exchange(data, 2019, tmp_path / "exchange")
    list_due(data, 2019, "2019-06-01", None, tmp_path / "due")
    for folder in ("who", "plan", "exchange", "due"):
        text = written(tmp_path / folder)
        assert BIRTH not in text
        assert REASON not in text
    people = written(tmp_path / "who") + written(tmp_path / "due")
    assert COUNTY not in people


def test_requirements_that_conflict_leave_no_plan_and_are_named(data: Path, tmp_path: Path) -> None:
    pins = [f"{person},training,2019-07-01,station,S1,require," for person in ("C1", "C3")]
    (data / "posting_pins.csv").write_text("\n".join([HEADERS["posting_pins"], *pins]), "utf-8")
    with pytest.raises(NoPlanError, match="C1"):
        make_postings(data, 2019, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_plan_of_a_scenario_is_judged_by_it(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('name = "42岁以下"\n[policy.training]\nage_a = 42\n', "utf-8")
    made = make_postings(data, 2019, tmp_path / "out", scenario=file)
    assert made.plan.rows["person_id"].to_list() == ["C1"]  # 39 years old; C3 is 43
    judged = audit(data, tmp_path / "out", None)
    assert judged.found.scenario is not None
    assert all(one.holds for one in judged.findings)
    assert not judged.wrong


def test_an_exchange_of_a_scenario_is_judged_by_it(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    changes = 'name = "所长不推荐"\n[chiefs.set.H1]\nrecommended_by = ""\n'
    file.write_text(changes, "utf-8")
    assert make_exchange(data, 2019, tmp_path / "out", scenario=file).plan.rows.is_empty()
    assert all(not one.failures for one in verify(data, tmp_path / "out", None).proofs)


def test_what_was_required_of_another_year_is_not_asked_of_this_one(
    data: Path, tmp_path: Path
) -> None:
    pins = ["C1,training,2018-01-01,station,S1,require,", "H1,attachment,2020-01-01,,,require,"]
    (data / "posting_pins.csv").write_text("\n".join([HEADERS["posting_pins"], *pins]), "utf-8")
    for make, name in ((make_postings, "postings"), (make_exchange, "exchange")):
        make(data, 2019, tmp_path / name)
        assert all(one.holds for one in audit(data, tmp_path / name, None).findings)
    list_due(data, None, "2021-12-01", None, tmp_path / "due")
