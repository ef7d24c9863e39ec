"""run.py: what each job calls, when the environment is made, and what the user is told."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest
import typer
from packaging.specifiers import SpecifierSet

import run
from planner import cli

WANTED = ["environment-digest", "project-digest"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare project folder that run.py takes for its own, with the caller standing in it."""
    (tmp_path / "requirements.lock").write_text("a==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv/stamp")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv/python")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def steps(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps of the set-up in the order they are taken; none of them does anything."""
    taken: list[str] = []
    (project / ".venv").mkdir()
    (project / ".venv/python").touch()
    monkeypatch.setattr(run, "wanted_stamp", lambda: WANTED)
    monkeypatch.setattr(run, "make_environment", lambda: taken.append("environment"))
    monkeypatch.setattr(run, "install_project", lambda: taken.append("project"))
    return taken


def plan(*arguments: str) -> list[str]:
    """The arguments that `run.py plan ARGUMENTS` gives to the planner."""
    (command,) = run.commands("plan", list(arguments))
    assert command[:3] == ["-m", "planner", "plan"]
    return [part.replace("\\", "/") for part in command[3:]]


# Plan: the defaults and what replaces them.


@pytest.mark.usefixtures("project")
def test_plan_alone_makes_the_example_plan() -> None:
    assert plan() == ["data/jiangxi", "--year", "2019", "--out", "out/jiangxi-2019"]


@pytest.mark.usefixtures("project")
def test_a_given_dataset_replaces_the_example() -> None:
    assert plan("my/data") == ["my/data", "--year", "2019", "--out", "out/data-2019"]


