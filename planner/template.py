"""The tables of a dataset as a user starts from them: their columns, or the files empty."""

import csv
import io
from pathlib import Path
from typing import Any

from planner.plans.place import publish_new
from planner.policy import Policy
from planner.policy.write import policy_text
from planner.tables import EVERY, Column, Table
from planner.tables.schema import GROUPS, REQUIRED
from planner.words import Language, say


def as_data() -> list[dict[str, Any]]:
    """Return every table with its columns, as plain data."""
    return [
        {
            "table": table.name,
            "zh": table.zh,
            "required": table.name in REQUIRED,
            "columns": [
                {"name": c.name, "zh": c.zh, "kind": c.kind, "blank": c.blank}
                for c in table.columns
            ],
        }
        for table in EVERY
    ]


def as_lines(language: Language) -> list[str]:
    """Return every table and its columns for reading, headers in both languages."""
    lines: list[str] = []
    for group, tables in GROUPS.items():
        lines.append(say(f"template.group.{group}", language))
        for table in tables:
            lines += _table(table, language)
    return lines


def _table(table: Table, language: Language) -> list[str]:
    needed = "template.required" if table.name in REQUIRED else "template.optional"
    lines = [f"{table.name}.csv  {table.zh}  ({say(needed, language)})"]
    lines += _also("    ", table.aliases, language)
    for column in table.columns:
        lines.append(f"    {column.name:18} {column.zh}  {_holds(column, language)}")
        lines += _also("        ", column.aliases, language)
    return lines


def _also(margin: str, aliases: tuple[str, ...], language: Language) -> list[str]:
    """Return the other names that are read, on a line of their own where there are any."""
    joined = ("、" if language == "zh" else ", ").join(aliases)
    return [margin + say("template.also", language, names=joined)] if aliases else []


def write(folder: Path, language: Language) -> None:
    """Write empty tables with their headers, and the policy with its defaults and clauses.

    Raises `InputError` where the folder can't be written to, or has one of the files already.
    """
    files = {f"{table.name}.csv": _header(table.columns, language) for table in EVERY}
    files["policy.toml"] = policy_text(Policy(), language).encode()
    publish_new(files, folder)


def _header(columns: tuple[Column, ...], language: Language) -> bytes:
    """A BOM lets spreadsheets read Chinese headers as UTF-8."""
    names = [column.zh if language == "zh" else column.name for column in columns]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(names)
    return text.getvalue().encode("utf-8-sig")


def _holds(column: Column, language: Language) -> str:
    choices = " / ".join(f"{en} ({zh})" for en, zh in column.choices)
    kind = choices or say(f"template.{column.kind}", language)
    return f"{kind}{say('template.blank', language)}" if column.blank else kind
