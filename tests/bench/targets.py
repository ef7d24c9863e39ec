"""What is to be reached on two cores, beside what was."""

from tests.bench.rows import PEERS_ON_ALL, WHO, Row

_PLAN_SECONDS = {"jiangxi": 0.06, "china": 1.5}
_COMMAND_SECONDS, _COMMAND_MB = 2.0, 400.0
_RATIO = 100.0
_RULES_SECONDS = 3.0


def verdict(name: str, value: float, target: float, unit: str, *, bound: str = "") -> str:
    """Return a figure beside its target; a ratio (unit `x`) is to be at least that, others at most.

    `bound` is ">" where the figure is only known to be larger.
    """
    least = unit == "x"
    hit = value >= target if least else value <= target
    mark = "hit " if hit else "OPEN" if bound else "MISS"
    digits = 0 if unit in ("MB", "x") else 3
    sign = "at least" if least else "at most"
    return f"{mark}  {name}: {bound}{value:,.{digits}f} {unit} (to reach: {sign} {target:g} {unit})"


def of_command(size: str, seconds: float, peak_mb: float | None) -> list[str]:
    """Return the command's verdicts; they are set for Jiangxi's size."""
    if size != "jiangxi":
        return []
    found = [verdict("planner plan, whole command", seconds, _COMMAND_SECONDS, "s")]
    if peak_mb is not None:
        found.append(verdict("planner plan, peak memory", peak_mb, _COMMAND_MB, "MB"))
    return found


def of_case(title: str, size: str, rows: list[Row]) -> list[str]:
    """Return the verdicts on our time, and on how far behind the best peer on all pairs is."""
    ours, names = rows[0], {WHO[solver] for solver in PEERS_ON_ALL}
    if ours.seconds is None:
        return []
    found = [verdict(f"{title}, tables to proved plan", ours.seconds, _PLAN_SECONDS[size], "s")]
    peers = [row for row in rows if row.who in names and (row.seconds or row.limit)]
    if peers:
        best = min(peers, key=lambda row: (row.seconds or row.limit or 0.0, row.seconds is None))
        times = (best.seconds or best.limit or 0.0) / ours.seconds
        bound = "" if best.seconds else "> "
        found.append(verdict(f"{title}, against {best.who}", times, _RATIO, "x", bound=bound))
    return found


def of_rules(title: str, rules: str, row: Row) -> list[str]:
    """Return the verdict on a rule that cuts across."""
    if rules == "default" or row.seconds is None:
        return []
    name = f"{title}, {rules}, {row.proved} of {row.goals} goals proved"
    if row.proved < row.goals:
        return [f"MISS  {name} (to reach: all)"]
    return [verdict(name, row.seconds, _RULES_SECONDS, "s")]
