"""The widget library, which has no types of its own, and what several parts make of it."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

widgets: Any = import_module("ipywidgets")

WIDE = widgets.Layout(width="96%")
NARROW = widgets.Layout(width="34px")


def button(words: str, pressed: Callable[[], None], **look: Any) -> Any:
    """Return a button that calls `pressed`."""
    made = widgets.Button(description=words, **look)
    made.on_click(_calling(pressed))
    return made


def _calling(pressed: Callable[[], None]) -> Callable[[object], None]:
    return lambda _: pressed()
