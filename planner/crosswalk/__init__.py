"""What becomes of stations over the years, and how the tables go with them."""

from planner.crosswalk.bridge import FILE, Bridge, in_force_now, read_bridge, read_bridged
from planner.crosswalk.carry import Carried, carried
from planner.crosswalk.moves import Crosswalk, Move, read_crosswalk

__all__ = [
    "FILE",
    "Bridge",
    "Carried",
    "Crosswalk",
    "Move",
    "carried",
    "in_force_now",
    "read_bridge",
    "read_bridged",
    "read_crosswalk",
]
