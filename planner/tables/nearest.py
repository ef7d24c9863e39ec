"""The known names most like one that is not known."""

import difflib
from collections.abc import Collection

LONGEST = 60
"""Characters of a name that are compared."""

NEAR = 0.6


def nearest_names(value: str, known: Collection[str]) -> list[str]:
    """Return the known names most like `value`, several where they are equally like it.

    Of names with `/` each part must be near: a county is not another one's neighbour because both
    have the city's name. Where the very characters are in another order, that is it.
    """
    parts = value[:LONGEST].split("/")
    matches = [difflib.SequenceMatcher(b=part) for part in parts]
    scores: dict[str, float] = {}
    best = NEAR
    for name in known:
        others = name.split("/")
        if len(others) != len(parts):
            continue
        score = 1.0
        for match, other in zip(matches, others, strict=True):
            match.set_seq1(other[:LONGEST])
            if match.real_quick_ratio() < best or match.quick_ratio() < best:
                score = 0.0
                break
            score = min(score, match.ratio())
        if score >= best:
            best = scores[name] = score
    equal = sorted(name for name, score in scores.items() if score == best)
    swapped = [name for name in equal if sorted(name) == sorted(value)]
    return swapped or equal
