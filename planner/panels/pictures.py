"""The panel's two charts: how they look, which is the baseline's, and what they show of a plan."""

from typing import Any

import polars as pl

from planner.charts import Theme, balance, plan_map
from planner.charts.lines import wrapped
from planner.charts.marks import UNIT
from planner.charts.province import map_shown
from planner.charts.rows import Shown
from planner.charts.spread import balance_shown
from planner.dataset import Dataset
from planner.pairing.plan import Plan
from planner.pairing.views import city_bands
from planner.policy import Policy
from planner.words import Language

_SIZE = (240, 250)
"""So small that at 1366 by 768 nothing that answers a slider lies below the fold."""
_STEP = 22
WIDE = 50
"""The longest line of a subtitle, in halves of a Chinese character."""
_ROOMY = {"left": 4, "top": 4, "bottom": 4, "right": 4}
"""A page in Chinese may draw the titles in a wider font than Vega measured them with."""


class Pictures:
    """The map and the balance of a dataset's plans.

    Whatever plan they show, a unit has the same look and a city its place, those of the baseline.
    """

    def __init__(
        self, dataset: Dataset, policy: Policy, baseline: Plan, language: Language
    ) -> None:
        self._stations, self._baseline = dataset.stations, baseline
        self._bands = city_bands(dataset, policy, baseline)
        self._units = _units(dataset, baseline)
        self._language: Language = language

    def map(self, theme: Theme) -> dict[str, Any]:
        """Return how the map looks."""
        drawn = plan_map(
            self._stations, self._baseline.pairs, self._language,
            theme=theme, key=False, live=self._units, size=_SIZE,
        )  # fmt: skip
        spec = _small(drawn.to_dict())
        # Fitted to all that is shown, it would place every dot anew for other marks; and Altair
        # would look for long whether each of these is a point.
        places = self._stations.select("lon", "lat").drop_nulls().rows()
        points = {"type": "MultiPoint", "coordinates": places}
        spec["projection"]["fit"] = {"type": "Feature", "properties": {}, "geometry": points}
        return spec

    def balance(self, theme: Theme) -> dict[str, Any]:
        """Return how the cities' bands and pairings look."""
        drawn = balance(self._bands, self._language, theme=theme, live=True, high=_STEP)
        return _small(drawn.properties(width=104).to_dict())

    def on_map(self, plan: Plan) -> Shown:
        """Return what the map shows of a plan."""
        shown = map_shown(self._stations, plan.pairs, self._units, self._language, _SIZE)
        return _narrow(shown)

    def on_balance(self, dataset: Dataset, policy: Policy, plan: Plan) -> Shown:
        """Return what the balance shows of a plan and of the settings it was made under."""
        shown = balance_shown(city_bands(dataset, policy, plan), self._language)
        return _narrow(shown)


def _small(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a chart with small titles and little room around it; it is saved as the panel's."""
    spec["title"] |= {"fontSize": 13, "subtitleFontSize": 11, "offset": 6}
    return {**spec, "padding": _ROOMY}


def _narrow(shown: Shown) -> Shown:
    """Return what a chart shows with its titles in lines that let both charts stand abreast."""
    lines = [part for line in shown["subtitle"] for part in wrapped(line, WIDE)]
    return {**shown, "title": _broken(shown["title"]), "subtitle": lines}


def _broken(title: str) -> str:
    """Return a title in two lines where it has two clauses."""
    return title.replace("，", "，\n", 1)


def _units(dataset: Dataset, baseline: Plan) -> pl.DataFrame:
    """Return every unit that can have a pairing, those of the baseline first and in its order."""
    tables = {"leader": dataset.leaders, "department": dataset.departments}
    every = (
        table.select(kind=pl.lit(kind), unit_id=f"{kind}_id", unit="name")
        for kind, table in tables.items()
    )
    return pl.concat([baseline.pairs.select(UNIT), *every]).unique(UNIT[:2], maintain_order=True)
