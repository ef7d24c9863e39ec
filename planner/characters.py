"""Characters: bytes to text, what cannot be seen in it, and how two texts are compared."""

import re
import unicodedata

BLANKS = (
    " \t\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u2800\u3000"
)
"""What counts as blank around a cell: spaces of every width."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Marks of no width, of direction and of variants: taken out wherever they stand."""

IDEOGRAPHS = range(0x20000, 0x3FFFE)
"""Planes of Han characters, to which every edition of Unicode adds."""

LOST = "\ufffd"
"""What programs put for bytes that they could not decode."""

LINE_ENDS = "\t\n\r"
HAN = "[\u3400-\u9fff\U00020000-\U0003fffd]"
INNER_BLANKS = re.compile(rf"(?<={HAN})\s+|\s+(?={HAN})")
"""Blanks beside a Han character, which part nothing in a name: `甲 市`."""


def forbidden(text: str, allowed: str = "") -> str | None:
    """Return the first control, private-use or unassigned character of a text, None for none.

    The character that stands for lost ones is among them: it tells of a broken decoding.
    """
    if text.isprintable() and LOST not in text:
        return None
    for char in text:
        if char <= "\x7f" and (char >= " " and char != "\x7f"):
            continue
        if char in allowed:
            continue
        kind = unicodedata.category(char)
        if kind in ("Cc", "Co", "Cs") or char == LOST:
            return char
        if kind == "Cn" and not (ord(char) in IDEOGRAPHS and ord(char) & 0xFFFF < 0xFFFE):
            return char
    return None


def narrow(text: str) -> str:
    """Return a text as it is compared: in NFKC, without what has no width, blanks trimmed."""
    if text.isascii():
        return text.strip(BLANKS)
    return unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).strip(BLANKS)


def key_of(text: str) -> str:
    """Return what a name is looked up by: as compared, without any blank, case aside."""
    return "".join(narrow(text).split()).casefold()


def decoded(data: bytes) -> tuple[str, bool] | int:
    """Return the text of UTF-8 bytes, or of GB18030 and True; else the line that is neither.

    Bytes that are mostly Chinese in UTF-8 are a damaged UTF-8 file, whatever GB18030 makes of them.
    """
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    loose = data.decode("utf-8", "replace")
    sound = sum(map(_chinese, loose))
    if sound > loose.count("\ufffd"):
        return line
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return line
    other = [char for char in text if char > "\x7f"]
    chinese = sum(map(_chinese, other))
    return (text, True) if chinese * 4 >= len(other) * 3 else line


def _chinese(char: str) -> bool:
    """Tell whether a character is one that Chinese lists hold: Han, punctuation, full width."""
    return (
        "\u3000" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef"
        or "\U00020000" <= char <= "\U0003ffff"
        or char in "·—–‘’“”…×√℃№°①②③④⑤⑥⑦⑧⑨⑩\u00a0"
    )
