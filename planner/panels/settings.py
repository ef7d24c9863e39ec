"""A panel's settings: values by dotted path, and how a scenario and its file write them."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from planner.scenario import Scenario

Settings = Mapping[str, Any]
"""Values by dotted path, as `Scenario.with_value` takes them; what is as in the baseline is absent.

Rows of pins and recusals are tuples of tuples.
"""
_ROWS = {
    "pins.add": ("unit_id", "station_id", "decision"),
    "pins.remove": ("unit_id", "station_id"),
    "recusals.remove": ("unit_id", "level", "place"),
}
"""The columns of the rows that a setting has as tuples, a scenario's file by name."""


def scenario_of(settings: Settings, name: str) -> Scenario:
    """Return settings as a scenario of a name."""
    scenario = Scenario(name)
    for path, value in sorted(settings.items()):
        scenario = scenario.with_value(path, _words(path, value))
    return scenario


def settings_of(changes: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values of a scenario's changes by dotted path, as settings have them."""
    for step, value in changes.items():
        at = f"{path}.{step}" if path else step
        if isinstance(value, Mapping):
            yield from settings_of(cast("Mapping[str, Any]", value), at)
        else:
            yield at, _value(at, value)


def _words(path: str, value: Any) -> Any:
    """Return a value as a scenario's file writes it."""
    if path in _ROWS:
        return [dict(zip(_ROWS[path], row, strict=True)) for row in value]
    return list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value


def _value(path: str, value: Any) -> Any:
    """Return a value of a scenario's file as settings have it."""
    columns = _ROWS.get(path)
    if columns is not None and all({*columns} == {*row} for row in value):
        return tuple(tuple(row[column] for column in columns) for row in value)
    if path.startswith("policy.") and isinstance(value, list):
        return tuple(cast("list[Any]", value))
    return value
