"""A chart that lives in the page: embedded once, it then shows another plan by its rows alone."""

from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets
import vl_convert

_SCRIPT = Path(__file__).with_name("live_chart.js")


class LiveChart(anywidget.AnyWidget):
    """A widget of one chart: `spec` is how it looks, `shown` (`Shown`) what it shows.

    A click on what has a `station_id` sends that as a message, `{"station": …}`.
    """

    _css: Any = ".vega-embed { overflow: visible; }"  # Else its menu would be cut off.
    spec: Any = traitlets.Dict().tag(sync=True)
    shown: Any = traitlets.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(_esm=_bundle())


@cache
def _bundle() -> str:
    """Return the script with Vega in it, so that nothing is fetched; once a process."""
    return vl_convert.javascript_bundle(_SCRIPT.read_text("utf-8"))
