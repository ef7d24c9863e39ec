"""The report: measurements in order, a table of each case, the targets at the end."""

from pathlib import Path
from typing import Any

from tests.bench import targets
from tests.bench.folders import CASES, RULES, folder_of
from tests.bench.processes import Outcome, command, has, job
from tests.bench.rows import WHO, Row, end_of, our_row, peer_row, ratio


class Report:
    """All that was measured, printed as it comes."""

    def __init__(self, aside: Path, limit: float, peers: list[str]) -> None:
        self._aside, self._limit, self._peers = aside, limit, peers
        self._lines: list[str] = []
        self._figures: dict[str, Any] = {"limit": limit, "cases": {}, "rules": {}, "commands": {}}
        self._verdicts: list[str] = []
        self.wrong = False

    def say(self, *lines: str) -> None:
        """Print lines and keep them."""
        print(*lines, sep="\n", flush=True)
        self._lines += lines

    def as_dict(self) -> dict[str, Any]:
        """Return every figure, and the printed lines."""
        return self._figures | {"printed": self._lines}

    def commands(self, sizes: list[str]) -> None:
        """Measure reading and the whole `planner plan` command."""
        self.say("", "The whole command, a new process each time (best of 3)")
        for size in sizes:
            folder, year = folder_of(size, self._aside), CASES[size].year
            out = self._aside / f"out-{size}"
            words = ["plan", str(folder), "--year", str(year), "--out", str(out)]
            runs = [command(words) for _ in range(3)]
            best = min(runs, key=lambda run: run.seconds)
            read = job(["read", size, str(folder), "default", "0"])
            self._command(size, best, read)

    def _command(self, size: str, best: Outcome, read: Outcome) -> None:
        end = end_of(read)
        for outcome in (best, read):
            if outcome.error is not None:
                self.wrong = True
                self.say(f"  {size:<8} FAILED: {outcome.error}")
                return
        assert end is not None, "a job without an error comes to its end"
        memory = "" if best.peak_mb is None else f", {best.peak_mb:.0f} MB at its peak"
        reading = f"reading and validating {end['seconds']:.3f} s (first call {end['first']:.3f} s)"
        self.say(f"  {size:<8} planner plan {best.seconds:.2f} s{memory}; {reading}")
        self._figures["commands"][size] = {
            "seconds": best.seconds, "peak_mb": best.peak_mb, "reading": end
        }  # fmt: skip
        self._verdicts += targets.of_command(size, best.seconds, best.peak_mb)

    def case(self, name: str) -> None:
        """Measure ours and the peers on one case, and print its table."""
        case, folder = CASES[name], str(folder_of(CASES[name].size, self._aside))
        outcome = job(["ours", name, folder, "default", str(self._limit)])
        ours = our_row("ours", outcome, _goals(outcome))
        pairs = [event["number"] for event in outcome.events if event["event"] == "pairs"]
        size = f"{sum(pairs):,} allowed pairs ({' + '.join(f'{n:,}' for n in pairs)})"
        rows, goals = [ours], f"{ours.goals} goals in order"
        self.say("", f"{case.title}: both parts, {size}, {goals}", _HEAD, _line(ours, ours))
        self._stages(ours)
        for solver in self._peers if not ours.wrong else ():
            rows.append(self._peer(solver, name, folder, ours))
            self.say(_line(rows[-1], ours))
        self._keep("cases", name, rows)
        self._verdicts += targets.of_case(case.title, case.size, rows)

    def _peer(self, solver: str, name: str, folder: str, ours: Row) -> Row:
        if solver == "scip" and not has("pyscipopt"):
            missing = "not run: pyscipopt is not installed (the project's extra `bench`)"
            return Row(WHO[solver], None, 0, ours.goals, missing)
        outcome = job([solver, name, folder, "default", str(self._limit)], self._limit)
        return peer_row(solver, outcome, ours, self._limit)

    def rules(self, name: str) -> None:
        """Measure the rules that cut across, and without them the engine that takes any."""
        case, folder = CASES[name], str(folder_of(CASES[name].size, self._aside))
        self.say("", f"{case.title}: rules that cut across", _HEAD)
        rows = list[Row]()
        for rules in RULES:
            solver = "ours:cpsat" if rules == "default" else "ours"
            outcome = job([solver, name, folder, rules, str(self._limit / 2)])
            row = our_row(solver, outcome, _goals(outcome))
            rows.append(row)
            self.say(_line(row, None, rules))
            self._verdicts += targets.of_rules(case.title, rules, row)
            self._stages(row)
        self._keep("rules", name, rows)

    def _stages(self, row: Row) -> None:
        """Say where our time goes, as shares: the profiler slows things down."""
        stages = dict(row.facts.get("stages", {}))
        whole = stages.pop("whole", 0.0)
        if whole:
            shares = sorted(stages.items(), key=lambda stage: -stage[1])
            shown = ", ".join(f"{name} {seconds / whole:.0%}" for name, seconds in shares)
            self.say(f"  {'':<31}of which {shown}")

    def targets(self) -> None:
        """Print every target beside its figure."""
        self.say("", "Targets", *(f"  {verdict}" for verdict in self._verdicts))
        self._figures["targets"] = self._verdicts

    def _keep(self, kind: str, name: str, rows: list[Row]) -> None:
        self.wrong |= any(row.wrong for row in rows)
        self._figures[kind][name] = [row.as_dict() for row in rows]


_HEAD = f"  {'':<30} {'time':>9} {'ratio':>9} {'proved':>7} {'memory':>8}"


def _goals(outcome: Outcome) -> list[str]:
    goals = (event for event in outcome.events if event["event"] == "goal")
    return [f"{event['part']}/{event['goal']}" for event in goals]


def _line(row: Row, ours: Row | None, who: str | None = None) -> str:
    if row.seconds is not None:
        time = f"{row.seconds:.3f} s" if row.seconds < 10 else f"{row.seconds:.1f} s"
    else:
        time = "-" if row.limit is None else f"> {row.limit:g} s"
    memory = "" if row.peak_mb is None else f"{row.peak_mb:,.0f} MB"
    times = "" if ours is None else ratio(row, ours)
    figures = f"{time:>9} {times:>9} {row.proved:>3}/{row.goals:<3} {memory:>8}"
    return f"  {who or row.who:<30} {figures}  {row.note}"
