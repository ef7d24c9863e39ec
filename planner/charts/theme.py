"""How every chart looks: two themes, one font, colours told apart by every kind of vision.

A chart's background is part of its theme, so that it is legible on any page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal, TypeVar

import altair as alt

from planner.charts.rows import harmless
from planner.words import Language, say

FONT = (
    "Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
)
"""Pictures have the first. Pages have what the machine has: left to choose, a browser would take
Japanese glyphs where the page does not, or not yet, say that it is Chinese."""
Theme = Literal["light", "dark"]
_TICKS = 8
THEMES: tuple[Theme, ...] = ("light", "dark")
KINDS = ("leader", "department")
"""Leaders are triangles in vermilion, departments circles in blue, wherever both are shown."""

GOALS = (
    "coverage", "balance", "counties", "stability", "wishes", "need", "fit", "travel",
)  # fmt: skip
"""The goals that people know, each with its colour (`Palette.goals`)."""

AnyChart = TypeVar("AnyChart", alt.LayerChart, alt.VConcatChart, alt.ConcatChart)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme.

    `ink`, `faint` and `line` are for text, lesser text and grid; `paper` is the background, `dot`
    what is there but not chosen. `kinds` are leaders and departments, `hues` tell series apart (of
    Okabe and Ito's palette), `alert` is what is wrong, `free` what costs nothing.
    """

    ink: str
    faint: str
    line: str
    paper: str
    dot: str
    kinds: tuple[str, str]
    hues: tuple[str, ...]
    alert: str
    free: str

    @property
    def goals(self) -> tuple[str, ...]:
        """The colours of `GOALS`: warm ones for those that stand first by default."""
        blue, red, _, purple, orange, sky, grey = self.hues
        return (self.alert, red, orange, self.ink, purple, blue, sky, grey)


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        ink="#2B2B2B",
        faint="#666666",
        line="#E2E2E2",
        paper="#FFFFFF",
        dot="#A6A6A6",
        kinds=("#D55E00", "#0072B2"),
        hues=("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#4D4D4D"),
        alert="#B3003B",
        free="#009E73",
    ),
    "dark": Palette(
        ink="#ECECEC",
        faint="#ABABAB",
        line="#3A3A3A",
        paper="#151515",
        dot="#757575",
        kinds=("#FF8C42", "#56B4E9"),
        hues=("#56B4E9", "#FF8C42", "#00A878", "#E39BC6", "#F0E442", "#9A7DFF", "#D0D0D0"),
        alert="#FF6B8B",
        free="#00A878",
    ),
}


def finished(
    chart: AnyChart,
    theme: Theme,
    language: Language,
    title: str,
    *subtitle: str,
    **properties: Any,
) -> AnyChart:
    """Return a chart with its title, its lines of subtitle, its theme and its menu.

    Titles may hold names of the user's; further `properties` are the chart's own.
    """
    lines = [harmless(line) for line in subtitle if line]
    return chart.properties(
        usermeta={"embedOptions": _menu(language)},
        title=_title(PALETTES[theme], harmless(title), lines),
        background=PALETTES[theme].paper,
        padding=16,
        config=_config(PALETTES[theme]),
        **properties,
    )


def above(title: str, numbers: Sequence[int] = ()) -> alt.Axis:
    """Return an axis of values whose title stands above it, where a long one has room.

    With `numbers`, the whole numbers shown, its ticks are whole.
    """
    ticks: dict[str, Any] = {"tickCount": _TICKS // 2}
    if numbers:
        ticks = {"values": whole(numbers), "format": ",d"}
    return alt.Axis(
        title=harmless(title),
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleBaseline="bottom",
        titleX=-30,
        titleY=-8,
        **ticks,
    )


def whole(values: Sequence[int]) -> list[int]:
    """Return where an axis of whole numbers has its ticks: at most some nine, none between two."""
    low, high = min(values, default=0), max(values, default=0)
    steps = (digit * 10**power for power in count() for digit in (1, 2, 5))
    step = next(step for step in steps if (high - low) <= _TICKS * step)
    return [at * step for at in range(low // step, -(-high // step) + 1)]


def _menu(language: Language) -> dict[str, Any]:
    """Return what a page offers beside a chart: to save it, and nothing that asks the network."""
    words = {"CLICK_TO_VIEW_ACTIONS": "save", "PNG_ACTION": "png", "SVG_ACTION": "svg"}
    return {
        "actions": {"export": True, "source": False, "compiled": False, "editor": False},
        "i18n": {of: say(f"chart.{name}", language) for of, name in words.items()},
    }


def _title(palette: Palette, title: str, subtitle: list[str]) -> alt.TitleParams:
    return alt.TitleParams(
        title,
        subtitle=subtitle,
        anchor="start",
        frame="bounds",
        fontSize=20,
        fontWeight="normal",
        color=palette.ink,
        font=FONT,
        subtitleFont=FONT,
        subtitleFontSize=13,
        subtitleColor=palette.faint,
        subtitlePadding=6,
        offset=14,
    )


def _config(palette: Palette) -> alt.Config:
    words: dict[str, Any] = {
        "labelColor": palette.ink,
        "titleColor": palette.faint,
        "titleFontWeight": "normal",
    }
    return alt.Config(
        font=FONT,
        view=alt.ViewConfig(stroke=None),
        text=alt.MarkConfig(font=FONT, color=palette.ink, fontSize=12),
        rule=alt.MarkConfig(color=palette.faint),
        axis=alt.AxisConfig(
            **words,
            labelFontSize=12,
            titleFontSize=13,
            titlePadding=10,
            labelLimit=280,
            gridColor=palette.line,
            domainColor=palette.faint,
            tickColor=palette.faint,
        ),
        legend=alt.LegendConfig(
            **words,
            labelFontSize=13,
            titleFontSize=13,
            titlePadding=8,
            rowPadding=4,
            labelLimit=280,
            symbolLimit=0,
        ),
        header=alt.HeaderConfig(
            **words,
            labelFontSize=13,
            titleFontSize=13,
        ),
    )
