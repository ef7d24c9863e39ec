"""What of a dataset is made up: it says so itself, and whatever is drawn from it repeats that."""

from pathlib import Path

from planner.words import LANGUAGES, Language, say

NAMES = ("_synthetic", "_合成数据")
"""A text file beside the tables, or a sheet among them; the `_` keeps it from being read as one."""


def synthetic(data: Path | str, language: Language = "zh") -> str:
    """Return what a dataset says of what is made up in it, a line; nothing where it says nothing.

    `data` is a folder or a workbook. The first line of the file or sheet is Chinese, the second
    English; where a line is missing the first one stands, and where both are, that it is made up.
    """
    path = Path(data)
    lines = _of_folder(path) if path.is_dir() else _of_workbook(path)
    if lines is None:
        return ""
    given = [line.strip() for line in lines if line.strip()]
    place = LANGUAGES.index(language)
    return given[min(place, len(given) - 1)] if given else say("synthetic.all", language)


def lines_of(data: Path | str) -> list[str]:
    """Return the lines in which a dataset says what is made up; none where it says nothing."""
    told = [synthetic(data, language) for language in LANGUAGES]
    return list(dict.fromkeys(line for line in told if line))


def _of_folder(folder: Path) -> list[str] | None:
    for name in NAMES:
        file = folder / f"{name}.txt"
        if file.is_file():
            return file.read_text("utf-8-sig", errors="replace").splitlines()
    return None


def _of_workbook(path: Path) -> list[str] | None:
    """Return the first column of the sheet that says it, None where there is no such sheet."""
    if path.suffix != ".xlsx" or not path.is_file():
        return None
    import openpyxl  # heavy, and seldom needed

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        name = next((name for name in NAMES if name in book.sheetnames), None)
        if name is None:
            return None
        cells = book[name].iter_rows(max_row=2, max_col=1, values_only=True)
        return ["" if cell is None else str(cell) for (cell,) in cells]
    finally:
        book.close()
