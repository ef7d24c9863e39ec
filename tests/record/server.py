"""A PostgreSQL server of one's own on loopback, from Debian's package."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECRET = "geheim-62-2018"
USER = "postgres"
PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def programs() -> Path | None:
    """Return where the server's programs are, None where they are not."""
    found = shutil.which("initdb")
    places = [*PLACES, *([Path(found).resolve().parent] if found else [])]
    return next((place for place in places if (place / "postgres").exists()), None)


@dataclass(frozen=True)
class Server:
    """A server of one's own, which may be ended at any moment and started again."""

    place: Path
    folder: Path
    port: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"postgresql://planner:{SECRET}@127.0.0.1:{self.port}/postgres"

    def start(self, largest: int | None = None) -> None:
        """Start it, and wait until it answers; no file of it grows beyond `largest` KiB."""
        sockets = f"-c unix_socket_directories={self.folder}"
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 {sockets}"
        log = self.folder / "log"
        start = ("-D", self.folder, "-o", options, "-l", log, "-w", "start")
        _run(self.place, "pg_ctl", *start, largest=largest)

    def end(self) -> None:
        """End it at once, as a power cut would."""
        _run(self.place, "pg_ctl", "-D", self.folder, "-m", "immediate", "-w", "stop")


@contextmanager
def serving(place: Path, largest: int | None = None) -> Iterator[Server]:
    """Start a server; it and its data are gone afterwards. `largest` is as in `start`."""
    folder = Path(tempfile.mkdtemp(prefix="planner-pg-"))
    secret = folder.with_suffix(".secret")
    try:
        secret.write_text(SECRET, "ascii")
        for one in (folder, secret):
            if os.geteuid() == 0:
                shutil.chown(one, USER, USER)
        server = Server(place, folder, _free_port())
        _run(place, "initdb", "-D", folder, "-U", "planner", "-A", "scram-sha-256",
             f"--pwfile={secret}", "--no-sync", "-E", "UTF8", "--locale=C",
             "--wal-segsize=1")  # fmt: skip
        server.start(largest)
        try:
            yield server
        finally:
            server.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        secret.unlink(missing_ok=True)


def _run(place: Path, program: str, *arguments: object, largest: int | None = None) -> None:
    """Run a program of the server, which does not run as root."""
    command = [str(place / program), *map(str, arguments)]
    if largest is not None:
        command = ["bash", "-c", f'ulimit -f {largest}; exec "$0" "$@"', *command]
    if os.geteuid() == 0:
        command = ["runuser", "-u", USER, "--", *command]
    subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
