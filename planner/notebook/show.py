"""Frames and sentences in a notebook: in the user's language, all rows there, and plain in a page.

A frame is a widget that sorts, filters and turns pages without a network; where no kernel answers
(a page made by nbconvert, a notebook that is only read) it is a plain table with every row.
"""

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Any, cast

import polars as pl

from planner.duties import BY_PART
from planner.errors import Sentence
from planner.plans.claims import HASHES
from planner.tables.schema import HEADERS
from planner.wording import figure
from planner.words import WORDS, Language, say

HIDDEN = ("row", "tie")
"""Where a row stands in its file, and figures that only break ties, are nothing to read."""
_CALLED = {"unit_id": "unit", "station_id": "station", "department_id": "department",
           "person_id": "person", "host_id": "host"}  # fmt: skip
"""Ids, and the columns beside which they are nothing to read either."""
_SAID = {"part": "part", "goal": "goal", "kind": "kind", "status": "status", "sense": "sense",
         "change": "compare", "level": "level", "decision": "decision", "what": "what",
         "first_goal": "goal", "action": "deed",
         "posting": "posting", "exchange": "exchanges"}  # fmt: skip
"""Columns whose values are words of ours, and where these are."""
_FEW = 10
_PARTED = """function (value, use) {
  return use === "display" && value !== null && value !== "" && !Number.isNaN(Number(value))
    ? Number(value).toLocaleString("en-US") : value;
}"""
"""Numbers are parted where they are shown, and sorted as what they are."""


