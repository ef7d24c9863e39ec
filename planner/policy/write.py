"""Figures written out as `policy.toml`, each key with its clause."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from planner.policy.figures import CLAUSES, Policy


def policy_text(policy: Policy) -> str:
    """Return a policy as TOML; reading it gives the same figures."""
    lines: list[str] = []
    for section, figures in asdict(policy).items():
        lines.append(f"[{section}]")
        lines += [
            f"{key} = {_toml(value)}  # {CLAUSES[f'{section}.{key}']}"
            for key, value in figures.items()
        ]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, cast('Sequence[object]', value)))}]"
    if isinstance(value, dict):
        rates = cast("dict[str, int]", value)
        return "{ " + ", ".join(f"{key} = {rate}" for key, rate in rates.items()) + " }"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
