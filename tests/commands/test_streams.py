"""Standard streams that are closed are as none: a command does its work and says its code."""

import subprocess
import sys

import pytest

CLOSED = """
import sys
sys.{stream}.close()
sys.argv = ["planner", *{arguments!r}]
from planner.cli import main
main()
"""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["check", "nowhere"], 2)])
def test_a_closed_stream_changes_no_exit_code(stream: str, arguments: list[str], code: int) -> None:
    program = CLOSED.format(stream=stream, arguments=arguments)
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == code
