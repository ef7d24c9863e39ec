"""JupyterLab as `run.py lab` starts it, in a folder of its own, and a browser that looks at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import run

ROOT = Path(__file__).parents[2]
CHROMIUM_OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
TOKEN = "only-for-this-test"
_PATIENCE = 60


def browser() -> str | None:
    """Return the browser's path, None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def lab(home: Path) -> Generator[str]:
    """Give the address of a Lab whose project is a copy; it is stopped in the end."""
    project = home / "project"
    ignored = shutil.ignore_patterns("pictures", ".ipynb_checkpoints")
    shutil.copytree(ROOT / "notebooks", project / "notebooks", ignore=ignored)
    (project / "data").symlink_to(ROOT / "data")
    port = _free_port()
    options = [
        option for option in run.lab_options()
        if not option.startswith(("--ServerApp.root_dir", "--LabApp.default_url"))
    ]  # fmt: skip
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", *options,
        "--LabApp.expose_app_in_browser=True",
        f"--port={port}", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={project}",
    ]  # fmt: skip
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(command, env=_environment(home), stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/api?token={TOKEN}", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=_PATIENCE)


def _environment(home: Path) -> dict[str, str]:
    """Return an environment whose settings are this test's alone."""
    places = {
        "JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "shared",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }  # fmt: skip
    return os.environ | {name: str(home / place) for name, place in places.items()}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends and server.poll() is None:
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("JupyterLab did not start; see lab.log")
