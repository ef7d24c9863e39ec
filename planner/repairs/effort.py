"""How much work a search for repairs may do, counted so that it is the same on any machine."""

from planner.allocation.interrupt import go_on

OPENING = 2_000
"""What one question costs beside the options that are looked at."""


class SpentError(Exception):
    """The work that was allowed is done."""


class Effort:
    """How many options may still be looked at: `left`, None for any number."""

    def __init__(self, left: int | None) -> None:
        self.left = left

    def spend(self, options: int, times: int = 1) -> None:
        """Count a question about so many options; raise `SpentError` where no effort is left."""
        go_on()
        if self.left is not None:
            if self.left <= 0:
                raise SpentError
            self.left -= times * (OPENING + options)
