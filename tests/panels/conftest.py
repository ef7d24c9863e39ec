"""The same charts are drawn once: drawing them takes longer than all else that a panel does."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from planner.panels.pictures import Pictures

_DRAWN: dict[tuple[object, ...], dict[str, Any]] = {}


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have charts of the same tables and plan, language and theme, drawn once."""
    for name in ("map", "balance"):
        monkeypatch.setattr(Pictures, name, _once(name, getattr(Pictures, name)))


def _once(name: str, draw: Callable[[Pictures, Any], dict[str, Any]]) -> Any:
    def drawn(pictures: Pictures, theme: Any) -> dict[str, Any]:
        frames = (pictures._stations, pictures._baseline.pairs, pictures._units, pictures._bands)
        key = (name, theme, pictures._language, *(frame.serialize() for frame in frames))
        if key not in _DRAWN:
            _DRAWN[key] = draw(pictures, theme)
        return deepcopy(_DRAWN[key])

    return drawn
