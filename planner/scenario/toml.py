"""Writing nested values as TOML: the same values give the same text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(values: Mapping[str, Any]) -> str:
    """Return nested values as a TOML document, in their order; None is written as empty text."""
    return "\n".join(_lines(values, "")).lstrip("\n") + "\n"


def _lines(values: Mapping[str, Any], place: str) -> Iterator[str]:
    """Yield the lines of a table: first its values, then the tables in it."""
    inner = {key: value for key, value in values.items() if _is_inner(value)}
    for key, value in values.items():
        if key not in inner:
            yield f"{_key(key)} = {toml_value(value)}"
    for key, value in inner.items():
        name = f"{place}.{_key(key)}" if place else _key(key)
        if isinstance(value, Mapping):
            table = cast("Mapping[str, Any]", value)
            if not table or not all(map(_is_inner, table.values())):
                yield f"\n[{name}]"
            yield from _lines(table, name)
        else:
            for entry in cast("Sequence[Mapping[str, Any]]", value):
                yield f"\n[[{name}]]"
                yield from _lines(entry, name)


def _is_inner(value: object) -> bool:
    """Return whether a value is a table, or a list of nothing but tables."""
    if isinstance(value, list | tuple):
        entries = cast("Sequence[object]", value)
        return bool(entries) and all(isinstance(entry, Mapping) for entry in entries)
    return isinstance(value, Mapping)


def toml_value(value: object) -> str:
    """Return one value as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, cast('Sequence[object]', value)))}]"
    if isinstance(value, Mapping):
        inline = cast("Mapping[str, object]", value).items()
        return f"{{{', '.join(f'{_key(key)} = {toml_value(item)}' for key, item in inline)}}}"
    if isinstance(value, str) or value is None:
        return json.dumps(value or "", ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else toml_value(key)
