#!/usr/bin/env python3
"""Set the project up beside itself and run one of its jobs; needs Python and nothing else.

The first call makes `.venv` and installs the hash-checked lock and the project; later calls start
at once. A stamp in `.venv` says what each step was made from. It is written after the step, so an
interrupted set-up begins again. Types are quoted for the old Pythons that are only told to go.
"""

import hashlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "planner-stamp.txt"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST, TOO_NEW = (3, 11), (3, 15)  # as in pyproject.toml; a test compares them
USAGE = """\
用法 / usage: python3 run.py 任务/JOB [选项/OPTIONS]

  plan    编制年度结对方案 / make the yearly pairing plan
          [DATA] [--year Y] [--out DIR] [planner plan 的其他选项 / its other options]
          默认 / by default: data/jiangxi --year 2019 --out out/jiangxi-2019
  test    运行测试，选项同 pytest；加 --long 则连同耗时的 / run the tests, options of pytest;
          with --long those that take minutes, too
  lab     打开中文 JupyterLab / open JupyterLab in Chinese
  bench   测速 / run the benchmark
  check   检查代码风格与类型 / check style and types"""
JOBS = ("plan", "test", "lab", "bench", "check")
FLAGS = ("--help", "--json", "--quiet")  # options of `planner plan` that take no value
PIP = ("-m", "pip", "install", "-qq", "--no-user", "--no-input", "--disable-pip-version-check")
TESTS = (
    # nbval takes seconds to load in every process.
    ["-n", "logical", "--dist", "worksteal", "-p", "no:nbval", "--ignore=tests/lab"],
    # What runs in a kernel is one story a file.
    ["-n", "logical", "--dist", "loadfile", "--nbval", "--nbval-current-env",
     "--nbval-cell-timeout=120", "notebooks"],
    # A browser, Lab and a kernel fill both cores, and a widget has two seconds to start.
    ["-n", "0", "-p", "no:nbval", "tests/lab"],
)  # fmt: skip
NO_UPDATES = "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"
LAB_OPTIONS = ("--ip=127.0.0.1", "--LabApp.news_url=", "--LabApp.extension_manager=readonly")
LAB_SETTINGS = {
    "@jupyterlab/translation-extension:plugin": {"locale": "zh_CN"},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension:tracker": {"autoStartDefault": True},
}


def say(*lines: str) -> None:
    """Print lines for the user, apart from the job's own output."""
    print(*lines, sep="\n", file=sys.stderr, flush=True)


def commands(job: str, arguments: "list[str]") -> "list[list[str]]":
    """Return what the environment's Python is called with for a job, a list for each call."""
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["pyright"])
    return {
        "plan": [["-m", "planner", "plan", *arguments, *plan_defaults(arguments)]],
        "test": [["-m", "pytest", *each] for each in tests(arguments)],
        "lab": [["-m", "jupyterlab", *lab_options(), *arguments]],
        "bench": [["-m", "tests.bench", *arguments]],
        "check": [["-m", *check, *arguments] for check in checks],
    }[job]


def tests(arguments: "list[str]") -> "list[list[str]]":
    """Return the arguments of each call of pytest; `--long` takes in what is marked so."""
    given = [argument for argument in arguments if argument != "--long"]
    every = ["-m", "long or not long"] if len(given) < len(arguments) else []
    return [[*each, *every] for each in ([given] if given else TESTS)]


def plan_defaults(arguments: "list[str]") -> "list[str]":
    """Return the defaults of whichever of DATA, --year and --out was not given."""
    found = given(arguments)
    project = Path() if Path.cwd() == ROOT else ROOT
    data, year = found.get("DATA"), found.get("--year", "2019")
    defaults = [] if data else [str(project / "data/jiangxi")]
    if "--year" not in found:
        defaults += ["--year", year]
    if "--out" not in found:
        name = Path(data or "jiangxi").resolve().name.removesuffix(".xlsx")
        defaults += ["--out", str(project / f"out/{name}-{year}")]
    return defaults


def given(arguments: "list[str]") -> "dict[str, str]":
    """Return the values on a command line by option, that of no option as DATA."""
    found: dict[str, str] = {}
    option = "DATA"
    for argument in arguments:
        if argument.startswith("-"):
            name, equals, found[name] = argument.partition("=")
            option = "DATA" if equals or name in FLAGS else name
        else:
            found[option] = argument
            option = "DATA"
    return found


