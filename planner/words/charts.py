"""Titles, axes and tooltips of the charts."""

CHARTS: dict[str, tuple[str, str]] = {}
