"""Nothing is written over that the command did not write."""

from pathlib import Path

import pytest

from tests.commands.conftest import Call
from tests.commands.folders import contents, rewrite


def refused(call: Call, *asked: object) -> str:
    """Return why a command is refused; nothing on the disk is changed by it."""
    told = call(*asked, "--lang", "en")
    assert (told.code, told.out) == (2, "")
    return told.err


def asked(command: str, data: Path, out: Path) -> tuple[object, ...]:
    years = {"horizon": ("--from", 2019, "--years", 1), "sweep": ("--each", "village_duty")}
    year = () if command == "horizon" else ("--year", 2019)
    return (command, data, *year, *years.get(command, ()), "--out", out)


@pytest.mark.parametrize("command", ["plan", "sweep", "horizon"])
@pytest.mark.parametrize("below", ["", "out", "stations.csv", "a/b"])
def test_nothing_is_written_into_the_data(call: Call, data: Path, command: str, below: str) -> None:
    before = contents(data.parent)
    told = refused(call, *asked(command, data, data / below))
    assert told.startswith(str(data / below).rstrip("/"))
    assert "lies in the data folder" in told
    assert contents(data.parent) == before


@pytest.mark.parametrize("command", ["plan", "sweep", "horizon"])
def test_an_input_is_not_written_over(call: Call, data: Path, command: str) -> None:
    policy = data.parent / "policy.csv"
    policy.write_text("[leaders]\ndays = 11\n", "utf-8")
    told = refused(call, *asked(command, data, policy), "--policy", policy)
    assert (
        told == f"{policy}: is read as an input and is not written over; expected another place\n"
    )
    assert policy.read_text("utf-8") == "[leaders]\ndays = 11\n"


@pytest.mark.parametrize("command", ["plan", "horizon"])
def test_nothing_is_written_into_a_filed_folder(call: Call, data: Path, command: str) -> None:
    filed = data.parent / "filed"
    filed.mkdir()
    (filed / "filing.json").write_text("{}", "utf-8")
    before = contents(filed)
    assert "filing.json" in refused(call, *asked(command, data, filed))
    assert contents(filed) == before


def test_a_table_that_no_sweep_wrote_is_not_written_over(call: Call, data: Path) -> None:
    file = data.parent / "s.csv"
    file.write_text("name,phone\n甲,1\n", "utf-8")
    told = refused(call, *asked("sweep", data, file))
    assert told.startswith(f"{file}: is there already and was not written by this command")
    assert file.read_text("utf-8") == "name,phone\n甲,1\n"


def test_a_journal_of_another_kind_is_not_written_over(call: Call, data: Path) -> None:
    file = data.parent / "s.csv.journal"
    file.write_text("diary\n", "utf-8")
    told = refused(call, *asked("sweep", data, data.parent / "s.csv"))
    assert told.startswith(f"{file}: is there already")
    assert contents(data.parent)["s.csv.journal"] == b"diary\n"


def test_a_sweep_replaces_the_sweep_before(call: Call, data: Path) -> None:
    file = data.parent / "s.csv"
    for _ in range(2):
        assert call(*asked("sweep", data, file), "--workers", 1, "--quiet").code == 0
    assert file.exists()
    assert not file.with_name("s.csv.journal").exists()


@pytest.mark.parametrize("name", ["plan.csv", "summary.json", "policy.toml", "scenario.toml"])
def test_a_file_of_a_plan_s_name_that_no_plan_left_stays(call: Call, data: Path, name: str) -> None:
    out = data.parent / "o"
    out.mkdir()
    (out / name).write_text("mine", "utf-8")
    told = refused(call, *asked("plan", data, out))
    assert told.startswith(f"{out / name}: is there already and was not written by this command")
    assert contents(out) == {name: b"mine"}


def test_the_policy_may_lie_where_the_plan_goes(call: Call, data: Path) -> None:
    out = data.parent / "o"
    out.mkdir()
    (out / "policy.toml").write_text("[leaders]\ndays = 11\n", "utf-8")
    for _ in range(2):
        told = call(*asked("plan", data, out), "--policy", out / "policy.toml", "--quiet")
        assert (told.code, told.err) == (0, "")
    assert (out / "policy.toml").read_text("utf-8") == "[leaders]\ndays = 11\n"


