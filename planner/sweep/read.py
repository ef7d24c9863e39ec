"""Reading a sweep's file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.policy.toml import read_toml
from planner.sweep.axes import Sweep
from planner.tables.ledger import Ledger, shown

KEYS = ("shape", "each", "axes")


def read_sweep(path: Path | str) -> Sweep:
    """Return the sweep of a TOML file: `shape`, `each`, and under `axes` what is varied.

    `axes` has the words of a scenario, each with a list of values in place of its value. Raises
    InputError where the file can't be read, is no TOML, or is no sweep.
    """
    path = Path(path)
    given: dict[str, Any] = read_toml(path, "sweep.missing")[1]
    found = [_unknown(path.name, key) for key in given if key not in KEYS]
    axes = given.get("axes", {})
    if not isinstance(axes, Mapping):
        found.append(
            Fault(path.name, "sweep.no_axes", column="axes", values={"value": shown(axes)})
        )
    if found:
        raise InputError(found)
    return Sweep(
        dict(_flat(cast("Mapping[str, object]", axes))),
        given.get("shape", "grid"),
        given.get("each"),
        path.name,
    )


def _flat(values: Mapping[str, object], place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value with its dotted path."""
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(cast("Mapping[str, object]", value), f"{place}{key}.")
        else:
            yield f"{place}{key}", value


def _unknown(file: str, key: str) -> Fault:
    near = Ledger().nearest(key, KEYS)
    if near is None:
        return Fault(file, "policy.unknown", column=key, values={"known": ", ".join(KEYS)})
    return Fault(file, "policy.unknown_near", column=key, values={"near": near})