@pytest.mark.usefixtures("project")
def test_a_workbook_gives_its_name_without_the_ending_to_the_folder() -> None:
    assert plan("my/赣.xlsx") == ["my/赣.xlsx", "--year", "2019", "--out", "out/赣-2019"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("year", [["--year", "2020"], ["--year=2020"]])
def test_a_given_year_replaces_2019(year: list[str]) -> None:
    assert plan(*year) == [*year, "data/jiangxi", "--out", "out/jiangxi-2020"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("out", [["--out", "there"], ["--out=there"]])
def test_a_given_folder_replaces_the_default_one(out: list[str]) -> None:
    assert plan(*out) == [*out, "data/jiangxi", "--year", "2019"]


@pytest.mark.usefixtures("project")
def test_the_value_of_an_option_is_not_taken_for_the_dataset() -> None:
    assert "data/jiangxi" in plan("--policy", "policy.toml")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("before", [["--quiet"], ["--part=both"], ["--engine", "flow"]])
def test_a_dataset_is_seen_after_an_option(before: list[str]) -> None:
    assert "data/jiangxi" not in plan(*before, "my/data")


def test_the_example_is_found_from_another_folder(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert plan()[0] == (project / "data/jiangxi").as_posix()


# The other jobs.


def test_test_alone_runs_the_units_on_every_core_then_notebooks_then_the_browser() -> None:
    units, notebooks, browser = run.commands("test", [])
    assert units[:6] == ["-m", "pytest", "-n", "logical", "--dist", "worksteal"]
    left_out = {option.partition("=")[2] for option in units if option.startswith("--ignore")}
    assert notebooks[-1] == "notebooks"
    assert "--nbval" in notebooks
    assert left_out == {browser[-1]}


def test_test_passes_its_options_to_pytest() -> None:
    assert run.commands("test", ["-k", "need"]) == [["-m", "pytest", "-k", "need"]]


def test_what_takes_minutes_is_taken_in_on_request() -> None:
    every = ["-m", "long or not long"]
    assert run.commands("test", ["--long", "-x"]) == [["-m", "pytest", "-x", *every]]
    usual = run.commands("test", [])
    assert run.commands("test", ["--long"]) == [[*one, *every] for one in usual]


def test_bench_runs_the_benchmark() -> None:
    assert run.commands("bench", ["--quick"]) == [["-m", "tests.bench", "--quick"]]


def test_check_runs_linter_formatter_and_types() -> None:
    tools = [command[1:] for command in run.commands("check", [])]
    assert tools == [["ruff", "check"], ["ruff", "format", "--check"], ["pyright"]]


def test_lab_listens_to_this_machine_alone_and_keeps_its_token() -> None:
    (command,) = run.commands("lab", [])
    assert "--ip=127.0.0.1" in command
    assert not [option for option in command if "token" in option]


def test_lab_opens_the_first_notebook_where_there_is_one(project: Path) -> None:
    (project / "notebooks").mkdir()
    (project / "notebooks/00_start.ipynb").touch()
    (command,) = run.commands("lab", [])
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start.ipynb" in command


def test_the_exit_code_is_the_first_failing_command_s(
    steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter([0, 3, 1])
    monkeypatch.setattr(run, "run", lambda *_: next(codes))
    assert run.main(["check"]) == 3


def test_an_unknown_job_is_a_usage_error_and_sets_nothing_up(
    steps: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["plna"]) == 2
    assert "用法 / usage" in capsys.readouterr().err
    assert steps == []


# When the environment is made.


def test_a_first_call_takes_both_steps(steps: list[str]) -> None:
    run.set_up()
    assert steps == ["environment", "project"]


def test_a_second_call_takes_no_step(steps: list[str]) -> None:
    run.set_up()
    steps.clear()
    run.set_up()
    assert steps == []


@pytest.mark.parametrize("stamp", ["", "unfinished", "another-digest\nproject-digest"])
def test_an_unfinished_or_outdated_environment_is_made_anew(stamp: str, steps: list[str]) -> None:
    run.STAMP.write_text(stamp)
    run.set_up()
    assert steps == ["environment", "project"]


def test_a_missing_python_makes_the_environment_anew(steps: list[str]) -> None:
    run.STAMP.write_text("\n".join(WANTED))
    run.PYTHON.unlink()
    run.set_up()
    assert steps == ["environment", "project"]


@pytest.mark.parametrize("stamp", [WANTED[:1], [WANTED[0], "another-digest"]])
def test_a_changed_project_is_installed_again_in_the_same_environment(
    stamp: list[str], steps: list[str]
) -> None:
    run.STAMP.write_text("\n".join(stamp))
    run.set_up()
    assert steps == ["project"]


def test_the_stamp_is_not_written_before_the_step_is_done(
    steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "make_environment", interrupted)
    assert run.main(["test"]) == 130
    assert not run.STAMP.exists()


@pytest.mark.parametrize(
    ("name", "changed"), [("requirements.lock", [True, False]), ("pyproject.toml", [False, True])]
)
def test_each_source_changes_its_own_digest(name: str, changed: list[bool], project: Path) -> None:
    before = run.wanted_stamp()
    (project / name).write_text("changed\n")
    after = run.wanted_stamp()
    assert [one != other for one, other in zip(before, after, strict=True)] == changed


def test_another_python_changes_the_environment_s_digest(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run.wanted_stamp()
    monkeypatch.setattr("platform.python_version", lambda: "3.14.0")
    assert run.wanted_stamp()[0] != before[0]


def test_a_half_made_environment_is_emptied_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "step", lambda *_: None)
    (project / ".venv/lib/half").mkdir(parents=True)
    run.STAMP.write_text("unfinished")
    run.make_environment()
    assert list(run.VENV.iterdir()) == [run.STAMP]


def test_an_environment_of_someone_else_is_left_alone(project: Path) -> None:
    (project / ".venv/lib").mkdir(parents=True)
    with pytest.raises(SystemExit, match=r"run that|rename or remove"):
        run.make_environment()
    assert [entry.name for entry in run.VENV.iterdir()] == ["lib"]


# What the user is told.


@pytest.mark.usefixtures("project")
def test_a_failed_step_says_in_both_languages_what_to_do() -> None:
    with pytest.raises(SystemExit, match=r"(?s)请检查网络.*run again"):
        run.step([sys.executable, "-c", "raise SystemExit(1)"], "pip")


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15)])
def test_a_python_that_the_lock_is_not_for_is_refused(version: tuple[int, int]) -> None:
    with pytest.raises(SystemExit, match=f"当前是 {version[0]}.{version[1]}"):
        run.check_python(version)


def test_the_accepted_pythons_are_those_of_pyproject() -> None:
    pyproject = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    allowed = SpecifierSet(pyproject["project"]["requires-python"])
    minors = [minor for minor in range(30) if f"3.{minor}" in allowed]
    assert (3, minors[0]) == run.OLDEST
    assert (3, minors[-1] + 1) == run.TOO_NEW


def test_run_imports_the_standard_library_alone() -> None:
    tree = ast.parse(Path(run.__file__).read_text(encoding="utf-8"))
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported <= sys.stdlib_module_names


def test_the_options_without_a_value_are_those_of_the_command() -> None:
    command = getattr(typer.main.get_command(cli.app_of()), "commands")["plan"]  # noqa: B009
    flags = {
        name
        for option in command.params
        if getattr(option, "is_flag", False)
        for name in option.opts
    }
    assert flags | {"--help"} == set(run.FLAGS)
