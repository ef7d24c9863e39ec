"""What is said of a column: on the note of its header, and in 填表说明."""

from planner.tables import Column, Table
from planner.words import WORDS, say


def meaning(table: Table, column: Column) -> str:
    """Return what a column of a table means."""
    own = f"column.{column.name}.{table.name}"
    return say(own if own in WORDS else f"column.{column.name}")


def example(table: Table, column: Column) -> str:
    """Return an example of a column's cells in a table."""
    if column.choices:
        return column.choices[0][1]
    own = f"example.{column.name}"
    keys = (f"{own}.{table.name}", own, f"example.{column.kind}", "example.note")
    return say(next(key for key in keys if key in WORDS))


def required(column: Column) -> str:
    """Return whether a cell may be blank."""
    return say("office.column.optional" if column.blank else "office.column.required")


def note(table: Table, column: Column) -> str:
    """Return the note on a header: meaning, unit, example, whether it must be filled."""
    lines = [say("office.column.meaning", text=meaning(table, column))]
    if column.units:
        lines.append(say("office.column.unit", text=column.units[0]))
    if column.choices:
        lines.append(say("office.column.choices", text="、".join(zh for _, zh in column.choices)))
    lines.append(say("office.column.example", text=example(table, column)))
    return "\n".join([*lines, required(column)])
