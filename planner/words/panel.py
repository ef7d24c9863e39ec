"""The what-if panel."""

PANEL: dict[str, tuple[str, str]] = {}
