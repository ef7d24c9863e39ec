"""Writing a table as CSV: the same frame gives the same bytes, and reads back the same."""

import polars as pl

FORMULA = r"^('*[=+\-@\t\r\n])"


def write_csv(frame: pl.DataFrame) -> bytes:
    """Return the frame as CSV: UTF-8 with a BOM, LF, a header, `true`/`false`, null as nothing.

    With the BOM, a double click shows Chinese in a spreadsheet. Text that one would take for a
    formula (it starts with `=`, `+`, `-`, `@`, TAB, CR or LF, whatever quotes stand before that)
    gets one more quote in front; the readers take one off text of that form, so every text reads
    back as it was. Numbers are no text and stay bare. Lists of topics are joined by `;`. The column
    `row` is where a row was read from and is not written.
    """
    lists = [name for name, dtype in frame.schema.items() if isinstance(dtype, pl.List)]
    texts = [name for name, dtype in frame.schema.items() if dtype == pl.String]
    safe = frame.drop("row", strict=False).with_columns(pl.col(lists).list.join(";"))
    safe = safe.with_columns(pl.col([*texts, *lists]).str.replace(FORMULA, "'$1"))
    return safe.write_csv(line_terminator="\n").encode("utf-8-sig")
