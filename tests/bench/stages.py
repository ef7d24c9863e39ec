"""Where our own time goes: the stages of one run under the profiler."""

import cProfile
import pstats
from collections.abc import Callable

_STAGES = (
    ("stations", "field.py", "field_of"),
    ("pairs", "case.py", "case_of"),
    ("quotas and goals", "problem.py", "problem_of"),
    ("nesting", "nest.py", "nest_of"),
    ("reduction", "reduce.py", "reduction_of"),
    ("flows", "flow.py", "solve"),
    ("relaxations", "linear.py", "relax"),
    ("searches", "cpsat.py", "search"),
    ("proof", "proof.py", "bounds"),
)
"""What to call a stage, and the function that is it: the end of its file's name, and its own."""


def stages(work: Callable[[], object]) -> dict[str, float]:
    """Return the seconds of each stage that one call passes through, and of the whole."""
    profile = cProfile.Profile()
    profile.runcall(work)
    found = pstats.Stats(profile)
    seconds = {"whole": found.total_tt}  # pyright: ignore[reportAttributeAccessIssue]
    for (path, _, name), (_, _, _, spent, _) in found.stats.items():  # pyright: ignore[reportAttributeAccessIssue]
        for stage, file, function in _STAGES:
            if name == function and path.replace("\\", "/").endswith(f"/{file}"):
                seconds[stage] = seconds.get(stage, 0.0) + spent
    return seconds
