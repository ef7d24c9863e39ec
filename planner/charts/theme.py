"""How every chart looks: two themes, one font, colours told apart by every kind of vision.

A chart's background is part of its theme, so that it is legible on any page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal, TypeVar

import altair as alt

from planner.charts.lines import wrapped
from planner.charts.rows import file_name, harmless
from planner.words import Language, say

FONT = (
    "Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
)
"""Pictures have the first. Pages have what the machine has: left to choose, a browser would take
Japanese glyphs where the page does not, or not yet, say that it is Chinese."""
Theme = Literal["light", "dark"]
PIXELS = 2
"""So many pixels a point has, across and down, in a picture that is saved."""
_TICKS = 8
THEMES: tuple[Theme, ...] = ("light", "dark")
KINDS = ("leader", "department")
"""Leaders are triangles in vermilion, departments circles in blue, wherever both are shown."""

GOALS = (
    "coverage", "balance", "counties", "stability", "displaced", "wishes", "need", "fit", "travel",
)  # fmt: skip
"""The goals that people know, in the order they have by default."""

AnyChart = TypeVar(
    "AnyChart", alt.LayerChart, alt.VConcatChart, alt.ConcatChart, alt.HConcatChart,
    alt.LayerChart | alt.HConcatChart,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme.

    `ink`, `faint` and `line` are for text, lesser text and grid; `paper` is the background, `dot`
    what is there but not chosen. `kinds` are leaders and departments, `hues` tell series apart,
    `fresh` is what is new, `alert` what is wrong. `ramp` goes from the dearest to the cheapest.
    """

    ink: str
    faint: str
    line: str
    paper: str
    dot: str
    kinds: tuple[str, str]
    hues: tuple[str, ...]
    fresh: str
    alert: str
    ramp: tuple[str, ...]

    def steps(self, number: int) -> list[str]:
        """Return so many colours of the ramp, as far apart as they can be."""
        last = len(self.ramp) - 1
        return [between(self.ramp, last * at / max(number - 1, 1)) for at in range(number)]


def between(ramp: Sequence[str], place: float) -> str:
    """Return the colour at a place of a ramp, 0 for its first."""
    low = min(int(place), len(ramp) - 2)
    ends = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in ramp[low : low + 2]]
    mixed = (round(a + (b - a) * (place - low)) for a, b in zip(*ends, strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        ink="#2B2B2B",
        faint="#666666",
        line="#E2E2E2",
        paper="#FFFFFF",
        dot="#A6A6A6",
        kinds=("#C25100", "#0072B2"),
        hues=("#0072B2", "#C25100", "#401A1A", "#8A3FFC", "#B27474"),
        fresh="#B87A00",
        alert="#B3003B",
        ramp=("#002050", "#46617F", "#B0A060", "#F8EEA0"),
    ),
    "dark": Palette(
        ink="#ECECEC",
        faint="#ABABAB",
        line="#3A3A3A",
        paper="#151515",
        dot="#757575",
        kinds=("#FF8C42", "#56B4E9"),
        hues=("#56B4E9", "#FF8C42", "#F0E442", "#8566FF", "#B28D74"),
        fresh="#D9A400",
        alert="#FF6B8B",
        ramp=("#FFF3B0", "#B5A24C", "#4A6078", "#22304A"),
    ),
}


def finished(
    chart: AnyChart,
    theme: Theme,
    language: Language,
    title: str,
    *subtitle: str,
    wide: int | None = None,
    **properties: Any,
) -> AnyChart:
    """Return a chart with its title, its lines of subtitle, its theme and its menu.

    Titles may hold names of the user's. Lines of the subtitle are broken where they are longer than
    `wide`, in halves of a Chinese character, so that they do not widen the picture. Further
    `properties` are the chart's own. What the titles say is also what the picture is called and
    what is read out in its place.
    """
    lines = [harmless(line) for line in subtitle if line]
    return chart.properties(
        usermeta={"embedOptions": _menu(language, title)},
        description="\n".join([harmless(title), *lines]),
        title=_title(
            PALETTES[theme],
            harmless(title),
            lines if wide is None else [part for line in lines for part in wrapped(line, wide)],
        ),
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


def room(values: Sequence[float], least: float) -> tuple[float, float]:
    """Return the ends of an axis on which values have room and small differences stay small.

    It is as long as `least`, a share of the largest value, at least; it leaves out no zero that
    all of the values lie beyond.
    """
    low, high = min(values, default=0), max(values, default=0)
    length = max(high - low, least * max(abs(low), abs(high)), 1) * 1.25
    middle = (low + high) / 2
    start, end = middle - length / 2, middle + length / 2
    if low >= 0 > start:
        start, end = 0, end - start
    return start, end


def whole(values: Sequence[int]) -> list[int]:
    """Return where an axis of whole numbers has its ticks: at most some nine, none between two."""
    low, high = min(values, default=0), max(values, default=0)
    steps = (digit * 10**power for power in count() for digit in (1, 2, 5))
    step = next(step for step in steps if (high - low) <= _TICKS * step)
    return [at * step for at in range(low // step, -(-high // step) + 1)]


def _menu(language: Language, title: str) -> dict[str, Any]:
    """Return what a page offers beside a chart: to save it, and nothing that asks the network."""
    words = {"CLICK_TO_VIEW_ACTIONS": "save", "PNG_ACTION": "png", "SVG_ACTION": "svg"}
    return {
        "actions": {"export": True, "source": False, "compiled": False, "editor": False},
        "i18n": {of: say(f"chart.{name}", language) for of, name in words.items()},
        "downloadFileName": file_name(title),
        "scaleFactor": {"png": PIXELS, "svg": 1},
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
