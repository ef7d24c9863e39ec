"""What a scenario changes, in words: a figure of the policy, a cell of a table."""

from planner.tables.schema import HEADERS, TABLE
from planner.words import WORDS, Language, say


def figure(path: str, language: Language) -> str:
    """Return a scenario's path in words; a name that somebody gave is left as it is."""
    for key in (f"figure.{path}", f"figure.{path.removeprefix('policy.')}"):
        if key in WORDS:
            return say(key, language)
    steps = path.split(".")
    if len(steps) == 4 and steps[0] in TABLE:
        column = HEADERS.get(steps[3], steps[3])
        return f"{steps[2]} {column if language == 'zh' else steps[3].replace('_', ' ')}"
    if steps[0] in {"policy", *TABLE}:
        return say("figure.other", language)
    return path
