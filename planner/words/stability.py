"""A plan in force, the fewest changes to it, and the exchange curve."""

STABILITY: dict[str, tuple[str, str]] = {}