class Shown:
    """A frame to be shown, in a language."""

    def __init__(self, frame: pl.DataFrame, language: Language) -> None:
        self.frame = _said(frame, language)
        self._language: Language = language
        self._numbers = [
            name for name, kind in zip(frame.columns, frame.dtypes, strict=True)
            if kind.is_numeric() and name not in HIDDEN
        ]  # fmt: skip
        self._names = _distinct({name: header(name, language) for name in self.frame.columns})

    def html(self) -> str:
        """Return the frame as a plain table with all of its rows."""
        head = "".join(f"<th{self._side(name)}>{escape(self._names[name])}</th>"
                       for name in self.frame.columns)  # fmt: skip
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td{self._side(name)}>{escape(_cell(value, name))}</td>"
                for name, value in zip(self.frame.columns, row, strict=True)
            )
            + "</tr>"
            for row in self.frame.iter_rows()
        )
        return (
            f'<table class="planner-table" lang="{self._language}"><thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

    def _side(self, name: str) -> str:
        return f' style="text-align:{"right" if name in self._numbers else "left"}"'

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        from itables import JavascriptFunction
        from itables.widget import ITable

        right = [at for at, name in enumerate(self.frame.columns) if name in self._numbers]
        left = [at for at, name in enumerate(self.frame.columns) if name not in self._numbers]
        years = [at for at in right if self.frame.columns[at].endswith("year")]
        parted = [at for at in right if at not in years]
        words = ("search", "info", "infoEmpty", "infoFiltered", "zeroRecords", "emptyTable",
                 "lengthMenu")  # fmt: skip
        table: Any = ITable(
            self.frame.rename(self._names),
            showIndex=False, show_dtypes=False, maxBytes=0, maxColumns=0,
            classes="display compact",
            paging=self.frame.height > _FEW,
            language={word: say(f"table.{word}", self._language) for word in words},
            columnDefs=[
                {"targets": left, "className": "dt-left"},
                {"targets": right, "className": "dt-right"},
                {"targets": parted, "render": JavascriptFunction(_PARTED)},
            ],
        )  # fmt: skip
        told = table._repr_mimebundle_()
        bundle = cast("dict[str, Any]", told[0] if isinstance(told, tuple) else told)
        words_only = say("table.plain", self._language, rows=self.frame.height)
        return {**bundle, "text/html": self.html(), "text/plain": words_only}


class Told:
    """Sentences, a line each."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def _repr_html_(self) -> str:
        return f'<div class="planner-told">{"<br>".join(map(_indented, self.lines))}</div>'

    def __repr__(self) -> str:
        """Return the sentences as plain text."""
        return "\n".join(self.lines)


def show(frame: pl.DataFrame, language: Language = "zh") -> Shown:
    """Return a frame to be shown: headers and known values in words, numbers parted, no hashes.

    An id whose name stands beside it is left out; the frame itself has it.
    """
    return Shown(frame, language)


def tell(sentences: Iterable[Sentence | str] | str, language: Language = "zh") -> Told:
    """Return sentences to be shown, a line each; where there are none, that there are none."""
    given = [sentences] if isinstance(sentences, str) else list(sentences)
    lines = [one if isinstance(one, str) else one.text(language) for one in given]
    return Told(lines or [say("tell.none", language)])


def header(name: str, language: Language) -> str:
    """Return a column's name in the user's language."""
    part, _, goal = name.rpartition(".")
    if part in BY_PART:
        return f"{say(f'part.{part}', language)} · {say(f'goal.{goal}', language)}"
    if part.startswith("policy.") and f"figure.{goal}" in WORDS:
        return say(f"figure.{goal}", language)
    if f"frame.{name}" in WORDS:
        return say(f"frame.{name}", language)
    if language == "zh" and name in HEADERS:
        return HEADERS[name]
    if f"figure.{name}" in WORDS:
        return say(f"figure.{name}", language)
    return say(f"goal.{name}", language) if f"goal.{name}" in WORDS else name.replace("_", " ")


def _distinct(names: dict[str, str]) -> dict[str, str]:
    """Return headers of which none is another's: the second of a kind gets its number."""
    seen: Counter[str] = Counter()
    told: dict[str, str] = {}
    for name, words in names.items():
        seen[words] += 1
        told[name] = words if seen[words] == 1 else f"{words} ({seen[words]})"
    return told


def _said(frame: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return a frame without hashes and ids beside names, with words for values that are ours."""
    if "goal" in frame.columns:
        frame = frame.filter(pl.col("goal").is_null() | ~pl.col("goal").is_in(HASHES))
    hidden = {*HIDDEN, *HASHES}
    hidden |= {name for name, called in _CALLED.items() if called in frame.columns}
    kept = [name for name in frame.columns if name.rpartition(".")[2] not in hidden]
    return frame.select(_words(frame[name], language) for name in kept)


def _words(column: pl.Series, language: Language) -> pl.Series:
    if column.dtype == pl.Boolean:
        flags = {True: say("word.yes", language), False: say("word.no", language)}
        return pl.Series(column.name, [flags.get(value, "") for value in column], pl.String)
    if isinstance(column.dtype, pl.List):
        texts = ["" if value is None else "、".join(map(str, value)) for value in column]
        return pl.Series(column.name, texts, pl.String)
    if column.name == "name" and column.dtype == pl.String:
        return pl.Series("name", [_scenario(value, language) for value in column], pl.String)
    if column.name == "measure" and column.dtype == pl.String:
        return pl.Series("measure", [_measure(value, language) for value in column], pl.String)
    room = _SAID.get(column.name)
    if room is None or column.dtype != pl.String:
        return column
    return pl.Series(
        column.name,
        [say(f"{room}.{value}", language) if f"{room}.{value}" in WORDS else value
         for value in column],
        pl.String,
    )  # fmt: skip


def _scenario(name: object, language: Language) -> object:
    """Return a scenario's name in words where it is a figure of the policy's with its value."""
    path, is_set, value = str(name or "").partition("=")
    if is_set and path.startswith("policy."):
        return f"{figure(path, language)} {value}"
    return say("panel.baseline", language) if name == "baseline" else name


def _measure(name: str | None, language: Language) -> str:
    """Return a measure in words, with the unit of its level."""
    if name is None:
        return ""
    unit = say(f"results.level.{name}", language)
    return say("results.named", language, name=say(f"measure.{name}", language), unit=unit)


def _cell(value: object, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return str(value) if name.endswith("year") else f"{value:,}"
    return str(value)


def _indented(line: str) -> str:
    text = line.lstrip(" ")
    return "&emsp;" * ((len(line) - len(text)) // 2) + escape(text)
