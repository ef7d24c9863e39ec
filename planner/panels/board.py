"""What the panel shows of a plan, in one widget: all that is new comes, and is drawn, at once."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets
import vl_convert

from planner.panels.kit import widgets
from planner.words import Language, say

_HERE = Path(__file__).parent
_SCRIPTS = ("saved.js", "names.js", "board.js")


class Board(widgets.Widget):
    """Texts, which are HTML, above a map and a balance, in a language: what a `Drawing` shows.

    What is drawn is `stale` where it is of other settings; `dead` is what to say when the kernel
    is gone, `late` when it does not answer, `footer` the lines under a picture that is saved. A
    click on a button with a `data-repair` sends `{"repair": …}`. `dark` is whether the page is.

    `map_look` is how the map looks and `map` what it shows (`Shown`); so of the balance. Embedded
    once, a chart shows another plan by its rows alone. A click on what has a `station_id` sends
    that as a message, `{"station": …}`, with the `unit` where there is one.
    """

    language: Any = traitlets.Unicode().tag(sync=True)
    library: Any = traitlets.Unicode().tag(sync=True)
    message: Any = traitlets.Unicode().tag(sync=True)
    repairs: Any = traitlets.Unicode().tag(sync=True)
    changes: Any = traitlets.Unicode().tag(sync=True)
    kept: Any = traitlets.Unicode().tag(sync=True)
    dead: Any = traitlets.Unicode().tag(sync=True)
    late: Any = traitlets.Unicode().tag(sync=True)
    footer: Any = traitlets.List(traitlets.Unicode()).tag(sync=True)
    stale: Any = traitlets.Bool().tag(sync=True)
    dark: Any = traitlets.Bool().tag(sync=True)
    goals: Any = traitlets.Unicode().tag(sync=True)
    moved: Any = traitlets.Unicode().tag(sync=True)
    map_look: Any = traitlets.Dict().tag(sync=True)
    map: Any = traitlets.Dict().tag(sync=True)
    balance_look: Any = traitlets.Dict().tag(sync=True)
    balance: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language, footer: Sequence[str] = ()) -> None:
        dead, late = (say(f"panel.{why}", language) for why in ("dead", "late"))
        super().__init__(  # pyright: ignore[reportUnknownMemberType]
            language=language, library=_library(), dead=dead, late=late, footer=[*footer]
        )


class Drawing(anywidget.AnyWidget):
    """A board on the page.

    A page that is so slow that this widget's script is not there within 2 s never tells it a change
    any more. So it is told none: what changes is the board's, whose `model_id` this has.
    """

    _esm: Any = "\n".join((_HERE / name).read_text("utf-8") for name in _SCRIPTS)
    _css: Any = (_HERE / "board.css").read_text("utf-8")
    board: Any = traitlets.Unicode().tag(sync=True)


@cache
def _library() -> str:
    """Return Vega as a script that exports `vegaEmbed`, so that nothing is fetched."""
    return vl_convert.javascript_bundle("export default vegaEmbed;")