def test_a_scenario_of_one_s_own_in_a_plan_s_folder_is_not_written_over(
    call: Call, data: Path, out: Path
) -> None:
    mine, other = out / "scenario.toml", data.parent / "s.toml"
    mine.write_text('name = "mine"\n', "utf-8")
    other.write_text('name = "other"\n[policy.leaders]\ndays = 11\n', "utf-8")
    told = refused(call, *asked("plan", data, out), "--scenario", other)
    assert told.startswith(f"{mine}: is there already")
    assert mine.read_text("utf-8") == 'name = "mine"\n'


def test_nothing_of_a_former_plan_is_left(call: Call, data: Path) -> None:
    out, scenario = data.parent / "o", data.parent / "s.toml"
    scenario.write_text('name = "s"\n[policy.leaders]\ndays = 11\n', "utf-8")
    assert call(*asked("plan", data, out), "--scenario", scenario, "--quiet").code == 0
    assert call(*asked("plan", data, out), "--in-force", out, "--quiet").code == 0
    assert "scenario.toml" not in contents(out)
    assert call(*asked("plan", data, out), "--quiet").code == 0
    names = ["audit.csv", "plan.csv", "policy.toml", "proof.json", "summary.json"]
    assert list(contents(out)) == names


def test_a_shorter_horizon_leaves_no_later_year_and_nothing_of_others_goes(
    call: Call, data: Path
) -> None:
    out = data.parent / "h"
    assert call(*asked("horizon", data, out)[:-4], "--years", 2, "--out", out).code == 0
    (out / "2019" / "mine.txt").write_text("保留", "utf-8")
    (out / "2020" / "data" / "mine.xlsx").write_text("保留", "utf-8")
    assert call(*asked("horizon", data, out)).code == 0
    left = [name for name in contents(out) if name.startswith("2020")]
    assert left == ["2020/", "2020/data/", "2020/data/mine.xlsx"]
    assert contents(out)["2019/mine.txt"] == "保留".encode()


def test_a_year_s_folder_of_another_kind_is_not_written_over(call: Call, data: Path) -> None:
    out = data.parent / "h"
    (out / "2019").mkdir(parents=True)
    (out / "2019" / "plan.csv").write_text("mine", "utf-8")
    told = refused(call, *asked("horizon", data, out))
    assert told.startswith(f"{out / '2019' / 'plan.csv'}: is there already")


def test_a_horizon_is_not_written_over_the_year_it_is_made_from(call: Call, data: Path) -> None:
    out = data.parent / "h"
    assert call(*asked("horizon", data, out)).code == 0
    told = refused(call, *asked("horizon", out / "2019" / "data", out))
    assert told.startswith(f"{out / '2019' / 'data'}: is read as an input")


def test_an_empty_template_is_not_laid_over_tables(call: Call, data: Path) -> None:
    before = contents(data)
    told = refused(call, "template", "--out", data, "--json")
    assert f"{data / 'stations.csv'}: is there already" in told
    assert contents(data) == before


def test_a_year_planned_again_has_its_folder_s_other_files(
    call: Call, data: Path, out: Path
) -> None:
    (out / "签报.docx").write_bytes(b"docx")
    rewrite(out / "plan.csv", "L1", "L9")
    assert call(*asked("plan", data, out), "--quiet").code == 0
    assert (out / "签报.docx").read_bytes() == b"docx"
    assert call("audit", data, out).code == 0


@pytest.mark.parametrize("command", ["plan", "sweep", "horizon", "template"])
@pytest.mark.parametrize("below", ["", "/deep/er"])
def test_a_file_in_the_place_of_the_folder_is_named(
    call: Call, data: Path, command: str, below: str
) -> None:
    file = data.parent / "mine.txt"
    file.write_text("mine", "utf-8")
    out = Path(f"{file}{below}")
    words = (command, "--out", out) if command == "template" else asked(command, data, out)
    before = contents(data.parent)
    assert refused(call, *words) == (
        f"{file}: is a file and no folder; expected a folder to write to\n"
    )
    assert contents(data.parent) == before
