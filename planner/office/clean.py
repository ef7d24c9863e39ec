"""Text and names as files can hold them."""

import re

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold: controls, lone surrogates, U+FFFE and U+FFFF."""
NO_FILE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f]')
LONGEST = 60
"""Characters of a file's name at most."""


def clean(text: str) -> str:
    """Return the text with `�` for each character that XML can't hold."""
    return NO_XML.sub("\ufffd", text)


def file_name(number: int, name: str, suffix: str, *, of: int = 99) -> str:
    """Return `NN name.suffix`; the number is as wide as the last one, `of`, and at least two.

    What a file's name can't hold becomes `_`.
    """
    head = f"{number:0{max(2, len(str(of)))}d} "
    safe = NO_FILE.sub("_", clean(name)).strip()
    short = safe[: LONGEST - len(head) - len(suffix)].rstrip(". ") or "_"
    return f"{head}{short}{suffix}"


def bare(text: str) -> str:
    """Return the text as it is compared: no blanks, and `�` where XML can't hold a character."""
    return "".join(clean(text).split())
