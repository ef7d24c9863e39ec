"""The panel's charts, and choosing on the map: a dot is a station, a mark its unit."""

import altair as alt
import polars as pl

from planner.charts import Theme, balance, plan_map
from planner.dataset import Dataset
from planner.pairing.plan import Plan
from planner.pairing.views import city_bands
from planner.policy import Policy
from planner.words import Language

PICK = "pick"
"""The selection that tells which station was clicked."""


def map_to_pick_from(
    stations: pl.DataFrame, plan: Plan, language: Language, theme: Theme
) -> alt.LayerChart:
    """Return the map of a plan; a click on a dot or a mark chooses its station, as `PICK` tells."""
    drawn = plan_map(stations, plan.pairs, language, theme=theme, key=False, pick=PICK)
    return drawn.properties(width=380, height=500)


def balance_of(
    dataset: Dataset, policy: Policy, plan: Plan, language: Language, theme: Theme
) -> alt.LayerChart:
    """Return the cities' bands and what the plan gives them."""
    return balance(city_bands(dataset, policy, plan), language, theme=theme).properties(width=240)
