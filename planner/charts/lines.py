"""How long a line of text is, Chinese characters being twice as wide as others."""

import re
import unicodedata

_WORD = re.compile("(?:[\u0021-\u00ff]+|.)[，。；：、）”]*[ \u2060]*")


def halves(text: str) -> int:
    """Return how wide a text is, in halves of a Chinese character."""
    return sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in text)


def wrapped(line: str, wide: int) -> list[str]:
    """Return a line in parts, each at most so many halves of a Chinese character wide.

    It is broken between words and between Chinese characters, never before a mark.
    """
    parts = [""]
    for word in _WORD.findall(line):
        if parts[-1] and halves(parts[-1] + word.rstrip()) > wide:
            parts.append("")
        parts[-1] += word
    return [part.rstrip() for part in parts]
