"""Figures written out as `policy.toml`, each key with its meaning and its clause."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from planner.policy.figures import CLAUSES, Policy
from planner.words import Language, say


def policy_text(policy: Policy, language: Language = "zh") -> str:
    """Return a policy as TOML; reading it gives the same figures."""
    lines: list[str] = []
    for section, figures in asdict(policy).items():
        lines.append(f"[{section}]")
        lines += [
            f"{key} = {toml_value(value)}  # {_comment(f'{section}.{key}', language)}"
            for key, value in figures.items()
        ]
    return "\n".join(lines) + "\n"


def _comment(figure: str, language: Language) -> str:
    meaning = say(f"figure.{figure}", language)
    return say("policy.comment", language, meaning=meaning, clause=CLAUSES[figure])


def toml_value(value: object) -> str:
    """Return a figure's value as the policy's file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, cast('Sequence[object]', value)))}]"
    if isinstance(value, dict):
        rates = cast("dict[str, int]", value)
        return "{ " + ", ".join(f"{key} = {rate}" for key, rate in rates.items()) + " }"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