def lab_options() -> "list[str]":
    """Return JupyterLab's options: this machine alone, its token on, the first notebook open."""
    starts = [path for path in ("notebooks/00_start.ipynb", "notebooks") if (ROOT / path).exists()]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    places = [f"--ServerApp.root_dir={ROOT}", f"--LabApp.default_url=/lab/tree/{[*starts, ''][0]}"]
    return [*LAB_OPTIONS, NO_UPDATES, *places, *(["--allow-root"] if is_root else [])]


def wanted_stamp() -> "list[str]":
    """Return a digest of what the environment, and one of what the project, is installed from."""
    maker = f"{platform.python_version()} {platform.machine()} {ROOT}".encode()
    lock, project = ((ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml"))
    settings = json.dumps(LAB_SETTINGS).encode()
    return [hashlib.sha256(source).hexdigest() for source in (lock + maker, project + settings)]


def set_up() -> None:
    """Bring `.venv` to what the lock and pyproject.toml ask for; nothing where it is so."""
    wanted, found = wanted_stamp(), []
    if STAMP.exists() and PYTHON.exists():
        found = STAMP.read_text(encoding="ascii", errors="replace").split()
    if found[:1] != wanted[:1]:
        make_environment()
        STAMP.write_text(wanted[0], encoding="ascii")
    if found != wanted:
        install_project()
        STAMP.write_text("\n".join(wanted), encoding="ascii")


def check_python(version: "tuple[int, ...]") -> None:
    """Refuse a Python that the lock is not for, and name one on this machine that would do."""
    if not OLDEST <= version < TOO_NEW:
        names = [f"python3.{minor}" for minor in range(OLDEST[1], TOO_NEW[1])]
        use = f"{next(filter(shutil.which, names), names[0])} run.py"
        found = ".".join(map(str, version))
        zh = f"需要 Python 3.11 至 3.14，当前是 {found}。请安装后运行：{use}"
        sys.exit(f"{zh}\nPython 3.11 to 3.14 is needed, this is {found}. Use: {use}")


def make_environment() -> None:
    """Make `.venv` anew and install the lock; leaves alone a `.venv` that is someone else's."""
    if VENV.exists() and not STAMP.exists() and any(VENV.iterdir()):
        sys.exit(
            "已有的 .venv 不是 run.py 建的，请改名或删除后再运行。\n"
            "There is a .venv that run.py did not make: rename or remove it and run again."
        )
    VENV.mkdir(exist_ok=True)
    STAMP.write_text("unfinished", encoding="ascii")
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != STAMP:
            entry.unlink()
    # Not sys.executable: that may be the environment just emptied.
    base = getattr(sys, "_base_executable", sys.executable)
    step([base, "-m", "venv", str(VENV)], "python3-venv")
    say("正在安装依赖，约一两分钟…… / installing the dependencies, a minute or two ...")
    lock = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", "requirements.lock"]
    step([str(PYTHON), *PIP, *lock], "pip")


def install_project() -> None:
    """Install the project itself, editable, and the defaults of its JupyterLab."""
    step([str(PYTHON), *PIP, "--no-deps", "--no-build-isolation", "-e", "."], "pip")
    settings = VENV / "share/jupyter/lab/settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(LAB_SETTINGS), encoding="ascii")


def step(command: "list[str]", tool: str) -> None:
    """Run one command of the set-up in the project's folder; where it fails, show what it said."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        zh = f"{tool} 未完成，原因见上。请检查网络、pip 的镜像设置和磁盘空间，然后再运行一次。"
        en = f"{tool} failed as said above: see to the network, pip's mirror, the disk; run again."
        sys.exit(f"{said}\n{zh}\n{en}")


def run(command: "list[str]", cwd: "Path | None") -> int:
    """Run one command of a job and return its exit code; Ctrl-C is the command's to answer."""
    # A handler of our own is reset in the child, where an ignored signal would stay ignored.
    signal.signal(signal.SIGINT, lambda *_: None)
    # Without the setting, pyright asks a package index whether it is the newest.
    environ = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    code = subprocess.call([str(PYTHON), *command], cwd=cwd, env=environ)
    return code if code >= 0 else 128 - code


def main(arguments: "list[str]") -> int:
    """Set up if needed, run a job, return its exit code: the first one that is not 0."""
    job = "".join(arguments[:1])
    if job not in JOBS:
        say(USAGE)
        return 0 if job in ("-h", "--help") else 2
    try:
        check_python(sys.version_info[:2])
        set_up()
    except KeyboardInterrupt:
        say("\n已中断，再运行一次会重新安装。", "Interrupted; the next run sets up again.")
        return 130
    except OSError as error:
        sys.exit(f"无法安装 / cannot set up: {error}")
    cwd = None if job == "plan" else ROOT
    codes = [run(command, cwd) for command in commands(job, arguments[1:])]
    return next(filter(None, codes), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
