"""What the panel shows of a plan, in one widget: all that is new comes, and is drawn, at once."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets
import vl_convert

from planner.words import Language, say

_SCRIPTS = ("saved.js", "names.js", "board.js")
_STYLE = Path(__file__).with_name("board.css").read_text("utf-8")


class Board(anywidget.AnyWidget):
    """Texts, which are HTML, above a map and a balance, in a language.

    What is drawn is `stale` where it is of other settings; `dead` is what to say when the kernel
    is gone, `footer` the lines under a picture that is saved. A click on a button with a
    `data-repair` sends `{"repair": …}`.

    `map_look` is how the map looks and `map` what it shows (`Shown`); so of the balance. Embedded
    once, a chart shows another plan by its rows alone. A click on what has a `station_id` sends
    that as a message, `{"station": …}`, with the `unit` where there is one.
    """

    _css: Any = _STYLE
    language: Any = traitlets.Unicode().tag(sync=True)
    message: Any = traitlets.Unicode().tag(sync=True)
    repairs: Any = traitlets.Unicode().tag(sync=True)
    changes: Any = traitlets.Unicode().tag(sync=True)
    kept: Any = traitlets.Unicode().tag(sync=True)
    dead: Any = traitlets.Unicode().tag(sync=True)
    footer: Any = traitlets.List(traitlets.Unicode()).tag(sync=True)
    stale: Any = traitlets.Bool().tag(sync=True)
    goals: Any = traitlets.Unicode().tag(sync=True)
    moved: Any = traitlets.Unicode().tag(sync=True)
    map_look: Any = traitlets.Dict().tag(sync=True)
    map: Any = traitlets.Dict().tag(sync=True)
    balance_look: Any = traitlets.Dict().tag(sync=True)
    balance: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language, footer: Sequence[str] = ()) -> None:
        dead = say("panel.dead", language)
        super().__init__(_esm=_bundle(), language=language, dead=dead, footer=[*footer])


@cache
def _bundle() -> str:
    """Return the scripts with Vega in it, so that nothing is fetched; once a process."""
    scripts = [Path(__file__).with_name(name).read_text("utf-8") for name in _SCRIPTS]
    return vl_convert.javascript_bundle("\n".join(scripts))
