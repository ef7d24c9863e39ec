"""The archive of a workbook: what is refused before anything is read, and its parts by name."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from planner.tables.page import MOST_BYTES

OLE = b"\xd0\xcf\x11\xe0"
MOST_PARTS = 5_000
CHUNK = 1 << 16
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00D\x00O|<\x00!\x00E\x00N")


class RefusedError(Exception):
    """A workbook is not read at all; `key` and `values` make the sentence."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: the last word of the kind, and where it lies."""

    kind: str
    target: str


@dataclass(slots=True)
class Archive:
    """The parts of a workbook, found whatever the case of their names."""

    file: zipfile.ZipFile
    names: dict[str, str]

    def name(self, part: str) -> str | None:
        """Return the name in the archive of a part, None where it is not there."""
        part = part.lstrip("/")
        return part if part in self.file.NameToInfo else self.names.get(part.casefold())

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of a part; raise RefusedError where the archive is damaged."""
        try:
            with self.file.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except RuntimeError:
            raise RefusedError("workbook.old") from None
        except (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile):
            raise RefusedError("workbook.broken") from None
        except Exception as error:  # zlib.error and its like have no common root
            if isinstance(error, RefusedError):
                raise
            raise RefusedError("workbook.broken") from None

    def scan(self, part: str, handlers: Mapping[str, Any]) -> None:
        """Send a part's elements and text to handlers of expat; raise RefusedError for entities."""
        expat = DefusedXMLParser(forbid_dtd=True).parser
        expat.ordered_attributes = False
        expat.buffer_text = True
        expat.StartElementHandler = expat.EndElementHandler = expat.CharacterDataHandler = None
        expat.DefaultHandlerExpand = None
        for name, handler in handlers.items():
            setattr(expat, name, handler)
        try:
            for chunk in self.chunks(part):
                expat.Parse(chunk, False)
            expat.Parse(b"", True)
        except DefusedXmlException:
            raise RefusedError("workbook.entities") from None
        except (RefusedError, EnoughError):
            raise
        except Exception as error:  # noqa: BLE001  expat's own error, or a part that is no XML
            raise RefusedError("workbook.damaged", value=f"{part}: {error}") from None

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part (or the whole package, for "") is related to, by identifier."""
        folder, base = posixpath.split(part)
        name = self.name(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if local(tag) == "Relationship":
                kind = attributes.get("Type", "").rpartition("/")[2]
                if kind in ("externalLink", "externalLinkPath"):
                    raise RefusedError("workbook.external")
                target = unquote(attributes.get("Target", "")).replace("\\", "/")
                if attributes.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, target))
                    found[attributes.get("Id", "")] = Relation(kind, target)

        if name is not None:
            self.scan(name, {"StartElementHandler": start})
        return found


class EnoughError(Exception):
    """What was looked for in a part is found; the rest is not read."""


def local(tag: str) -> str:
    """Return an element's or an attribute's name without its namespace."""
    return tag.rpartition("}")[2]


def opened(data: bytes) -> Archive:
    """Return the archive in a workbook's bytes; raise RefusedError where it is not to be read."""
    if data.startswith(OLE):
        raise RefusedError("workbook.old")
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        raise RefusedError(
            "workbook.cut" if data.startswith(b"PK") else "workbook.not_zip"
        ) from None
    parts = file.infolist()
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise RefusedError("workbook.too_big")
    if len(parts) > MOST_PARTS:
        raise RefusedError("workbook.too_many")
    archive = Archive(file, {part.filename.casefold(): part.filename for part in parts})
    for name in archive.names:
        if "vbaproject" in name or "/macrosheets/" in name or "/vba/" in name:
            raise RefusedError("workbook.macros")
        if "externallinks/" in name:
            raise RefusedError("workbook.external")
    for name in archive.names.values():
        if name.lower().endswith((".xml", ".rels")):
            head = next(archive.chunks(name), b"")
            if DOCTYPE.search(head):
                raise RefusedError("workbook.entities")
    return archive
