"""What the panel shows of a plan, in one widget: all that is new comes, and is drawn, at once."""

from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets
import vl_convert

from planner.words import Language

_SCRIPT = Path(__file__).with_name("board.js")
_STYLE = Path(__file__).with_name("board.css").read_text("utf-8")


class Board(anywidget.AnyWidget):
    """A map and a balance among four texts, which are HTML, in a language.

    `map_look` is how the map looks and `map` what it shows (`Shown`); so of the balance. Embedded
    once, a chart shows another plan by its rows alone. A click on what has a `station_id` sends
    that as a message, `{"station": …}`.
    """

    _css: Any = _STYLE
    language: Any = traitlets.Unicode().tag(sync=True)
    message: Any = traitlets.Unicode().tag(sync=True)
    repairs: Any = traitlets.Unicode().tag(sync=True)
    goals: Any = traitlets.Unicode().tag(sync=True)
    moved: Any = traitlets.Unicode().tag(sync=True)
    map_look: Any = traitlets.Dict().tag(sync=True)
    map: Any = traitlets.Dict().tag(sync=True)
    balance_look: Any = traitlets.Dict().tag(sync=True)
    balance: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language) -> None:
        super().__init__(_esm=_bundle(), language=language)


@cache
def _bundle() -> str:
    """Return the script with Vega in it, so that nothing is fetched; once a process."""
    return vl_convert.javascript_bundle(_SCRIPT.read_text("utf-8"))
