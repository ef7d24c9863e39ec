"""Pictures of plans: frames in, an Altair chart out, in two languages and two themes.

A chart holds the columns it shows and no others; names in it stay text. Nothing is fetched: there
are no map tiles, and the Chinese font comes with the environment. `use_renderer()` shows charts in
a notebook without a network, `save_chart` writes them as PNG or SVG. No chart knows how a plan is
made: `planner.pairing.views` and `planner.notebook.chart_frames` prepare the frames that need to.
"""

from planner.charts.batches import batches
from planner.charts.calendar import department_year, load
from planner.charts.chains import told_chains
from planner.charts.chosen import need, travel
from planner.charts.costs import prices
from planner.charts.due import due
from planner.charts.funnel import funnel
from planner.charts.hosts import exchanges, hosts
from planner.charts.moves import compare
from planner.charts.pace import pace, spending
from planner.charts.province import plan_map
from planner.charts.render import alt_text, mime_bundle, save_chart, use_renderer
from planner.charts.results import outcomes
from planner.charts.spread import balance, counties
from planner.charts.theme import FONT, THEMES, Theme
from planner.charts.timeline import timeline
from planner.charts.visits import visits
from planner.charts.ways import curve, horizon, sweep
from planner.charts.wishes import wishes

__all__ = [
    "FONT",
    "THEMES",
    "Theme",
    "alt_text",
    "balance",
    "batches",
    "compare",
    "counties",
    "curve",
    "department_year",
    "due",
    "exchanges",
    "funnel",
    "horizon",
    "hosts",
    "load",
    "mime_bundle",
    "need",
    "outcomes",
    "pace",
    "plan_map",
    "prices",
    "save_chart",
    "spending",
    "sweep",
    "timeline",
    "told_chains",
    "travel",
    "use_renderer",
    "visits",
    "wishes",
]
