"""The widget library, which has no types of its own, and what several parts make of it."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

widgets: Any = import_module("ipywidgets")

WIDE = widgets.Layout(width="96%")
NARROW = widgets.Layout(width="34px", flex="0 0 auto")
_HEADER = widgets.Layout(width="100%")


def button(words: str, pressed: Callable[[], None], **look: Any) -> Any:
    """Return a button that calls `pressed`."""
    made = widgets.Button(description=words, **look)
    made.on_click(_calling(pressed))
    return made


class Sections:
    """Contents under headers in a `box`; a header is a button, so that a key opens it, too."""

    def __init__(self, contents: Mapping[str, Any], opened: int = 0) -> None:
        self._contents = [*contents.values()]
        self.headers = [
            button(words, _opening(self, at), layout=_HEADER) for at, words in enumerate(contents)
        ]
        self._words = [*contents]
        self.box = widgets.VBox()
        for header in self.headers:
            header.add_class("planner-section")
        self.open(opened)
        pairs = zip(self.headers, self._contents, strict=True)
        self.box.children = [part for pair in pairs for part in pair]

    def open(self, chosen: int) -> None:
        """Open one of the contents and close the others; close it where it is open."""
        is_open = self.box.children and self._contents[chosen].layout.display == "flex"
        self._open_only(-1 if is_open else chosen)

    def show(self, content: Any) -> None:
        """Open a content where it is closed."""
        self._open_only(self._contents.index(content))

    def _open_only(self, chosen: int) -> None:
        for at, (header, content) in enumerate(zip(self.headers, self._contents, strict=True)):
            shown = at == chosen
            content.layout.display = "flex" if shown else "none"
            header.description = f"{'▾' if shown else '▸'} {self._words[at]}"


def _opening(sections: Sections, at: int) -> Callable[[], None]:
    return lambda: sections.open(at)


def _calling(pressed: Callable[[], None]) -> Callable[[object], None]:
    return lambda _: pressed()
