"""Years ahead: plans year after year, and the fewest years for a goal."""

HORIZON: dict[str, tuple[str, str]] = {}
