"""The benchmark: one run, side by side, `python -m tests.bench [--help]`."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.bench.machine import machine
from tests.bench.report import Report


def main(arguments: list[str]) -> int:
    """Run it; 1 where a solver disagrees with ours or breaks down. A missed target is only said."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as aside:
        report = Report(Path(aside), options.limit, options.peers)
        report.say(machine())
        if "command" not in options.skip:
            report.commands(sorted({case.partition("-")[0] for case in options.case}, reverse=True))
        for case in options.case:
            report.case(case)
        if "rules" not in options.skip:
            report.rules("jiangxi")
            report.rules("jiangxi-all")
        report.targets()
    if options.json:
        text = json.dumps(report.as_dict(), ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 1 if report.wrong else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    cases = ("jiangxi", "jiangxi-all", "china", "china-all")
    peers = ("highs:reduced", "highs", "cpsat", "scip")
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    add = parser.add_argument
    add("--case", nargs="+", choices=cases, default=cases, help="which (default: all)")
    add("--peers", nargs="*", choices=peers, default=peers, help="which (default: all)")
    add("--limit", type=float, default=120.0, metavar="S", help="seconds per peer (default 120)")
    add("--skip", nargs="+", choices=("command", "rules"), default=(), help="leave a part out")
    add("--json", type=Path, metavar="FILE", help="write every figure there as well")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
